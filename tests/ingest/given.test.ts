import { describe, expect, test } from 'vitest';
import { ingest } from '../../src/ingest/ingest.ts';
import { SAMPLE, write } from './written-disclosure.ts';

const read = (text: string, given?: { body?: string; year?: number }) =>
  ingest(new TextEncoder().encode(text), { fileName: 'input.txt', bodies: [], given });
const withoutYear = write(SAMPLE).replaceAll('2023', '');

describe('What the reader says of a document', () => {
  test('stands in place of what its cover says', async () => {
    const disclosure = await read(write(SAMPLE), { body: '青川市图书馆', year: 2022 });
    expect(disclosure.bodies[0]!.name).toBe('青川市图书馆');
    expect(disclosure.fiscal_year).toBe(2022);
    expect(new Set(disclosure.figures.map(({ fiscal_year }) => fiscal_year))).toEqual(new Set([2022]));
  });

  test('rescues a document that names no year', async () => {
    await expect(read(withoutYear)).rejects.toThrow('没有写明年度');
    expect((await read(withoutYear, { year: 2023 })).fiscal_year).toBe(2023);
  });

  test('settles a cover with two years', async () => {
    const twoYears = write(SAMPLE).replace('2023年度\n', '2023年度\n2022年度部门决算\n');
    await expect(read(twoYears)).rejects.toThrow('不止一个年度');
    expect((await read(twoYears, { year: 2023 })).fiscal_year).toBe(2023);
  });
});
