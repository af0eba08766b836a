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
  source: `\
import gc
import random
import weakref


class DataNode:
    def __init__(self, value):
        self.value = value
        self.children = []

    def add_child(self, obj):
        self.children.append(obj)


def create_data_graph(depth, breadth, parent=None):
    """A tree of DataNodes. parent: None, 'strong' or 'weak' links from each child to its node."""
    root = DataNode(0)
    nodes = [root]
    for _ in range(depth):
        new_nodes = []
        for node in nodes:
            for _ in range(breadth):
                child = DataNode(random.randint(1, 1000))
                node.add_child(child)
                if parent == 'strong':
                    child.parent = node
                elif parent == 'weak':
                    child.parent = weakref.ref(node)
                new_nodes.append(child)
        nodes = new_nodes
    return root


random.seed(42)
root = create_data_graph(2, 3, 'strong')
leaf = root.children[0].children[0]
del root
print('found while leaf holds on:', gc.collect())
del leaf
print('found after del leaf:', gc.collect())
`,
};
