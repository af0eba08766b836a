import { describe, expect, it } from 'vitest';
import { startProgram } from './run.ts';
import { newMachine } from './run-program.ts';

const node = `
class Node:
    kind = 'node'
    def __init__(self, value, parent=None):
        self.value = value
        self.children = []
        self.parent = parent
        self.state = 'new'
    def add(self, child):
        self.children.append(child)
        child.parent = self
    def mark(self):
        self.state = 'seen'
    def drop(self, other):
        return None
`;

/** Each has calls that can do without a frame; in many of them something else happens on the way. */
const programs: Record<string, string> = {
  'a tree with parent links': `${node}
root = Node(0)
for i in range(40):
    child = Node(i * 1000)
    root.add(child)
    child.add(Node('x' * i))
del root, child
import gc
print(gc.collect(), gc.get_count())`,
  'an attribute that is set a second time': `${node}
nodes = [Node(i) for i in range(5)]
for n in nodes:
    n.mark()
    n.mark()
print([n.state for n in nodes])`,
  'an argument that dies as the call ends': `${node}
class Loud:
    def __del__(self):
        import sys
        print('gone in', sys._getframe(1).f_code.co_name)
n = Node(1)
for i in range(4):
    n.drop(Loud())
    n.drop([i])
    n.drop(i * 1000)`,
  'a collection that becomes due inside': `${node}
import gc
gc.callbacks.append(lambda phase, info: print(phase, info['generation']))
gc.set_threshold(7, 2, 2)
root = Node(0)
for i in range(60):
    root.add(Node(i))
print(len(root.children), gc.get_count())`,
  'slots, a subclass, a materialised dict, a property': `
class Slotted:
    __slots__ = ('a', 'b')
    def __init__(self, a):
        self.a = a
        self.b = []
class Base:
    def __init__(self, a):
        self.a = a
        self.b = []
    def put(self, x):
        self.b.append(x)
class Sub(Base):
    def put(self, x):
        self.c = x
class Guarded:
    def __init__(self, a):
        self.a = a
        self.b = []
    @property
    def a(self):
        return 1
    @a.setter
    def a(self, value):
        print('set', value)
for i in range(4):
    s = Slotted(i)
    b = Base(i)
    vars(b)
    b.put(i)
    c = Sub(i)
    c.put(c)
    c.put(i)
    g = Guarded(i)
    b.b = None
    try:
        b.put(i)
    except AttributeError as error:
        print(error)`,
  'the same object twice, other lists than plain ones, defaults': `
class Log(list):
    def append(self, item):
        print('append', item)
        super().append(item)
class Owner:
    def __init__(self, items):
        self.items = items
    def put(self, item):
        self.items.append(item)
    def tie(self, other):
        self.other = other
        other.other = self
    def wide(self, a, b=None, *, c=3):
        self.a = a
for i in range(3):
    o = Owner([])
    o.put(o)
    o.tie(o)
    o.tie(Owner(Log()))
    o.other.put(i)
    o.wide(1)
    o.wide(1, 2)
import gc
print(gc.collect())`,
  'an object that two parameters alone hold': `
class Loud:
    def __del__(self):
        print('gone')
def forget():
    global x
    del x
def both(a, b, c):
    return None
class Pair:
    def __init__(self, a, b, c):
        self.c = c
for i in range(3):
    x = Loud()
    both(x, x, forget())
    print('after', i)
    x = Loud()
    Pair(x, x, forget())
    print('after', i)`,
  'an initializer that returns something, calls that fail': `
class Odd:
    def __init__(self, a):
        self.a = a
        return 5
class Even:
    def __init__(self, a):
        self.a = a
    def put(self, x):
        self.items.append(x)
for i in range(4):
    try:
        Odd(i)
    except TypeError as error:
        print(error)
    try:
        Even(i).put(i)
    except AttributeError as error:
        print(error)
    try:
        Even()
    except TypeError as error:
        print(error)`,
  'functions, not methods, and what outlives its class': `
class Box:
    pass
def fill(box, value):
    box.value = value
    box.items = []
    box.name = 'box'
def put(box, value):
    box.items.append(value)
boxes = []
for i in range(6):
    box = Box()
    fill(box, boxes)
    put(box, i)
    put(box, box)
    boxes.append(box)
del Box, box
import gc
print(gc.collect())
boxes.clear()
print(gc.collect())`,
};

const profiles = ['3.11', '3.12', '3.13', '3.14.2', '3.14', '3.15'] as const;

/** What a program records and prints. `watched`: somebody follows its lines, so that every call has a frame. */
function recordOf(
  source: string,
  profile: (typeof profiles)[number],
  watched: boolean,
): { words: string; output: string } {
  const machine = newMachine({ profile });
  if (watched) machine.lineTracer = { line: () => undefined, leave: () => undefined };
  const run = startProgram(machine, source, 'main.py', {});
  run.go();
  const { words, at, full } = machine.heap.events;
  expect(full.length).toBe(0);
  return { words: [...words.subarray(0, at)].join(' '), output: machine.takeOutput() };
}

describe.each(profiles)('calls without a frame, %s', (profile) => {
  it.each(Object.keys(programs))('record what calls with a frame record: %s', (name) => {
    const without = recordOf(programs[name], profile, false);
    const withFrames = recordOf(programs[name], profile, true);
    expect(without.output).toBe(withFrames.output);
    expect(without.output).not.toMatch(/SyntaxError|NameError/);
    expect(without.words === withFrames.words).toBe(true);
  });
});

it('a plain initializer is entered without a frame', () => {
  const machine = newMachine();
  const run = startProgram(machine, `${node}\nnodes = [Node(i) for i in range(3)]`, 'main.py', {});
  run.go();
  const before = machine.frames.length;
  run.runStatement('nodes[0].add(Node(7))');
  expect(machine.frames.length).toBe(before);
  expect(machine.codes.find(({ code }) => code.name === '__init__')!.plainBody).not.toBeNull();
});
