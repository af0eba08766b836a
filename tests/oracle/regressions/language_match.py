# Every pattern of match, and what is wrong with some.
from dataclasses import dataclass
from collections import namedtuple, OrderedDict, deque, defaultdict
from enum import Enum
class Color(Enum):
    RED = 1
    BLUE = 2
@dataclass
class P:
    x: int
    y: int
@dataclass(kw_only=True)
class K:
    a: int = 0
class M:
    __match_args__ = ('p', 'q')
    def __init__(self, p, q): self.p, self.q = p, q
class Bad:
    __match_args__ = 'x'
class Bad2:
    __match_args__ = (1,)
class Dup:
    __match_args__ = ('x', 'x')
    x = 1
class Prop:
    @property
    def x(self): raise ValueError('x!')
NT = namedtuple('NT', 'a b')
class Seq(list): pass
class NotSeq:
    def __getitem__(self, i): return 1
    def __len__(self): return 2
class const: ZERO = 0; NAME = 'nm'
def f(v):
    match v:
        case None: return 'none'
        case True: return 'true'
        case False: return 'false'
        case const.ZERO: return 'zero'
        case 1 | 2 | 3 as small: return f'small {small}'
        case -5: return 'minus five'
        case 1.5 | -2.5: return 'float'
        case 1+2j | -1-1j: return 'complex'
        case b'x': return 'bytes'
        case const.NAME: return 'const name'
        case 'a' 'b': return 'ab'
        case str(s) if len(s) > 5: return f'long {s}'
        case str() as s: return f'str {s}'
        case int(n) if n > 1000: return f'big {n}'
        case bool() | int(): return 'int'
        case float(x): return f'float {x}'
        case Color.RED: return 'red'
        case Color(): return 'other colour'
        case NT(a, b=2): return f'NT {a}'
        case []: return 'empty'
        case [x]: return f'one {x}'
        case [1, [2, *inner], *rest]: return f'nested {inner} {rest}'
        case [first, *_, last] if first == last: return f'ends {first}'
        case ['go', ('north' | 'south') as d]: return f'go {d}'
        case (x, y): return f'pair {x} {y}'
        case [*all_items] if len(all_items) == 7: return f'seven {all_items}'
        case [_, _, *_]: return 'many'
        case {'type': 'circle', 'r': r}: return f'circle {r}'
        case {'type': str(t), **rest}: return f'{t} {sorted(rest.items())}'
        case {'a': {'b': [_, x]}}: return f'deep {x}'
        case {1: one, -1: minus}: return f'{one} {minus}'
        case {None: n}: return f'none key {n}'
        case {**kw} if len(kw) == 0: return 'empty dict'
        case {}: return 'some dict'
        case P(0, 0): return 'origin'
        case P(x=0, y=y): return f'on y {y}'
        case P(x, y) if x == y: return f'diag {x}'
        case P(x): return f'P {x}'
        case K(a=a): return f'K {a}'
        case M(1, q=[_, *r]): return f'M {r}'
        case M(): return 'M'
        case set(): return 'set'
        case type(): return 'a type'
        case object(real=r): return f'real {r}'
        case _: return 'other'
for v in [None, True, False, 0, 0.0, 1, 2.0, 3, -5, 1.5, -2.5, 1+2j, -1-1j, b'x', 'nm', 'ab', 'abcdefg', 'abc', 1001, 4, 9.5, Color.RED, Color.BLUE, NT(1, 2), NT(1, 3), [], (), [9], (9,), [1, [2, 3, 4], 5], [4, 5, 4], ['go', 'south'], ['go', 'up'], (1, 2), range(7), list(range(8)), deque([1, 2]), Seq([1, 2]), NotSeq(), bytearray(b'ab'), b'ab', 'xy', {'type': 'circle', 'r': 2, 'z': 1}, {'type': 'sq', 'w': 1}, {'type': 3}, {'a': {'b': [1, 2]}}, {1: 'x', -1: 'y'}, {None: 5}, {}, {'q': 1}, OrderedDict(type='t'), defaultdict(list), P(0, 0), P(0, 5), P(3, 3), P(4, 5), K(a=3), M(1, [1, 2, 3]), M(2, 2), {1}, frozenset(), int, len, P, object(), 2j, iter([1, 2])]:
    try: print(repr(v)[:40].split(' at ')[0], '->', f(v))
    except Exception as e: print(type(e).__name__, e)
def err(v, which):
    match (which, v):
        case (0, Bad(1)): return 'bad'
        case (1, Bad2(1)): return 'bad2'
        case (2, Dup(1, 1)): return 'dup'
        case (3, Prop(x=1)): return 'prop'
        case (4, P(1, 2, 3)): return 'toomany'
        case (5, P(1, x=1)): return 'dupkw'
        case (6, int(1, 2)): return 'int2'
        case (7, len(1)): return 'notatype'
        case (8, object(1)): return 'object positional'
        case (9, {'a': 1, 'b': x} | {'c': x}): return x
    return None
for i, v in enumerate([Bad(), Bad2(), Dup(), Prop(), P(1, 2), P(1, 2), 5, 5, 5, {'c': 4}]):
    try: print(i, err(v, i))
    except Exception as e: print(i, type(e).__name__, e)
k = 'dyn'
class ns: key = 'dyn'
match {'dyn': 1, 'dyn2': 2}:
    case {ns.key: v, 'dyn2': w}: print(v, w)
try:
    match {'dyn': 1}:
        case {ns.key: v, 'dyn': w}: print(v, w)
        case _: print('none')
except ValueError as e: print(e)
match = 3; case = 4; _ = 5; type = 6
match match:
    case 3: print('soft', case, _, type)
match 1, 2:
    case a, b: print(a, b)
match [1, 2, 3]:
    case a, *b: print(a, b)
match (x := 5):
    case y if y > 3 and (z := y): print(x, y, z)
match {'x': [P(1, 2), {'y': (3, 4)}]}:
    case {'x': [P(x=px), {'y': (_, q)}]}: print(px, q)
for cmd in ['quit', 'load a.txt', 'save a b', 'help']:
    match cmd.split():
        case ['quit']: print('bye')
        case ['load', fn]: print('load', fn)
        case ['save', *files] if files: print('save', files)
        case [other, *_]: print('?', other)
try:
    match 1:
        case x if 1 / 0: pass
except ZeroDivisionError as e: print(e)
