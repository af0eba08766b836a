import { expect, test } from 'vitest';
import { answers } from '../../../tests/support/answers.ts';

const prelude = `
import copy
class Node:
    def __init__(self, value, kids=()):
        self.value = value
        self.kids = list(kids)
class Own:
    def __copy__(self): return 'copied'
    def __deepcopy__(self, memo): return 'deep'
class Slots:
    __slots__ = ('a',)
    def __init__(self, a): self.a = a
class MyList(list): pass
node = Node(1, [Node(2)])
node.me = node
shallow, deep = copy.copy(node), copy.deepcopy(node)
ring = []
ring.append(ring)
deep_ring = copy.deepcopy(ring)
data = [1, [2], {'a': (3, [4])}, {5}]
deep_data = copy.deepcopy(data)
named = MyList([1, [2]])
named.x = [3]
`;

// Expression and answer of CPython; later ones may see what earlier ones did.
const rows: readonly (readonly [string, string])[] = [
  [
    'shallow.kids is node.kids, shallow.me is node, deep.kids is node.kids, deep.kids[0].value, deep.kids[0] is node.kids[0], deep.me is deep',
    '(True, True, False, 2, False, True)',
  ],
  ['deep_ring[0] is deep_ring, deep_ring is ring', '(True, False)'],
  ["deep_data == data, deep_data[1] is data[1], deep_data[2]['a'][1] is data[2]['a'][1]", '(True, False, False)'],
  [
    'copy.copy(Own()), copy.deepcopy([Own()]), copy.copy((1, 2)), copy.deepcopy((1, [2])), copy.copy({1: 2}), copy.copy(len) is len',
    "('copied', ['deep'], (1, 2), (1, [2]), {1: 2}, True)",
  ],
  [
    'copy.copy(Slots(5)).a, copy.deepcopy(Slots([5])).a, type(copy.copy(named)), copy.copy(named).x is named.x, copy.deepcopy(named).x is named.x, copy.deepcopy(named)',
    "(5, [5], <class '__main__.MyList'>, True, False, [1, [2]])",
  ],
  ["copy.deepcopy(ValueError('x', [1])).args, copy.copy(Node) is Node", "(('x', [1]), True)"],
];

const given = answers(
  rows.map(([expression]) => expression),
  prelude,
);

test.each(rows.map(([expression, answer], i) => [expression, answer, given[i]] as const))('%s', (_, answer, found) => {
  expect(found).toBe(answer);
});
