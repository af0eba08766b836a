"""sys.getsizeof of growing containers, derived instances and generators, recorded from native 64-bit builds."""
# not for: 3.11, 3.12, 3.13, 3.14.2, 3.15 (never recorded with Pyodide, which is 32-bit: the outputs are those of native builds)
import sys, collections, functools, types, itertools, weakref, enum
z = sys.getsizeof
def show(n, *o): print(n, *[z(x) for x in o])
# growth
l = []; print('append', [z(l) for i in range(150) if l.append(i) is None and True][:150:1])
l = []; print('insert', [(l.insert(0, i), z(l))[1] for i in range(40)])
l = list(range(100)); print('pop', [(l.pop(), z(l))[1] for i in range(100)])
l = []; print('extend', [(l.extend([1] * k), z(l))[1] for k in (1, 2, 3, 0, 5, 8, 13)])
show('list(range)', *[list(range(k)) for k in range(20)]); show('list(tuple)', *[list((1,) * k) for k in range(12)]); show('[x]*k', *[[1] * k for k in range(10)]); show('slice', [1, 2, 3, 4, 5][1:4], [1, 2] + [3], [*range(5)], [*(1, 2, 3)], [x for x in range(7)], [1, 2, 3], [1, 2, 3, 4], [], [1], list('abc'), list({1, 2, 3}), list({1: 2}), sorted([3, 1, 2]), list(x for x in range(5)), list(map(int, [1, 2, 3])), [1, 2, 3].copy(), list(zip([1, 2], [3, 4])), 'a b c'.split(), list(reversed([1, 2, 3])))
l = list(range(10)); del l[2:8]; show('del slice', l); l[:] = [1, 2]; show('assign', l); l *= 3; show('imul', l); l += (1, 2, 3); show('iadd', l); l.clear(); show('clear', l)
d = {}; print('dict int', [(d.update({i: i}), z(d))[1] for i in range(50)])
d = {}; print('dict str', [(d.update({str(i): i}), z(d))[1] for i in range(50)])
d = {}
r = []
for i in range(50): d['k' + str(i)] = i; r.append(z(d))
print('dict set', r)
r = []
for i in range(50): del d['k' + str(i)]; r.append(z(d))
print('dict del', r)
show('dict', {}, {1: 1}, {'a': 1}, {'a': 1, 2: 3}, dict(a=1), dict([(1, 2)]), dict.fromkeys(range(10)), dict.fromkeys('abcdef'), {**{'a': 1}}, {i: i for i in range(6)}, dict(zip(range(20), range(20))), {'a': 1}.copy(), {i: 1 for i in range(20)}.copy(), {'a': 1} | {'b': 2}, dict({1: 2}), dict({str(i): i for i in range(11)}))
e = dict(a=1, b=2); e.clear(); show('dict clear', e); e['x'] = 1; show('again', e); f = {'a': 1}; f.pop('a'); show('popped', f); f = {'a': 1}; f.popitem(); show('popitem', f)
g = {}; g.setdefault('a', 1); show('setdefault', g); h = {'a': 1}; h[1] = 2; show('mixed', h)
s = set(); print('set', [(s.add(i), z(s))[1] for i in range(100)])
show('sets', set(), {1}, set(range(5)), set(range(20)), frozenset(range(5)), frozenset(range(30)), {1, 2, 3} | {4, 5}, set('abcdefgh'), set([1, 2, 3]).copy(), set(range(50)) - set(range(45)), {x for x in range(9)}, frozenset(), set(range(100)) & set(range(10)))
s = set(range(50)); s.clear(); show('set clear', s); s = set(range(5)); s.update(range(10)); show('update', s); s = set(range(30))
for i in range(25): s.discard(i)
show('discard', s); s.add(99); show('discard add', s)
b = bytearray(); r = []
for i in range(60): b.append(i); r.append(z(b))
print('bytearray', r)
r = []
for i in range(60): b.pop(); r.append(z(b))
print('bytearray pop', r)
show('bytearrays', bytearray(), bytearray(0), bytearray(5), bytearray(b'abc'), bytearray([1, 2, 3]), bytearray(b'a') + b'bc', bytearray(b'abc')[:2], bytearray(b'ab') * 3); b = bytearray(b'abc'); b.extend(b'defg'); show('ba extend', b); b += b'hij'; show('ba iadd', b); del b[:3]; show('ba del', b); b.clear(); show('ba clear', b)
show('str', '', 'a', 'ab', 'abc' * 10, '\xe9', 'a\xe9b', '\u0101', 'a\u0101', '\u20ac' * 5, '\U0001f600', 'a\U0001f600b', 'x' * 100, '\x7f', '\x80', '\xff\xff', '\ud800', str(12), 'a'.upper(), 'ab'[1:], '%d' % 5, f'{5}')
show('bytes', b'', b'a', b'abc', bytes(10), b'x' * 50)
show('int', 0, 1, -1, 255, 2**15, 2**29, 2**30 - 1, 2**30, -2**30, 2**45, 2**60 - 1, 2**60, 2**63, 2**90 - 1, 2**90, 10**50, -10**50, True, False)
show('num', 1.5, float('nan'), 1j, complex(1, 2), None, ..., NotImplemented, range(3), range(10**20), slice(1), slice(1, 2, 3), object(), type, int)
show('tuple', (), (1,), (1, 2), tuple(range(10)), (1, 2) + (3,), (1,) * 7)
q = collections.deque(); r = []
for i in range(200): q.append(i); r.append(z(q))
print('deque', sorted(set(r)), [r.index(x) for x in sorted(set(r))])
q = collections.deque(); r = []
for i in range(200): q.appendleft(i); r.append(z(q))
print('dequeleft', sorted(set(r)), [r.index(x) for x in sorted(set(r))])
od = collections.OrderedDict(); r = []
for i in range(50): od[i] = i; r.append(z(od))
print('od', r); od = collections.OrderedDict(); r = []
for i in range(30): od[str(i)] = i; r.append(z(od))
print('ods', r); r = []
for i in range(30): del od[str(i)]; r.append(z(od))
print('od del', r); od = collections.OrderedDict(a=1, b=2); od.move_to_end('a'); show('od move', od, od.copy(), od.keys(), iter(od), od.items()); od.clear(); show('od clear', od)
show('coll', collections.Counter(), collections.Counter('abcabc'), collections.defaultdict(list), collections.defaultdict(list, a=1), collections.ChainMap({}), collections.namedtuple('N', 'a b')(1, 2), collections.deque(maxlen=2), collections.UserDict(), collections.UserList([1]), iter(collections.deque()))
# derived
class L(list): pass
class Ls(list): __slots__ = ('x',)
class L0(list): __slots__ = ()
class D(dict): pass
class Ds(dict): __slots__ = ('x', 'y')
class S(set): pass
class Ss(set): __slots__ = ('x',)
class F(frozenset): pass
class T(tuple): pass
class T0(tuple): __slots__ = ()
class I(int): pass
class I0(int): __slots__ = ()
class St(str): pass
class Sts(str): __slots__ = ('x',)
class St0(str): __slots__ = ()
class Stw(str): __slots__ = ('__weakref__',)
class Std(str): __slots__ = ('__dict__',)
class Fl(float): pass
class Fls(float): __slots__ = ('x',)
class Fl0(float): __slots__ = ()
class B(bytes): pass
class B0(bytes): __slots__ = ()
class Ba(bytearray): pass
class Bas(bytearray): __slots__ = ('x',)
class Co(complex): pass
class Cos(complex): __slots__ = ('x', 'y')
class Dq(collections.deque): pass
class Dqs(collections.deque): __slots__ = ('x',)
class Od(collections.OrderedDict): pass
class Df(collections.defaultdict): pass
class E(Exception): pass
class Es(Exception): __slots__ = ('x', 'y')
class Ek(KeyError): pass
class Eo(OSError): pass
class Eos(OSError): __slots__ = ('q',)
class Pr(property): pass
class Pa(functools.partial): pass
class M(types.ModuleType): pass
class Sm(staticmethod): pass
class Ns(types.SimpleNamespace): pass
class Wr(weakref.ref): pass
for c, args in [(L, ()), (L, ([1, 2, 3],)), (Ls, ()), (L0, ()), (D, ()), (D, ({'a': 1},)), (Ds, ()), (S, ()), (S, (range(9),)), (Ss, ()), (F, ()), (F, (range(9),)), (T, ()), (T, ((1, 2),)), (T0, ()), (T0, ((1,),)), (I, (0,)), (I, (5,)), (I, (2**40,)), (I, (-2**100,)), (I0, (5,)), (St, ('',)), (St, ('abc',)), (St, ('\xe9',)), (St, ('\u0101b',)), (St, ('\U0001f600',)), (Sts, ('abc',)), (St0, ('abc',)), (Stw, ('abc',)), (Std, ('abc',)), (Fl, (1.5,)), (Fls, (1.5,)), (Fl0, (1.5,)), (B, (b'abc',)), (B, (b'',)), (B0, (b'abc',)), (Ba, (b'abc',)), (Ba, ()), (Bas, (b'',)), (Co, (1,)), (Cos, (1,)), (Dq, ()), (Dqs, ()), (Od, ()), (Df, ()), (E, ()), (E, (1,)), (Es, ()), (Ek, ()), (Eo, ()), (Eos, ()), (Pr, ()), (Pa, (len,)), (M, ('m',)), (Sm, (len,)), (Ns, ()), (Wr, (E,))]:
    o = c(*args); n = z(o)
    print(c.__name__, args if len(repr(args)) < 30 else '', n, n - o.__sizeof__())
    if hasattr(o, '__dict__') and not isinstance(o, types.ModuleType):
        o.a = 1; print('   ', z(o), z(o.__dict__), end=' '); o.b = 2; print(z(o), z(o.__dict__))
