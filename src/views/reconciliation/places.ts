import type { PublishedNumber } from '../../metrics/reconciliation-rows.ts';

/** A cell of a row as published: usually one number; more where the table has two columns of one name. */
export interface PublishedCell {
  numbers: readonly PublishedNumber[];
}

/** Rows of one table that numbers of a finding stand in, each with all of its columns. */
export interface PublishedTable {
  kind: 'table';
  key: string;
  document_id: string;
  heading: string;
  unit: string | null;
  columns: readonly string[];
  rows: readonly { key: number; name: string; cells: readonly PublishedCell[] }[];
}

/** The numbers of a sentence in the order in which they are read, those of one subject together. */
export interface PublishedSentence {
  kind: 'sentence';
  key: string;
  document_id: string;
  heading: string;
  section_no: string | null;
  phrases: readonly { subject: string; numbers: readonly PublishedNumber[] }[];
}

export type PublishedPlace = PublishedTable | PublishedSentence;

/** The rows and sentences that hold one of the numbers asked for, put together again. */
export function placesOf(numbers: readonly PublishedNumber[], asked: ReadonlySet<number>): PublishedPlace[] {
  const wanted = new Set(numbers.filter(({ number_id }) => asked.has(number_id)).map(({ place }) => place));
  const around = numbers.filter(({ place }) => wanted.has(place));
  const groups = groupedBy(around, (number) =>
    number.record === 'claim'
      ? `sentence ${number.place}`
      : JSON.stringify([number.document_id, number.department_id, number.statement, number.side, number.heading]),
  );
  return [...groups].map(([key, members]) =>
    members[0]!.record === 'claim' ? sentenceOf(key, members) : tableOf(key, members),
  );
}

function tableOf(key: string, numbers: readonly PublishedNumber[]): PublishedTable {
  const first = numbers[0]!;
  const columns = [...new Set(numbers.map(({ column_name: name }) => name ?? ''))];
  const units = new Set(numbers.flatMap(({ published_unit: unit }) => unit ?? []));
  return {
    kind: 'table',
    key,
    document_id: first.document_id,
    heading: first.heading ?? '',
    unit: units.size === 1 ? [...units][0]! : null,
    columns,
    rows: [...groupedBy(numbers, ({ place }) => place)].map(([place, row]) => ({
      key: place,
      name: row[0]!.row_name ?? '',
      cells: columns.map((column) => ({ numbers: row.filter(({ column_name: name }) => (name ?? '') === column) })),
    })),
  };
}

function sentenceOf(key: string, numbers: readonly PublishedNumber[]): PublishedSentence {
  const phrases: { subject: string; numbers: PublishedNumber[] }[] = [];
  for (const number of numbers) {
    const subject = number.subject ?? '';
    const last = phrases.at(-1);
    if (last !== undefined && last.subject === subject) last.numbers.push(number);
    else phrases.push({ subject, numbers: [number] });
  }
  const first = numbers[0]!;
  return {
    kind: 'sentence',
    key,
    document_id: first.document_id,
    heading: first.heading ?? '',
    section_no: first.section_no,
    phrases,
  };
}

function groupedBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const there = groups.get(keyOf(item));
    if (there === undefined) groups.set(keyOf(item), [item]);
    else there.push(item);
  }
  return groups;
}
