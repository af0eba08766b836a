import { dataGraphSource } from './data-graph.ts';
import type { Lesson } from './lesson.ts';

export const oneLeafHeld: Lesson = {
  id: 'one-leaf-held',
  title: 'One leaf keeps them all',
  summary: 'With parent links, a single variable on a single leaf keeps the whole tree alive.',
  lookFor: [
    'leaf holds one node, and that one holds its parent, and so on up to the root and down again.',
    'After del root, gc.collect() returns 0: everything can still be reached from leaf.',
    'After del leaf, the next collection reclaims all of it.',
  ],
  source: `${dataGraphSource}random.seed(42)
root = create_data_graph(2, 3, 'strong')
leaf = root.children[0].children[0]
del root
print('found while leaf holds on:', gc.collect())
del leaf
print('found after del leaf:', gc.collect())
`,
};
