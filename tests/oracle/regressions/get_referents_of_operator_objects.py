"""What objects of operator, functools and ImportError show to the collector, and that they work."""
import gc, operator, functools
from functools import cmp_to_key, partialmethod, cached_property
def show(label, obj):
    out = []
    for r in gc.get_referents(obj):
        if isinstance(r, type): out.append('type ' + r.__name__)
        elif isinstance(r, (str, int, tuple, dict, type(None))): out.append(repr(r))
        else: out.append(type(r).__name__)
    print(label, out)
A = [1]
for label, obj in [
    ('itemgetter one', operator.itemgetter('k')), ('itemgetter two', operator.itemgetter('k', 'l')),
    ('attrgetter one', operator.attrgetter('real')), ('attrgetter two', operator.attrgetter('real', 'imag.real')),
    ('methodcaller', operator.methodcaller('split')), ('methodcaller args', operator.methodcaller('split', ',', 1)),
    ('methodcaller keywords', operator.methodcaller('split', ',', maxsplit=1)),
    ('methodcaller only keywords', operator.methodcaller('split', sep=',')),
]:
    show(label, obj); print(gc.is_tracked(obj))
print(operator.itemgetter(1)([4, 5]), operator.itemgetter(0, 1)([4, 5]), operator.itemgetter('k', 'l'))
print(operator.attrgetter('real', 'imag')(3), operator.attrgetter('real'), operator.attrgetter('real.imag')(3))
print(operator.methodcaller('split', ',', maxsplit=1)('a,b,c'), operator.methodcaller('upper')('x'), operator.methodcaller('split', ',')('a,b'))
def compare(a, b): return a - b
K = cmp_to_key(compare)
show('cmp_to_key', K); show('cmp_to_key key', K(5)); show('cmp_to_key list', K(A))
print(sorted([3, 1, 2], key=K), gc.is_tracked(K))
class C:
    def f(self, a, b): return a, b
    g = partialmethod(f, 1)
    @cached_property
    def p(self): return 1
show('partialmethod', C.__dict__['g']); show('cached_property', C.__dict__['p'])
print(C().g(2), C().p)
for args, kw in [(('m',), {}), (('m',), {'name': 'n'}), (('m',), {'name': 'n', 'path': 'p'}), ((), {'name': 'n'}), (('a', 'b'), {'name': 'n'}), ((), {})]:
    e = ImportError(*args, **kw); show(('ImportError', args, kw), e); print(e.name, e.path, e.msg, e)
class E(ImportError): pass
e = E('m', name='n'); e.x = 1; show('derived', e)
print(type(dict.__dict__['fromkeys']).__name__, type(int.__dict__['from_bytes']).__name__)
show('fromkeys', dict.__dict__['fromkeys'])
print(repr(dict.__dict__['fromkeys']), dict.__dict__['fromkeys'].__name__)
gc.collect()
k = []; g = operator.itemgetter(0, k); k.append(g); del k, g; print(gc.collect())
k = []; g = operator.methodcaller('x', k, y=k); k.append(g); del k, g; print(gc.collect())
k = []; g = operator.itemgetter(k); k.append(g); del k, g; print(gc.collect())
l = []
K = cmp_to_key(lambda a, b: l and 0); l.append(K); del K, l; print(gc.collect())
