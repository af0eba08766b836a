import { expect, test } from 'vitest';
import { runProgram } from '../run-program.ts';

/** What `print(expression)` prints after `from itertools import *`. */
function shown(expression: string): string {
  const source = `from itertools import *\nprint(${expression})\n`;
  return runProgram(source, { profile: '3.13' }).stdout.trimEnd();
}

test.each([
  ['list(islice(count(5, 2), 3)), count(1), count(1, 2)', '[5, 7, 9] count(1) count(1, 2)'],
  ["[x for x, _ in zip(cycle('ab'), range(5))]", "['a', 'b', 'a', 'b', 'a']"],
  ['list(repeat(7, 2)), repeat(1, 2), repeat(1)', '[7, 7] repeat(1, 2) repeat(1)'],
  ["list(chain([1], 'ab')), list(chain.from_iterable([[1], [2]]))", "[1, 'a', 'b'] [1, 2]"],
  ["''.join(islice('abcdefg', 1, 6, 2)), list(islice('abc', 0))", 'bdf []'],
  ['list(takewhile(lambda x: x < 3, [1, 2, 3, 1]))', '[1, 2]'],
  ['list(dropwhile(lambda x: x < 3, [1, 2, 3, 1]))', '[3, 1]'],
  ['list(filterfalse(None, [0, 1, 2])), list(starmap(pow, [(2, 3)]))', '[0] [8]'],
  ["list(zip_longest('ab', [1], fillvalue='-'))", "[('a', 1), ('b', '-')]"],
  ['list(accumulate([1, 2, 3])), list(accumulate([2, 3], max, initial=9))', '[1, 3, 6] [9, 9, 9]'],
  ["list(pairwise('abc')), list(batched('abcde', 2))", "[('a', 'b'), ('b', 'c')] [('a', 'b'), ('c', 'd'), ('e',)]"],
  ["[(k, len(list(g))) for k, g in groupby('aabccc')]", "[('a', 2), ('b', 1), ('c', 3)]"],
  ["[''.join(p) for p in product('ab', repeat=2)]", "['aa', 'ab', 'ba', 'bb']"],
  ["[''.join(p) for p in permutations('abc', 2)]", "['ab', 'ac', 'ba', 'bc', 'ca', 'cb']"],
  ["[''.join(p) for p in combinations('abcd', 3)]", "['abc', 'abd', 'acd', 'bcd']"],
  ["[''.join(p) for p in combinations_with_replacement('ab', 2)]", "['aa', 'ab', 'bb']"],
  ["list(compress('abcd', [1, 0, 1, 0])), len(list(permutations(range(5))))", "['a', 'c'] 120"],
])('%s', (expression, expected) => {
  expect(shown(expression)).toBe(expected);
});

test('the copies of tee share what was read, and drop what all have passed', () => {
  const source = `
import gc
from itertools import tee
class D:
    alive = 0
    def __init__(self): D.alive += 1
    def __del__(self): D.alive -= 1
a, b = tee(D() for _ in range(200))
for _ in a:
    pass
del _
print(D.alive)
for i, _ in enumerate(b):
    if i == 99:
        break
print(D.alive)
del b, _
print(D.alive)
`;
  expect(runProgram(source, { profile: '3.13' }).stdout).toBe('200\n143\n29\n');
});

test('islice lets its iterator go when it stops', () => {
  const source = `
from itertools import islice
def source():
    try:
        yield 1
        yield 2
    finally:
        print('closed')
it = islice(source(), 1)
print(list(it), 'end')
`;
  expect(runProgram(source, { profile: '3.13' }).stdout).toBe('closed\n[1] end\n');
});
