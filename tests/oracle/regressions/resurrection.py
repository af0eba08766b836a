"""PEP 442: one object, a whole cycle, and what it reaches come back; __del__ once; weak references and their callbacks."""
import gc, weakref

kept = []
class Node:
    def __init__(self, name, **links):
        self.name = name
        self.__dict__.update(links)
    def __del__(self):
        print('del', self.name, self in kept)
        if self.name.startswith('back'):
            kept.append(self)

def say(text):
    return lambda r: print('callback', text, r() is None)

def alone():
    node = Node('back alone')
    refs = [weakref.ref(node), weakref.ref(node, say('alone'))]
    del node
    print([r() is None for r in refs], len(kept), gc.is_finalized(kept[0]))
    kept.clear()
    print([r() is None for r in refs])
alone()

def cycle():
    a, b, c = Node('a'), Node('back b'), Node('c')
    a.next, b.next, c.next = b, c, a
    refs = [weakref.ref(n) for n in (a, b, c)]
    called = [weakref.ref(n, say(n.name)) for n in (a, b, c)]
    del a, b, c
    print('collected', gc.collect(), [r() is None for r in refs], [r() is None for r in called])
    print([n.name for n in kept], kept[0].next.next.next is kept[0], [gc.is_finalized(o) for o in (kept[0], kept[0].next)])
    kept.clear()
    print('collected', gc.collect(), [r() is None for r in refs])
cycle()

def transitive():
    leaf = Node('leaf')
    ring = Node('ring', leaf=leaf)
    ring.me = ring
    head = Node('back head', ring=ring, items=[leaf, {'leaf': leaf}])
    head.me = head
    refs = [weakref.ref(n, say(n.name)) for n in (leaf, ring, head)]
    del leaf, ring, head
    print('collected', gc.collect(), [r() is None for r in refs])
    del kept[0].ring
    print('collected', gc.collect())
    kept.clear()
    print('collected', gc.collect())
transitive()

class Parent:
    def __init__(self): self.child = Child(self)
    def __del__(self): print('parent sees', self.child and 'child')
class Child:
    def __init__(self, parent): self.parent, self.weak = parent, weakref.ref(parent)
    def __del__(self): print('child sees', type(self.weak()).__name__, type(self.parent).__name__); self.parent.child = None
Parent()
print('collected', gc.collect())

class New:
    """A finalizer that makes a weak reference to itself."""
    def __del__(self): print('new'); refs.append(weakref.ref(self, say('late')))
refs = []
def new():
    n = New(); n.me = n
new()
print('collected', gc.collect(), refs[0]() is None)

class Raises:
    def __del__(self): print('raises'); raise ValueError('ignored')
def raises():
    a, b = Raises(), Raises()
    a.b, b.a = b, a
import sys
sys.unraisablehook = lambda u: print('hook', u.exc_type.__name__, u.exc_value)
raises()
print('collected', gc.collect())

def again():
    node = Node('again')
    node.__del__()
    del node
again()

class Forever:
    def __del__(self): print('forever'); kept.append(self)
Forever()
for i in range(3):
    print(gc.is_finalized(kept[0]), type(kept.pop()).__name__ if len(kept) else None)
    if not kept: break
finalize = []
def order():
    a, b = Node('oa'), Node('ob')
    a.b, b.a = b, a
    w1 = weakref.ref(a, say('a older')); f = weakref.finalize(a, print, 'finalize a'); w2 = weakref.ref(a, say('a newer')); w3 = weakref.ref(b, say('b'))
    finalize.extend((w1, w2, w3, f))
order()
print('collected', gc.collect(), finalize[3].alive)
