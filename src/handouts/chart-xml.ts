import { PALETTE } from '../charts/theme.ts';
import { textWidth } from '../charts/text-width.ts';
import { type NativeChart, type NativeSeries, type NativeValue } from './native-chart.ts';
import { inMarkup } from './xml-text.ts';

export interface ChartFrame {
  /** Name of the one sheet behind the chart, without quotes. */
  sheet: string;
  /** Of texts, in points. */
  fontSize: number;
  font: string;
  /** Language of the texts: "zh-CN". */
  language: string;
  /** Of the whole chart, in points. */
  width: number;
  height: number;
}

const COLOR = PALETTE.light;
const PAPER = '#ffffff';
const AXIS = { categories: 50_010, values: 50_020 };
const GAP = { columns: 60, bars: 45, stacked: 60 };
/** Most of the width that names beside bars take. */
const NAMES_MOST = 0.44;

/** A chart part of a presentation, in DrawingML: everything it draws stands in its sheet too. */
export function chartXml(chart: NativeChart, frame: ChartFrame): string {
  const plot = chart.kind === 'lines' ? lineChart(chart, frame) : barChart(chart, frame);
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    `<c:date1904 val="0"/><c:lang val="${frame.language}"/><c:roundedCorners val="0"/>` +
    `<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>${layout(chart, frame)}${plot}${axes(chart, frame)}</c:plotArea>` +
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>' +
    `<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${text(frame, COLOR.ink)}` +
    '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
  );
}

function barChart(chart: NativeChart, frame: ChartFrame): string {
  const columns = chart.kind === 'columns';
  const gap = chart.stacked ? GAP.stacked : columns ? GAP.columns : GAP.bars;
  return (
    `<c:barChart><c:barDir val="${columns ? 'col' : 'bar'}"/><c:grouping val="${chart.stacked ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>` +
    chart.series.map((series, at) => barSeries(chart, series, at, frame)).join('') +
    `<c:gapWidth val="${gap}"/><c:overlap val="${chart.stacked ? 100 : 0}"/>${axisIds()}</c:barChart>`
  );
}

function barSeries(chart: NativeChart, series: NativeSeries, at: number, frame: ChartFrame): string {
  const points = series.values
    .map((value, index) => {
      if (value === null || series.drawn === 'nothing' || !(value.hollow || value.color !== undefined)) return '';
      const color = value.color ?? series.color;
      return `<c:dPt><c:idx val="${index}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>${value.hollow ? hollow(color) : filled(color)}</c:dPt>`;
    })
    .join('');
  return (
    `<c:ser>${head(series, at, frame)}${series.drawn === 'nothing' ? unseen() : filled(series.color)}<c:invertIfNegative val="0"/>${points}` +
    labels(series, frame, chart.stacked) +
    `${data(chart, series, at, frame)}</c:ser>`
  );
}

function lineChart(chart: NativeChart, frame: ChartFrame): string {
  return (
    '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>' +
    chart.series.map((series, at) => lineSeries(chart, series, at, frame)).join('') +
    `<c:marker val="1"/>${axisIds()}</c:lineChart>`
  );
}

function lineSeries(chart: NativeChart, series: NativeSeries, at: number, frame: ChartFrame): string {
  const line = (dash: boolean) =>
    `<a:ln w="28575" cap="rnd">${solid(series.color)}${dash ? '<a:prstDash val="dash"/>' : ''}<a:round/></a:ln>`;
  const marker = (empty: boolean) =>
    `<c:marker><c:symbol val="${series.dashed ? 'dash' : 'circle'}"/><c:size val="${series.dashed ? 12 : empty ? 9 : 8}"/>` +
    `<c:spPr>${solid(empty ? PAPER : series.color)}<a:ln w="15875">${solid(series.color)}</a:ln></c:spPr></c:marker>`;
  const points = series.values
    .map((value, index) =>
      value?.hollow === true
        ? `<c:dPt><c:idx val="${index}"/>${marker(true)}<c:bubble3D val="0"/><c:spPr>${line(series.dashed)}</c:spPr></c:dPt>`
        : '',
    )
    .join('');
  return (
    `<c:ser>${head(series, at, frame)}<c:spPr>${line(series.dashed)}</c:spPr>${marker(false)}${points}` +
    `${labels(series, frame, false)}${data(chart, series, at, frame)}<c:smooth val="0"/></c:ser>`
  );
}

function head({ name }: NativeSeries, at: number, { sheet }: ChartFrame): string {
  return (
    `<c:idx val="${at}"/><c:order val="${at}"/><c:tx><c:strRef><c:f>${inMarkup(`'${sheet}'!$${columnName(at + 1)}$1`)}</c:f>` +
    `<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${inMarkup(name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>`
  );
}

/** The references into the sheet, and what stands there. */
function data({ categories }: NativeChart, { values }: NativeSeries, at: number, { sheet }: ChartFrame): string {
  const last = categories.length + 1;
  const reference = (column: number): string =>
    inMarkup(`'${sheet}'!$${columnName(column)}$2:$${columnName(column)}$${last}`);
  const usual = usualCode(values);
  return (
    `<c:cat><c:strRef><c:f>${reference(0)}</c:f><c:strCache><c:ptCount val="${categories.length}"/>` +
    categories.map((name, index) => `<c:pt idx="${index}"><c:v>${inMarkup(name)}</c:v></c:pt>`).join('') +
    `</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>${reference(at + 1)}</c:f><c:numCache><c:formatCode>${inMarkup(usual)}</c:formatCode><c:ptCount val="${categories.length}"/>` +
    values
      .map((value, index) => (value === null ? '' : `<c:pt idx="${index}"><c:v>${value.number}</c:v></c:pt>`))
      .join('') +
    '</c:numCache></c:numRef></c:val>'
  );
}

