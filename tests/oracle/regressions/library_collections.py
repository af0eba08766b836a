# What the containers of collections and collections.abc print and refuse.
def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(repr(r))
    except Exception as e:
        print(type(e).__name__ + ':', e)
from collections import *
import collections.abc as abc, copy, gc
d = deque([1,2,3], 4); d.append(4); d.append(5); print(d, d.maxlen); d.appendleft(0); print(d); d.rotate(2); print(d); d.extendleft([7,8]); print(d)
t(d.popleft); t(deque().pop); t(deque().popleft); t(d.remove, 99); t(d.index, 99); t(lambda: d[10]); print(d.count(2), list(reversed(d)), 3 in d, d == deque(d), d < deque([9]), d + deque([1]), d * 2)
t(deque, 3); t(deque, [1], -1); t(deque, [1], 'a'); t(d.insert, 0, 5); t(deque([1],1).insert, 0, 1); t(lambda: d + [1]); t(d.rotate, 'a')
def mut():
    q = deque([1,2,3])
    for x in q: q.append(x)
t(mut)
dd = defaultdict(list); dd['a'].append(1); print(dd, dd['b'], dict(dd), len(dd)); t(lambda: defaultdict()['x']); t(defaultdict, 3); print(defaultdict(None, a=1), dd.default_factory, dd.copy(), dd | {'z': 1})
od = OrderedDict(a=1, b=2, c=3); od.move_to_end('a'); print(od); od.move_to_end('c', last=False); print(od, od.popitem(), od.popitem(last=False), od); t(od.move_to_end, 'q'); t(OrderedDict().popitem); print(OrderedDict(a=1,b=2) == OrderedDict(b=2,a=1), OrderedDict(a=1,b=2) == dict(b=2,a=1), list(reversed(od)), od | {'x': 3}, repr(OrderedDict()))
c = Counter('abracadabra'); print(c, c.most_common(2), c['z'], sum(c.values()), c.total(), sorted(c.elements())[:3]); c.update('aa'); c.subtract({'b': 5}); print(c, +c, -c, c + Counter('a'), c - Counter('a'), c & Counter('ab'), c | Counter('zz'), Counter(a=1) < Counter(a=2)); t(Counter, 3); t(Counter.fromkeys, 'a')
del c['zzz']; print(c == Counter(c), Counter(a=0) == Counter())
P = namedtuple('P', 'x y', defaults=[5]); p = P(1); print(p, p.x, p._asdict(), p._replace(x=9), P._fields, P._field_defaults, P._make([1,2]), p == (1,5), P.__doc__, p[0], *p)
t(P); t(P, 1, 2, 3); t(p._replace, q=1); t(setattr, p, 'x', 2); t(namedtuple, 'Q', 'a a'); t(namedtuple, 'Q', 'def b'); t(namedtuple, 'Q', '_a'); print(namedtuple('R', 'a def a', rename=True)._fields); t(P._make, [1]); t(P, z=2)
m = ChainMap({'a': 1}, {'a': 2, 'b': 3}); print(m['a'], m['b'], len(m), list(m), m, m.new_child({'c': 1}), m.parents); t(lambda: m['q']); m['z'] = 1; print(m.maps); t(m.pop, 'b')
class U(UserDict):
    def __missing__(self, k): return k * 2
u = U(a=1); print(u, u['a'], u['bb'], 'bb' in u, u.data, len(u)); 
class UL(UserList): pass
l = UL([1,2]); l.append(3); print(l, l[1:], l + [4], l == [1,2,3])
s = UserString('abc'); print(s.upper(), s + 'd', repr(s), len(s))
print(isinstance(d, abc.MutableSequence), isinstance({}, abc.Mapping), isinstance([], abc.Hashable), isinstance((), abc.Hashable), issubclass(set, abc.MutableSet), isinstance(iter([]), abc.Iterator), isinstance((i for i in ()), abc.Generator), callable(len), isinstance(len, abc.Callable))
class Seq(abc.Sequence):
    def __init__(self, *a): self.a = a
    def __getitem__(self, i): return self.a[i]
    def __len__(self): return len(self.a)
q = Seq(1,2,3,2); print(q.index(2), q.count(2), list(reversed(q)), 3 in q, list(q)); t(q.index, 9)
class Half(abc.Sequence):
    def __len__(self): return 0
t(Half)
class MM(abc.MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
mm = MM(); mm.update(a=1, b=2); print(mm.pop('a'), mm.setdefault('c', 3), dict(mm), mm.get('q'), list(mm.items()), list(mm.keys()), mm == {'b':2,'c':3}, mm.popitem()); t(mm.pop, 'z')
print(copy.deepcopy(dd))
print(type(d), type(dd), type(c))
d = deque(); d.append(d); print(d)
x = defaultdict(list); x['a'] = x; print(x)
o = OrderedDict(); o['s'] = o; print(o)
