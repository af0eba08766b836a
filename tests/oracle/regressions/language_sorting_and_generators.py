# Sorting, down to the number of comparisons; generators and their methods.
import functools, operator, random
def show(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
words = 'the quick brown fox jumps over the lazy Dog And cat'.split()
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len), sorted(words, key=len, reverse=True), sorted(words, key=lambda w: (-len(w), w)))
recs = [('b', 2), ('a', 2), ('c', 1), ('a', 1)]
print(sorted(recs, key=operator.itemgetter(1)), sorted(recs, key=operator.itemgetter(1, 0)), sorted(recs, reverse=True), min(recs, key=lambda r: r[1]), max(recs, key=lambda r: r[1]))
class C:
    n = 0
    def __init__(self, v): self.v = v
    def __lt__(self, o): C.n += 1; return self.v < o.v
    def __repr__(self): return f'C{self.v}'
for size in [0, 1, 2, 3, 10, 33, 64, 65, 100, 200]:
    random.seed(size); C.n = 0
    xs = [C(random.randrange(50)) for _ in range(size)]
    r = sorted(xs); print(size, C.n, [x.v for x in r][:12])
    C.n = 0; sorted(r); n1 = C.n; C.n = 0; sorted(r, reverse=True); n2 = C.n; C.n = 0; r[::-1].sort() ; print(n1, n2, C.n)
print(sorted([3, 1.5, True, 2**70, -1]), sorted([(1, 'a'), (1, 'b'), (0, 'z')]), sorted([[2], [1, 5], [1]]), sorted({'b': 1, 'a': 2}), sorted('hello', key=functools.cmp_to_key(lambda a, b: (a < b) - (a > b))))
show(lambda: sorted([1, 'a'])); show(lambda: sorted([None, 1])); show(lambda: sorted([1, 2], key=lambda x: 1 / 0)); show(lambda: sorted([{1: 2}, {}])); show(lambda: sorted([1j, 2]))
l = [3, 1, 2]
def evil(x): l.append(x); return x
show(lambda: l.sort(key=evil)); print(l)
l = [float('nan'), 2, 1, float('nan'), 0]; l.sort(); print(l)
print(list(reversed(sorted(range(5)))), sorted(range(10), key=lambda i: i % 3), [*map(lambda a, b: a * b, [1, 2, 3], [4, 5])], list(filter(None, [0, 1, '', 'a', None])), list(zip(range(3), 'abcd', [True] * 2)), list(enumerate('ab', 5)), sum(x * x for x in range(5)), any(x > 3 for x in range(5)), all([]), dict(zip('ab', range(2))))
def g():
    try:
        while True:
            try: x = yield 'ready'; print('got', x)
            except ValueError as e: print('caught', e); yield 'handled'
    finally: print('cleanup')
a = g(); print(next(a), a.send(1), a.throw(ValueError('v')), next(a)); a.close(); show(lambda: next(a)); a.close()
a = g(); show(lambda: a.send(1)); show(lambda: a.throw(KeyError('k'))); show(lambda: next(a))
a = g(); next(a); show(lambda: a.throw(KeyError('k'))); show(lambda: a.send(None))
def bad():
    try: yield 1
    except GeneratorExit: yield 2
b = bad(); next(b); show(b.close); show(lambda: next(b))
def ret():
    r = yield from sub(); print('sub returned', r); return r * 2
def sub():
    got = []
    try:
        while len(got) < 2: got.append((yield len(got)))
    except ValueError as e: print('sub caught', e); return ['err']
    finally: print('sub done')
    return got
r = ret(); print(next(r), r.send('a')); show(lambda: r.send('b'))
r = ret(); next(r); show(lambda: r.throw(ValueError('z')))
r = ret(); next(r); r.close()
try:
    r = ret(); next(r); r.send(1); r.send(2)
except StopIteration as e: print(e.value, e.args)
def si():
    yield 1
    raise StopIteration('x')
show(lambda: list(si()))
def si2(): yield next(iter([]))
try: list(si2())
except RuntimeError as e: print(e, repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
def selfref():
    yield
    next(me)
me = selfref(); next(me); show(lambda: next(me))
gen = (i * j for i in range(3) for j in range(2) if i != j); print(list(gen), list(gen))
def tree(t): 
    if t: yield from tree(t[0]); yield t[1]; yield from tree(t[2])
print(list(tree(((None, 1, None), 2, (None, 3, None)))))
def yf(): return (yield from [1, 2]), (yield from 'ab'), (yield from {'k': 1}), (yield from range(2))
y = yf(); out = []
try:
    while 1: out.append(next(y))
except StopIteration as e: print(out, e.value)
class It:
    def __init__(self): self.i = 0
    def __iter__(self): return self
    def __next__(self):
        self.i += 1
        if self.i > 3: raise StopIteration(self.i)
        return self.i
    def send(self, v): print('It.send', v); return next(self)
    def throw(self, *a): print('It.throw', len(a), a[0] if isinstance(a[0], type) else repr(a[0])); raise StopIteration('thrown')
    def close(self): print('It.close')
def use(): r = yield from It(); print('r', r); yield r
u = use(); print(next(u), u.send(5), u.throw(ValueError('q'))); u.close()
u = use(); next(u); u.close(); show(lambda: (yield_from_bad(),))
def nn(): yield from 5
show(lambda: list(nn()))
print(g.__name__, g().__name__, type(g()), g().gi_frame is not None, g().gi_running, g().gi_code.co_name)
def lazy():
    print('start'); v = yield 1; print('v', v); yield 2; print('end')
for x in lazy(): print(x)
it = iter(lazy()); print(next(it)); del it
a, *b = (x for x in range(4)); print(a, b)
def inf():
    n = 0
    while True: yield n; n += 1
import itertools
print(list(itertools.islice(inf(), 3)), [x for x, _ in zip(inf(), 'abc')], next(x for x in inf() if x > 5))
try:
    a, b = (x for x in range(3))
except ValueError as e: print(e)
try: a, b, c = (x for x in range(2))
except ValueError as e: print(e)
try: a, b, *c = iter([1])
except ValueError as e: print(e)
def ctx():
    try: yield
    except BaseException as e: print(type(e).__name__, repr(e)); raise
c = ctx(); next(c); c.close(); c = ctx(); next(c); show(lambda: c.throw(KeyboardInterrupt)); c = ctx(); next(c); show(lambda: c.throw(ValueError, 'old style')) 
show(lambda: c.throw('str')); show(lambda: c.throw(ValueError))
