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
`,
};
