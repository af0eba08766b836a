import { dataGraphSource } from './data-graph.ts';
import type { Lesson } from './lesson.ts';

export const weakParents: Lesson = {
  id: 'weak-parents',
  title: 'Weak parent links',
  summary: 'A weak reference to the parent does not keep it alive: del root frees everything again.',
  lookFor: [
    'Dashed lines are weak references: they do not count.',
    'del root frees every node by reference count.',
    'gc.collect() returns 0.',
  ],
  then: ['del root', 'gc.collect()'],
  source: `${dataGraphSource}random.seed(42)
root = create_data_graph(2, 3, 'weak')
`,
};
