import { describe, expect, test } from 'vitest';
import { EngineLost } from '../../src/engine/engine-lost.ts';
import { QueryError, type Engine, type Result } from '../../src/engine/engine.ts';
import { restartingEngine } from '../../src/engine/restarting-engine.ts';
import { startWasmNode } from '../../src/engine/wasm-node-engine.ts';

/** Too deep for the small stack of the WebAssembly build, which it kills for good. */
const DEADLY = Array.from({ length: 300 }, (_, i) => `select ${i} as a`).join(' union all ');
const makeTable = async (engine: Engine) => {
  await engine.query('create table kept as select 7 as a');
};

describe('A database that crashes', () => {
  test('refuses all that follows when nobody starts it again', async () => {
    const engine = await startWasmNode();
    await expect(engine.query(DEADLY)).rejects.toBeInstanceOf(EngineLost);
    await expect(engine.query('select 1')).rejects.toBeInstanceOf(EngineLost);
  });

  test('rejects what waits, comes back with its tables and files, and says that it does', async () => {
    const causes: EngineLost[] = [];
    const engine = await restartingEngine(startWasmNode, makeTable, { onRestart: (cause) => causes.push(cause) });
    await engine.addFile('five.parquet', new Uint8Array());
    await engine.query("copy (select 5 as a) to 'five.parquet' (format parquet)");
    await engine.addFile('added.parquet', await engine.readFile('five.parquet'));

    const outcomes = await Promise.allSettled([
      engine.query(DEADLY),
      engine.query('select 1'),
      engine.query('select 2'),
    ]);
    for (const outcome of outcomes) {
      expect(outcome.status).toBe('rejected');
      expect((outcome as PromiseRejectedResult).reason).toBeInstanceOf(EngineLost);
    }
    expect(causes).toHaveLength(1);
    expect((await engine.query('select a from kept')).rows).toEqual([{ a: 7 }]);
    expect((await engine.query("select a from read_parquet('added.parquet')")).rows).toEqual([{ a: 5 }]);
    await engine.close();
  });

  test('does not come back for an ordinary error', async () => {
    let starts = 0;
    const engine = await restartingEngine(() => {
      starts += 1;
      return startWasmNode();
    }, makeTable);
    await expect(engine.query("select 'x'::integer")).rejects.toThrow(QueryError);
    expect((await engine.query('select a from kept')).rows).toEqual([{ a: 7 }]);
    expect(starts).toBe(1);
    await engine.close();
  });
});

describe('A database that hangs', () => {
  test('is closed at the time limit and replaced', async () => {
    const hanging = stub(() => new Promise<Result>(() => {}));
    const answering = stub(async () => ({ columns: [], rows: [{ a: 1 }] }));
    const engines = [hanging, answering];
    const engine = await restartingEngine(
      async () => engines.shift()!,
      async () => {},
      { timeLimit: 20 },
    );
    await expect(engine.query('select 1 as a')).rejects.toThrow('longer than 0.02 s');
    expect(hanging.closed).toBe(1);
    expect((await engine.query('select 1 as a')).rows).toEqual([{ a: 1 }]);
  });
});

describe('A statement that is stopped', () => {
  const hang = () => new Promise<Result>(() => {});
  const answer = async () => ({ columns: [], rows: [{ a: 1 }] });

  test('is rejected as stopped, its database is closed, and the next statement finds a new one', async () => {
    const hanging = stub(hang);
    const engines = [hanging, stub(answer)];
    const prepared: Engine[] = [];
    const engine = await restartingEngine(
      async () => engines.shift()!,
      async (fresh) => void prepared.push(fresh),
    );
    const running = engine.query('select 1 as a');
    engine.stop();
    await expect(running).rejects.toMatchObject({ why: 'stopped', sql: 'select 1 as a' });
    expect((await engine.query('select 1 as a')).rows).toEqual([{ a: 1 }]);
    expect(hanging.closed).toBe(1);
    expect(prepared).toHaveLength(2);
  });

  test('while the new database is still starting leaves that start alone', async () => {
    const engines = [stub(hang), stub(answer)];
    let finish!: () => void;
    let starts = 0;
    const engine = await restartingEngine(
      async () => engines.shift()!,
      async () => {
        starts += 1;
        if (starts === 2) await new Promise<void>((resolve) => (finish = resolve));
      },
    );
    const first = engine.query('select 1');
    engine.stop();
    await expect(first).rejects.toMatchObject({ why: 'stopped' });
    const second = engine.query('select 2');
    await expect.poll(() => finish).toBeDefined();
    engine.stop();
    await expect(second).rejects.toMatchObject({ why: 'stopped' });
    finish();
    expect((await engine.query('select 1 as a')).rows).toEqual([{ a: 1 }]);
    expect(starts).toBe(2);
  });

  test('that ran to its end before is not hurt, nor is the next', async () => {
    const engine = await restartingEngine(
      async () => stub(answer),
      async () => {},
    );
    engine.stop();
    await engine.query('select 1');
    engine.stop();
    expect((await engine.query('select 1 as a')).rows).toEqual([{ a: 1 }]);
    await engine.close();
  });
});

describe('A database that does not start', () => {
  test('fails the start with its reason', async () => {
    await expect(
      restartingEngine(
        () => Promise.reject(new Error('no engine')),
        async () => {},
      ),
    ).rejects.toThrow('no engine');
  });

  test('is tried again by the statements that follow a crash', async () => {
    const lost = stub(() => Promise.reject(new EngineLost('crashed', '')));
    const answering = stub(async () => ({ columns: [], rows: [{ a: 1 }] }));
    const offline = () => Promise.reject(new Error('offline'));
    const starts = [async () => lost, offline, offline, offline, async () => answering];
    const engine = await restartingEngine(
      () => starts.shift()!(),
      async () => {},
    );
    await expect(engine.query('select 1')).rejects.toThrow('crashed');
    const failures: unknown[] = [];
    let rows = null;
    while (rows === null) {
      rows = await engine.query('select 1').then(
        (result) => result.rows,
        (error: Error) => {
          failures.push(error.message);
          return null;
        },
      );
    }
    expect(rows).toEqual([{ a: 1 }]);
    // One start is made ahead of the next statement, so up to two of the three failures are met by statements.
    expect(new Set(failures)).toEqual(new Set(['offline']));
  });

  test('is closed when what was to be prepared in it fails', async () => {
    const engine = stub(async () => ({ columns: [], rows: [] }));
    const failing = restartingEngine(
      async () => engine,
      () => Promise.reject(new Error('bad model')),
    );
    await expect(failing).rejects.toThrow('bad model');
    expect(engine.closed).toBe(1);
  });
});

test('A closed engine rejects what waits and what comes', async () => {
  const engine = await restartingEngine(
    async () => stub(() => new Promise<Result>(() => {})),
    async () => {},
  );
  const running = engine.query('select 1');
  const waiting = engine.query('select 2');
  void running;
  await engine.close();
  await expect(waiting).rejects.toBeInstanceOf(EngineLost);
  await expect(engine.query('select 3')).rejects.toBeInstanceOf(EngineLost);
});

function stub(query: () => Promise<Result>): Engine & { closed: number } {
  return {
    closed: 0,
    query,
    addFile: async () => {},
    readFile: async () => new Uint8Array(),
    async close() {
      this.closed += 1;
    },
  };
}
