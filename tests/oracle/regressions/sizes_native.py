"""sys.getsizeof of objects, classes and exceptions, recorded from native 64-bit builds (3.11.7, 3.12.1, 3.13.0)."""
# not for: 3.11, 3.12, 3.13, 3.14.2, 3.15 (never recorded with Pyodide, which is 32-bit: the outputs are those of native builds)
import sys, itertools, collections, functools, types, weakref
z = sys.getsizeof
class P:
    def __init__(self): self.a = 1
class T(tuple): pass
class Dq(collections.deque): pass
class OD(collections.OrderedDict): pass
def show(n, o): print(n, z(o))
p = P(); vars(p); show('vars', vars(p)); 
q = P(); q.b = 2; q.c = 3; show('vars3', vars(q))
r = P(); vars(r)['x'] = 1; show('vars+', vars(r))
class Q: pass
q0 = Q(); show('vars0', vars(q0)); q0.a = 1; show('vars0a', vars(q0))
show('stop', StopIteration()); show('stop1', StopIteration(1)); show('exc', ValueError()); show('key', KeyError(1)); show('os', OSError(1, 'x')); show('name', NameError('x')); show('attr', AttributeError('x')); show('imp', ImportError('x')); show('syn', SyntaxError('x')); show('sysexit', SystemExit(1)); show('ude', UnicodeDecodeError('a', b'b', 0, 1, 'c')); show('grp', ExceptionGroup('x', [ValueError()])); show('asyncstop', StopAsyncIteration()); show('genexit', GeneratorExit())
class E(Exception): pass
class E2(KeyError): pass
class E3(OSError): pass
show('E', E()); show('E2', E2()); show('E3', E3())
def g0(): yield
def g1(): a = 1; yield a
def g2(a, b): c = [a]; yield c
def g5(a, b, c, d, e): yield
def gc(): 
    x = 1
    def f(): return x
    yield f
def gtry():
    try: yield 1
    except ValueError as e: yield e
    for i in [1]: yield from [i]
show('g0', g0()); show('g1', g1()); show('g2', g2(1, 2)); show('g5', g5(1, 2, 3, 4, 5)); show('genexp', (x for x in [1])); show('genif', (x for x in range(3) if x % 2 == 0)); show('gencall', (len(str(x)) for x in [1]))
for t in (int, list, object, type, dict, str, float, tuple, set, bool, Exception, ValueError, range, property, type(None), types.FunctionType, collections.deque, collections.OrderedDict, collections.defaultdict, functools.partial, itertools.count, weakref.ref): show('type ' + t.__name__, t)
show('P', P); show('T', T); show('E', E)
class S0: __slots__ = ()
class S1: __slots__ = ('a',)
class S2: __slots__ = ('a', 'b')
class M(type): pass
class CM(metaclass=M): pass
show('S0', S0); show('S1', S1); show('S2', S2); show('M', M); show('CM', CM)
show('dq', collections.deque()); show('dq3', collections.deque([1, 2, 3])); show('dq64', collections.deque(range(64))); show('dq65', collections.deque(range(65))); show('dq200', collections.deque(range(200)))
d = collections.deque()
for i in range(70): d.append(i)
show('dqa', d); d2 = collections.deque(maxlen=3); show('dqm', d2); show('Dq', Dq())
for i in range(70): d.pop()
show('dqpop', d)
show('od', collections.OrderedDict()); 
o = collections.OrderedDict()
for n in (1, 5, 6, 11, 22):
    o = collections.OrderedDict((str(i), i) for i in range(n)); show('od%d' % n, o)
o.clear(); show('odc', o); show('OD', OD()); show('OD1', OD(a=1))
show('count', itertools.count()); show('countb', itertools.count(10**30)); show('cycle', itertools.cycle([1])); show('repeat', itertools.repeat(1)); show('chain', itertools.chain([1])); show('islice', itertools.islice([], 1)); show('acc', itertools.accumulate([])); show('tee', itertools.tee([])[0]); show('gb', itertools.groupby([])); show('prod', itertools.product([1], [2])); show('comb', itertools.combinations([1, 2], 2)); show('perm', itertools.permutations([1, 2])); show('sm', itertools.starmap(len, [])); show('tw', itertools.takewhile(len, [])); show('dw', itertools.dropwhile(len, [])); show('ff', itertools.filterfalse(len, [])); show('zl', itertools.zip_longest([])); show('pw', itertools.pairwise([])); show('comp', itertools.compress([], []))
show('super', super(P, p)); show('T', T()); show('T3', T((1, 2, 3))); show('T1', T((1,)))
b = bytearray(); last = z(b); out = []
for i in range(300):
    b.append(1)
    if z(b) != last: last = z(b); out.append((len(b), last))
print(out)
b = bytearray(b'abc'); show('ba3', b); b.extend(b'de'); show('ba5', b); b += b'x' * 20; show('ba25', b); del b[5:]; show('ba5', b); b.pop(); show('pop', b); b.clear(); show('clear', b); show('ba10', bytearray(10)); show('ba0', bytearray(0)); b = bytearray(b'abc'); b[1:2] = b'xyzw'; show('bas', b); show('bal', bytearray([1, 2])); show('bain', bytearray(b'abc')[1:]); show('baadd', bytearray(b'ab') + b'c')
def f(): pass
show('partial', functools.partial(f)); show('lru', functools.lru_cache(f)); show('method', p.__init__); show('mp', vars(P)); show('ns', types.SimpleNamespace(a=1)); show('module', types.ModuleType('x')); show('cell', (lambda: p).__closure__ or 0); show('wr', weakref.ref(p)); show('px', weakref.proxy(p)); show('prop', property(f)); show('sm', staticmethod(f)); show('cm', classmethod(f)); show('slice', slice(1)); show('rng', range(3)); show('rit', iter(range(3))); show('lit', iter([])); show('tit', iter(())); show('sit', iter('')); show('dit', iter({})); show('setit', iter(set())); show('dqit', iter(collections.deque())); show('dv', {}.keys()); show('dvv', {}.values()); show('dvi', {}.items()); show('rev', reversed([])); show('rev2', reversed(())); show('callit', iter(f, 1)); show('ell', ...); show('ni', NotImplemented); show('gd', P.__dict__.get('__dict__')); show('bm', [].append); show('mw', [].__len__); show('wd', list.__len__); show('md', list.append); show('alias', list[int]); show('union', int | str); show('nt', collections.namedtuple('A', 'x y')(1, 2)); show('ctr', collections.Counter('ab')); show('dd', collections.defaultdict(list)); show('dd1', collections.defaultdict(list, a=1)); show('tb', None)
try: 1/0
except ZeroDivisionError as e: show('tb', e.__traceback__)
