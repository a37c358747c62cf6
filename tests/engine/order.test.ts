import { describe, expect, test } from 'vitest';
import { EVERY_ENGINE } from './every-engine.ts';

describe.each(EVERY_ENGINE)('$name', ({ start }) => {
  test('runs a hundred statements sent at once in the order of the calls, each with its own answer', async () => {
    const engine = await start();
    await engine.query('create table log (n integer)');
    const ended: number[] = [];
    const answers = await Promise.all(
      Array.from({ length: 100 }, async (_, n) => {
        if (n % 2 === 0) await engine.query('insert into log select ?', [n]);
        const { rows } = await engine.query('select cast(? as varchar) as mine from range(cast(? as bigint))', [
          `n${n}`,
          n + 1,
        ]);
        ended.push(n);
        return rows;
      }),
    );
    for (const [n, rows] of answers.entries())
      expect(rows).toEqual(Array.from({ length: n + 1 }, () => ({ mine: `n${n}` })));
    const { rows } = await engine.query('select n from log order by rowid');
    expect(rows.map(({ n }) => n)).toEqual(Array.from({ length: 50 }, (_, n) => n * 2));
    expect(ended).toHaveLength(100);
    await engine.close();
  });
});
