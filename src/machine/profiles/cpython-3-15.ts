import type { Profile } from '../native.ts';
import { cpython314 } from './cpython-3-14.ts';

/** CPython 3.15 as it is in 3.15.0rc1. */
export const cpython315: Profile = {
  ...cpython314,
  name: '3.15',
  title: 'CPython 3.15',
  versionInfo: [3, 15, 0],
  borrowsPastEmptyBlocks: true,
  largestCachedInt: 1024,
  tracksAtomFrozensets: false,
  slicesSequencesDirectly: true,
  allocatesSequenceIterators: false,
  weakrefsClearedBeforeFinalizers: 'with-callback',
  classDescriptors: false,
  // plainType and staticType are inferred: a word more than 3.14's, as `type` has, which was observed.
  sizes: {
    ...cpython314.sizes,
    type: 1728,
    plainType: 960,
    staticType: 424,
    generatorExpression: 16,
    module: 120,
  },
};
