"""gc.get_referents of an object of each type."""
import gc, functools, collections, weakref, types, itertools
gc.disable()
class C:
    def m(self): pass
class K: pass
def nm(x):
    if isinstance(x, type): return x.__name__
    if isinstance(x, (str, int, float)) or x is None: return repr(x)
    if isinstance(x, types.CodeType): return 'code'
    if isinstance(x, dict): return 'dict%d' % len(x) if '__builtins__' not in x and 'ArithmeticError' not in x else 'globals'
    if isinstance(x, types.ModuleType): return 'module ' + x.__name__
    return type(x).__name__
def show(name, o): print(name, [nm(x) for x in gc.get_referents(o)], gc.is_tracked(o))
def f(a, b=[1]): 'doc'
def h(*, k=1): pass
show('f', f); show('h', h)
od = collections.OrderedDict(a=1, b=[2]); show('od', od)
od2 = collections.OrderedDict(); od2['z'] = K(); od2[3] = 'x'; show('od2', od2)
class OD(collections.OrderedDict): pass
od3 = OD(a=1); od3.attr = 5; show('od3', od3)
dd = collections.defaultdict(list, a=[1]); show('dd', dd); show('dd0', collections.defaultdict())
dd[5] = 1; show('dd int', dd)
class DD(collections.defaultdict): pass
show('DD', DD(list, a=1))
cn = collections.Counter('ab'); show('cn', cn)
@functools.lru_cache(maxsize=2)
def lc(x): return [x]
lc(1); lc(2); lc(3); 
@functools.lru_cache(maxsize=None)
def lu(x): return [x]
lu(1); lu(2); 
@functools.lru_cache(maxsize=0)
def lz(x): return [x]

show('sm', staticmethod(f)); show('cm', classmethod(f))
class L(list): pass
class D(dict): pass
class S(set): pass
class T(tuple): pass
class I(int): pass
class St(str): pass
l = L([1, [2]]); show('L', l); l.a = [3]; l.b = 4
d = D(x=[1]); show('D', d); d.a = [3]; 
s = S([1]); show('S', s)
t = T(([],)); t.a = 1; show('T', t)
e = ValueError(1, [2]); e.x = []; show('e', e)
class E(Exception): pass
ee = E(1); show('E', ee); ee.y = 1; show('E attr', ee)
show('partial', functools.partial(f, 1, b=2)); show('partial0', functools.partial(f))
show('method', C().m); show('builtin', [].append); 
show('dictview', {}.keys()); show('iter', iter([1])); show('tupiter', iter((1, []))); show('dictiter', iter({1: 2})); show('setiter', iter({1})); show('striter', iter('ab')); show('rangeiter', iter(range(3)))
show('dictitems', iter({'a': []}.items()))
show('enum', enumerate([1])); show('zip', zip([1], (2,))); show('map', map(f, [1])); show('filter', filter(None, [1])); show('rev', reversed([1])); show('revt', reversed((1, 2)))
show('count', itertools.count(1, 2)); show('count big', itertools.count(10**20)); show('cycle', itertools.cycle([1, 2])); show('repeat', itertools.repeat([1], 3)); show('chain', itertools.chain([1], [2])); show('islice', itertools.islice([1], 2)); show('tee', itertools.tee([1])[0]); show('gb', itertools.groupby([1])); show('prod', itertools.product([1], [2])); show('comb', itertools.combinations([1, 2], 2)); show('perm', itertools.permutations([1, 2])); show('sm2', itertools.starmap(f, [])); show('tw', itertools.takewhile(f, [])); show('zl', itertools.zip_longest([1])); show('pw', itertools.pairwise([1])); show('comp', itertools.compress([1], [1]))
show('deque', collections.deque([1, [2]])); show('dequeiter', iter(collections.deque([1])))
show('slice', slice(1, [2], None)); show('cell', (lambda: C).__closure__)
def outer():
    v = []
    def inner(): return v
    return inner
show('closure', outer()); show('cells', outer().__closure__); show('cell', outer().__closure__[0])
show('super', super(C, C())); show('prop', property(f)); show('module', types.ModuleType('q')); show('ns', types.SimpleNamespace(a=1))
r = K(); show('ref', weakref.ref(r)); show('refcb', weakref.ref(r, f)); show('proxy', weakref.proxy(r)); show('fin', weakref.finalize(r, f, 1))
show('wvd', weakref.WeakValueDictionary()); show('wset', weakref.WeakSet())
def gen(a): yield a
gg = gen([1]); show('gen', gg); next(gg); show('gen1', gg); list(gg); show('gen2', gg)

class Sl: __slots__ = ('a', 'b')
sl = Sl(); sl.b = []; sl.a = 1; show('Sl', sl)
show('int', 5); show('obj', object()); show('type', int); show('code', f.__code__)
show('alias', list[int]); show('frozen', frozenset([1, (2,)]))
nt = collections.namedtuple('nt', 'a b'); show('nt', nt(1, [])); show('memo', memoryview(b'x')) if False else None
