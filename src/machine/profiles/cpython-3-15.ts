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
  allocatesSequenceIterators: false,
  weakrefsClearedBeforeFinalizers: 'with-callback',
  classDescriptors: false,
  sizes: { ...cpython314.sizes, type: 1728, module: 120 },
};
