"""What each form of class statement allocates and keeps, and what a collection finds of it."""
import gc
gc.disable()
forms = {
'empty': "class C: pass",
'attr': "class C: x=1",
'doc': "class C:\n 'doc'",
'init': "class C:\n def __init__(self): pass",
'init_attr': "class C:\n def __init__(self): self.k=[]",
'init_attr2': "class C:\n def __init__(self): self.k=[]; self.j=1",
'method': "class C:\n def m(self): pass",
'method_setattr': "class C:\n def m(self): self.z=1",
'two_methods': "class C:\n def m(self): pass\n def n(self): pass",
'del': "class C:\n def __del__(self): pass",
'repr': "class C:\n def __repr__(self): return 'x'",
'eq': "class C:\n def __eq__(self, o): return True",
'eqhash': "class C:\n def __eq__(self, o): return True\n def __hash__(self): return 1",
'super': "class C:\n def m(self): return super().m()",
'class_cell': "class C:\n def m(self): return __class__",
'prop': "class C:\n @property\n def p(self): return 1",
'static': "class C:\n @staticmethod\n def p(): return 1",
'clsm': "class C:\n @classmethod\n def p(cls): return 1",
'slots0': "class C: __slots__=()",
'slots1': "class C: __slots__=('a',)",
'slots1s': "class C: __slots__='a'",
'slots2': "class C: __slots__=('a','b')",
'slotslist': "class C: __slots__=['a','b']",
'slotsw': "class C: __slots__=('a','__weakref__')",
'slotsd': "class C: __slots__=('a','__dict__')",
'slotsdw': "class C: __slots__=('__dict__','__weakref__')",
'slotsdict': "class C: __slots__={'a':'doc'}",
'sub': "class C(B): pass",
'sub_method': "class C(B):\n def m(self): pass",
'sub2': "class C(B, B2): pass",
'sub2m': "class C(B, B2):\n def m(self): self.x=1",
'sub2b': "class C(B2, B3): pass",
'sub3': "class C(B, B2, B3): pass",
'subsub': "class C(D1): pass",
'diamond': "class C(D1, D2): pass",
'sublist': "class C(list): pass",
'subdict': "class C(dict): pass",
'subtuple': "class C(tuple): pass",
'subint': "class C(int): pass",
'substr': "class C(str): pass",
'subset': "class C(set): pass",
'subexc': "class C(Exception): pass",
'subexc2': "class C(ValueError):\n def __init__(self): pass",
'subobj': "class C(object): pass",
'sublistslots': "class C(list): __slots__=()",
'subslots': "class C(B):\n __slots__=('q',)",
'subslots2': "class C(S1):\n __slots__=('q',)",
'subofslots': "class C(S1): pass",
'mixlist': "class C(B, list): pass",
'mixdict': "class C(dict, B): pass",
'meta': "class C(metaclass=M): pass",
'metasub': "class C(MC): pass",
'metaplain': "class C(type): pass",
'metaobj2': "class C(B, MC): pass",
'initsub': "class C(IS): pass",
'initsubkw': "class C(IS, k=1): pass",
'setname': "class C: a = SN()",
'type3': "C = type('C', (), {})",
'type3b': "C = type('C', (B,), {'x': 1})",
'type3c': "C = type('C', (B,B2), {'x': 1})",
'generic': "class C:\n def __class_getitem__(cls, x): return 1",
'nested': "class C:\n class I: pass",
'call': "class C:\n def __call__(self): pass",
'iter': "class C:\n def __iter__(self): return iter([])\n def __next__(self): return 1",
'getattr': "class C:\n def __getattr__(self, n): return 1",
'many': "class C:\n" + ''.join(" a%d=%d\n" % (i, i) for i in range(12)),
'manym': "class C:\n" + ''.join(" def m%d(self): self.a%d=%d\n" % (i, i, i) for i in range(7)),
'new': "class C:\n def __new__(cls): return object.__new__(cls)",
'listcomp': "class C:\n x=[i for i in range(3)]",
'lambda': "class C:\n f = lambda self: 1",
'closure': "class C:\n def m(self): return lambda: self",
}
class B: pass
class B2: pass
class B3: pass
class D1(B): pass
class D2(B): pass
class S1: __slots__=('p',)
class M(type): pass
class MC(metaclass=M): pass
class IS:
    def __init_subclass__(cls, **k): pass
class SN:
    def __set_name__(self, o, n): pass
codes = {k: compile(v, 'x', 'exec') for k, v in forms.items()}
def run(code):
    d = dict(globals())
    d['C'] = None
    gc.collect()
    a = len(gc.get_objects())
    c0 = gc.get_count()[0]
    c0 = gc.get_count()[0]
    exec(code, d)
    c1 = gc.get_count()[0]
    b = len(gc.get_objects())
    d['C'] = None
    r = gc.collect()
    return c1 - c0, b - a, r
for k in forms:
    run(codes[k])
    print(k, *run(codes[k]))
