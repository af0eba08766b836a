# 3.11 keeps the names of unpacked keyword arguments for the time of the call; a class without subclasses keeps no registry of them.
import gc
def objects(): return len(gc.get_objects())
objects()
b = objects()
def fu0(*p, q):
    print('objects', objects() - b)
def fu1(p, **kw):
    print('objects', objects() - b)
fu0(*[[]], q=[1])
fu1(*[[]], q=[1])
fu1(**{'p': [], 'r': []})
print(gc.get_count()[1:])
class cl0:
    kept = None
th0 = cl0()
class cl1(cl0):
    def __init__(self):
        super().__init__()
del cl0
del cl1
print('collect', gc.collect(2))
print('objects', objects() - b)
del th0
print('collect', gc.collect(2))
