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
root = create_data_graph(2, 3)
`,
};
