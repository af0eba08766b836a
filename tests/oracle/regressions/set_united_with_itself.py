"""A set united with itself keeps its table, which decides the order of what is added later."""
class Hashed:
    def __init__(self, n): self.n = n
    def __hash__(self): return self.n
    def __repr__(self): return 'H%d' % self.n
s = {2, Hashed(1), Hashed(2)}
for make in (lambda: s | s, lambda: s.union(s), lambda: s.union(s, s), lambda: s & s, lambda: s.copy(), lambda: set(s), lambda: frozenset(s) | frozenset(s)):
    t = set(make())
    t.add(Hashed(3))
    print(t, t.pop())
u = set(s); u |= u; u.update(u); u.add(Hashed(3)); print(u)
u = set(s); u |= s; u.add(Hashed(3)); print(u)
