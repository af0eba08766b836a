/**
 * Our own bug, found: `message` names the thing, the value and what was expected. The message is built on every call:
 * in loops over millions, test first and call `fail`.
 */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

/** Stands in the `default` of an exhaustive `switch`: a value that arrives here is a case somebody forgot. */
export function assertUnreachable(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}

export function fail(message: string): never {
  throw new Error(message);
}
