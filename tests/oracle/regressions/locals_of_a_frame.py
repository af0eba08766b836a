# Up to 3.12 the locals() of a function is one dict, which its frame keeps with what it holds; later each is a copy.
import sys, gc, weakref
class D:
    def __init__(self, name='d'): self.name = name
    def __del__(self): print('~' + self.name)
print('---')
def f():
    d = D('a')
    a = locals()
    del d
    print('deleted', sorted(a))
    b = locals()
    print(a is b, sorted(a), sorted(b))
    print(sys.getrefcount(a))
f()
print('---')
def f():
    d = D('a')
    print(sys.getrefcount(d))
    locals()
    print(sys.getrefcount(d))
    sys._getframe().f_locals
    print(sys.getrefcount(d))
    del d
    print('deleted')
    locals()
    print('again')
f()
print('---')
def f():
    d = D('a')
    dir()
    print(sys.getrefcount(d))
    vars()
    print(sys.getrefcount(d))
    eval('d')
    exec('e = d')
    print(sys.getrefcount(d))
    print(sorted(locals()))
    del d
    print('deleted')
f()
print('---')
fs = []
def f():
    d = D('a')
    fs.append(sys._getframe())
f()
a = fs[0].f_locals
print(a is fs[0].f_locals, sorted(a))
fs.clear()
print('cleared')
del a
print('---')
def f():
    d = D('a')
    1/0
try: f()
except ZeroDivisionError as e:
    fr = e.__traceback__.tb_next.tb_frame
    print(sorted(fr.f_locals), fr.f_locals is fr.f_locals)
    del fr
print('end')
print('---')
def f():
    d = D('a')
    def g(): return d
    a = locals()
    print(sorted(a), sys.getrefcount(d))
    del g
    a.pop('g', None)
    d = D('b')
    print('rebound', a['d'].name)
    locals()
    print(a['d'].name)
f()
print('---')
class C:
    x = 1
    print(locals() is locals(), sorted(k for k in locals() if k[0] != '_'))
print(locals() is globals())
print('---')
def f():
    x = 1
    exec('y = 2')
    print(sorted(locals()))
    locals()['q'] = 3
    print(sorted(locals()))
    print(eval('y') if 'y' in locals() else 'none')
    l = locals()
    l['x'] = 10
    print(x, l['x'])
    locals()
    print(l['x'])
    print([k for k in locals()])
f()
