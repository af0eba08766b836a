"""gc.get_referents() of lru_cache objects, descriptors and methods of built-in types, partial, property, staticmethod and others."""
import gc, functools, itertools, types, weakref, operator, collections
def name(r):
    t = type(r).__name__
    if t == 'type': return 'class ' + r.__name__
    if t in ('str', 'int'): return repr(r)
    if t == 'module': return 'module ' + r.__name__
    if t == 'function': return 'function ' + r.__name__
    return t
def show(label, o):
    print(label, type(o).__name__, gc.is_tracked(o), [name(r) for r in gc.get_referents(o)])
def f(a, b=1): return a
class C:
    __slots__ = ('x', '__dict__')
    def m(self): pass
    @property
    def p(self): 'doc'; return 1
    @staticmethod
    def s(): pass
    @classmethod
    def c(cls): pass
class N:
    pass
c = C()
show('str.upper', str.upper); show('list.append', list.append); show('list.__add__', list.__add__); show('int.real', int.real); show('type.__dict__', type.__dict__['__dict__'])
show('slot', C.x); show('dictdescr', C.__dict__['__dict__']); show('N.weakref', N.__dict__.get('__weakref__')); show('new', object.__new__)
show('[].append', [].append); show('"".upper', 'a'.upper); show('[].__len__', [].__len__); show('len', len); show('dict.fromkeys bound', dict.fromkeys); show('5 .__add__', (5).__add__)
show('c.m', c.m); show('c.c', c.c); show('prop', C.__dict__['p']); show('static', C.__dict__['s']); show('class', C.__dict__['c'])
show('property()', property()); show('property(f)', property(f)); show('property(f,f,f,d)', property(f, f, f, 'text'))
show('partial', functools.partial(f, 1)); show('partial k', functools.partial(f, b=[2])); show('partial 0', functools.partial(f))
q = functools.partial(f); q.attr = [1]; show('partial d', q)
@functools.lru_cache
def cached(a): return a
show('lru', cached); cached(1); show('lru1', cached); cached([].__len__); cached('s'); show('lru3', cached); cached(1); show('lru3 again', cached)
cached.extra = 5; show('lru attr', cached); cached.cache_clear(); show('lru clear', cached)
@functools.lru_cache(maxsize=None)
def unbounded(a, b=2): return [a]
show('lrun', unbounded); unbounded(1); unbounded('k', b=3); unbounded(1.5); show('lrun2', unbounded)
@functools.lru_cache(maxsize=2)
def two(*a): return list(a)
two(1); two(2); two(3); two(1, 2); show('lru two', two)
@functools.lru_cache(maxsize=0)
def zero(a): return a
zero(1); show('lru zero', zero)
@functools.cache
def ca(n): return n if n < 2 else ca(n - 1) + ca(n - 2)
ca(5); show('cache', ca)
class H:
    @functools.lru_cache(maxsize=None)
    def m(self): return 1
    @functools.cached_property
    def cp(self): return [1]
h = H(); h.m(); show('lru m', H.m); show('lru bound', h.m); h.cp; show('h', h)

show('iter list', iter([1])); show('iter tuple', iter((1,))); show('iter str', iter('ab')); show('iter dict', iter({1: 2})); show('items', {1: []}.items()); show('iter items', iter({1: []}.items())); show('iter set', iter({1})); show('iter range', iter(range(3))); show('rev', reversed([1])); show('rev dict', reversed({1: 2})); show('callable', iter(f, 1)); show('zip', zip([1], (2,))); show('map', map(f, [1])); show('filter', filter(None, [1])); show('enum', enumerate([1]))
class G:
    def __getitem__(self, i): return i
show('seqiter', iter(G()));show('rev G', reversed(range(3)))
for n, o in [('chain', itertools.chain([1], [2])), ('count', itertools.count()), ('count f', itertools.count(1.5, 2)), ('cycle', itertools.cycle([1])), ('repeat', itertools.repeat([1])), ('islice', itertools.islice([1], 1)), ('tee', itertools.tee([1])[0]), ('groupby', itertools.groupby([1])), ('product', itertools.product([1], [2])), ('perm', itertools.permutations([1])), ('comb', itertools.combinations([1], 1)), ('combr', itertools.combinations_with_replacement([1], 1)), ('compress', itertools.compress([1], [1])), ('zl', itertools.zip_longest([1], [2])), ('star', itertools.starmap(f, [(1,)])), ('tw', itertools.takewhile(f, [1])), ('pair', itertools.pairwise([1]))]: show(n, o)
show('super', super(C, c)); show('slice', slice([1], 2)); show('cell', (lambda: c).__code__); show('mp', C.__dict__); show('range', range(3)); show('method', types.MethodType(f, c)); show('module', types.ModuleType('mm')); show('ns', types.SimpleNamespace(a=[1])); show('weak', weakref.ref(c.m.__func__)); show('weak cb', weakref.ref(f, f)); show('proxy', weakref.proxy(f)); show('deque', collections.deque([[1], 2])); show('deque iter', iter(collections.deque([1]))); show('dd', collections.defaultdict(list, a=[1])); show('od', collections.OrderedDict(a=[1])); show('counter', collections.Counter('a'))
show('exc', ValueError([1])); show('fs', frozenset([1])); show('set', {(1,)}); show('gen alias', list[int]); show('code', f.__code__); show('bytearray', bytearray(b'a')); show('mv', object()); show('stop', StopIteration([1])); show('key', KeyError('a')); show('os', OSError(4242, 'a')); show('name', NameError('a', name='q')); show('syn', SyntaxError('a')); show('grp', ExceptionGroup('m', [ValueError()])); show('ude', UnicodeDecodeError('a', b'b', 0, 1, 'c')); show('exit', SystemExit([1]))
def gen():
    x = [1]
    yield x
g = gen(); show('gen', g); next(g); show('gen1', g)
