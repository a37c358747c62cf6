import type { Cover } from './cover.ts';

/** What someone says of a document, in place of what stands on its cover. */
export interface Given {
  body?: string;
  year?: number;
  kind?: 'final_accounts' | 'budget';
}

/** A cover with what was given laid over it: a year that was given settles several, a body one that is not named. */
export function withGiven(cover: Cover, { body, year, kind }: Given): Cover {
  return {
    ...cover,
    body: body ?? cover.body,
    year: year ?? cover.year,
    years: year === undefined ? cover.years : [year],
    kind: kind ?? cover.kind,
  };
}
