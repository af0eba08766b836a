/** The founding program's class and builder, with parent links to choose: what the lessons about trees begin with. */
export const dataGraphSource = `\
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


`;
