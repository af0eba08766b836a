"""__del__ that makes garbage, collects, raises, stores itself, deletes others, looks around; callbacks of gc."""
import gc, weakref, sys
class Printed:
    def __init__(self): self.text = ''
    def write(self, text): self.text += text
    def flush(self): pass
def plain(text):
    return [l.split(' at 0x')[0] for l in text.split('\n') if l[:4] != '    ' and l]
def errors(f):
    err = sys.stderr = Printed()
    try: print(f())
    finally: sys.stderr = sys.__stderr__
    for l in plain(err.text): print('   |', l)
class D:
    def __init__(self, name, do=None, cyclic=True):
        self.name, self.do = name, do
        if cyclic: self.me = self
    def __del__(self):
        print('  del', self.name)
        if self.do: self.do(self)
def drop(*args, **kw): D(*args, **kw)
print('makes garbage'); drop('maker', lambda s: drop('made')); print(gc.collect(), gc.collect(), gc.collect())
drop('maker', lambda s: drop('made'), cyclic=False); print(gc.collect())
def generations(n):
    def do(s):
        if n: drop(f'g{n - 1}', generations(n - 1))
    return do
drop('g3', generations(3)); print([gc.collect() for _ in range(5)])
print('collects'); drop('c', lambda s: print('  inner', gc.collect())); print(gc.collect())
drop('c', lambda s: print('  inner', gc.collect()), cyclic=False); print(gc.collect())
other = D('other'); drop('c', lambda s: (globals().pop('other'), print('  inner', gc.collect())), cyclic=False); print(gc.collect())
drop('a', lambda s: print('  inner', gc.collect(0), gc.get_count())); drop('b', lambda s: print('  count', gc.get_count())); print(gc.collect())
print('raises')
def raiser(e):
    def do(s): raise e
    return do
def f(): drop('r', raiser(ValueError('text'))); return gc.collect()
errors(f)
def f(): drop('r', raiser(KeyError('k')), cyclic=False); return 'after'
errors(f)
def f():
    a, b = D('a', raiser(ValueError('a'))), D('b', raiser(TypeError('b'))); a.b, b.a = b, a; r = weakref.ref(a, raiser(LookupError('cb'))); del a, b; return gc.collect(), r()
errors(f)
def f(): drop('exit', lambda s: sys.exit(5)); drop('kb', raiser(KeyboardInterrupt())); drop('stop', raiser(StopIteration(3))); return gc.collect()
errors(f)
def f():
    def do(s):
        try: 1/0
        except ZeroDivisionError as e: raise ValueError('second') from e
    drop('chained', do, cyclic=False)
    def do(s):
        try: 1/0
        finally: raise ValueError('second')
    drop('context', do, cyclic=False)
    return gc.collect()
errors(f)
class Inst: pass
def f():
    i = Inst(); i.__class__ = type('Odd', (), {'__del__': lambda self, x: 0}); del i
    Inst2 = type('Inst2', (), {'__del__': property(lambda self: 1/0)}); Inst2()
    Inst3 = type('Inst3', (), {'__del__': staticmethod(lambda: print('  static'))}); Inst3()
    Inst4 = type('Inst4', (), {'__del__': classmethod(lambda cls: print('  class', cls.__name__))}); Inst4()
    Inst5 = type('Inst5', (), {'__del__': None}); Inst5()
    Inst6 = type('Inst6', (), {'__del__': lambda self: 5}); Inst6()
    return 'odd'
errors(f)
def f():
    sys.unraisablehook = lambda u: print('  hook', u.exc_type.__name__, u.exc_value, (u.err_msg or '').split(' at ')[0], type(u.object).__name__, u._fields if hasattr(u, '_fields') else '', u.exc_traceback is not None)
    try:
        drop('h', raiser(ValueError('hooked')), cyclic=False); drop('h', raiser(ValueError('hooked'))); gc.collect()
        n = D('n', cyclic=False); r = weakref.ref(n, raiser(ValueError('cb'))); del n
        def g():
            try: yield
            finally: raise ValueError('gen')
        x = g(); next(x); del x
    finally: sys.unraisablehook = sys.__unraisablehook__
errors(f)
def f():
    def hook(u): raise ValueError('hook failed')
    sys.unraisablehook = hook
    try: drop('h', raiser(KeyError('first')), cyclic=False)
    finally: sys.unraisablehook = sys.__unraisablehook__
