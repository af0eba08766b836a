import type { Profile } from '../native.ts';
import { cpython313 } from './cpython-3-13.ts';

/** CPython 3.14.5 and later (3.14.10): borrowed locals, and the generational collector once more. */
export const cpython314: Profile = {
  ...cpython313,
  name: '3.14',
  title: 'CPython 3.14',
  versionInfo: [3, 14, 10],
  borrowsLocals: true,
  sharesStaticAttributes: true,
  defersAnnotations: true,
  slicesAreConstants: true,
  releasesLocals: 'reverse',
  immortalRefcount: 3221225472,
  dictTracking: 'always',
  tupleTracking: 'when-needed',
  finalizesUnstartedGenerators: true,
  closedGeneratorKeepsFunction: false,
  visitsMaterialisedDict: true,
  freeLists: { ...cpython313.freeLists, method: 20, builtin: 16, sequenceIterator: 10, keepsSlice: false },
  randintAllocates: false,
  // plainType is inferred: as much larger than 3.13's as `type`, which was observed. frameBase is that of the structs.
  sizes: {
    ...cpython313.sizes,
    tupleBase: 48,
    function: 168,
    type: 1720,
    plainType: 952,
    generatorBase: 168,
    frameBase: 168,
  },
};
