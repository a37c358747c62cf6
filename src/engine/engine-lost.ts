import { QueryError } from './engine.ts';

/**
 * The database itself is gone: it crashed, was ended for taking too long, or never started. No later statement can
 * succeed on the same engine; a new one has to be started.
 */
export class EngineLost extends QueryError {
  constructor(message: string, sql: string, options?: ErrorOptions) {
    super(message, sql, options);
    this.name = 'EngineLost';
  }
}

/** The engine was ended on purpose, because of one statement: a reader stopped it, or it took too long. */
export class StatementEnded extends EngineLost {
  constructor(
    message: string,
    sql: string,
    readonly why: 'stopped' | 'late',
  ) {
    super(message, sql);
  }
}
