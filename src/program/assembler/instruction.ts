import type { Span } from '../syntax.ts';

/** A place in the code, to jump to. */
export interface Label {
  /** Index of the instruction it stands before; -1 until it is bound. */
  index: number;
}

/** Where an exception goes that is raised while this handler is in force. */
export interface Handler {
  readonly label: Label;
  /** Whether the index of the raising instruction lies below the exception. */
  readonly lasti: boolean;
  /** Values that stay on the stack: what was there at the start of the protected code, less `discard`. */
  depth: number;
  readonly discard: number;
}

/** Not an instruction of the machine: marks where a handler comes into force, and so its depth. */
export const SETUP = -1;
/** STORE_FAST of a value that may be NULL: afterwards the variable may be unbound. */
export const STORE_FAST_MAYBE_NULL = -3;
/** An instruction taken out. */
export const REMOVED = -2;

/** An instruction as the compiler emits it. */
export interface Instruction {
  op: number;
  arg: number;
  span: Span;
  target: Label | null;
  readonly handler: Handler | null;
}
