import { describe, expect, it } from 'vitest';
import { findBodyOfDocument, findKnownBody, type KnownBody, unlistedBody } from '../../src/ingest/bodies.ts';
import listed from '../../data/bodies.json' with { type: 'json' };

const bodies = listed as KnownBody[];
const known = (name: string): string | null => findKnownBody(name, bodies)?.id ?? null;
const own = bodies.filter(({ id, parent }) => id === 'zhuzhou-ecology' || parent === 'zhuzhou-ecology');
const inDocument = (name: string): string | null => findBodyOfDocument(name, own)?.id ?? null;

describe('the listed bodies', () => {
  it('have unique ids, parents that are listed, and find themselves by every name', () => {
    expect(new Set(bodies.map(({ id }) => id)).size).toBe(bodies.length);
    for (const body of bodies) {
      if (body.parent !== null)
        expect(bodies.some(({ id, body_level }) => id === body.parent && body_level === 'department')).toBe(true);
      for (const name of [body.name, ...body.aliases]) expect(known(name), name).toBe(body.id);
    }
  });

  it('are found with or without spaces, province, city and 中共', () => {
    expect(known('株洲市 生态环境局')).toBe('zhuzhou-ecology');
    expect(known('湖南省株洲市生态环境局')).toBe('zhuzhou-ecology');
    expect(known('普陀区财政局')).toBe('putuo-finance');
    expect(known('上海市普陀区委社会工作部')).toBe('putuo-social-work');
    expect(known('中国共产党上海市普陀区委员会社会工作部')).toBe('putuo-social-work');
  });

  it('are not taken for bodies of other places', () => {
    expect(known('财政局')).toBeNull();
    expect(known('长沙市生态环境局')).toBeNull();
    expect(known('株洲市生态环境局天元分局')).toBeNull();
    expect(known('浙江省舟山市普陀区财政局')).toBeNull();
  });

  it('answer inside their own document to shorter names', () => {
    for (const name of [
      '局本级',
      '机关',
      '株洲市生态环境局（机关）',
      '株洲市生态环境局机关',
      '市生态环境局机关',
      '株洲市生态环境局(本级)',
    ]) {
      expect(inDocument(name), name).toBe('zhuzhou-ecology-headquarters');
    }
    expect(inDocument('市生态环境局')).toBe('zhuzhou-ecology');
    expect(inDocument('市生态环境保护综合行政执法支队')).toBe('zhuzhou-ecology-enforcement');
    expect(inDocument('株洲市芦淞区')).toBeNull();
  });
});

describe('a body that is not listed', () => {
  it('gets the same id in every run and for every spelling with spaces, fit for a file name', () => {
    const id = unlistedBody('长沙市 财政局', 'department', null).id;
    expect(id).toMatch(/^chang-sha-shi-cai-zheng-ju-[0-9a-f]{6}$/);
    expect(unlistedBody('长沙市财政局', 'department', null).id).toBe(id);
    expect(unlistedBody('A区12345热线（绿色）办公室', 'department', null).id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
  });

  it('is told apart from one that sounds alike', () => {
    expect(unlistedBody('渝北区公安局', 'department', null).id).not.toBe(
      unlistedBody('鱼北区公安局', 'department', null).id,
    );
  });
});
