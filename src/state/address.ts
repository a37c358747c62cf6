import type { LanguageCode } from '../language/texts.ts';
import { STATEMENTS, VERDICTS, type Verdict } from '../metrics/reconciliation-rows.ts';
import { NO_ANALYSIS, readAnalysis, writeAnalysis, type AnalysisAddress } from './analysis-address.ts';
import { NO_STORY, readStoryParts, writeStoryParts, type StoryParts } from './story-parts.ts';
import { panelAlone } from './embed-address.ts';
import { NOT_EXPLORING, readExploring, writeExploring, type Exploring, type PartName } from './exploring.ts';

export type Theme = 'light' | 'dark';
export type AmountUnit = 'wan' | 'yi';
/** In the order of the navigation. */
export const VIEWS = [
  'overview',
  'change',
  'structure',
  'trends',
  'three-public',
  'execution',
  'compare',
  'leads',
  'reconciliation',
  'check',
  'story',
  'sql',
] as const;
export type ViewName = (typeof VIEWS)[number];

/** Characters of a checked text that the address holds; what is longer cannot be sent as a link everywhere. */
export const CLAIM_LIMIT = 600;

/** The state of the page as the address holds it. Null: not said, the page decides. */
export interface Address extends AnalysisAddress, Exploring, StoryParts {
  /** Id of a department or of a unit. */
  department: string | null;
  year: number | null;
  language: LanguageCode;
  /** Unit of all amounts on the page: 万元 or 亿元. */
  unit: AmountUnit;
  /** Null: as the system. */
  theme: Theme | null;
  view: ViewName;
  /** The text that is being checked. */
  claim: string | null;
  /** Opened finding of the reconciliation. */
  finding: string | null;
  /** What the list of findings is narrowed to. Null verdict: all but those that agree. */
  rule: string | null;
  statement: string | null;
  verdict: Verdict | null;
  /** Statement of the console, as encodeStatement writes it. */
  sql: string | null;
  /** Id of the panel that stands alone, as in a frame on another page. */
  embed: string | null;
}

/** What belongs to one document alone, and does not go with the reader to another body or year. */
export const NO_FINDING = {
  finding: null,
  rule: null,
  statement: null,
  verdict: null,
  at: null,
} as const satisfies Partial<Address>;

/** What belongs to one page alone. */
export const NO_NARROWING = {
  ...NO_FINDING,
  ...NOT_EXPLORING,
  ...NO_ANALYSIS,
  ...NO_STORY,
  claim: null,
  sql: null,
  embed: null,
} as const satisfies Partial<Address>;

/** A part of the address that cannot be followed, as it stands there. */
export interface Dropped {
  name:
    | 'department'
    | 'year'
    | 'lang'
    | 'unit'
    | 'theme'
    | 'view'
    | 'finding'
    | 'rule'
    | 'statement'
    | 'verdict'
    | 'claim'
    | 'fund'
    | 'amount'
    | 'mode'
    | 'layout'
    | 'step'
    | 'present'
    | 'embed'
    | PartName;
  value: string;
}

export interface ReadAddress {
  address: Address;
  dropped: Dropped[];
}

/** Reads "?department=…&year=…"; what it cannot read it lists instead of failing. */
export function readAddress(search: string): ReadAddress {
  const parameters = new URLSearchParams(search);
  const dropped: Dropped[] = [];
  const oneOf = <T extends string>(name: Dropped['name'], allowed: readonly T[]): T | null => {
    const value = parameters.get(name);
    if (value === null || value === '') return null;
    if ((allowed as readonly string[]).includes(value)) return value as T;
    dropped.push({ name, value });
    return null;
  };
  const yearText = parameters.get('year') ?? '';
  const year = /^[12]\d{3}$/.test(yearText) ? Number(yearText) : null;
  if (year === null && yearText !== '') dropped.push({ name: 'year', value: yearText });
  const view = oneOf('view', VIEWS) ?? 'overview';
  const claimText = (view === 'check' && parameters.get('claim')) || null;
  const claim = claimText === null ? null : claimText.slice(0, CLAIM_LIMIT).replace(/[\ud800-\udbff]$/, '');
  if (claimText !== null && claim !== claimText) dropped.push({ name: 'claim', value: claimText.slice(claim?.length) });
  const analysis = readAnalysis(view, parameters, oneOf);
  const asked = parameters.get('embed') || null;
  const embed = panelAlone({ view, embed: asked });
  if (asked !== null && embed === null) dropped.push({ name: 'embed', value: asked });
  const exploring = readExploring(parameters, view, (name, value) => void dropped.push({ name, value }));
  return {
    address: {
      department: parameters.get('department') || null,
      year,
      language: oneOf('lang', ['zh', 'en']) ?? 'zh',
      unit: oneOf('unit', ['wan', 'yi']) ?? 'wan',
      theme: oneOf('theme', ['light', 'dark']),
      view,
      claim,
      // Only the reconciliation has findings to narrow or to open.
      ...NO_FINDING,
      ...analysis,
      ...exploring,
      ...readStoryParts(parameters, view, (name, value) => void dropped.push({ name, value })),
      // Pages of both kinds have bodies beside each other.
      bodies: analysis.bodies ?? exploring.bodies,
      ...(view !== 'reconciliation'
        ? {}
        : {
            finding: parameters.get('finding') || null,
            rule: parameters.get('rule') || null,
            statement: oneOf('statement', STATEMENTS),
            verdict: oneOf('verdict', VERDICTS),
          }),
      sql: view === 'sql' ? parameters.get('sql') || null : null,
      embed,
    },
    dropped,
  };
}

/** The query part of the address, with "?"; what is as usual is left out. */
export function writeAddress(address: Address): string {
  const parameters = new URLSearchParams();
  if (address.department !== null) parameters.set('department', address.department);
  if (address.year !== null) parameters.set('year', String(address.year));
  if (address.language !== 'zh') parameters.set('lang', address.language);
  if (address.unit !== 'wan') parameters.set('unit', address.unit);
  if (address.theme !== null) parameters.set('theme', address.theme);
  if (address.view !== 'overview') parameters.set('view', address.view);
  writeAnalysis(address.view, address, parameters);
  if (address.view === 'check' && address.claim !== null) parameters.set('claim', address.claim);
  writeExploring(parameters, address.view, address);
  if (address.view === 'reconciliation') {
    for (const name of ['rule', 'statement', 'verdict', 'finding'] as const) {
      if (address[name] !== null) parameters.set(name, address[name]);
    }
  }
  writeStoryParts(parameters, address.view, address);
  if (address.view === 'sql' && address.sql !== null) parameters.set('sql', address.sql);
  const alone = panelAlone(address);
  if (alone !== null) parameters.set('embed', alone);
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}
