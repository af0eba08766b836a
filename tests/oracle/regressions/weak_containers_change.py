"""WeakValueDictionary, WeakKeyDictionary and WeakSet that change while they are iterated, copied and collected."""
import gc, weakref

class Key:
    def __init__(self, name): self.name = name
    def __repr__(self): return f'<{self.name}>'
    def __hash__(self): return self.number
    def __eq__(self, other): return self is other
    def __lt__(self, other): return self.name < other.name
def keys(names):
    made = []
    for i, name in enumerate(names):
        k = Key(name); k.number = i; made.append(k)
    return made
def t(f):
    try: return f()
    except Exception as e: return f'{type(e).__name__}: {e}'.split(' at 0x')[0]

print('WeakValueDictionary')
ks = keys('abcd'); d = weakref.WeakValueDictionary(zip('abcd', ks))
seen = []
for key, value in d.items():
    seen.append((key, value)); ks.clear(); del value
print(seen, len(d), list(d)); seen.clear(); print(len(d))
ks = keys('abcd'); d = weakref.WeakValueDictionary(zip('abcd', ks))
it = iter(d.values()); first = next(it); ks[1] = ks[2] = None
print(len(d), dict(d)); print(t(lambda: list(it)), len(d)); del it; print(len(d))
it = iter(d); next(it); ks[3] = None; print(len(d), sorted(d.data)); d['z'] = first; print(sorted(d.data)); print(t(lambda: list(it))); del it; print(sorted(d.data))
print(t(lambda: d.popitem()[0] in 'az'), t(lambda: d.pop('q')), d.pop('q', 5), d.setdefault('n', first), len(d), sorted(d))
print([type(r).__name__ for r in d.valuerefs()], [type(r).__name__ for r in d.itervaluerefs()], list(d.keyrefs()) if hasattr(d, 'keyrefs') else None)
e = d | {'m': first}; print(type(e).__name__, sorted(e)); d |= {'o': first}; print(sorted(d)); print(t(lambda: sorted(({'a': first} | d))))
c = d.copy(); del first, e, ks; print(len(c), len(d), list(c), list(d))
print(d.get('a'), d.get('a', 3), 'a' in d, t(lambda: d['a']), repr(d).split(' at 0x')[0])
def cyc(n):
    k = Key(n); k.number = 0; k.me = k; return k
d['x'] = cyc('x'); print(len(d), gc.collect(), len(d), list(d))
d['x'] = cyc('x'); d['y'] = cyc('y'); it = d.items(); print(next(iter(it))[0], gc.collect(), len(d))
i = d.items(); print(len(d)); d.update({'a': cyc('a')}, b=cyc('b')); print(sorted(d)); d.clear(); print(len(d), gc.collect())

print('WeakKeyDictionary')
ks = keys('abcd'); d = weakref.WeakKeyDictionary((k, k.name) for k in ks)
for k in d: 
    seen.append(k.name); ks[3] = None
print(seen, len(d)); k = None; print(len(d)); seen.clear()
it = iter(d.items()); print(next(it)); ks[1] = None; print(len(d), t(lambda: [k for k, v in it]), len(d)); del it; print(len(d), d._pending_removals if hasattr(d, '_pending_removals') else None)
print([r() for r in d.keyrefs()], t(lambda: d['s']), t(lambda: d.get('s')), 's' in d, t(lambda: d.setdefault('s', 1)))
print(d.pop(ks[0]), d.setdefault(ks[0], 9), d[ks[0]], t(lambda: d.pop(cyc('q'))), d.popitem()[1], len(d))
k = cyc('self'); d[k] = [k]; del k; print(len(d), gc.collect(), len(d))
k = cyc('loop'); d[k] = 1; it = iter(d); next(it); del k; print(gc.collect(), len(d)); del it; print(gc.collect(), len(d), [r() for r in d.keyrefs()])
ks = keys('abc'); d = weakref.WeakKeyDictionary(dict.fromkeys(ks, 0)); print((d | {ks[0]: 5})[ks[0]], len(d.copy()), sorted(d)); del d[ks[0]]; print(t(lambda: d.__delitem__(ks[0])) == 'x', len(d))

print('WeakSet')
ks = keys('abcde'); s = weakref.WeakSet(ks)
for k in s:
    seen.append(k.name)
    if k.name == 'b': ks[2] = ks[3] = None
print(seen, len(s)); del k; seen.clear(); print(len(s), sorted(s))
it = iter(s); next(it); ks[1] = None; print(len(s), len(s.data)); del it; print(len(s), len(s.data))
print(ks[0] in s, 5 in s, t(lambda: s.add(5)), t(lambda: s.remove(Key)), s.discard(Key), t(lambda: s.remove(ks[0])), len(s), s.pop().name, t(lambda: s.pop()))
ks = keys('abc'); s = weakref.WeakSet(ks); u = weakref.WeakSet(ks[1:])
print([sorted(x) for x in (s | u, s & u, s - u, s ^ u)], s > u, s >= u, u < s, u <= s, s == u, s == set(ks), s.isdisjoint(u), s != u)
s -= u; print(sorted(s)); s |= u; print(sorted(s)); s &= u; print(sorted(s)); s ^= s; print(sorted(s)); s.update(ks); print(len(s)); s.clear(); print(len(s))
s.add(cyc('x')); print(len(s), gc.collect(), len(s)); s.add(cyc('x')); it = iter(s); next(it); print(gc.collect(), len(s)); del it; print(gc.collect(), len(s), len(s.data))
s = weakref.WeakSet(); c = cyc('in'); c.set = s; s.add(c); r = weakref.ref(s); del s, c; print(gc.collect(), r())
d = weakref.WeakValueDictionary(); c = cyc('in'); c.d = d; d['c'] = c; r = weakref.ref(d); del d, c; print(gc.collect(), r())
d = weakref.WeakKeyDictionary(); c = cyc('in'); c.d = d; d[c] = c; r = weakref.ref(d); del d, c; print(gc.collect(), r())
print('WeakMethod')
class C:
    def m(self): return 'm'
    def __del__(self): print('  del C')
c = C(); w = weakref.WeakMethod(c.m, lambda r: print('  wm', r is w, r())); print(w()(), w == weakref.WeakMethod(c.m), w() == c.m, hash(w) == hash(weakref.WeakMethod(c.m))); del c; print(w())
c = C(); c.me = c; w = weakref.WeakMethod(c.m); w2 = weakref.WeakMethod(c.m, lambda r: print('  wm2')); del c; print(gc.collect(), w(), w2())
print(t(lambda: weakref.WeakMethod(5)), t(lambda: weakref.WeakMethod(C)), t(lambda: weakref.WeakMethod(C.m)))
