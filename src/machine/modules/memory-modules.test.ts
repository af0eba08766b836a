/** gc, sys, weakref, random and their like, through programs. What is expected was printed by CPython. */
import { describe, expect, it } from 'vitest';
import { runProgram, type RunOptions } from '../run-program.ts';

/** What a program prints; an uncaught exception adds its last line. */
function lines(source: string, options: RunOptions = {}): string[] {
  const { stdout, end } = runProgram(source, options);
  const printed = stdout.split('\n').slice(0, -1);
  return end.kind === 'raised' ? [...printed, end.summary] : printed;
}

/** `TypeName message` of what each expression raises. */
function complaints(imports: string, expressions: readonly string[], options: RunOptions = {}): string[] {
  const tries = expressions.map((each) => `try:\n    ${each}\nexcept Exception as e:\n    print(type(e).__name__, e)`);
  return lines([`import ${imports}`, ...tries].join('\n'), options);
}

describe('random', () => {
  it('draws what CPython draws', () => {
    const source = `
import random
random.seed(42); print([random.randint(1, 6) for _ in range(10)])
random.seed(42); print(*[random.choice('abcdefghij') for _ in range(10)])
random.seed(42); items = list(range(10)); random.shuffle(items); print(items)
random.seed(42); print(random.sample(range(100), 5), random.sample(range(5), 5), random.sample(range(10**6), 3))
random.seed(42); print(random.uniform(1, 10), random.uniform(-1, 1))
random.seed(42); print(random.gauss(0, 1), random.gauss(0, 1))
random.seed('abc'); print(random.random())
r = random.Random(42); print(r.random(), r.randint(1, 10))
`;
    expect(lines(source)).toEqual([
      '[6, 1, 1, 6, 3, 2, 2, 2, 6, 1]',
      'b a e d d c b i b j',
      '[7, 3, 2, 8, 5, 6, 9, 4, 0, 1]',
      '[81, 14, 3, 94, 35] [1, 4, 0, 2, 3] [619176, 442417, 33326]',
      '6.754841186120954 -0.9499784895546661',
      '-0.14409032957792836 -0.1729036003315193',
      '0.7720246314157545',
      '0.6394267984578837 1',
    ]);
  });
  it('is the same in every run without a seed', () => {
    const source = 'import random\nprint(random.random())';
    expect(lines(source)).toEqual(lines(source));
  });
  it('complains in the words of the version', () => {
    const wrong = ['random.randint(5, 1)', 'random.choice([])'];
    expect(complaints('random', wrong, { profile: '3.11' })[0]).toBe(
      'ValueError empty range for randrange() (5, 2, -3)',
    );
    expect(complaints('random', wrong, { profile: '3.13' })).toEqual([
      'ValueError empty range in randrange(5, 2)',
      'IndexError Cannot choose from an empty sequence',
    ]);
    expect(complaints('random', wrong, { profile: '3.14' })[0]).toBe('ValueError empty range in randint(5, 1)');
  });
});

describe('weakref', () => {
  const person = `
import weakref
class C:
    def __init__(self, n):
        self.n = n
    def m(self):
        return self.n
a = C(1)
`;
  it('shares the reference without callback', () => {
    expect(
      lines(`${person}
r = weakref.ref(a)
print(r() is a, r is weakref.ref(a), weakref.getweakrefcount(a), r.__callback__, hash(r) == hash(a))
p = weakref.proxy(a)
print(p.n, p is weakref.proxy(a), weakref.getweakrefs(a) == [r, p], type(p).__name__)
del a
print(r())
try:
    p.n
except ReferenceError as error:
    print(error)
`),
    ).toEqual(['True True 1 None True', '1 True True ProxyType', 'None', 'weakly-referenced object no longer exists']);
  });
  it('containers forget what dies', () => {
    expect(
      lines(`${person}
values = weakref.WeakValueDictionary(a=a)
values['t'] = C(2)
keys = weakref.WeakKeyDictionary({a: 5})
members = weakref.WeakSet([a, C(3)])
method = weakref.WeakMethod(a.m)
print(len(values), len(keys), len(members), method()(), keys[a], a in members, weakref.ref(a.m)())
del a
print(len(values), len(keys), len(members), method())
`),
    ).toEqual(['1 1 1 1 5 True None', '0 0 0 None']);
  });
  it('finalize is called once, in its turn among the callbacks', () => {
    expect(
      lines(`${person}
w1 = weakref.ref(a, lambda r: print('w1'))
f = weakref.finalize(a, print, 'fin')
w2 = weakref.ref(a, lambda r: print('w2'))
g = weakref.finalize(C(4), print, 'temporary')
print(f.alive, f.atexit)
del a
print(f.alive, f())
`),
    ).toEqual(['temporary', 'True True', 'w2', 'fin', 'w1', 'False None']);
  });
  it('iterating: removals wait up to 3.13, a copy is made from 3.14 on', () => {
    const source = `
import weakref
class V: pass
held = [V() for _ in range(3)]
d = weakref.WeakValueDictionary(enumerate(held))
for k in list(d):
    pass
seen = 0
for k, v in d.items():
    held.clear()
    seen += 1
del v
print(seen, len(d))
`;
    for (const profile of ['3.13', '3.14'] as const) expect(lines(source, { profile })).toEqual(['1 0']);
  });
  it('refuses what has no place for references', () => {
    expect(
      complaints('weakref', ['weakref.ref([])', 'weakref.ref(1)', 'weakref.ref(object())', 'weakref.ref()']),
    ).toEqual([
      "TypeError cannot create weak reference to 'list' object",
      "TypeError cannot create weak reference to 'int' object",
      "TypeError cannot create weak reference to 'object' object",
      'TypeError __new__ expected at least 1 argument, got 0',
    ]);
  });
});

