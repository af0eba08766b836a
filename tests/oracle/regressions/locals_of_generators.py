# Up to 3.12 a suspended generator and a frame of a caller keep the dict of their locals, too.
# not for: 3.13 3.14.2 3.15
import sys, gc, weakref
class D:
    def __init__(self, name='d'): self.name = name
    def __del__(self): print('~' + self.name)
print('---')
def g():
    d = D('a')
    locals()
    yield 1
    print(sys.getrefcount(d))
    del d
    print('deleted')
    yield 2
x = g()
next(x); next(x)
x.close()
print('closed')
x = g(); next(x)
x.gi_frame.f_locals
a = x.gi_frame.f_locals
print(a is x.gi_frame.f_locals, sorted(a))
next(x)
print(sorted(a))
print(sorted(x.gi_frame.f_locals), sorted(a))
del x
print('gone')
del a
print('---')
def g():
    return sys._getframe(1).f_locals
def f():
    d = D('a')
    a = g()
    d = D('b')
    print(a['d'].name)
    a['d'] = 5
    print(type(d).__name__)
    a['zz'] = 6
    print(sorted(locals()), a['d'] if a['d'] == 5 else a['d'].name)
f()
