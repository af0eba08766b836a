import { dataGraphSource } from './data-graph.ts';
import type { Lesson } from './lesson.ts';

export const parentLinks: Lesson = {
  id: 'parent-links',
  title: 'Parent links make cycles',
  summary: 'The same tree, but every child knows its parent. del root frees nothing.',
  lookFor: [
    "Each child holds its parent, so no count but the name's share falls at del root.",
    'Nothing is freed: the tree is unreachable, and every node is still referred to.',
    'gc.collect() finds twice as many objects as there are nodes: each node and its list.',
  ],
  then: ['del root', 'gc.collect()'],
  source: `${dataGraphSource}random.seed(42)
root = create_data_graph(2, 3, 'strong')
`,
};
