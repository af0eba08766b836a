import { expect, test } from 'vitest';
import { runProgram } from '../run-program.ts';

function run(source: string, profile: '3.11' | '3.12' | '3.13' | '3.14' | '3.15' = '3.13'): string {
  return runProgram(source, { profile, filename: 'main.py' }).stdout;
}

// All expected orders were printed by CPython.
test('the order is that of the table', () => {
  const source = `
print({8, 0, 16, 24, 5}, {100, 200, 300, -1, -5, 7})
print({i * i % 37 for i in range(40)})
s = {0, 1, 2}
s.discard(1)
s.add(9)
print(s, {3, 1} | {9, 17}, {1, 2, 3, 4} ^ {3, 4, 5, 20})
`;
  expect(run(source)).toBe(
    '{0, 16, 5, 8, 24} {100, 7, 200, -5, 300, -1}\n' +
      '{0, 1, 3, 4, 7, 9, 10, 11, 12, 16, 21, 25, 26, 27, 28, 30, 33, 34, 36}\n' +
      '{0, 9, 2} {1, 3, 9, 17} {1, 2, 5, 20}\n',
  );
});

test('sizes', () => {
  const source = `
import sys
print([sys.getsizeof(set(range(n))) for n in (0, 4, 5, 18, 19, 76, 77, 306)])
`;
  expect(run(source)).toBe('[216, 216, 728, 728, 2264, 2264, 8408, 8408]\n');
});

test('a set releases its elements in table order', () => {
  const source = `
class D:
    def __init__(self, n): self.n = n
    def __hash__(self): return self.n
    def __del__(self): print(self.n, end=' ')
s = {D(5), D(1), D(3)}
s.clear()
s = {D(6), D(2)}
del s
`;
  expect(run(source)).toBe('1 3 5 2 6 ');
});

test('a set stands for the frozenset with its elements', () => {
  const source = `
print({1, 2} in {frozenset([1, 2])}, hash(frozenset([1, 2])) == hash(frozenset([2, 1])))
s = {frozenset([1])}
s.discard({1})
print(s, {1} == frozenset([1]), type({1} | frozenset([2])), type(frozenset([2]) | {1}))
`;
  expect(run(source)).toBe("True True\nset() True <class 'set'> <class 'frozenset'>\n");
});

test('frozensets of atoms are tracked until 3.15', () => {
  const source = `
import gc
print(gc.is_tracked(frozenset([1, 'a'])), gc.is_tracked(frozenset([print, object])), gc.is_tracked({1}))
`;
  expect(run(source, '3.14')).toBe('True True True\n');
  expect(run(source, '3.15')).toBe('False True True\n');
});

test('changing size during iteration', () => {
  const source = `
s = {1, 2}
try:
    for x in s:
        s.add(x + 10)
except RuntimeError as e:
    print(e)
`;
  expect(run(source)).toBe('Set changed size during iteration\n');
});
