"""PEP 442: one object, a cycle, a part of it and what it reaches come back, die again, and what weak references see."""
import gc, weakref

saved = []
class Node:
    revive = False
    def __init__(self, name, **links):
        self.name = name
        self.__dict__.update(links)
    def __repr__(self): return self.name
    def __del__(self):
        print('  del', self.name)
        if self.revive: saved.append(self)

class Back(Node):
    revive = True

def state(refs): return [r() and r().name for r in refs]
def weak(*nodes): return [weakref.ref(n) for n in nodes]
def called(*nodes): return [weakref.ref(n, lambda r, name=n.name: print('  cb', name)) for n in nodes]

def show(title, refs, more=()):
    print(title, gc.collect(), state(refs), state(more), saved)

print('self in global, dies again')
n = Back('n'); refs, more = weak(n), called(n); del n
print(state(refs), state(more), saved, [gc.is_finalized(o) for o in saved])
saved.clear(); print(state(refs), state(more))
n = Back('n'); n.me = n; refs, more = weak(n), called(n); del n; show('cycle', refs, more)
saved.clear(); show('again', refs, more)
print('new weak references to one that came back')
n = Back('n'); n.me = n; del n; gc.collect(); refs, more = weak(saved[0]), called(saved[0]); saved.clear(); show('second death', refs, more)

print('a whole cycle by one member')
a, b, c = Node('a'), Back('b'), Node('c'); a.next, b.next, c.next = b, c, a
refs, more = weak(a, b, c), called(a, b, c); del a, b, c; show('first', refs, more)
print([gc.is_finalized(saved[0]), gc.is_finalized(saved[0].next)])
saved.clear(); show('second', refs, more)

print('what it reaches')
leaf = Node('leaf'); ring = Node('ring', leaf=leaf); ring.me = ring
other = Node('other'); other.me = other
head = Back('head', ring=ring); head.me = head; other.head = head
refs, more = weak(leaf, ring, head, other), called(leaf, ring, head, other)
del leaf, ring, head, other; show('first', refs, more)
saved[0].ring = None; show('ring cut', refs, more)
saved.clear(); show('head', refs, more)

print('partly: one of two cycles')
a, b = Back('a'), Node('b'); a.me, b.me = a, b
refs = weak(a, b); del a, b; show('first', refs); saved.clear(); show('second', refs)
print('partly: the finalizer takes only a piece')
class Taker:
    def __init__(self): self.piece = Node('piece', owner=None); self.me = self; self.rest = Node('rest'); self.rest.up = self
    def __del__(self): print('  taker'); saved.append(self.piece)
t = Taker(); refs = weak(t.piece, t.rest); r = weakref.ref(t); del t; show('first', refs); print(r())
saved.clear(); show('second', refs)
print('each revives the other')
class Twin(Node):
    def __del__(self): print('  twin', self.name); saved.append(self.other)
a, b = Twin('a'), Twin('b'); a.other, b.other = b, a; refs = weak(a, b); del a, b
show('first', refs); saved.pop(); show('one left', refs); saved.clear(); show('none', refs)
print('revived into its own garbage')
class Inner(Node):
    def __del__(self): print('  inner'); self.box.append(self)
box = []; i = Inner('i', box=box); box.append(box); del i, box; show('first', []); show('second', [])
print('revived by the callback of another')
class Holder: pass
h = Holder(); h.me = h
n = Node('n'); n.me = n
keep = weakref.ref(h, lambda r, n=n: saved.append(n)); del n, h; show('first', []); keep = None; saved.clear(); show('second', [])
print('through a frame')
def gen(node):
    try: yield node
    finally: print('  finally', node.name); saved.append(node)
n = Node('n'); n.g = gen(n); next(n.g); refs = weak(n); del n; show('first', refs); saved.clear(); show('second', refs)
print('the second time through its class')
class Late:
    def __init__(self): self.me = self
    def __del__(self): print('  late')
l = Late(); del Late.__del__; r = weakref.ref(l); del l; print(gc.collect(), r())
class Never:
    def __init__(self): self.me = self
n = Never(); Never.__del__ = lambda self: print('  from the class'); del n; print(gc.collect())
n = Never(); n.__del__ = lambda: print('  not from the instance'); del n; print(gc.collect())
print('explicitly called')
n = Node('n'); n.__del__(); print(gc.is_finalized(n)); del n
n = Back('m'); n.__del__(); del n; print(saved); saved.pop().__del__(); print(saved); saved.clear()
print('changes class on the way')
class Change:
    def __init__(self): self.me = self
    def __del__(self): print('  change'); self.__class__ = Never
c = Change(); del c; print(gc.collect())
print('clears itself')
class Clears:
    def __init__(self): self.me = self; self.bag = [self]
    def __del__(self): print('  clears'); self.__dict__.clear()
c = Clears(); r = weakref.ref(c); del c; print(gc.collect(), r())
class ClearsHalf:
    def __init__(self): self.me = self; self.bag = [self]
    def __del__(self): print('  clears half'); del self.me
c = ClearsHalf(); r = weakref.ref(c); del c; print(gc.collect(), r())
