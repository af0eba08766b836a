/** KeyError carries the key itself, not a text. */
import type { Machine } from '../native.ts';

/** Throws KeyError(key); the key is borrowed. */
export function raiseKeyError(m: Machine, key: number): never {
  return m.raiseObject(m.call(m.type('KeyError'), [key]));
}