class P: pass
class P1: __slots__ = ('a',)
class P2(P1): __slots__ = ('b', 'c')
class P3(P1): pass
class P4: __slots__ = ('__dict__',)
class P5: __slots__ = ('__weakref__', 'a')
class P6(P): __slots__ = ('a',)
class P7(P1, P): pass
for c in (P, P1, P2, P3, P4, P5, P6, P7):
    o = c(); print(c.__name__, z(o), o.__sizeof__(), z(c), end=' ')
    if hasattr(o, '__dict__'):
        r = []
        for i in range(32): setattr(o, 'n%d' % i, i); r.append(z(o.__dict__))
        print(r)
    else: print()
class Col(enum.Enum): A = 1
class ICol(enum.IntEnum): A = 1
show('enum', Col.A, ICol.A)
show('views', {}.keys(), {}.values(), {}.items(), iter({}), iter({}.items()), iter([]), iter(()), iter(''), iter('\u0101'), iter(b''), iter(bytearray()), iter(set()), iter(range(3)), iter(range(10**20)), reversed([]), reversed({}), reversed(range(3)), enumerate([]), zip(), zip([]), map(int, []), filter(None, []), iter(int, 0))
show('it', itertools.chain(), itertools.count(), itertools.cycle([]), itertools.repeat(1), itertools.islice([], 1), itertools.tee([])[0], itertools.groupby([]), itertools.accumulate([]), itertools.product(), itertools.permutations([1]), itertools.combinations([1], 1), itertools.compress([], []), itertools.zip_longest(), itertools.starmap(int, []), itertools.takewhile(int, []), itertools.dropwhile(int, []), itertools.filterfalse(int, []), itertools.pairwise([]))
def f(a, b=2, *c, d=3, **e): return a
def outer():
    v = 1
    def inner(): return v
    return inner
