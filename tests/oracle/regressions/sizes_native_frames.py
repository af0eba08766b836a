"""Sizes of generators and frames, recorded from native 64-bit builds."""
# not for: 3.11, 3.12, 3.13, 3.14.2, 3.15 (never recorded with Pyodide, which is 32-bit: the outputs are those of native builds)
import sys
z = sys.getsizeof
def g_loop():
    for i in range(3): yield i
def g_loop2():
    for i in range(3):
        for j in range(3): yield i, j
def g_loop3():
    for i in range(3):
        for j in range(3):
            for k in range(2): yield i, j, k
def g_cell():
    x = 1
    def f(): return x
    yield f
def g_cellloop():
    x = 1
    for i in range(3):
        yield lambda: x
def g_free(y):
    def g():
        yield y
    return g()
def g_arg(a, b, *c, **d): yield a
def g_try():
    try: yield 1
    finally: pass
def g_call(): yield print(1, 2, len([1, 2, max(3, 4)]))
def g_while():
    while True: yield 1
def g_yf(): yield from range(3)
def g_comp(): yield [i for i in range(3)]
def g_comp2(): yield [i for i in range(3) for j in range(2)]
def g_str(): yield f'{1}{2}{3}'
def g_cmp(a): yield 1 < a < 3
def g_if():
    if (yield 1): yield 2
def g_del():
    a = 1; b = 2; del a; yield b
def g_exc():
    try: yield
    except Exception as e: yield e
def g_assign():
    x = yield 1
    print(x)
def g_empty():
    return; yield
def g_call0(): f(); yield
def g_meth(): yield [].append(1)
def g_unpack():
    a, b = yield; a, *b = yield
def g_star(): yield print(*[1], **{})
def g_import():
    import sys; yield sys
def g_lambda(): yield lambda: 1
def g_lambdad(): yield lambda a=1: 1
def g_class():
    class X: pass
    yield X
def g_for_list():
    for a, b in zip([1], [2]): yield a + b * 2
for f in [g_loop, g_loop2, g_loop3, g_cell, g_cellloop, g_try, g_call, g_while, g_yf, g_comp, g_comp2, g_str, g_if, g_del, g_exc, g_assign, g_empty, g_call0, g_meth, g_unpack, g_star, g_import, g_lambda, g_lambdad, g_class, g_for_list]:
    print(f.__name__, z(f()), f.__code__.co_stacksize, f.__code__.co_nlocals)
print(z(g_free(1)), z(g_arg(1, 2)), z(g_cmp(1)))
n = 5
print('ge', z(i for i in range(3)), z(i for i in range(3) for j in range(3)), z((i, j) for i in range(3) for j in range(3) if i), z(i for i in range(3) for j in range(3) for k in range(2)), z(n for i in range(3)), z(len(str(i)) for i in range(3)), z(i for i in [] if i > 2 if i < 4), z([j for j in range(3)] for i in range(3)), z({i: 1} for i in []), z(i + 1 for i in []), z((i, i + 1) for i in []), z((lambda: i) for i in []), z(x for x, y in []))
def m(self=1):
    k = 2
    return (k for i in range(3)), (self for i in range(3) for j in range(3)), (i + k + self for i in [])
print('gem', *map(z, m()))
def f0(): return sys._getframe()
def f1(a): b = a; return sys._getframe()
def f2(a, b, c): x = [a, b, c, a, b]; return sys._getframe()
def f3(a):
    def g(): return a
    return sys._getframe()
def f4():
    try: 1/0
    except Exception as e: return e.__traceback__.tb_frame
def f5():
    for i in range(3):
        for j in range(3): pass
    return sys._getframe()
for f in (f0, f1, f2, f3, f4, f5):
    fr = f(*([1] * f.__code__.co_argcount)); print(f.__name__, sys.getsizeof(fr), f.__code__.co_stacksize)
def gen():
    x = 1
    yield sys._getframe()
print(sys.getsizeof(next(gen())))
