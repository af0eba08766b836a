"""staticmethod and classmethod keep a dict of what they copy; what calls of built-in types allocate."""
import gc
gc.disable()
def f(): pass
def g(a: int): 'doc'
class K: 
    def __call__(self): pass
def t(make):
    gc.collect()
    a=gc.get_count()[0]
    a=gc.get_count()[0]
    x=make()
    b=gc.get_count()[0]
    y=make()
    c=gc.get_count()[0]
    z=(1,b)[:1]
    d=gc.get_count()[0]
    del x,y
    return b-a,c-b,d-c
for n, m in dict(prop=lambda: property(f), prop2=lambda: property(f, None, None), prop3=lambda:property(fget=f), sm=lambda: staticmethod(f), cm=lambda: classmethod(f), smg=lambda: staticmethod(g), sml=lambda: staticmethod(len), smk=lambda: staticmethod(K()), sml2=lambda: staticmethod(lambda: 1), sup=lambda: super(K, K()), en=lambda: enumerate([]), mp=lambda: map(f, []), zp=lambda:zip([],[]), fl=lambda: filter(f, []), rv=lambda: reversed([]), sl=lambda: slice(1,2), lst=lambda: list((1,2)), tup=lambda: tuple([1,2]), st=lambda: set([1]), fs=lambda: frozenset([1,2]), dct=lambda: dict(a=1), dct2=lambda: dict({1:2}), ob=lambda: object(), ty=lambda: type('X',(),{}), ex=lambda: ValueError(1), ex0=lambda: ValueError(), it=lambda: iter(f, 1), meth=lambda: K().__call__, bm=lambda:[].append, mv=lambda: {}.keys(), rng=lambda: iter(range(3))).items():
    print(n, t(m))
for o in (staticmethod(f), classmethod(f), staticmethod(g), staticmethod(K()), property(f), property(g)):
    r = gc.get_referents(o)
    print(type(o).__name__, [ list(x.items()) if isinstance(x, dict) else x for x in r if not callable(x)], len(r), [type(x).__name__ for x in r], gc.is_tracked(o))
    if hasattr(o, '__dict__'):
        print(list(vars(o)), gc.is_tracked(vars(o)))
        print(callable(o.__wrapped__), o.__name__ if hasattr(o, "__name__") else None)
