/**
 * The Python of library modules that few programs import. The page fetches it for those alone: the worker's own file is
 * smaller without it.
 */
import type { LateSources } from '../../native.ts';
import { annotationlibSource } from './annotationlib.ts';
import { bisectSource } from './bisect.ts';
import { collectionsAbcSource } from './collections-abc.ts';
import { contextlibSource } from './contextlib.ts';
import { copySource } from './copy.ts';
import { dataclassesSource } from './dataclasses.ts';
import { enumSource } from './enum.ts';
import { functoolsSource } from './functools.ts';
import { heapqSource } from './heapq.ts';
import { statisticsSource } from './statistics.ts';
import { stringSource } from './string.ts';
import { tracemallocSource } from './tracemalloc.ts';
import { typesSource } from './types.ts';
import { typingParametersSource } from './typing-parameters.ts';
import { typingSource } from './typing.ts';

export const lateSources: LateSources = {
  _typing: typingParametersSource,
  annotationlib: annotationlibSource,
  bisect: bisectSource,
  'collections.abc': collectionsAbcSource,
  contextlib: contextlibSource,
  copy: copySource,
  dataclasses: dataclassesSource,
  enum: enumSource,
  functools: functoolsSource,
  heapq: heapqSource,
  statistics: statisticsSource,
  string: stringSource,
  tracemalloc: tracemallocSource,
  types: typesSource,
  typing: typingSource,
};
