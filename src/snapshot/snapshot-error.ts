/** A snapshot cannot be written or a manifest cannot be read. The message is fit to be shown and says what to do. */
export class SnapshotError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SnapshotError';
  }
}
