import { dataGraphSource } from './data-graph.ts';
import type { Lesson } from './lesson.ts';

export const buildDeleteCollect: Lesson = {
  id: 'build-delete-collect',
  title: 'Build, delete, collect',
  summary: 'A small tree is built. Delete its root, then ask the collector.',
  lookFor: [
    "Every node is held by its parent's children list, the root by the name root.",
    'del root drops the last reference to the root: its count reaches zero and the wave runs down the tree.',
    'gc.collect() then has nothing left to find: it returns 0.',
  ],
  then: ['del root', 'gc.collect()'],
  source: `${dataGraphSource}random.seed(42)
root = create_data_graph(2, 3)
`,
};
