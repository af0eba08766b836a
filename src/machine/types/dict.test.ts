import { expect, test } from 'vitest';
import { runProgram } from '../run-program.ts';

function run(source: string, profile: '3.11' | '3.12' | '3.13' | '3.14' | '3.15' = '3.13'): string {
  return runProgram(source, { profile, filename: 'main.py' }).stdout;
}

test('sizes of tables, with str keys and with others', () => {
  const source = `
import sys
for n in (0, 5, 6, 10, 11, 21, 22, 42, 43, 85, 86):
    print(n, sys.getsizeof({str(i): i for i in range(n)}), sys.getsizeof({i: i for i in range(n)}))
`;
  expect(run(source)).toBe(
    '0 64 64\n5 184 224\n6 272 352\n10 272 352\n11 464 632\n21 464 632\n22 832 1168\n42 832 1168\n' +
      '43 1584 2264\n85 1584 2264\n86 3328 4688\n',
  );
});

test('equal numbers are one key, NaN is none but itself', () => {
  const source = `
d = {1: 'int', True: 'bool', 1.0: 'float', 2 ** 70: 'big', float(2 ** 70): 'as float'}
nan = float('nan')
d[nan] = 'nan'
print(d, d[nan], float('nan') in d)
`;
  expect(run(source)).toBe("{1: 'float', 1180591620717411303424: 'as float', nan: 'nan'} nan False\n");
});

test('an object that equals a str or an int finds its entry', () => {
  const source = `
class Key:
    def __init__(self, value): self.value = value
    def __hash__(self): return hash(self.value)
    def __eq__(self, other): return self.value == other
print({'a': 1, 5: 2}[Key('a')], {5: 2}[Key(5)], {Key(5): 3}[5], Key('b') in {'a': 1})
`;
  expect(run(source)).toBe('1 2 3 False\n');
});

test('deleted entries leave no trace in the order', () => {
  const source = `
d = {}
for i in range(30):
    d[i] = i
for i in range(25):
    del d[i]
for i in range(100, 110):
    d[i] = i
d[27] = 'kept in place'
print(list(d), d[27], list(reversed(d))[:3], d.popitem())
`;
  expect(run(source)).toBe(
    '[25, 26, 27, 28, 29, 100, 101, 102, 103, 104, 105, 106, 107, 108, 109] kept in place ' +
      '[109, 108, 107] (109, 109)\n',
  );
});

test('a dict is released entry by entry, the key before the value', () => {
  const source = `
class D:
    def __init__(self, name): self.name = name
    def __del__(self): print(self.name, end=' ')
d = {D('k1'): D('v1'), D('k2'): D('v2')}
d.clear()
d = {D('k3'): D('v3')}
d[0] = D('v4')
d[0] = D('v5')
del d
`;
  expect(run(source)).toBe('k1 v1 k2 v2 v4 k3 v3 v5 ');
});

test('changes during iteration are noticed', () => {
  const source = `
def attempt(change):
    d = {'a': 1, 'b': 2}
    try:
        for key in d:
            change(d, key)
    except RuntimeError as e:
        print(e)
attempt(lambda d, key: d.update(x=1))
attempt(lambda d, key: d.pop(key))
attempt(lambda d, key: (d.pop(key), d.update({key + key: 1})))
`;
  expect(run(source)).toBe(
    'dictionary changed size during iteration\ndictionary changed size during iteration\n' +
      'dictionary keys changed during iteration\n',
  );
});

test('tracking: by content until 3.13, from birth since 3.14', () => {
  const source = `
import gc
d = {}
e = {'a': 1}
print(gc.is_tracked(d), gc.is_tracked(e), end=' ')
e['l'] = []
print(gc.is_tracked(e), gc.is_tracked({'n': {}}), gc.is_tracked(dict(e)))
`;
  expect(run(source)).toBe('False False True True True\n');
  expect(run(source, '3.14')).toBe('True True True True True\n');
});

test('the loop over items() makes one tuple', () => {
  const source = `
d = {'a': 1, 'b': 2, 'c': 3}
kept = []
for pair in d.items():
    kept.append(id(pair))
free = {id(p) for p in d.items()}
print(len(set(kept)))
print(len({id(p) for p in list(d.items())}))
for key, value in d.items():
    pass
print(key, value)
`;
  expect(run(source).split('\n').slice(1)).toEqual(['3', 'c 3', '']);
});

test('a subclass answers for what is missing', () => {
  const source = `
class Squares(dict):
    def __missing__(self, key):
        self[key] = key * key
        return self[key]
s = Squares({1: 'one'})
print(s[1], s[4], s.get(5), s)
`;
  expect(run(source)).toBe("one 16 None {1: 'one', 4: 16}\n");
});

test('unhashable keys', () => {
  const source = `
try:
    {[]: 1}
except TypeError as e:
    print(e)
try:
    {(1, []): 1}
except TypeError as e:
    print(e)
`;
  expect(run(source)).toBe("unhashable type: 'list'\nunhashable type: 'list'\n");
  expect(run(source, '3.14')).toBe(
    "cannot use 'list' as a dict key (unhashable type: 'list')\n" +
      "cannot use 'tuple' as a dict key (unhashable type: 'list')\n",
  );
});
