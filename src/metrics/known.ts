/** Values of promises that were there when the promise was made, or are there by now. */
const values = new WeakMap<Promise<unknown>, { value: unknown }>();

/** A promise of a value that is there: `valueKnown` gives it without waiting. */
export function known<T>(value: T): Promise<T> {
  const promise = Promise.resolve(value);
  values.set(promise, { value });
  return promise;
}

/** Notes the value of a promise as soon as it is there; gives the promise back. */
export function noted<T>(promise: Promise<T>): Promise<T> {
  promise.then(
    (value) => values.set(promise, { value }),
    () => undefined,
  );
  return promise;
}

/** The value, where it can be had without waiting: what waits is drawn twice. Else undefined. */
export function valueKnown<T>(promise: Promise<T>): { value: T } | undefined {
  return values.get(promise) as { value: T } | undefined;
}
