/** Format errors of the pure functions of this folder, as Python exceptions. */
import type { Machine } from '../native.ts';
import { FormatError } from './format-spec.ts';

/** What `action` returns; a FormatError that it throws becomes the Python exception it stands for. */
export function raisingFormatErrors<T>(m: Machine, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof FormatError) return m.raise(error.exception, error.message);
    throw error;
  }
}

/** Whether format specs may group the digits after the point. */
export function groupsFraction(m: Machine): boolean {
  return m.profile.versionInfo[1] >= 14;
}
