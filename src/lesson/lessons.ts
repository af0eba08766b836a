import type { Lesson } from './lesson.ts';
import { aCacheThatLeaks } from './a-cache-that-leaks.ts';
import { aClosureRemembers } from './a-closure-remembers.ts';
import { anExceptionHoldsOn } from './an-exception-holds-on.ts';
import { buildDeleteCollect } from './build-delete-collect.ts';
import { dataPipeline } from './data-pipeline.ts';
import { finalizers } from './finalizers.ts';
import { generations } from './generations.ts';
import { listOrGenerator } from './list-or-generator.ts';
import { oneLeafHeld } from './one-leaf-held.ts';
import { parentLinks } from './parent-links.ts';
import { twoThatHoldEachOther } from './two-that-hold-each-other.ts';
import { weakParents } from './weak-parents.ts';

export type { Lesson } from './lesson.ts';

/** All lessons, in the order in which the gallery shows them; the first is what the page opens on. */
export const lessons: readonly Lesson[] = [
  buildDeleteCollect,
  parentLinks,
  weakParents,
  oneLeafHeld,
  dataPipeline,
  twoThatHoldEachOther,
  finalizers,
  listOrGenerator,
  aCacheThatLeaks,
  anExceptionHoldsOn,
  generations,
  aClosureRemembers,
];
