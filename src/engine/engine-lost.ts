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