describe('gc', () => {
  it('complains as CPython does', () => {
    expect(
      complaints('gc', [
        'gc.collect(3)',
        'gc.collect(-1)',
        "gc.collect('a')",
        'gc.get_objects(3)',
        'gc.set_threshold()',
      ]),
    ).toEqual([
      'ValueError invalid generation',
      'ValueError invalid generation',
      "TypeError 'str' object cannot be interpreted as an integer",
      'ValueError generation parameter must be less than the number of available generations (3)',
      'TypeError gc.set_threshold requires 1 to 3 arguments',
    ]);
  });
  it.each([
    ['3.11', '(6, 0, 0) -> (320, 6, 0) 406'],
    ['3.12', '(6, 0, 0) -> (320, 6, 0) 405'],
    ['3.13', '(6, 0, 0) -> (844, 2, 0) 925'],
    ['3.14', '(7, 0, 0) -> (845, 2, 0) 926'],
  ] as const)('%s collects by itself as CPython does (W1)', (profile, expected) => {
    const source = `
import gc
def colls(): return [s['collections'] for s in gc.get_stats()]
gc.collect(); gc.collect()
c0 = gc.get_count(); s0 = colls(); c1 = gc.get_count()
for i in range(5000):
    a = []
    a.append(a)
c2 = gc.get_count()
print(c1, '->', c2, gc.collect())
`;
    expect(lines(source, { profile })).toEqual([expected]);
  });
  it('does nothing where reference counts are alone', () => {
    const source = 'import gc\na = []\na.append(a)\ndel a\nprint(gc.collect(), gc.isenabled())';
    expect(lines(source, { collector: 'refcount' })).toEqual(['0 False']);
    expect(lines(source, { collector: 'generational' })).toEqual(['1 True']);
  });
  it('sweeps a tree that nobody counted', () => {
    const source = `
import gc
class Node:
    def __init__(self, depth):
        self.children = [Node(depth - 1) for _ in range(3)] if depth else []
root = Node(2)
gc.collect()
del root
print(gc.collect())
`;
    // The first collection takes the temporaries, which nobody counts either.
    expect(lines(source, { collector: 'mark-sweep' })).toEqual(['26']);
    expect(lines(source)).toEqual(['0']);
  });
  it('keeps garbage under DEBUG_SAVEALL', () => {
    const source = `
import gc
gc.collect()
gc.set_debug(gc.DEBUG_SAVEALL)
a = []
a.append(a)
del a
print(gc.collect(), gc.garbage)
gc.set_debug(0)
gc.garbage.clear()
print(gc.collect())
`;
    expect(lines(source)).toEqual(['1 [[[...]]]', '1']);
  });
});

describe('memory_profiler', () => {
  it('prints a table after each call, and hands the result on', () => {
    const source = `from memory_profiler import profile

@profile
def work(n):
    big = [None] * 200000

    del big
    return n

print(work(7))
`;
    expect(lines(source, { filename: 'main.py' })).toEqual([
      'Filename: main.py',
      '',
      'Line #    Mem usage    Increment  Occurrences   Line Contents',
      '=============================================================',
      '     3      0.0 MiB      0.0 MiB           1   @profile',
      '     4                                         def work(n):',
      '     5      1.5 MiB      1.5 MiB           1       big = [None] * 200000',
      '     6                                         ',
      '     7      0.0 MiB     -1.5 MiB           1       del big',
      '     8      0.0 MiB      0.0 MiB           1       return n',
      '',
      '',
      '7',
    ]);
  });
});

describe('smaller modules', () => {
  it('say why they are not there', () => {
    expect(complaints('sys', ['import threading', 'import threading'])).toEqual(
      Array(2).fill(
        'ImportError the module threading is not simulated: Heapglass runs one thread, so that every run can be repeated step by step',
      ),
    );
  });
  it('io, os, time, traceback, sys', () => {
    expect(
      lines(`
import io, os, sys, time, traceback
b = io.StringIO()
print('x', file=b)
b.write('y')
print(repr(b.getvalue()), os.path.join('a', 'b'), os.path.splitext('a/b.txt'))
start = time.perf_counter()
time.sleep(2)
print(2 <= time.perf_counter() - start < 2.1)
try:
    1 / 0
except ZeroDivisionError:
    print(traceback.format_exc().splitlines()[-1], sys.exc_info()[0].__name__)
print(sys.version_info[:2], sys.version_info >= (3, 11), sys.maxsize)
sys.stdout.write('end\\n')
`),
    ).toEqual([
      "'x\\ny' a/b ('a/b', '.txt')",
      'True',
      'ZeroDivisionError: division by zero ZeroDivisionError',
      '(3, 13) True 9223372036854775807',
      'end',
    ]);
  });
});
