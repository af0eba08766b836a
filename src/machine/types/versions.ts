/** Asking a profile for its version where a message or a size changed; behaviour has fields of its own in `Profile`. */
import type { Machine } from '../native.ts';

/** True when the simulated CPython is 3.`minor` or later. */
export function isAtLeast(m: Machine, minor: number): boolean {
  return m.profile.versionInfo[1] >= minor;
}
