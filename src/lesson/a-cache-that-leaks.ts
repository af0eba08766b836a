import type { Lesson } from './lesson.ts';

export const aCacheThatLeaks: Lesson = {
  id: 'a-cache-that-leaks',
  title: 'A cache that leaks',
  summary: 'del root frees nothing while a cache still refers to the nodes; a weak cache lets go.',
  lookFor: [
    'After del root the nodes are alive: CACHE holds them.',
    'Select one and ask why it is alive: the path starts at CACHE.',
    'The weak cache forgets each entry the moment its object dies.',
  ],
  source: `\
import gc
import weakref

CACHE = {}
WEAK_CACHE = weakref.WeakValueDictionary()


class DataNode:
    def __init__(self, key):
        self.key = key
        self.children = []


def build(depth, breadth, cache, key='r'):
    node = DataNode(key)
    cache[key] = node
    if depth:
        for i in range(breadth):
            node.children.append(build(depth - 1, breadth, cache, key + str(i)))
    return node


root = build(2, 2, CACHE)
del root
print('cached:', len(CACHE), 'collected:', gc.collect())
CACHE.clear()

root = build(2, 2, WEAK_CACHE)
print('weakly cached:', len(WEAK_CACHE))
del root
print('after del root:', len(WEAK_CACHE))
`,
};
