"""What is told first as containers of all kinds are cleared: callbacks, finalizers, weak references by their order."""
import gc, weakref
gc.disable()
log = []
class N:
    def __init__(self, name): self.name = name
    def __repr__(self): return self.name
class S:
    __slots__ = ('name', 'a', 'b', '__weakref__')
    def __init__(self, name): self.name = name
class D(N):
    def __del__(self): log.append('del ' + self.name)
class L(list): pass
class M(dict): pass
class T(tuple): pass
class Z(set): pass
def watch(o, n): refs.append(weakref.ref(o, lambda w: log.append(n)))
refs = []
def run(label):
    print(label, gc.collect(), log); log.clear(); refs.clear()
# leaf objects outside the refs' cycle: leaf weakrefs are kept outside, callbacks are run before
a = N('a'); l = [a]; a.l = l; leaf = N('leaf'); l.append(leaf); watch(a, 'cb a'); watch(leaf, 'cb leaf')
del a, l, leaf; run('list')
a = N('a'); b = N('b'); a.b = b; b.a = a; watch(b, 'cb b'); watch(a, 'cb a'); watch(b, 'cb b2')
del a, b; run('two')
s = S('s'); t = S('t'); s.a = t; t.a = s; s.b = [t]; watch(t, 'cb t'); watch(s, 'cb s')
del s, t; run('slots')
# finalizers order in different containers
for make in (lambda x, y: [x, y], lambda x, y: (x, y), lambda x, y: {1: x, 2: y}, lambda x, y: {x, y} and [y, x], lambda x, y: L([x, y]), lambda x, y: M(a=x, b=y), lambda x, y: T((x, y)), lambda x, y: (lambda: (x, y)), lambda x, y: (i for i in [x, y])):
    x = D('x'); y = D('y'); c = make(x, y); x.c = c; y.c = c
    watch(x, 'wx'); watch(y, 'wy')
    del x, y, c; run('container')
# weakref objects inside garbage: no callback
a = N('a'); a.r = weakref.ref(a, lambda w: log.append('never')); a.me = a
b = N('b'); b.r = weakref.ref(a, lambda w: log.append('never 2')); b.me = b
del a, b; run('inside')
# weakref in garbage to an outside thing
o = N('o'); a = N('a'); a.me = a; a.r = weakref.ref(o, lambda w: log.append('out'))
del a; print(weakref.getweakrefcount(o)); run('w1'); print(weakref.getweakrefcount(o)); del o; print(log); log.clear()
# death of acyclic tail by delete_garbage: order
class E(N):
    def __del__(self): log.append(('del', self.name, [r() is None for r in refs]))
a = E('a'); b = E('b'); c = E('c'); a.n = b; b.n = c; c.n = a; c.tail = E('tail'); c.tail.sub = E('sub')
watch(a, 'wa'); watch(c.tail, 'wt')
del a, b, c; run('tail')
# resurrect part
kept = []
class R(N):
    def __del__(self): kept.append(self.other); log.append('res ' + self.name)
a = R('a'); b = N('b'); a.other = b; b.other = a; w = weakref.ref(b, lambda _: log.append('cb b')); wa = weakref.ref(a)
del a, b; run('resurrect'); print(kept, w(), wa() is not None, gc.is_finalized(kept[0].other)); kept.clear(); run('again'); print(w(), wa())
# order of weakrefs of an object
a = N('a')
p = [weakref.ref(a), weakref.ref(a), weakref.ref(a, lambda w: log.append(1)), weakref.proxy(a), weakref.ref(a, lambda w: log.append(2)), weakref.proxy(a, lambda w: log.append(3)), weakref.proxy(a)]
print(p[0] is p[1], p[3] is p[6], [type(x).__name__ for x in weakref.getweakrefs(a)], weakref.getweakrefcount(a), a.__weakref__ is p[0])
del a; print(log); log.clear()
class W(weakref.ref): pass
a = N('a'); p = [W(a), weakref.ref(a), W(a), weakref.proxy(a), W(a, lambda w: log.append('W'))]
print([type(x).__name__ for x in weakref.getweakrefs(a)], p[0] is p[2]); del a; print(log); log.clear()
# callbacks that delete other weakrefs, make new ones
a = N('a')
q = []
def first(w): log.append('first'); q.clear(); log.append(w() is None)
def second(w): log.append('second')
q.append(weakref.ref(a, second)); z = weakref.ref(a, first); q.append(weakref.ref(a, second)); del a; print(log, len(q)); log.clear()
a = N('a'); b = N('b'); a.b = b; b.a = a
def third(w): log.append(('third', rb() is None, gc.get_count()[0] > 0))
rb = weakref.ref(b); ra = weakref.ref(a, third); del a, b; run('third')
f1 = [weakref.finalize(x, log.append, 'fin ' + x.name) for x in [N('p'), N('q')]]
print(log, [f.alive for f in f1]); log.clear()
a = N('a'); a.me = a; f = weakref.finalize(a, log.append, 'fin a'); f2 = weakref.finalize(a, log.append, 'fin a2'); f.atexit = False
del a; run('finalize'); print(f.alive, f2.peek(), f())
a = N('a'); f = weakref.finalize(a, log.append, 'x'); print(f.detach()[2:], f.alive, f.atexit); del a; print(log)
