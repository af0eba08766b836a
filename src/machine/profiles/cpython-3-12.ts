import type { Profile } from '../native.ts';
import { cpython313 } from './cpython-3-13.ts';

/** CPython 3.12 as it is in 3.12.7: the first with immortal objects, and the first that collects at the eval breaker. */
export const cpython312: Profile = {
  ...cpython313,
  name: '3.12',
  title: 'CPython 3.12',
  versionInfo: [3, 12, 7],
  thresholds: [700, 10, 10],
  nestsCollections: true,
  typeParameters: 'without-defaults',
  closedGeneratorKeepsFunction: false,
  keepsLocals: true,
  visitsMaterialisedDict: true,
  trashcanDepth: 50,
  sizes: { ...cpython313.sizes, type: 1704, plainType: 936, staticType: 432, frameBase: 136 },
};
