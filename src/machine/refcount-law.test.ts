import { describe, expect, it } from 'vitest';
import { Flag } from '../heap/heap.ts';
import { allProfiles } from './profiles/all-profiles.ts';
import { runProgram } from './run-program.ts';
import { NaiveFold } from './testing/naive-fold.ts';

const programs: Readonly<Record<string, string>> = {
  'instances, methods, rebinding': `
class Node:
    count = 0
    def __init__(self, value, *rest, **named):
        self.value = value
        self.children = []
        self.rest = rest
        Node.count += 1
    def add(self, child):
        self.children.append(child)
        return self
    @property
    def size(self):
        return 1 + sum(child.size for child in self.children)
root = Node(0).add(Node(1, 2, 3)).add(Node(4, key=[5]))
for _ in range(3):
    root = Node([root]).add(root)
bound = root.add
bound(Node(7))
print(root.size, root.size, Node.count)
del root.children[0], bound
`,
  'functions, closures, defaults': `
def outer(a, b=[], *args, k=None, **kw):
    c = [a, b]
    def inner(d):
        nonlocal c
        c = [c, d, args, kw]
        return lambda: (c, k)
    return inner
made = [outer([1]), outer([2], [3], [4], k=[5], z=[6])]
print([f([7])() is not None for f in made])
print(outer(*[[8], [9]], **{'k': [10]})([11])()[1])
x, y = [1], [2]
x, y = y, x
first, *middle, last = [[i] for i in range(4)]
`,
  'generators and exceptions': `
def numbers(limit):
    held = [limit]
    try:
        for i in range(limit):
            got = yield [i]
            if got:
                held.append(got)
    finally:
        held.clear()
    return held
def all_of(*limits):
    for limit in limits:
        kept = yield from numbers(limit)
    return kept
print(len(list(all_of(2, 3))))
g = all_of(2, 2)
next(g)
g.send([5])
try:
    g.throw(ValueError([1]))
except ValueError as error:
    saved = error
h = all_of(4)
next(h)
del h
class Trouble(Exception):
    def __init__(self, what):
        super().__init__(what)
        self.what = what
def fail(depth, held):
    local = [held]
    if depth == 0:
        raise Trouble([depth])
    fail(depth - 1, local)
for i in range(3):
    try:
        try:
            fail(i, [i])
        except Trouble as error:
            raise KeyError([i]) from error
    except (KeyError, ValueError) as error:
        last = error
class Manager:
    def __enter__(self):
        return [self]
    def __exit__(self, *about):
        return True
with Manager() as m:
    raise Trouble(m)
print(sum(x[0] for x in ([y] for y in range(4))))
`,
  'classes, finalizers, weak references, collections': `
import gc, weakref
class Base:
    __slots__ = ('a', '__weakref__')
    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw)
class Derived(Base):
    def __init__(self):
        super().__init__()
        self.a = self
        self.b = [self]
    def __del__(self):
        log.append('del')
    def __getattr__(self, name):
        return [name]
log = []
d = Derived()
w = weakref.ref(d, lambda ref: log.append(ref))
print(d.nothing, vars(d)['b'][0] is d)
del d
print(gc.collect() > 0, log[0], w())
def make():
    class Local(Base):
        def method(self):
            return __class__
    return Local().method()
print(make().__name__)
del w
print(gc.collect() > 0)
a = {1: [2], 'x': {3: [4]}}
a.update({**a, 'y': (5, [6])})
print(sorted(map(str, a)), {k: [v] for k, v in a.items()} == 1, [*a.values()][1:2])
`,
};

describe.each(allProfiles.map((profile) => profile.name))('the events of a run, %s', (profile) => {
  it.each(Object.keys(programs))('add up to the live heap: %s', (name) => {
    const { machine, exceptionLine } = runProgram(programs[name], { profile });
    expect(exceptionLine).toBeNull();
    const fold = new NaiveFold(machine).run();
    expect(fold.problems).toEqual([]);
    expect(fold.frames).toEqual([]);
    expect(fold.stack).toEqual([]);
    const { heap } = machine;
    const counted = fold.counted();
    for (const [id, count] of fold.refcount) {
      expect(heap.flags[id] & Flag.DEAD, `object ${id} is dead`).toBe(0);
      if (heap.flags[id] & Flag.IMMORTAL) continue;
      expect(count, `refcount of object ${id}`).toBe(heap.refcount[id]);
      expect(fold.slots.get(id), `slots of object ${id}`).toEqual(heap.slotsOf(id).map((slot) => heap.cellWord(slot)));
      expect(count, `references to object ${id}`).toBeGreaterThanOrEqual(counted.get(id) ?? 0);
    }
  });
});
