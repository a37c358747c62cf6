/** A document that was read but cannot be taken in. The message says in Chinese what is wrong and how to mend it. */
export class IngestError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'IngestError';
  }
}
