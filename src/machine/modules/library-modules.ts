/** The modules of the standard library that are about containers, functions and classes. */
import type { NativeModule } from '../native.ts';
import { abcModule, collectionsAbcModule } from './abc.ts';
import { collectionsModule } from './collections.ts';
import { contextlibModule } from './contextlib.ts';
import { copyModule } from './copy.ts';
import { dataclassesModule } from './dataclasses.ts';
import { enumModule } from './enum.ts';
import { functoolsModule } from './functools.ts';
import { itertoolsModule } from './itertools.ts';
import { operatorModule } from './operator.ts';
import { typesModule } from './types.ts';
import { newUnion } from '../types/union-type.ts';
import { typingModule } from './typing.ts';

export const libraryModules: readonly NativeModule[] = [
  collectionsModule,
  collectionsAbcModule,
  itertoolsModule,
  functoolsModule,
  operatorModule,
  copyModule,
  contextlibModule,
  dataclassesModule,
  enumModule,
  typesModule,
  typingModule,
  abcModule,
  { name: '_typing', hasLateSource: true, since: 11, functions: { _union_of: newUnion } },
  { name: '_weakrefset', hasLateSource: true, since: 11 },
  { name: 'annotationlib', hasLateSource: true, since: 14 },
  { name: 'bisect', hasLateSource: true },
  { name: 'heapq', hasLateSource: true },
  { name: 'io', hasLateSource: true },
  { name: 'warnings', hasLateSource: true },
];
