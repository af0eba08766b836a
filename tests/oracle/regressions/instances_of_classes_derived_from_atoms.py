"""Instances of classes derived from int, str, float, bytes and complex are objects of their own."""
import gc, weakref, sys
gc.collect()
class I(int): pass
class S(str): pass
class F(float): pass
class B(bytes): pass
class C(complex): pass
class BA(bytearray): pass
class SS(str): __slots__ = ('x', 'y')
class SF(float): __slots__ = ()
class SE(str): __slots__ = ()
class SD(str): __slots__ = ('x', '__dict__', '__weakref__')
gc.collect()
base = len(gc.get_objects())
made = [I(5), S('abc'), F(1.5), B(b'ab'), C(1 + 2j), BA(b'xy'), SS('s'), SF(2.5), SE('e'), SD('d')]
print(len(gc.get_objects()) - base)
for o in made:
    print(type(o).__name__, gc.is_tracked(o), o, repr(o), o == o, len(gc.get_referents(o)), sys.getrefcount(o), hasattr(o, '__dict__'))
print([type(r).__name__ for r in gc.get_referents(made[0])], [type(r).__name__ for r in gc.get_referents(made[6])])
for o in made[:6]:
    o.a = [1]
    o.b = o
    print(type(o).__name__, [type(r).__name__ for r in gc.get_referents(o)], vars(o)['a'], [type(r).__name__ for r in gc.get_referents(o)])
s = made[6]; s.x = [1]; s.y = 'y'
print([type(r).__name__ for r in gc.get_referents(s)])
d = made[9]; d.x = [1]; d.q = {}
print([type(r).__name__ for r in gc.get_referents(d)], d.__dict__, [type(r).__name__ for r in gc.get_referents(d)])
for o in made:
    try: print(weakref.ref(o)() is o)
    except TypeError as e: print(e)
n = 0
o = d = s = r = None
print(gc.collect())
del made
print(gc.collect(), len(gc.get_objects()) - base)
class D(int):
    def __del__(self): print('del', int(self), self.__dict__.keys())
class DS(str):
    def __del__(self): print('del', str(self))
x = D(7); x.me = x; x.more = DS('inner')
w = weakref.ref(D(8), lambda r: print('dead'))
z = DS('z'); wz = weakref.ref(z, lambda r: print('dead', r()))
del z
y = DS('kept')
def bring(o): kept.append(o)
kept = []
class R(float):
    def __del__(self): kept.append(self)
r = R(1.5); r.me = r
del r
print(gc.collect(), kept)
del x
print(gc.collect())
kept.clear()
print(gc.collect())
del y
gc.collect()
print(gc.get_count()[1:])
gc.disable()
gc.collect()
a = gc.get_count()[0]; many = [I(i + 1000) for i in range(50)]; b = gc.get_count()[0]
print(b - a)
del many
print(gc.get_count()[0] - a)
t = (I(3), 4); print(gc.is_tracked(t)); gc.collect(); print(gc.is_tracked(t))
d = {'a': I(3)}; print(gc.is_tracked(d)); d = {S('k'): 1}; print(gc.is_tracked(d)); gc.collect(); print(gc.is_tracked(d))
print([type(x).__name__ for x in gc.get_referents({S('k'): 1})])
print({S('k'): 1}['k'], {'k': 2}[S('k')], S('k') in {'k'}, {I(3): 'i'}[3], hash(I(77)) == hash(77), sorted([S('b'), 'a', S('c')]))
k = S('key'); dd = {k: k}; k.d = dd
del k, dd
print(gc.collect())
l = I(9); q = [l]; l.q = q
print([type(x).__name__ for x in gc.get_referrers(l)])
del l, q
print(gc.collect())
print(I(3) + I(4), type(I(3) + 1).__name__, I(2) * S('ab'), '%d %s' % (I(4), S('x')), f'{I(5):04d}', S('q').upper(), [10, 20, 30][I(1)], range(I(3)), 'abc'[I(1):], I(3).bit_length(), isinstance(I(1), int), int(I(9)) == 9, type(int(I(9))).__name__, str(S('r')), type(str(S('r'))).__name__, float(F(2)), bytes(B(b'z')), sum([I(1), I(2), F(.5)]), max(I(3), I(8)), complex(C(1)), C(2) * 2, abs(I(-3)), -I(4), bool(I(0)), I(6) == 6.0, F(1.5) < I(2), ord(S('a')), chr(I(98)), b'abc' + B(b'd'), BA(b'q') + b'r', S('a,b').split(','), ','.join([S('m'), 'n']), I.from_bytes(b'\x01\x02', 'big'), type(I.from_bytes(b'\x01', 'big')).__name__, int(S('12')), round(F(2.7)), divmod(I(7), I(2)), pow(I(2), I(5)), hex(I(255)), S('abc')[::-1], type(S('abc')[:]).__name__, S('x') is S('x'), S('abc').encode())
import enum
class Color(enum.IntEnum):
    RED = 1
    BLUE = 2
print(gc.is_tracked(Color.RED), Color.RED + 1, sys.getrefcount(Color.BLUE) > 2, Color(2), Color['RED'], list(Color))
import copy
v = S('cp'); v.a = [1]; u = copy.deepcopy(v); print(u, u.a, u.a is v.a, type(u).__name__, copy.copy(v).a is v.a)
class P(int):
    def __new__(cls, v, tag): 
        self = super().__new__(cls, v); self.tag = tag; return self
    def __eq__(self, o): return 'eq'
    __hash__ = int.__hash__
print(P(3, 't').tag, P(3, 't') == 3, {P(1, 'x'): 1}.get(1))
class Slotted(float):
    __slots__ = ('unit',)
m = Slotted(3.5); m.unit = 'kg'; print(m, m.unit, m * 2, sys.getrefcount(m.unit) > 0)
del m.unit
try: m.unit
except AttributeError as e: print(e)
