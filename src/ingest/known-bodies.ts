import * as v from 'valibot';
import type { KnownBody } from './bodies.ts';

const schema = v.array(
  v.looseObject({
    id: v.string(),
    name: v.string(),
    aliases: v.array(v.string()),
    body_level: v.picklist(['department', 'unit']),
  }),
);

/** The bodies that the text of data/bodies.json lists. Throws an Error that says what is wrong with it. */
export function parseKnownBodies(text: string): KnownBody[] {
  const listed: unknown = JSON.parse(text);
  if (!v.is(schema, listed)) throw new Error('有一项缺少 id、name、aliases 或 body_level');
  return listed as unknown as KnownBody[];
}
