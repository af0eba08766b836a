/**
 * How exceptions travel through native code: a Python exception is a thrown `PythonError`; the host's own reasons to
 * end a run are a thrown `Stop`. Neither is an `Error`: no stack trace of the host is made for them.
 */

/** A Python exception in flight. Whoever catches it owns `exception`. */
export class PythonError {
  readonly exception: number;
  constructor(exception: number) {
    this.exception = exception;
  }
}

export type StopReason = 'events' | 'memory' | 'output' | 'cancelled';

/** The budget is exhausted while native code is on the stack, so that the run cannot go on later. */
export class Stop {
  readonly reason: StopReason;
  constructor(reason: StopReason) {
    this.reason = reason;
  }
}
