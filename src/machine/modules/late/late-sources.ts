/**
 * The Python of library modules that few programs import. The page fetches it for those alone: the worker's own file is
 * smaller without it.
 */
import type { LateSources } from '../../native.ts';
import { annotationlibSource } from './annotationlib.ts';
import { bisectSource } from './bisect.ts';
import { collectionsAbcSource } from './collections-abc.ts';
import { collectionsSource } from './collections.ts';
import { collectionsUserSource } from './collections-user.ts';
import { contextlibSource } from './contextlib.ts';
import { copySource } from './copy.ts';
import { dataclassesSource } from './dataclasses.ts';
import { enumSource } from './enum.ts';
import { functoolsSource } from './functools.ts';
import { heapqSource } from './heapq.ts';
import { ioSource } from './io.ts';
import { osSource } from './os.ts';
import { statisticsSource } from './statistics.ts';
import { stringSource } from './string.ts';
import { tracebackSource } from './traceback.ts';
import { tracemallocSource } from './tracemalloc.ts';
import { typesSource } from './types.ts';
import { typingParametersSource } from './typing-parameters.ts';
import { typingSource } from './typing.ts';
import { warningsSource } from './warnings.ts';
import { weakrefSource } from './weakref.ts';
import { weakrefsetSource } from './weakrefset.ts';

export const lateSources: LateSources = {
  _typing: typingParametersSource,
  annotationlib: annotationlibSource,
  bisect: bisectSource,
  _collections_user: collectionsUserSource,
  collections: collectionsSource,
  'collections.abc': collectionsAbcSource,
  contextlib: contextlibSource,
  copy: copySource,
  dataclasses: dataclassesSource,
  enum: enumSource,
  functools: functoolsSource,
  heapq: heapqSource,
  io: ioSource,
  os: osSource,
  statistics: statisticsSource,
  string: stringSource,
  traceback: tracebackSource,
  tracemalloc: tracemallocSource,
  types: typesSource,
  typing: typingSource,
  warnings: warningsSource,
  _weakrefset: weakrefsetSource,
  weakref: weakrefSource,
};
