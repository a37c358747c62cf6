import type { paletteZh } from './palette-zh.ts';

/** Strings of the command palette, in English. */
export const paletteEn: typeof paletteZh = {
  button: 'Find',
  title: 'Find and go',
  placeholder: 'Body, measure, subject, page, setting: by name, code or pinyin initials',
  groups: {
    bodies: 'Bodies and years',
    items: 'Measures and subjects',
    views: 'Pages',
    actions: 'Settings and actions',
  },
  bodyYear: (body, year) => `${body} ${year}`,
  setting: (name, value) => `${name}: ${value}`,
  open: 'open',
  now: 'set',
  none: (query) => `No body, measure, subject or page matches “${query}”.`,
  count: (shown, all) => (shown < all ? `${all} found, the best ${shown} listed` : `${all} found`),
  keys: '↑ ↓ to choose, Enter to go, Esc to close',
};
