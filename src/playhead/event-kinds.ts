/** Questions to the words of an event. */
import { Ev, OP_BITS, OP_MASK } from '../journal/event-words.ts';

/** Traffic of the value stack, counts that native code takes and gives up, and the atoms' bytes: what a reader passes over. */
export function isTraffic(words: Int32Array, at: number): boolean {
  const op = words[at] & OP_MASK;
  return (op >= Ev.INCREF && op <= Ev.POP_MOVE) || op === Ev.ATOM_BYTES;
}

/** True when the first word of the event carries an object's id. */
export function isAboutObject(op: number): boolean {
  switch (op) {
    case Ev.ENTER:
    case Ev.LEAVE:
    case Ev.LOCAL:
    case Ev.RELEASE_LOCAL:
    case Ev.LINE:
    case Ev.COLLECT_START:
    case Ev.PHASE:
    case Ev.COLLECT_END:
    case Ev.ATOM_BYTES:
    case Ev.OUTPUT:
    case Ev.STATEMENT:
    case Ev.THRESHOLD:
      return false;
    default:
      return true;
  }
}

/** Calls `visit` with every object that the event names: what it is about, and what was or is referred to. */
export function forEachObject(words: Int32Array, at: number, visit: (id: number) => void): void {
  const op = words[at] & OP_MASK;
  if (isAboutObject(op)) visit(words[at] >>> OP_BITS);
  let first = 0;
  let last = -1;
  switch (op) {
    case Ev.SET:
      first = 2;
      last = 3;
      break;
    case Ev.INSERT:
    case Ev.REMOVE:
    case Ev.RELEASE:
      first = last = 2;
      break;
    case Ev.APPEND:
    case Ev.DROP_LAST:
    case Ev.RELEASE_LOCAL:
      first = last = 1;
      break;
    case Ev.SET_DICT:
    case Ev.WEAKEN:
    case Ev.LOCAL:
      first = 1;
      last = 2;
      break;
  }
  for (let i = first; i <= last; i++) if (words[at + i] > 0) visit(words[at + i]);
}
