/**
 * A frame: where a code object is being executed. Its slots and its value stack lie in the machine's one value stack;
 * frames themselves are kept in a row and used again, so that a call makes no JavaScript object.
 */
import type { LoadedCode } from './loaded-code.ts';

export const FrameFlag = {
  /** Native code waits for the result. */
  ENTRY: 1,
  /** Runs an `__init__`: the result is the instance that lies right below the callable. */
  INIT: 2,
  /** When it returns, what lies on the caller's stack from `dropFrom` up to the callable (or instance) goes, too. */
  DROPS: 4,
  GENERATOR: 8,
  /** The body of a class or module: not entered through a call. */
  BODY: 16,
  /** Its slots are being released: code that runs because of it does not see the frame (CPython has unlinked it). */
  ENDING: 32,
  /** `snapshot` is there. */
  SNAPSHOT: 64,
} as const;

export class Frame {
  code: LoadedCode = null as unknown as LoadedCode;
  /** The function, 0 for a module. Borrowed: it lies on the stack at `callableAt`. */
  func = 0;
  /** Borrowed. */
  globals = 0;
  builtins = 0;
  /** Namespace of a module or class body, 0 in functions. Borrowed. */
  namespace = 0;
  /** Index on the value stack of the callable; the result goes there. */
  callableAt = 0;
  /** Index on the value stack of slot 0. */
  base = 0;
  /** Next free index on the value stack. Current whenever code outside the interpreter's loop runs. */
  sp = 0;
  /** The instruction that is being executed (or, while suspended, the next one). */
  pc = 0;
  line = 0;
  flags = 0;
  /** For DROPS. */
  dropFrom = 0;
  /** The generator whose frame this is. Borrowed. */
  generator = 0;
  /** The FRAME object once somebody asked for it, owned; else 0. */
  object = 0;
  /** The dict that locals() has made and the frame keeps (`keepsLocals`), owned; meaningful with the flag SNAPSHOT. */
  snapshot = 0;
  /** For a generator's frame: the generator through which an exception was thrown into it, or 0. Borrowed. */
  thrower = 0;
  /** For a generator's frame: the exception that its caller was handling, given back when it suspends. */
  savedHandled = 0;
}
