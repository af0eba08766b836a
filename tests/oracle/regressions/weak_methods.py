# WeakMethod is a reference to the object, with one to the function in a slot and one to itself in a cell.
import gc, weakref
gc.disable()

class N:
    def method(self):
        return 'called'
    def other(self):
        pass

def kinds():
    names = ['type' if isinstance(each, type) else type(each).__name__ for each in gc.get_objects()]
    return sorted((name, names.count(name)) for name in set(names))

def referents(value):
    return ['type' if isinstance(each, type) else type(each).__name__ for each in gc.get_referents(value)]

node = N()
kinds()
weak = weakref.WeakMethod(node.method)
print(kinds())
print(referents(weak), isinstance(weak, weakref.ref), weakref.getweakrefcount(node), weakref.getweakrefcount(weak))
print([type(each).__name__ for each in weakref.getweakrefs(node)])
print(weak()(), weak == weakref.WeakMethod(node.method), weak == weakref.WeakMethod(node.other), weak != weakref.WeakMethod(node.method))
print(hash(weak) == hash(node), {weak: 1}[weakref.WeakMethod(node.method)])
print(weak == 1, weak != 1, weak == weakref.ref(node))
second = weakref.WeakMethod(node.method, lambda reference: print('dead', reference() is None, reference is second))
del node
print(weak() is None, weak == second, weak == weak, second != weak)
try:
    weakref.WeakMethod(len)
except TypeError as error:
    print(error)
print(gc.collect())
del weak, second
print(gc.collect())

class Local:
    def method(self):
        pass
local = Local()
weak = weakref.WeakMethod(local.method, lambda reference: print('function dead', reference()))
del Local.method
print(weak())
