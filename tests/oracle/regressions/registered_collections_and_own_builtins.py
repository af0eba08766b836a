# Classes registered in collections.abc and match, the builtins that exec is given, copies of sequences' iterators.
import gc, sys, copy, collections.abc as abc
n = gc.get_count()
it = iter([1,2,3]); next(it)
c = copy.deepcopy(it)
print(list(c), list(it))
it = iter((1,2,3)); next(it)
print(list(copy.deepcopy(it)), list(copy.copy(it)))
@abc.Mapping.register
class M:
    def __len__(self): return 1
    def __getitem__(self, k): return k
    def get(self, k, d=None): return k * 2
@abc.Sequence.register
class S:
    def __len__(self): return 2
    def __getitem__(self, k): return [7,8][k]
class S2(S): pass
class M2(M): pass
class D: 
    def __len__(self): return 2
    def __getitem__(self, k): return [7,8][k]
class DD(D): pass
abc.MutableSequence.register(D)
def f(x):
    match x:
        case {'a': v}: return 'map', v
        case [a, b]: return 'seq', a, b
        case _: return 'no'
for x in M(), S(), S2(), M2(), D(), DD(), {'a': 1}, (1,2): print(f(x))
exec('print(len)', {'__builtins__': {'print': lambda x: print('mine', x), 'len': 5}})
try: exec('print(len)', {'__builtins__': {}})
except NameError as e: print(e)
g = {}
exec('x=1', g); print(list(g), type(g['__builtins__']))
try: exec('import os', {'__builtins__': {}})
except ImportError as e: print(e)
print(eval('a+b', {'__builtins__': {'a': 1, 'b': 2}}))
exec('''def f(): return zz
r = f()''', d:= {'__builtins__': {'zz': 4}})
print(d['r'])
try: exec('class C: pass', {'__builtins__': {}})
except NameError as e: print(e)
