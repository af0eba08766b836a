import type { Handler, Label } from '../assembler/instruction.ts';
import type { Body, Span } from '../syntax.ts';

/**
 * A statement the place being compiled is inside of, when leaving it early takes work: what `break`, `continue` and
 * `return` undo on their way out (CPython's `fblockinfo`). `outer` is the handler in force outside of it.
 */
export type FrameBlock = { readonly outer: Handler | null } & (
  | { readonly kind: 'while'; readonly start: Label; readonly exit: Label }
  | { readonly kind: 'for'; readonly start: Label; readonly exit: Label }
  | { readonly kind: 'try' }
  | { readonly kind: 'finally-try'; readonly body: Body }
  /** The copy of the `finally` body that runs for an exception. */
  | { readonly kind: 'finally-end' }
  | { readonly kind: 'with'; readonly span: Span }
  /** `outer` is that outside of the whole except clause; `name` that of `as`. */
  | { readonly kind: 'handler'; readonly name: string | null; readonly span: Span }
  /** The body of an except* clause: no `return`, `break` or `continue` leaves it. */
  | { readonly kind: 'star-handler' }
  /** A value of `return` waits on the stack. */
  | { readonly kind: 'value' }
);
