# Programs that are refused, in CPython's words, with the line.
WRONG = r'''
def f(): from __future__ import annotations
###
if True:
    from __future__ import annotations
###
x = 1
from __future__ import division
###
class C:
    from __future__ import annotations
###
"doc"
"more"
from __future__ import annotations
###
from __future__ import nothing
###
from __future__ import braces
###
from __future__ import *
###
def f():
    x = 1
    from __future__ import nothing
###
x = (1, 2
###
x = [1, 2
y = 3
###
x = {1: 2
###
x = 1)
###
x = (1]
###
print 1
###
print "hello"
###
exec "x"
###
if x = 1:
    pass
###
while x = 1: pass
###
if x
    pass
###
for i in range(3)
    pass
###
for i range(3): pass
###
for in x: pass
###
def f()
    pass
###
def f:
    pass
###
def (x): pass
###
class C
    pass
###
class: pass
###
try:
    pass
###
try:
    pass
x = 1
###
try:
    pass
except:
    pass
except ValueError:
    pass
###
try: pass
except ValueError, TypeError: pass
###
try: pass
except* ValueError: pass
except TypeError: pass
###
try: pass
except*: pass
###
try: pass
finally: pass
else: pass
###
try: pass
else: pass
###
with open(x) as f
    pass
###
with open(x) f: pass
###
with: pass
###
return 1
###
yield 1
###
class C: return 1
###
class C: yield 1
###
break
###
continue
###
if 1: break
###
for x in y:
    def f(): break
###
lambda: (yield)
###
[(yield) for x in y]
###
x = yield = 1
###
1 = x
###
'a' = x
###
f() = 1
###
a + b = 1
###
a.b() = 1
###
None = 1
###
True = 1
###
x = None = 1
###
-x = 1
###
x if y else z = 1
###
lambda: 1 = 2
###
{1: 2} = 1
###
{1, 2} = 1
###
`x`
###
f"{x}" = 1
###
... = 1
###
x += 1 += 2
###
(a, b) += 1
###
[a, b] += 1
###
f() += 1
###
1 += 1
###
None += 1
###
x: int: str
###
(a, b): int
###
[a]: int
###
del 1
###
del f()
###
del a + b
###
del None
###
del (a, 1)
###
del
###
assert
###
assert (x, 'y')
###
raise x, y
###
import
###
from a import
###
from a import (b, c
###
from a import b,
###
from a import ()
###
from . import *
###
from import x
###
import a from b
###
global x
x = 1
global x
###
def f():
    x = 1
    global x
###
def f():
    print(x)
    global x
###
def f(x):
    global x
###
def f(x):
    nonlocal x
###
nonlocal x
###
def f():
    nonlocal y
###
def f():
    global x, x
    x: int = 1
###
def f():
    x: int
    global x
###
def f():
    from a import *
###
class C:
    from a import *
###
def f(a, a): pass
###
def f(a=1, b): pass
###
def f(*): pass
###
def f(*, **k): pass
###
def f(**k, a): pass
###
def f(*a, *b): pass
###
def f(**a, **b): pass
###
def f(a, /, b, /): pass
###
def f(/, a): pass
###
def f(*, a, /): pass
###
def f(*a, /): pass
###
def f(*a=1): pass
###
def f(**a=1): pass
###
def f(a=): pass
###
def f(1): pass
###
def f((a, b)): pass
###
def f(None): pass
###
lambda a, a: 1
###
lambda a=1, b: 1
###
lambda *: 1
###
lambda 1: 1
###
f(a=1, 2)
###
f(**a, 2)
###
f(**a, *b)
###
f(a=1, a=2)
###
f(1=2)
###
f(a.b=2)
###
f(a+1=2)
###
f(True=2)
###
f(x for x in y, 1)
###
f(1, x for x in y)
###
f(a b)
###
f(a,, b)
###
f(**)
###
class C(x for x in y): pass
###
[1 2]
###
[1,, 2]
###
{1: 2, 3}
###
{1: 2, 3:}
###
{1:}
###
{1, 2: 3}
###
{**a, b}
###
{1: 2 3: 4}
###
(1 2)
###
x = 1 2
###
x = a b
###
x = 
###
x ==
###
x = 1 +
###
x = * 
###
x = *a
###
*a
###
*a = b
###
*a, *b = c
###
[*a, *b] = c
###
[x for x in]
###
[x for in y]
###
[x, y for x in z]
###
{x: y, z for x in w}
###
[for x in y]
###
[x if y for x in z]
###
x if y
###
x = 1 if 2
###
x = (1 if 2)
###
if x: pass
else if y: pass
###
else: pass
###
elif x: pass
###
if x: pass
elif: pass
###
if: pass
###
while: pass
###
x = 0777
###
x = 0b12
###
x = 0xg
###
x = 1__0
###
x = 1_
###
x = 1a
###
x = 0b
###
x = 0x
###
x = 1.e
###
x = 1e+
###
x = 5else
###
x = 'abc
###
x = "abc
###
x = """abc
###
x = 'abc' 'def
###
x = b'é'
###
x = b'a' 'b'
###
x = f'{'
###
x = f'{a'
###
x = f'}'
###
x = f'{a = }{'
###
x = f'{a!r:}}'
###
x = f'{=}'
###
x = f'{!r}'
###
x = f'{:x}'
###
x = f'{yield}'
###
x = a!b
###
x = a ? b : c
###
x = $a
###
x = a <> b
###
x = a && b
###
x = a || b
###
x = !a
###
x++
###
x--
y
###
++
###
x = a not b
###
x = not
###
a is is b
###
a in
###
x y z
###
  x = 1
###
if x:
pass
###
if x:
    a
  b
###
if x:
    a
     b
###
def f():
###
class C:
###
for x in y:
###
while x:
z = 1
###
with a:
b
###
try:
a
###
try:
    a
except:
b
###
try:
    a
finally:
b
###
if a:
    pass
else:
b
###
if a:
    pass
elif b:
c
###
for a in b:
    pass
else:
c
###
match x:
    case 1:
    pass
###
match x:
    case 1
        pass
###
match x:
    case a | b: pass
###
match x:
    case a: pass
    case b: pass
###
match x:
    case _: pass
    case 1: pass
###
match x:
    case [a, a]: pass
###
match x:
    case [*a, *b]: pass
###
match x:
    case {**a, **b}: pass
###
match x:
    case C(a=1, a=2): pass
###
match x:
    case C(a=1, 2): pass
###
match x:
    case 1 + 2: pass
###
match x:
    case -a: pass
###
match x:
    case a as _: pass
###
match x:
    case a.b(): pass
    case a(): pass
    case f'{x}': pass
###
match x:
    case {a: 1}: pass
###
match x:
    case 1 | a: pass
###
match x:
    pass
###
if x:
	a
        b
###
(x := 1) = 2
###
x := 1
###
f(x=y:=1)
###
(a.b := 1)
###
(a[0] := 1)
###
(f() := 1)
###
((a, b) := 1)
###
[y := 1 for y in z]
###
[(i := 0) for i in range(5)]
###
class C: [(x := 1) for y in z]
###
[x for x in (y := z)]
###
x = y := 2
###
@
def f(): pass
###
@a
x = 1
###
@a
###
pass 1
###
break 1
###
a.1
###
a.
###
a..b
###
a[
###
a[]
###
a[1:2:3:4]
###
x = {1: 2}}
###
def f(a, b):
    return a b
###
from a import b as
###
from a import b c
###
a = b = 
###
a, b += 1
###
a: int += 1
###
x = lambda: yield 1
###
x = yield
###
def f(): x = yield = 1
###
def f(x=yield): pass
###
None.x = 1; None = 2
###
__debug__ = 1
###
def f(__debug__): pass
###
f(__debug__=1)
###
import __debug__
###
x.__debug__ = 1
###
for None in x: pass
###
for f() in x: pass
###
for 1 in x: pass
###
for x, 1 in y: pass
###
for x in y: z = 
###
with a as 1: pass
###
with a as f(): pass
###
with (a as b, c as 1): pass
###
with a, b as None: pass
###
def None(): pass
###
class None: pass
###
def f(a, *, b, *, c): pass
###
def f(a, *b, c, *d): pass
###
def f(a: int = , b): pass
###
except: pass
###
finally: pass
###
in x
###
is
###
and
###
x and
###
x or or y
###
x = 'a' 1
###
x = "it's" ok"
###
print('a' + )
###
print('a'
print('b')
###
print(a b c)
###
print(a, b c)
###
d = {'a': 1 'b': 2}
###
d = {'a' 1}
###
l = [1, 2, 3
for x in l: pass
###
def f(x):
return x
###
class A:
def f(self): pass
###
x = 10 20
###
import math math
###
x = not in y
###
if not: pass
###
if x == 1 and: pass
###
if x == 1): pass
###
for x in y z: pass
###
while True print(1)
###
else = 1
###
class = 1
###
def = 1
###
if = 1
###
x.class = 1
###
f(class=1)
###
def f(class): pass
###
import class
###
x = class
###
return
###
def f(): return return
###
def f(): return = 1
###
global
###
global 1
###
global x = 1
###
nonlocal
###
type X = 
###
a = 'x
b = 'y'
###
"\
###
x = \ 1
###
é$ = 1
###
x = “a”
###
x = a–b
###
try: pass
except A, B as e: pass
###
try: pass
except (A, B) as e: pass
'''
for source in (WRONG[1:-1].replace('Q' * 3, chr(39) * 3).split('\n###\n')):
    try:
        compile(source, 'w.py', 'exec')
        print(repr(source), 'fine')
    except SyntaxError as e:
        print(repr(source), type(e).__name__, e.msg, e.lineno)
    except Exception as e:
        print(repr(source), type(e).__name__, e)
