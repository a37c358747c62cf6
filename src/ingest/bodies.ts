import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { pinyin } from 'pinyin-pro';
import { toHalfWidth } from '../money/parse.ts';
import type { AdministrativeLevel, Body } from './disclosure.ts';
import { closeUp } from './wording.ts';

/** A body as data/bodies.json lists it. */
export interface KnownBody {
  id: string;
  name: string;
  aliases: readonly string[];
  /** Administrative region from the province down, "湖南省株洲市". */
  region: string | null;
  body_level: 'department' | 'unit';
  parent: string | null;
  /** First year of its own accounts, where it was founded, merged, split or renamed into what it is. */
  founded?: { year: number; evidence: string };
}

/**
 * The listed body of that name, or null. Spaces, brackets' width, "中共" and the upper levels of the region in front do not
 * matter: "普陀区财政局" is "上海市普陀区财政局". "（机关）", "局机关" and "局本级" are the department's own unit.
 */
export function findKnownBody(name: string, bodies: readonly KnownBody[]): KnownBody | null {
  return only(bodies.filter((body) => spellings(body, 'strict').has(bare(name, body.region, 'strict'))));
}

/**
 * The body of that name among those of one document. Here the region may be left out altogether ("市生态环境局", "执法支队"
 * by its alias), since the document speaks of its own bodies.
 */
export function findBodyOfDocument(name: string, bodies: readonly KnownBody[]): KnownBody | null {
  const strict = findKnownBody(name, bodies);
  if (strict) return strict;
  const own = /^局?本级$/.test(normal(name)) ? bodies.filter((body) => normal(body.name).endsWith('本级')) : [];
  return only(own) ?? only(bodies.filter((body) => spellings(body, 'loose').has(bare(name, body.region, 'loose'))));
}

/** A body that the list does not have, with an id made from its name: the same name has the same id in every run. */
export function unlistedBody(name: string, body_level: Body['body_level'], parent: string | null): KnownBody {
  const syllables = pinyin(closeUp(name), { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' });
  const sound = syllables
    .map((syllable) => syllable.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .filter((syllable) => syllable !== '');
  // Names that sound alike are different bodies.
  const mark = bytesToHex(sha256(utf8ToBytes(normal(name)))).slice(0, 6);
  const region = REGION.exec(closeUp(name))?.[0];
  return {
    id: [...sound, mark].join('-'),
    name: closeUp(name),
    aliases: [],
    region: region || null,
    body_level,
    parent,
  };
}

/** Administrative levels in front of a name, when something is left to name behind them. */
const REGION = /^(?:.{2,8}?(?:省|自治区))?(?:.{2,8}?(?:市|自治州|盟))?(?:.{1,8}?(?:区|县|旗))?(?=.{2,}$)/;

/** Form of a body in a disclosure. */
export function bodyOf(known: KnownBody): Body {
  return {
    department_id: known.id,
    name: known.name,
    body_level: known.body_level,
    parent_id: known.parent,
    region: known.region,
    administrative_level: administrativeLevel(known),
    founded_year: known.founded?.year ?? null,
    founded_evidence: known.founded?.evidence ?? null,
  };
}

/** The lowest level that region and name speak of: a street office of a district is of the townships' level. */
function administrativeLevel({ name, region }: KnownBody): AdministrativeLevel | null {
  const bare = closeUp(name);
  if (/(?:街道(?:办事处|党工委)?|(?:镇|乡)(?:人民政府|党委)?)$/.test(bare)) return 'township';
  if (region === null) return /^(?:中华人民共和国|中央|国家|全国)/.test(bare) ? 'central' : null;
  const last = region.match(/.+?(?:省|自治区|市|自治州|盟|区|县|旗)/g)?.at(-1) ?? '';
  // The four municipalities are provinces.
  if (/(?:省|自治区)$|^(?:北京|上海|天津|重庆)市$/.test(last)) return 'province';
  if (/(?:市|州|盟)$/.test(last)) return /省.+市.+市$|自治区.+市.+市$/.test(region) ? 'county' : 'city';
  return 'county';
}

function only(bodies: readonly KnownBody[]): KnownBody | null {
  return bodies.length === 1 ? bodies[0]! : null;
}

function spellings(body: KnownBody, mode: 'strict' | 'loose'): Set<string> {
  return new Set([body.name, ...body.aliases].map((spelling) => bare(spelling, body.region, mode)));
}

function normal(name: string): string {
  return closeUp(toHalfWidth(name))
    .replace(/^(?:中共|中国共产党)/, '')
    .replace(/委员会(?=.)/, '委')
    .replace(/\(?(?:局机关|局本级|机关|本级)\)?$/, (own) => (own.includes('局') ? '局本级' : '本级'))
    .replace(/局局本级$/, '局本级');
}

/** A name without the region in front: its upper levels only, or (loose) all of it, also as a mere "市" or "区". */
function bare(name: string, region: string | null, mode: 'strict' | 'loose'): string {
  let rest = normal(name);
  const levels = region?.match(/.+?(?:省|自治区|市|自治州|盟|区|县|旗)/g) ?? [];
  for (const [at, level] of levels.entries()) {
    if ((mode === 'loose' || at < levels.length - 1) && rest.startsWith(level)) rest = rest.slice(level.length);
  }
  return mode === 'loose' ? rest.replace(/^[省市区县](?!.{0,2}$)/, '') : rest;
}