function labels(series: NativeSeries, frame: ChartFrame, stacked: boolean): string {
  const { labels: place, values } = series;
  const shown = (value: boolean) =>
    `<c:showLegendKey val="0"/><c:showVal val="${value ? 1 : 0}"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`;
  if (place === null) return `<c:dLbls>${shown(false)}</c:dLbls>`;
  const position = { beyond: stacked ? 'inEnd' : 'outEnd', 'from its start': 'inBase', above: 't', below: 'b' };
  const format = (code: string, at: keyof typeof position) =>
    `<c:numFmt formatCode="${inMarkup(code)}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${text(frame, COLOR.ink, true)}<c:dLblPos val="${position[at]}"/>${shown(true)}`;
  const usual = usualCode(values);
  const own = values
    .map((value, index) => {
      if (value === null) return '';
      if (!value.labelled) return `<c:dLbl><c:idx val="${index}"/><c:delete val="1"/></c:dLbl>`;
      const at = value.place ?? place;
      return value.code === usual && at === place
        ? ''
        : `<c:dLbl><c:idx val="${index}"/>${format(value.code, at)}</c:dLbl>`;
    })
    .join('');
  return `<c:dLbls>${own}${format(usual, place)}</c:dLbls>`;
}

/** Names beside bars get the room that the longest needs, up to a share of the chart. */
function layout(chart: NativeChart, { width, fontSize }: ChartFrame): string {
  if (chart.kind !== 'bars') return '<c:layout/>';
  const longest = Math.max(
    ...chart.categories.flatMap((name) => name.split('\n').map((line) => textWidth(line, fontSize))),
  );
  const left = Math.min(NAMES_MOST, (longest * 1.08 + 12) / width);
  return (
    '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>' +
    `<c:x val="${left.toFixed(4)}"/><c:y val="0.01"/><c:w val="${(0.99 - left).toFixed(4)}"/><c:h val="0.98"/></c:manualLayout></c:layout>`
  );
}

function axes(chart: NativeChart, frame: ChartFrame): string {
  const { axis, kind } = chart;
  const rows = kind === 'bars';
  const line = `<c:spPr><a:ln w="9525">${solid(COLOR.muted)}</a:ln></c:spPr>`;
  const limit = (name: 'max' | 'min') => (axis[name] === null ? '' : `<c:${name} val="${axis[name]}"/>`);
  return (
    `<c:catAx><c:axId val="${AXIS.categories}"/><c:scaling><c:orientation val="${rows ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${rows ? 'l' : 'b'}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>` +
    `${chart.series.some(({ drawn }) => drawn === 'stroke') ? '<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>' : line}${text(frame, COLOR.ink)}<c:crossAx val="${AXIS.values}"/>` +
    (axis.from === null ? '<c:crosses val="autoZero"/>' : `<c:crossesAt val="${axis.from}"/>`) +
    '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="60"/><c:noMultiLvlLbl val="1"/></c:catAx>' +
    `<c:valAx><c:axId val="${AXIS.values}"/><c:scaling><c:orientation val="minMax"/>${limit('max')}${limit('min')}</c:scaling><c:delete val="${axis.shown ? 0 : 1}"/>` +
    `<c:axPos val="${rows ? 't' : 'l'}"/>${axis.shown ? `<c:majorGridlines><c:spPr><a:ln w="6350">${solid(COLOR.rule)}</a:ln></c:spPr></c:majorGridlines>` : ''}` +
    `<c:numFmt formatCode="${inMarkup(axis.code)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>` +
    `<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${text(frame, COLOR.muted)}<c:crossAx val="${AXIS.categories}"/><c:crosses val="${rows ? 'min' : 'autoZero'}"/><c:crossBetween val="between"/></c:valAx>`
  );
}

function axisIds(): string {
  return `<c:axId val="${AXIS.categories}"/><c:axId val="${AXIS.values}"/>`;
}

function text({ fontSize, font, language }: ChartFrame, color: string, oneLine = false): string {
  const face = inMarkup(font);
  return (
    `<c:txPr><a:bodyPr${oneLine ? ' wrap="none"' : ''}/><a:lstStyle/><a:p><a:pPr><a:defRPr lang="${language}" sz="${fontSize * 100}" b="0">${solid(color)}` +
    `<a:latin typeface="${face}"/><a:ea typeface="${face}"/><a:cs typeface="${face}"/></a:defRPr></a:pPr><a:endParaRPr lang="${language}"/></a:p></c:txPr>`
  );
}

function filled(color: string): string {
  return `<c:spPr>${solid(color)}<a:ln><a:noFill/></a:ln></c:spPr>`;
}

function unseen(): string {
  return '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>';
}

/** As what follows from another document is drawn: a dashed outline. */
function hollow(color: string): string {
  return `<c:spPr>${solid(PAPER)}<a:ln w="19050">${solid(color)}<a:prstDash val="dash"/></a:ln></c:spPr>`;
}

function solid(color: string): string {
  return `<a:solidFill><a:srgbClr val="${color.slice(1).toUpperCase()}"/></a:solidFill>`;
}

function usualCode(values: readonly (NativeValue | null)[]): string {
  const codes = values.flatMap((value) => value?.code ?? []);
  const times = (code: string): number => codes.filter((other) => other === code).length;
  return [...new Set(codes)].sort((a, b) => times(b) - times(a))[0] ?? 'General';
}

/** "A", "B", … "AA" of 0, 1, … 26. */
function columnName(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : columnName(Math.floor(at / 26) - 1) + columnName(at % 26);
}
