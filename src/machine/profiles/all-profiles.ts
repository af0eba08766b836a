import type { Profile } from '../native.ts';
import { cpython311 } from './cpython-3-11.ts';
import { cpython312 } from './cpython-3-12.ts';
import { cpython313 } from './cpython-3-13.ts';
import { cpython314 } from './cpython-3-14.ts';
import { cpython3142 } from './cpython-3-14-2.ts';
import { cpython315 } from './cpython-3-15.ts';

/** Every version that can be simulated, oldest first. */
export const allProfiles: readonly Profile[] = [
  cpython311,
  cpython312,
  cpython313,
  cpython3142,
  cpython314,
  cpython315,
];

/** The profile of that name. */
export function profileNamed(name: Profile['name']): Profile {
  const profile = allProfiles.find((candidate) => candidate.name === name);
  if (profile === undefined) throw new Error(`no profile named ${name}`);
  return profile;
}
