# Attributes that methods assign to self come first, by name, from 3.14 on; a generator expression of 3.15 holds what it iterates twice.
import gc, sys
rc = sys.getrefcount
gc.disable()
def objects(): return len(gc.get_objects())
objects()
li = [[]]; d = {1: 2}; s = {1}; t = ([],)
def gen():
    yield 1
    yield 2
for o in (li, d, s, t, gen()):
    b = objects()
    e = (x for x in o)
    print(rc(o), objects() - b, [type(z).__name__ for z in gc.get_referents(e)])
    next(e)
    print(rc(o), objects() - b, [type(z).__name__ for z in gc.get_referents(e)])
    e = None
class C:
    def __iter__(self): return iter([1, 2])
c = C()
e = (x for x in c)
print(rc(c), [type(z).__name__ for z in gc.get_referents(e)])
e = None
def f(q):
    e = (x for x in q)
    print(rc(q))
    next(e)
    print(rc(q))
f(li)
f([[], 1])
def g(q):
    e = [rc(q) for x in q]
    print(e, rc(q))
    e = {rc(q): rc(q) for x in q}
    print(e, rc(q))
g(li)
def h(q):
    for x in q: print(rc(q))
    print(rc(q))
h(li)
def stopped(q):
    for x in q:
        yield rc(q)
for a in stopped(li): print(a)
print(sum(len(x) for x in li), rc(li))
class A:
    def __init__(self):
        self.zz = 1
        self.aa = []
        self.mm = 'x'
    def other(self):
        self.bb = {}
    def __del__(self):
        self.cc = ()
class B(A):
    def more(self): self.dd = 1
a = A(); a.other()
a.ee = 2.5
print([type(z).__name__ for z in gc.get_referents(a)], list(vars(a)))
b = B(); b.more(); b.other()
print([type(z).__name__ for z in gc.get_referents(b)], list(vars(b)))
class P: pass
p = P(); p.z = 1; p.a = []
print([type(z).__name__ for z in gc.get_referents(p)])
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('~', self.n)
class H:
    def __init__(self):
        self.zz = D(1); self.aa = D(2); self.mm = D(3)
h = H(); del h
def fn(a=D(4)): pass
fn.x = D(5)
del fn
def mk():
    d = D(6)
    def inner(a=D(7), *, k=D(8)): return d
    inner.x = D(9)
    return inner
q = mk(); del q
