"""What an exception leaves that nobody can catch: in __del__, callbacks, generators; sys.unraisablehook."""
import sys, gc

class Printed:
    """A stream that knows neither addresses nor source lines, which a program without a file has none of."""
    def __init__(self): self.text = ''
    def write(self, text): self.text += text
    def flush(self): pass
    def getvalue(self): return '\n'.join(plain(l) for l in self.text.split('\n') if l[:4] != '    ')

def plain(text):
    pieces = text.split('0x')
    return '0x'.join(pieces[:1] + [p.lstrip('0123456789abcdef') for p in pieces[1:]])

class D:
    def __del__(self):
        try: raise KeyError('k')
        except KeyError: raise ValueError('v\nw')
class E(Exception): pass
class F:
    def __del__(self): raise E
class G:
    def __del__(self): raise E('x') from ValueError('cause')
class H:
    def __del__(self):
        e = E('x'); e.add_note('a note'); raise e
class S(Exception):
    def __str__(self): raise TypeError('no')
class I:
    def __del__(self): raise S()
class R:
    def __del__(self): sys.exit(3)
class P:
    __del__ = 5
class Q:
    def __del__(self, x): pass
class T:
    class U:
        def __del__(self): raise NoSuchName
def run(f):
    err = sys.stderr = Printed()
    f()
    t = err.getvalue(); sys.stderr = sys.__stderr__
    print(t); print('--')
for c in (D, F, G, H, I, R, P, Q, T.U): print(c.__name__); run(c)
def w(r): raise E('weak')
import weakref
def f():
    d = E(); r = weakref.ref(d, w); del d
run(f)
def f():
    d = E(); d.me = d; r = weakref.ref(d, w); del d; gc.collect()
run(f)
def f():
    d = E(); r = weakref.ref(d, lambda r: print('called')); r2 = weakref.ref(d, lambda: 0); p = weakref.proxy(d, w); del d
run(f)
def f():
    def cb(p, i): raise E('cb')
    gc.callbacks.append(cb); gc.collect(); gc.callbacks.clear()
run(f)
def f():
    def g():
        try: yield
        finally: 1/0
    x = g(); next(x); del x
run(f)
def f():
    def g():
        try: yield
        except GeneratorExit: yield
    x = g(); next(x); del x
run(f)
print(sys.unraisablehook, sys.__unraisablehook__, sys.__excepthook__, sys.unraisablehook is sys.__unraisablehook__)
print(sys.__stderr__ is sys.stderr, sys.__stdin__ is sys.stdin)
def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
t(sys.unraisablehook); t(sys.unraisablehook, 1)
def f():
    try: 1/0
    except ZeroDivisionError as e: sys.__excepthook__(type(e), e, e.__traceback__)
run(f)
print(type(sys.unraisablehook))
got = []
sys.unraisablehook = got.append
D(); 
u = got[0]; sys.unraisablehook = sys.__unraisablehook__
print(type(u), plain(repr(u)), isinstance(u, tuple)); 
run(lambda: sys.unraisablehook(u))
sys.stderr = None
D()
sys.stderr = sys.__stderr__
