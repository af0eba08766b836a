# Exceptions: chains, groups, except*, with, finally.
import sys, traceback
def show(f):
    try: return f()
    except BaseException as e: return f'{type(e).__name__}: {e}'
def chain():
    try:
        try: 1 / 0
        except ZeroDivisionError as e: raise KeyError('k') from e
    except KeyError as e: return e
e = chain(); print(repr(e), repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    try: {}['x']
    except KeyError: [].pop()
except IndexError as e: print(repr(e), repr(e.__context__), e.__cause__, e.__suppress_context__)
try:
    try: 1 / 0
    except ZeroDivisionError: raise ValueError('v') from None
except ValueError as e: print(repr(e.__context__), e.__cause__, e.__suppress_context__)
def fin(n):
    try:
        if n == 0: return 'try'
        if n == 1: raise ValueError
        for i in range(3):
            try:
                if n == 2: continue
                if n == 3: break
            finally: print('inner', i)
    except ValueError: return 'except'
    else: print('else')
    finally:
        print('finally')
        if n == 4: return 'fin'
    return 'end'
for n in range(5): print(n, fin(n))
def eg(*es): return ExceptionGroup('g', list(es))
def star(x):
    out = []
    try:
        try: raise x
        except* (ValueError, TypeError) as g: out.append(('VT', repr(g.exceptions), g.message if hasattr(g, 'message') else None))
        except* KeyError as g: out.append(('K', repr(g)))
        else: out.append('else')
        finally: out.append('fin')
    except BaseException as r: out.append(('rest', repr(r), repr(r.__cause__), repr(r.__context__)))
    return out
for x in [eg(ValueError(1)), eg(ValueError(1), KeyError(2)), eg(ValueError(1), OSError(2)), eg(eg(TypeError(1), OSError(3)), KeyError(2)), ValueError('naked'), OSError('naked'), BaseExceptionGroup('b', [KeyboardInterrupt(), ValueError(1)])]: print(star(x))
def star2(mode):
    try:
        try: raise eg(ValueError(1), TypeError(2), OSError(3))
        except* ValueError as g:
            if mode == 0: raise
            if mode == 1: raise KeyError('new')
            if mode == 2: raise g
            if mode == 3: raise KeyError('from') from g
            if mode == 4: raise g.exceptions[0]
        except* TypeError: 
            if mode == 5: raise RuntimeError('second')
    except BaseException as r:
        def tree(r, d=0):
            print(' ' * d + repr(r), '| cause', repr(r.__cause__), '| ctx', repr(r.__context__))
            for x in getattr(r, 'exceptions', ()): tree(x, d + 2)
        tree(r)
for m in range(6): print('mode', m); star2(m)
def naked(mode):
    try:
        try: raise ValueError('n')
        except* ValueError as g:
            if mode == 0: raise
            if mode == 1: raise KeyError('new')
            if mode == 2: raise g
    except BaseException as r: print(repr(r), repr(r.__context__), repr(r.__cause__))
for m in range(3): naked(m)
g = eg(ValueError('a'), eg(TypeError('b'), ValueError('c')))
print(g, repr(g), g.split(ValueError), g.subgroup(TypeError), g.split(lambda e: 'c' in str(e)), g.subgroup(KeyError), g.derive([OSError()]), g.args)
class MyG(ExceptionGroup):
    def derive(self, excs): return MyG(self.message + '!', excs)
mg = MyG('mine', [ValueError(1), KeyError(2)]); print(mg.split(ValueError), type(mg.subgroup(KeyError)).__name__)
print(type(BaseExceptionGroup('b', [ValueError()])).__name__, type(BaseExceptionGroup('b', [KeyboardInterrupt()])).__name__)
try:
    try: raise ValueError('x')
    except* ExceptionGroup: pass
except TypeError as e: print(e)
def bad():
    try: raise ValueError
    except (int, str): pass
print(show(bad))
def bad2():
    try: raise ValueError
    except 5: pass
print(show(bad2))
def r(x): raise x
def rf(x, y): raise x from y
for f in [lambda: r(5), lambda: r('s'), lambda: r(int), lambda: r(None), lambda: rf(ValueError, 5), lambda: rf(ValueError, None), lambda: r(ValueError), lambda: r(NotImplemented)]: print(show(f))
def reraise(): raise
print(show(reraise))
e = ValueError('n'); e.add_note('note 1'); e.add_note('note 2'); print(e.__notes__)
class E(Exception):
    def __init__(self, a, b=2): super().__init__(a); self.b = b
    def __str__(self): return f'E<{self.args}, {self.b}>'
class E2(E): pass
try: raise E2(1, b=3)
except E as x: print(x, repr(x), x.args, isinstance(x, Exception), type(x).__mro__)
try: print(x)
except NameError as n: print(n, n.name)
class BadStr(Exception):
    def __str__(self): return 5
    def __repr__(self): raise RuntimeError('r')
print(show(lambda: str(BadStr()))); print(show(lambda: repr(BadStr())))
for c, a in [(KeyError, ('k',)), (KeyError, ()), (KeyError, (1, 2)), (ValueError, ()), (ValueError, (1, 2)), (OSError, ('x',)), (StopIteration, (5,)), (SystemExit, (3,)), (AssertionError, ('m',)), (SyntaxError, ('s', ('f.py', 3, 4, 'text\n'))), (ImportError, ('m',)), (UnicodeError, ('u',)), (AttributeError, ('a',)), (Exception, (None,)), (Exception, ('',))]:
    x = c(*a); print(c.__name__, str(x), repr(x), x.args)
def assertion(x, m=None):
    if m is None: assert x
    else: assert x, m
print(show(lambda: assertion(0)), show(lambda: assertion([], 'msg')), show(lambda: assertion(0, (1, 2))))
def deep(n): return deep(n + 1)
try: deep(0)
except RecursionError as e: print(str(e)[:32])
class CM:
    def __init__(self, n, swallow=False, fail=False): self.n, self.s, self.f = n, swallow, fail
    def __enter__(self): print('enter', self.n); return self
    def __exit__(self, t, v, tb):
        print('exit', self.n, t and t.__name__, v, tb is not None)
        if self.f: raise RuntimeError(f'exit {self.n}')
        return self.s
with CM(1) as a, CM(2, True) as b: print(a.n, b.n); raise ValueError('w')
with (CM(3, True), CM(4, fail=True) as c): pass
def w():
    with CM(5): return 'ret'
print(w())
try:
    with CM(6, fail=True): raise ValueError('orig')
except RuntimeError as e: print(repr(e), repr(e.__context__))
print(show(lambda: r_with(5)))
def r_with(x):
    with x: pass
print(show(lambda: r_with(5)))
class Half:
    def __enter__(self): pass
print(show(lambda: r_with(Half())))
class Half2:
    def __exit__(self, *a): pass
print(show(lambda: r_with(Half2())))
def tb():
    try: chain2()
    except Exception as e: print(''.join(traceback.format_exception_only(e))); t = e.__traceback__
    n = 0
    while t: print(t.tb_lineno, t.tb_frame.f_code.co_name); t = t.tb_next
def chain2():
    try: int('x')
    except ValueError as e:
        raise RuntimeError('wrapped') from e
tb()
print(sys.exc_info(), sys.exception() if hasattr(sys, 'exception') else None)
try: 1 / 0
except ZeroDivisionError: print(sys.exc_info()[0].__name__, sys.exc_info()[1])
def nested():
    try: raise ValueError(1)
    except ValueError:
        try: raise TypeError(2)
        except TypeError: pass
        print(repr(sys.exc_info()[1]))
        raise
print(show(nested))
for f in [lambda: x_undefined, lambda: [].nope, lambda: (1).foo, lambda: None.bar, lambda: sys.nope, lambda: E.nope, lambda: E(1).c, lambda: {}['a'], lambda: [][0], lambda: ()[1], lambda: 'a'[5], lambda: {}[[]], lambda: int('z'), lambda: 'a' + 1, lambda: 1 + 'a', lambda: None + 1, lambda: [] + 1, lambda: len(5), lambda: 5(), lambda: 5[0], lambda: iter(5), lambda: next([]), lambda: abs('a'), lambda: sorted([1, 'a']), lambda: E(), lambda: E(1, 2, 3), lambda: E(1, c=2), lambda: __import__('nope_mod'), lambda: list(5), lambda: dict(5), lambda: range('a'), lambda: 'a' * 'b', lambda: -'a', lambda: [1] < ['a'], lambda: 1 < 'a', lambda: [] in {}]: print(show(f))
def ub():
    print(loc); loc = 1
print(show(ub))
def outer():
    def inner(): return fv
    inner(); fv = 1
print(show(outer))
def dele():
    x = 1; del x; return x
print(show(dele))
