"""What a collection finds when it closes suspended generators: up to 3.13.11 a closed one keeps its function."""
import gc
gc.disable(); gc.collect()
def f1():
    def gen():
        yield 1
        print(x)
        yield 2
    x = gen()
    next(x)
f1(); print(1, gc.collect())
def f2():
    def gen():
        l = [x]
        yield 1
        print(x)
    x = gen()
    x2 = x
    next(x)
    
try: f2()
except Exception as e: print(type(e).__name__)
print(2, gc.collect())
def f3():
    def gen():
        try:
            yield 1
        finally:
            print('fin')
        print(x)
    x = gen()
    next(x)
f3(); print(3, gc.collect())
def f4():
    def gen():
        yield x
    x = gen()
f4(); print(4, gc.collect())
def f5():
    l = []
    def gen():
        for i in range(3):
            yield l
    g = gen()
    l.append(g)
    next(g)
f5(); print(5, gc.collect())
def f6():
    l = []
    g = (l for i in range(3))
    l.append(g)
    next(g)
f6(); print(6, gc.collect())
def f7():
    l = []
    g = (i for i in [l])
    l.append(g)
f7(); print(7, gc.collect())
def gen8(l):
    yield l
def f8():
    l = []
    g = gen8(l); l.append(g)
f8(); print(8, gc.collect())
def f9():
    l = []
    g = gen8(l); l.append(g); next(g)
f9(); print(9, gc.collect())
def f10():
    l = []
    def outer():
        yield from inner()
    def inner():
        yield l
    g = outer(); l.append(g); next(g)
f10(); print(10, gc.collect())
def f11():
    def gen():
        h = [1]
        yield 1
        return x, h
    x = gen()
    next(x)
    y = [x]
    y.append(y)
f11(); print(11, gc.collect())