class W:
    def m(self): pass
    @property
    def p(self): pass
    @staticmethod
    def s(): pass
    @classmethod
    def c(cls): pass
w = W()
show('func', f, lambda: 1, outer(), outer().__closure__[0], w.m, [].append, len, [].__len__, str.upper, list.__len__, int.real, W.__dict__['p'], W.__dict__['s'], W.__dict__['c'], functools.partial(f), functools.lru_cache(f), functools.cached_property(f), super(W, w), types.SimpleNamespace(), types.ModuleType('m'), types.MappingProxyType({}), W.__dict__, weakref.ref(w), weakref.proxy(w), property(), types.MethodType(f, w), list[int], int | str)
show('exc', *[t() for t in (BaseException, Exception, ValueError, KeyError, IndexError, StopIteration, OSError, ImportError, NameError, AttributeError, SyntaxError, SystemExit, KeyboardInterrupt, GeneratorExit, RuntimeError, RecursionError, AssertionError, ZeroDivisionError, UnicodeError, MemoryError, NotImplementedError, UnboundLocalError, ModuleNotFoundError, FileNotFoundError)])
try: 1 / 0
except ZeroDivisionError as x: show('tb', x.__traceback__)
print([z(list('abcdefghijklmnopqrst'[:k])) for k in range(20)])
print([z(list(bytes(k))) for k in range(20)])
print([z(list(set(range(k)))) for k in range(20)])
print([z(list(dict.fromkeys(range(k)))) for k in range(20)])
print([z(list(dict.fromkeys(range(k)).keys())) for k in range(20)])
print([z(list(x for x in range(k))) for k in range(20)])
print([z(list(reversed([1]*k))) for k in range(20)])
print([z(list(collections.deque(range(k)))) for k in range(20)])
print([z(list(iter([1]*k))) for k in range(20)])
print([z(list(map(int,[1]*k))) for k in range(20)])
print([z([*'abcdefghijklmnopqrst'[:k]]) for k in range(20)])
l=[]; 
print('ext', [z(l) for k in range(6) if l.extend('ab') or 1])
print([z(('x '*k).split()) for k in range(20)])
print([z(('x,'*k).split(',')) for k in range(20)])
print([z('a,b,c,d'.split(',',k)) for k in range(5)])
print([z('a b c d'.split(None,k)) for k in range(5)])
print(z('abcdef'.split('c')),z('abc'.split('')) if 0 else 0,z('abcdef'.split('cd')),z('a\nb'.splitlines()), z(b'a b c'.split()),z('a b c'.rsplit()))
