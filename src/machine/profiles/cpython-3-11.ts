import type { Profile } from '../native.ts';
import { cpython312 } from './cpython-3-12.ts';

/** CPython 3.11 as it is in 3.11.3: collects inside the allocation, counts every object. */
export const cpython311: Profile = {
  ...cpython312,
  name: '3.11',
  title: 'CPython 3.11',
  versionInfo: [3, 11, 3],
  collectsInAllocation: true,
  nestsCollections: false,
  immortalRefcount: 0,
  inlinesComprehensions: false,
  typeParameters: 'none',
  sharesStaticAttributes: false,
  finalizesUnstartedGenerators: true,
  throwsIntoUnstartedGenerators: true,
  sizes: {
    ...cpython312.sizes,
    instance: 56,
    strAscii: 49,
    strLatin1: 73,
    strTwoByte: 74,
    strFourByte: 76,
    function: 152,
    type: 1688,
    plainType: 920,
    staticType: 424,
    generatorBase: 168,
  },
};
