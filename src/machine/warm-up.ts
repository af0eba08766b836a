/**
 * Runs a small program of its own, so that the host's compiler has seen the interpreter at work before a reader's
 * program comes: the first run is then nearly as fast as later ones. For a worker's idle time; takes about as long as a
 * run of some thousand objects.
 */
import { newMachineWith } from './run-program.ts';
import { startProgram } from './run.ts';

const PROGRAM = `
import gc
import random
import weakref

class Node:
    kind = 'node'

    def __init__(self, value):
        self.value = value
        self.children = []
        self.parent = None

    def add(self, child):
        self.children.append(child)
        child.parent = self

    @property
    def size(self):
        return len(self.children)

def build(depth, breadth):
    root = Node(0)
    nodes = [root]
    for _ in range(depth):
        new_nodes = []
        for node in nodes:
            for _ in range(breadth):
                child = Node(random.randint(1, 1000))
                node.add(child)
                new_nodes.append(child)
        nodes = new_nodes
    return root

def visit(node, depth=0):
    print(f'{node.kind} {node.value} at depth {depth}')
    for child in node.children:
        visit(child, depth + 1)

def total(node):
    result = node.value
    for child in node.children:
        result += total(child)
    return result

def walk(node):
    yield node
    for child in node.children:
        yield from walk(child)

def odd(values):
    for value in values:
        if value % 2 == 1 and value is not None:
            yield value

for turn in range(2):
    root = build(3, 8)
    visit(root)
    count = total(root)
    found = {node.value: [node.size] for node in walk(root)}
    names = sorted(str(value) for value in odd(found))
    pairs = [(a, b) for a, b in zip(names, names[1:]) if a != b]
    watched = weakref.ref(root)
    try:
        root.children[100].value
    except IndexError as error:
        names.append(error)
    while count > 1000:
        count = count // 2 - 1
    counts = {}
    for name in pairs:
        counts[name] = counts.get(name, 0) + len(name)
    del root, name
    gc.collect()
`;

/** Two machines: what the compiler has learnt of the first one holds for a second only after it has seen one. */
export function warmUp(): void {
  for (let machine = 0; machine < 2; machine++) startProgram(newMachineWith({}), PROGRAM, '<warm-up>').go();
}
