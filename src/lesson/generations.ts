import type { Lesson } from './lesson.ts';

export const generations: Lesson = {
  id: 'generations',
  title: 'Generations',
  summary: 'Small thresholds make the collector run by itself; what survives grows old.',
  lookFor: [
    'About every thirtieth container triggers a young collection.',
    'The nodes in keep survive and are promoted; the rings are found young.',
    'Old garbage waits for a collection of its generation.',
  ],
  source: `\
import gc


class Node:
    def __init__(self, n):
        self.n = n


gc.collect()
gc.set_threshold(30, 3, 3)
keep = []
for n in range(120):
    node = Node(n)
    node.me = node
    if n % 3 == 0:
        keep.append(node)
print('counts:', gc.get_count())
print('collections:', [s['collections'] for s in gc.get_stats()])
gc.set_threshold(700, 10, 10)
keep.clear()
del node
print('left for a full collection:', gc.collect())
`,
};