errors(f)
def f():
    try: raise ValueError('outer')
    except ValueError: drop('inner', lambda s: print('  sees', sys.exc_info()[:2]), cyclic=False)
    try: raise ValueError('outer')
    except ValueError: drop('inner', lambda s: print('  sees', sys.exc_info()[0])); gc.collect()
    try:
        n = D('while', lambda s: print('  sees', sys.exc_info()[0]), cyclic=False)
        raise ValueError('x')
    except ValueError as e: del n; print('  after', e)
errors(f)
print('stores itself, dies again')
forever = []
drop('s', forever.append); print(gc.collect(), len(forever)); forever.clear(); print(gc.collect())
drop('s', forever.append, cyclic=False); print(len(forever)); forever.clear(); print('gone')
print('deletes others')
a, b = D('a'), D('b'); a.b, b.a = b, a; a.do = lambda s: s.b.__dict__.clear(); b.do = lambda s: print('  never'); del a, b
errors(gc.collect)
a, b, c = D('a', lambda s: s.items.clear()), D('b', cyclic=False), D('c', cyclic=False); a.items = [b, c]; del a, b, c; print(gc.collect())
a = D('a', lambda s: setattr(s, 'me', None)); del a; print(gc.collect())
a, b = D('a', lambda s: setattr(s, 'b', None), cyclic=False), D('b', cyclic=False); a.b, b.a = b, a; del a, b; print(gc.collect())
print('generators')
def gen(name, *held):
    try: yield held
    finally: print('  finally', name)
def stubborn(box):
    try: yield
    except GeneratorExit: print('  no'); yield 'again'
def ret(box):
    try: yield
    finally: print('  returning', gc.collect()); return
for make in (lambda box: gen('g', box), stubborn, ret):
    box = []; g = make(box); next(g); box.append(g); del g, box; errors(gc.collect)
box = []; g = gen('never started', box); box.append(g); del g, box; print(gc.collect())
box = []; g = gen('one', box); h = gen('two', g, box); next(g); next(h); box += [h, g]; del g, h, box; print(gc.collect())
def revive(box):
    try: yield
    finally: print('  revived'); forever.append(box)
box = []; g = revive(box); next(g); box.append(g); del g, box; print(gc.collect(), len(forever), forever[0][0].gi_frame); forever.clear(); print(gc.collect())
def deleg(box): yield from gen('inner', box)
box = []; g = deleg(box); next(g); box.append(g); del g, box; print(gc.collect())
def withit(box):
    class CM:
        def __enter__(self): return self
        def __exit__(self, *exc): print('  exit', exc[0].__name__, exc[1])
    with CM(): yield
box = []; g = withit(box); next(g); box.append(g); del g, box; print(gc.collect())
def nested(box):
    d = D('local', cyclic=False)
    try: yield
    finally: print('  last')
box = []; g = nested(box); next(g); box.append(g); del g, box; print(gc.collect())
g = (x for x in [1, 2]); next(g); l = [g]; l.append(l); del g, l; print(gc.collect())
print('gc.callbacks')
def hear(phase, info): print('  ', phase, sorted(info), {k: info[k] for k in ('generation', 'collected', 'uncollectable')})
gc.callbacks.append(hear)
drop('heard', lambda s: print('  in it', gc.collect())); print(gc.collect(0), gc.collect(1), gc.collect())
drop('heard'); gc.collect()
def deaf(phase, info): info['collected'] = 99; raise ValueError('deaf')
gc.callbacks.insert(0, deaf); errors(gc.collect); gc.callbacks.clear()
gc.callbacks.append(5); errors(gc.collect); gc.callbacks.clear()
print('DEBUG_SAVEALL')
gc.set_debug(gc.DEBUG_SAVEALL)
a = D('saved', lambda s: setattr(s, 'seen', True)); r = weakref.ref(a, lambda r: print('  cb', r())); w = weakref.ref(a); del a
print(gc.collect(), len(gc.garbage), [type(o).__name__ for o in gc.garbage], r(), w() and 'still')
gc.set_debug(0); print([o.seen for o in gc.garbage if isinstance(o, D)], [gc.is_finalized(o) for o in gc.garbage], [gc.is_tracked(o) for o in gc.garbage]); gc.garbage.clear(); print(gc.collect())
gc.set_debug(gc.DEBUG_SAVEALL); drop('revived', forever.append); print(gc.collect(), len(gc.garbage)); forever.clear(); print(gc.collect(), len(gc.garbage)); gc.set_debug(0); gc.garbage.clear(); print(gc.collect())
box = []; g = gen('saveall', box); next(g); box.append(g); del g, box; gc.set_debug(gc.DEBUG_SAVEALL); print(gc.collect(), len(gc.garbage)); gc.set_debug(0); gc.garbage.clear(); print(gc.collect())
