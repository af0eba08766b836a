# What accumulate, AttributeError and functions with functools.wraps show to the collector.
import gc, sys, functools, operator, itertools, collections
def ref(label, o):
    def n(x):
        t = type(x).__name__
        if t in ('str', 'int', 'bool', 'NoneType', 'type'): return f'{t}:{x!r}'
        if t in ('tuple','list'): return f'{t}{len(x)}'
        if t == 'dict': return 'dict:' + ','.join(map(str, x)) if len(x) < 12 else 'dict'
        return t
    print(label, gc.is_tracked(o), [n(x) for x in gc.get_referents(o)])
class C:
    def m(self, a=1): return a
    pm = functools.partialmethod(m, 2)
    @functools.cached_property
    def cp(self): "doc"; return 1
    @functools.singledispatchmethod
    def sd(self, x): return 1
    @functools.wraps(m)
    def w(self): pass
def cmp(a, b): return 0
ref('wd', C.w.__dict__)
def deco(f):
    @functools.wraps(f)
    def g(*a): return f(*a)
    return g
@deco
def f(a: int) -> str: "doc"
ref('fd', f.__dict__)
@deco
def h(): pass
ref('hd', h.__dict__)
print([type(x).__name__ for x in gc.get_referents(f)][-2:], [type(x).__name__ for x in gc.get_referents(C.w)][-2:])
ref('acc', itertools.accumulate([1])); ref('acci', itertools.accumulate([1], initial=None)); ref('acc0', itertools.accumulate([1], initial=0)); ref('accf', itertools.accumulate([1], operator.add)); 
a = itertools.accumulate([[1],[2]]); next(a); ref('accn', a)
try: C.zzz
except AttributeError as e: ref('ae', e)
try: C().zzz
except AttributeError as e: ref('ae2', e)
try: zzz
except NameError as e: ref('ne', e)
ref('ae0', AttributeError('x', name='n', obj=[])); ref('si', StopIteration([])); ref('ne0', NameError('x', name='q')); ref('ke', KeyError([]))
class A(AttributeError): pass
ref('sub', A('x', name='n', obj=[])); ref('ae1', AttributeError('x'))
