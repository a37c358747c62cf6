/** Numbers of axes: ASCII minus, so that copied text pastes into a spreadsheet; groups of three. */
export const NUMBER_LOCALE = {
  decimal: '.',
  thousands: ',',
  grouping: [3],
  currency: ['', ' 元'],
  minus: '-',
  percent: '%',
} as const;

/**
 * Format types for axis ticks, which are positions and not published amounts: "wan" for 万元 without decimals that say
 * nothing, "percent" for numbers of percent. Labels of data never pass here; they come as text.
 */
export const FORMAT_TYPES = {
  wan: (value: unknown): string => tick(value),
  percent: (value: unknown): string => `${tick(value)}%`,
};

function tick(value: unknown): string {
  if (typeof value !== 'number' || !Number.isFinite(value)) return '';
  const [whole = '0', fraction] = String(Math.abs(Math.round(value * 100) / 100)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return (value < 0 ? '-' : '') + grouped + (fraction === undefined ? '' : `.${fraction}`);
}
