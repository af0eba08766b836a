# What copy and contextlib do and refuse.
def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(repr(r))
    except Exception as e:
        print(type(e).__name__ + ':', e)
import copy, gc
from contextlib import *
class N:
    def __init__(self, v): self.v = v; self.k = []
    def __repr__(self): return f'N({self.v})'
n = N(1); n.k.append(n); m = copy.deepcopy(n); print(m, m is n, m.k[0] is m, copy.copy(n).k is n.k)
l = [1,[2]]; print(copy.copy(l)[1] is l[1], copy.deepcopy(l)[1] is l[1]); t(copy.copy, (1,2)); t(copy.deepcopy, {1: [2], (3,): {4}}); 
class S:
    __slots__ = ('a', 'b')
s = S(); s.a = [1]; c = copy.copy(s); print(c.a is s.a, hasattr(c, 'b')); d = copy.deepcopy(s); print(d.a is s.a)
class H:
    def __copy__(self): return 'copied'
    def __deepcopy__(self, memo): return 'deep' + str(len(memo))
print(copy.copy(H()), copy.deepcopy(H()), copy.deepcopy([H()]))
t(copy.copy, (i for i in [])); t(copy.deepcopy, (i for i in [])); t(copy.deepcopy, gc); t(copy.copy, len); t(copy.copy, N); 
class L(list): pass
x = L([1]); x.attr = 5; y = copy.copy(x); print(type(y), y, y.attr); y = copy.deepcopy(x); print(type(y), y, y.attr)
class R:
    def __reduce__(self): return (N, (7,))
print(copy.copy(R()), copy.deepcopy(R()))
class G:
    def __getstate__(self): return {'z': 1}
    def __setstate__(self, s): self.got = s
print(copy.copy(G()).got)
@contextmanager
def cm(x):
    print('enter', x)
    try:
        yield x * 2
    except ValueError as e:
        print('caught', e)
    finally:
        print('exit', x)
with cm(1) as v: print(v)
with cm(2): raise ValueError('v')
def raising():
    with cm(3): raise KeyError('k')
t(raising)
@cm(4)
def decorated(): print('in decorated'); return 5
print(decorated(), decorated())
@contextmanager
def noyield():
    if False: yield
def enter_noyield():
    with noyield(): pass
t(enter_noyield)
@contextmanager
def twoyield():
    yield 1
    yield 2
def enter_two():
    with twoyield(): pass
t(enter_two)
class Cl:
    def close(self): print('closed')
with closing(Cl()) as c: print('in')
with suppress(KeyError, ValueError): {}['a']
def s2():
    with suppress(KeyError): 1/0
t(s2)
with ExitStack() as st:
    st.enter_context(cm(10)); st.callback(print, 'cb', sep='!'); st.push(lambda *a: print('pushed', a[0]) or True)
    raise IndexError('i')
with nullcontext(5) as x: print(x)
import io
with redirect_stdout(io.StringIO()) as f: print('hidden')
print(repr(f.getvalue()))
st = ExitStack(); st.callback(print, 'later'); st2 = st.pop_all(); st.close(); print('between'); st2.close()
class AB(AbstractContextManager):
    def __exit__(self, *a): print('AB', a[0])
with AB() as ab: print(ab.__class__.__name__)
class CD(ContextDecorator):
    def __enter__(self): print('>')
    def __exit__(self, *a): print('<')
@CD()
def cd(): print('body')
cd()
def bad1():
    with 3: pass
t(bad1)
def bad2():
    with N(1): pass
t(bad2)
class OnlyEnter:
    def __enter__(self): pass
def bad3():
    with OnlyEnter(): pass
t(bad3)
