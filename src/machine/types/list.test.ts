import { describe, expect, test } from 'vitest';
import { runProgram } from '../run-program.ts';

function run(source: string, profile: '3.11' | '3.12' | '3.13' | '3.14' | '3.15' = '3.13'): string {
  return runProgram(source, { profile, filename: 'main.py' }).stdout;
}

describe('capacity of a list', () => {
  test('grows by an eighth, in steps of four', () => {
    const source = `
import sys
l = []
sizes = []
for n in range(148):
    l.append(n)
    capacity = (sys.getsizeof(l) - 56) // 8
    if not sizes or sizes[-1][1] != capacity:
        sizes.append((n + 1, capacity))
print(sizes)
`;
    expect(run(source)).toBe(
      '[(1, 4), (5, 8), (9, 16), (17, 24), (25, 32), (33, 40), (41, 52), (53, 64), (65, 76), ' +
        '(77, 92), (93, 108), (109, 128), (129, 148)]\n',
    );
  });

  test('shrinks at half, until 3.14.9 also when it is small', () => {
    const source = `
import sys
l = []
for n in range(100):
    l.append(n)
sizes = []
while l:
    l.pop()
    capacity = (sys.getsizeof(l) - 56) // 8
    if not sizes or sizes[-1][1] != capacity:
        sizes.append((len(l), capacity))
print(sizes[1:])
`;
    const early = '[(53, 64), (31, 40), (19, 24), (11, 16), (7, 12), (5, 8), (1, 4), (0, 0)]\n';
    expect(run(source)).toBe(early);
    expect(run(source, '3.14')).toBe('[(53, 64), (31, 40), (19, 24), (0, 0)]\n');
  });

  test('is even for what is made from something of known length', () => {
    const source = `
import sys
print([(sys.getsizeof(list(range(n))) - 56) // 8 for n in (1, 2, 3, 4, 5, 9, 10, 17)])
`;
    expect(run(source)).toBe('[2, 2, 4, 4, 6, 10, 10, 18]\n');
  });
});

const SPY = `
class D:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print(self.name, end=' ')
def make():
    return [D(c) for c in 'abcdef']
`;

describe('the order in which a list releases its items', () => {
  test.each([
    ['del l', 'f e d c b a '],
    ['l.clear()', 'f e d c b a '],
    ['l[:] = []', 'f e d c b a '],
    ['del l[1:4]', 'd c b '],
    ['del l[::2]', 'a c e '],
    ['l[1:3] = [1, 2, 3]', 'c b '],
    ['l *= 0', 'f e d c b a '],
  ])('%s', (statement, expected) => {
    const output = run(`${SPY}l = make()\n${statement}\nprint('|')\n`);
    expect(output.slice(0, output.indexOf('|'))).toBe(expected);
  });
});

test('an item that is replaced dies after the new one is in place', () => {
  const source = `
l = []
class D:
    def __del__(self):
        print(l)
l.append(D())
l[0] = 'new'
`;
  expect(run(source)).toBe("['new']\n");
});

test('while a key function runs the list is empty, and must stay so', () => {
  const source = `
l = [3, 1, 2]
def key(x):
    print(l)
    l.append(x)
    return x
try:
    l.sort(key=key)
except ValueError as e:
    print(e, l)
`;
  expect(run(source)).toBe('[]\n[3]\n[3, 1]\nlist modified during sort [1, 2, 3]\n');
});

test('sorting is stable, backwards too', () => {
  const source = `
pairs = [(i % 3, i) for i in range(100)]
up = sorted(pairs, key=lambda p: p[0])
down = sorted(pairs, key=lambda p: p[0], reverse=True)
print(up == sorted(pairs), down == sorted(pairs, key=lambda p: (-p[0], p[1])))
`;
  expect(run(source)).toBe('True True\n');
});

test('an exhausted iterator lets its list go', () => {
  const source = `
import sys
l = [1, 2]
it = iter(l)
print(sys.getrefcount(l), list(it), sys.getrefcount(l))
`;
  expect(run(source)).toBe('3 [1, 2] 2\n');
});

test('repetition and concatenation own what they hold', () => {
  const source = `
import sys
a = object()
l = [a] * 3
m = l + l
print(sys.getrefcount(a))
del l, m
print(sys.getrefcount(a))
`;
  expect(run(source)).toBe('11\n2\n');
});
