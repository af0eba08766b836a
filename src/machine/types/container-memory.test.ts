/** What containers, iterators and library objects cost and own: the tables of cpython-memory.md, section 5. */
import { expect, test } from 'vitest';
import type { Profile } from '../native.ts';
import { runProgram } from '../run-program.ts';

const PRELUDE = `
import gc, sys
from collections import deque, defaultdict, OrderedDict, Counter, namedtuple
from functools import partial
from itertools import *
from dataclasses import dataclass
from types import SimpleNamespace
class C: pass
P = namedtuple('P', 'x y')
@dataclass
class DC:
    a: int = 1
def collected(make):
    gc.collect()
    gc.disable()
    make()
    return gc.collect()
def live(make):
    gc.collect()
    gc.disable()
    x = make()
    del x
    gc.collect()
    before = len(gc.get_objects())
    x = make()
    return len(gc.get_objects()) - before
`;

function shown(source: string, profile: Profile['name']): string {
  return runProgram(PRELUDE + source, { profile, filename: 'main.py' }).stdout.trimEnd();
}

interface Row {
  readonly name: string;
  /** Statements; those of garbage make an object that keeps itself alive. */
  readonly make: string;
  readonly upTo313: number;
  readonly from314: number;
  readonly in315?: number;
}

const garbage: readonly Row[] = [
  { name: 'dict in itself', make: "d = {}; d['k'] = d", upTo313: 1, from314: 1 },
  { name: 'deque in itself', make: 'd = deque(); d.append(d)', upTo313: 1, from314: 1 },
  { name: 'defaultdict in itself', make: "d = defaultdict(list); d['k'] = d", upTo313: 1, from314: 1 },
  { name: 'OrderedDict in itself', make: "d = OrderedDict(); d['k'] = d", upTo313: 1, from314: 1 },
  { name: 'Counter in itself', make: "d = Counter(); d['k'] = d", upTo313: 1, from314: 1 },
  { name: 'factory over its defaultdict', make: 'd = defaultdict(lambda: d)', upTo313: 4, from314: 4 },
  { name: 'tuple and list', make: 'l = []; l.append((l,))', upTo313: 2, from314: 2 },
  { name: 'set and instance', make: 'c = C(); c.s = {c}', upTo313: 2, from314: 2 },
  {
    name: 'all sorts of members',
    make: "l = [[1], {}, {'a': 1}, {1}, frozenset([1])]; l.append(l)",
    upTo313: 4,
    from314: 6,
    in315: 5,
  },
  { name: 'list iterator in its list', make: 'l = []; l.append(iter(l))', upTo313: 2, from314: 2 },
  { name: 'view in its dict', make: "d = {}; d['v'] = d.values()", upTo313: 2, from314: 2 },
  { name: 'bound method in its list', make: 'a = []; a.append(a.append)', upTo313: 2, from314: 2 },
  { name: 'map', make: 'l = [1]; l.append(map(str, l))', upTo313: 4, from314: 4 },
  { name: 'enumerate', make: 'l = [1]; l.append(enumerate(l))', upTo313: 4, from314: 3 },
  { name: 'zip', make: 'l = [1]; l.append(zip(l, l))', upTo313: 6, from314: 6 },
  { name: 'filter', make: 'l = [1]; l.append(filter(None, l))', upTo313: 3, from314: 3 },
  { name: 'items iterator', make: "d = {}; d['i'] = iter(d.items())", upTo313: 3, from314: 2 },
  { name: 'partial on its argument', make: 'a = C(); a.p = partial(print, a)', upTo313: 3, from314: 4 },
  { name: 'partial with a keyword', make: 'a = C(); a.p = partial(print, k=a)', upTo313: 3, from314: 3 },
  { name: 'SimpleNamespace', make: 'n = SimpleNamespace(); n.me = n', upTo313: 2, from314: 2 },
  { name: 'chain', make: 'l = [1]; l.append(chain(l, l))', upTo313: 4, from314: 4 },
  { name: 'tee', make: 'l = [1]; l.append(tee(l))', upTo313: 6, from314: 6 },
];

