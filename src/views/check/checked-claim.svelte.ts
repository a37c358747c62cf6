import { understand } from '../../ingest/understand.ts';
import type { Subject } from '../../ingest/part.ts';
import type { UnclearNumber, UnderstoodNumber } from '../../ingest/understanding.ts';
import type { ClaimEvidence } from '../../metrics/claim-rows.ts';
import type { Dashboard } from '../../metrics/dashboard.ts';
import type { ExpenditureStructure } from '../../metrics/rows.ts';
import { Answer } from '../../state/answer.svelte.ts';
import type { StartedBody } from '../../state/started.ts';
import { NO_OTHER_NAMES, withOtherNames } from './other-names.ts';

/** A number of the text with what the data hold of it. */
export interface CheckedNumber {
  number: UnderstoodNumber;
  evidence: readonly ClaimEvidence[];
}

/** A text that was checked, in the context that it was read in. */
export interface CheckedText {
  text: string;
  checked: readonly CheckedNumber[];
  unclear: readonly UnclearNumber[];
  /** Published names of functional subjects, by code. */
  subjects: Readonly<Record<string, string>>;
}

/** Understands a text and asks the data of each of its numbers. */
export class CheckedClaim {
  readonly answer = new Answer<CheckedText>();
  #subjects: Promise<readonly ExpenditureStructure[]> | null = null;

  constructor(
    private readonly dashboard: Dashboard,
    private readonly bodies: readonly StartedBody[],
    /** Other names that bodies go by, by their ids. */
    private readonly otherNames: () => Promise<ReadonlyMap<string, readonly string[]>>,
  ) {}

  /** Checks the text; answers to earlier texts are dropped. */
  check(text: string, department: string, year: number): void {
    void this.answer.ask(() => this.#check(text, department, year));
  }

  async #check(text: string, department: string, year: number): Promise<CheckedText> {
    const subjects = subjectsOf(await this.#allSubjects());
    // Without the list bodies are known by their published names alone.
    const names = await this.otherNames().catch(() => NO_OTHER_NAMES);
    const bodies = withOtherNames(this.bodies, department, names);
    const { understood, unclear } = understand(text, { department, year, bodies, subjects });
    const checked: CheckedNumber[] = [];
    // One after the other: they share one database, and the first answers are no use without the last.
    for (const number of understood) checked.push({ number, evidence: await this.dashboard.claimCheck(number) });
    return { text, checked, unclear, subjects: Object.fromEntries(subjects.map(({ code, name }) => [code, name])) };
  }

  /** Fetched once; a failure is not kept. */
  #allSubjects(): Promise<readonly ExpenditureStructure[]> {
    this.#subjects ??= this.dashboard.expenditureStructure().catch((error: unknown) => {
      this.#subjects = null;
      throw error;
    });
    return this.#subjects;
  }
}

/** Subjects by their codes, which are the same for every body. */
function subjectsOf(rows: readonly ExpenditureStructure[]): Subject[] {
  const byCode: Record<string, Subject> = {};
  for (const { subject_code: code, subject_name: name, level, parent_code } of rows)
    if (/^\d+$/.test(code)) byCode[code] ??= { code, name, level, parent_code };
  return Object.values(byCode);
}
