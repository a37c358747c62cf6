/** What was asked for is wrong; the message is one line that says what, and what there is. Exit status 1. */
export class CommandError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CommandError';
  }
}
