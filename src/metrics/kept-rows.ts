import type { Parameter, Row } from '../engine/engine.ts';
import type { RunQuery } from './fetch.ts';
import { known, noted } from './known.ts';

type Scope = Readonly<Record<string, Parameter>>;

/**
 * Keeps answers, so that going from one body or year to another does not wait for the database. A query of `narrowing`
 * only leaves out rows for a department and a year (a test holds each of them to that): as soon as nothing else is
 * asked for, its rows of all bodies are fetched once, and from then on an answer is a part of them. A query that is
 * `patient` holds the database for long and is asked by the page, not by its reader: it comes after those rows.
 */
export function keepRows(run: RunQuery, narrowing: readonly string[], patient: readonly string[] = []): RunQuery {
  const wholes = new Map<string, readonly Row[]>();
  const answers = new Map<string, Promise<readonly Row[]>>();
  let asked = 0;
  let fetching = false;
  /** Questions that wait until all rows that are kept are there. */
  const patiently: (() => void)[] = [];

  const fetchWholes = async () => {
    if (fetching) return;
    fetching = true;
    try {
      for (const name of narrowing) {
        // What the reader asks for comes first: this goes on when that is answered.
        if (asked > 0) return;
        if (!wholes.has(name)) wholes.set(name, await run(name, { department: null, year: null }));
      }
    } catch {
      // Nobody waits for these rows. A query that fails does so again, and says so, when it is asked for.
    } finally {
      fetching = false;
    }
    for (const goOn of patiently.splice(0)) goOn();
  };
  const runPatiently: RunQuery = async (name, scope) => {
    await new Promise<void>((resolve) => {
      patiently.push(resolve);
      if (asked === 0) void fetchWholes();
    });
    return run(name, scope);
  };

  const ask = (name: string, scope: Scope): Promise<readonly Row[]> => {
    const key = JSON.stringify([name, scope]);
    const kept = answers.get(key);
    if (kept !== undefined) return kept;
    if (patient.includes(name)) {
      const late = noted(runPatiently(name, scope));
      answers.set(key, late);
      late.catch(() => answers.delete(key));
      return late;
    }
    asked += 1;
    const answer = noted(
      run(name, scope).finally(() => {
        asked -= 1;
        if (asked === 0) void fetchWholes();
      }),
    );
    answers.set(key, answer);
    answer.catch(() => answers.delete(key));
    return answer;
  };

  return (name, scope) => {
    const whole = wholes.get(name);
    return whole === undefined ? ask(name, scope) : known(narrow(whole, scope));
  };
}

function narrow(rows: readonly Row[], { department, year }: Scope): readonly Row[] {
  return rows.filter(
    (row) =>
      (department === null || department === undefined || row.department_id === department) &&
      (year === null || year === undefined || row.fiscal_year === year),
  );
}
