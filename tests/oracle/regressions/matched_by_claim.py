# A class in a pattern asks as isinstance() does; clear() of a frame leaves the dict that f_locals was.
import gc, sys, weakref
class N:
    def __init__(self, name): self.name = name
n = N(1)
p = weakref.proxy(n)
match p:
    case N(name=name): print('node', name)
    case _: print('other')
class F:
    __class__ = property(lambda self: N)
    name = 4
match F():
    case N(name=name): print('node', name)
class M(type):
    def __instancecheck__(cls, other): print('check'); return True
class Any(metaclass=M): pass
match 5:
    case Any(): print('any')
def f(own):
    raise ValueError
class D(N):
    def __del__(self): print('~', self.name)
try:
    f(D(7))
except ValueError as error:
    e = error
print(list(e.__traceback__.tb_next.tb_frame.f_locals))
e.__traceback__.tb_next.tb_frame.clear()
print('cleared')
print(list(e.__traceback__.tb_next.tb_frame.f_locals))
print('end')