const lists: readonly Row[] = [
  { name: 'nested lists', make: '[[0] * 3 for _ in range(3)]', upTo313: 4, from314: 4 },
  { name: 'list of pairs', make: '[(i, i) for i in range(3)]', upTo313: 4, from314: 1 },
  { name: 'dict of lists', make: '{i: [] for i in range(3)}', upTo313: 4, from314: 4 },
  { name: 'dict of ints', make: '{i: i for i in range(3)}', upTo313: 0, from314: 1 },
  { name: 'list of items', make: "list({'a': 1}.items())", upTo313: 2, from314: 1 },
  { name: 'list of enumerate', make: "list(enumerate('ab'))", upTo313: 3, from314: 3, in315: 2 },
  { name: 'list of zip', make: 'list(zip([1, 2], [3, 4]))', upTo313: 3, from314: 3 },
  { name: 'partial', make: 'partial(print, 1)', upTo313: 2, from314: 2 },
  { name: 'namedtuple, dataclass', make: '[P(1, 2), DC()]', upTo313: 3, from314: 3 },
  { name: 'SimpleNamespace', make: 'SimpleNamespace(a=1)', upTo313: 1, from314: 2 },
  { name: 'deque, OrderedDict', make: '[deque([1]), OrderedDict(a=1)]', upTo313: 3, from314: 3 },
  { name: 'nested dicts', make: "{'a': {'b': {}}}", upTo313: 2, from314: 3 },
];

const versions: readonly (readonly [Profile['name'], (row: Row) => number])[] = [
  ['3.11', (row) => row.upTo313],
  ['3.13', (row) => row.upTo313],
  ['3.14', (row) => row.from314],
  ['3.15', (row) => row.in315 ?? row.from314],
];

test.each(versions)('what a collection finds in %s', (profile, expected) => {
  const source = garbage.map((row, i) => `def make${i}():\n    ${row.make}\nprint(collected(make${i}))\n`).join('');
  const found = shown(source, profile).split('\n').map(Number);
  expect(Object.fromEntries(garbage.map((row, i) => [row.name, found[i]]))).toEqual(
    Object.fromEntries(garbage.map((row) => [row.name, expected(row)])),
  );
});

test.each(versions)('tracked objects in %s', (profile, expected) => {
  const source = lists.map((row) => `print(live(lambda: ${row.make}))\n`).join('');
  const found = shown(source, profile).split('\n').map(Number);
  expect(Object.fromEntries(lists.map((row, i) => [row.name, found[i]]))).toEqual(
    Object.fromEntries(lists.map((row) => [row.name, expected(row)])),
  );
});

test('shallow sizes', () => {
  const source = `
objects = [[], [1, 2, 3], (1, 2), {}, set(), deque(), defaultdict(list), OrderedDict(), slice(1), iter([]), iter({}),
           enumerate([]), zip(), map(str, []), P(1, 2)]
print([sys.getsizeof(o) for o in objects])
`;
  expect(shown(source, '3.11')).toBe('[56, 88, 56, 64, 216, 760, 72, 128, 56, 48, 72, 72, 64, 48, 56]');
});

test('library calls leave no reference behind', () => {
  const source = `
o = object()
def count():
    return sys.getrefcount(o)
before = count()
sorted([o, o], key=id); max([o], key=id); sum([[o], [o]], []); any([o]); list(map(id, [o])); dict.fromkeys([o], o)
set([o]) & {o}; {o} - {o}; {o} ^ {1}; [o] == [o]; (o,) < (o, 1); hash((o,)); repr([o, {o: o}, {o}, (o,), deque([o])])
list(product([o], [o])); list(permutations([o, o])); [k for k, g in groupby([o, o])]; list(zip([o], [o])); tee([o])
P(o, o)._replace(x=1); P(o, 1)._asdict(); partial(print, o)
for attempt in (lambda: [o].index(5), lambda: {}[o], lambda: {o: 1}.pop(5), lambda: [o, 1].sort(), lambda: P(o)):
    try:
        attempt()
    except Exception:
        pass
print(count() - before)
`;
  expect(shown(source, '3.13')).toBe('0');
});
