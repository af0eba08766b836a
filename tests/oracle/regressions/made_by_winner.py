# type(name, bases, namespace) asks the metaclass of the bases to make the class.
import gc, weakref
gc.disable()

class Meta(type):
    def __new__(meta, name, bases, namespace):
        print('new', meta.__name__, name)
        made = super().__new__(meta, name, bases, namespace)
        made.made_by = meta
        return made
    def __init__(cls, name, bases, namespace):
        print('init', name)
    def __del__(cls):
        print('~ class', cls.__name__)

class Sub(Meta):
    pass

class Base(metaclass=Meta):
    pass
class Other(metaclass=Sub):
    pass

def count():
    return len(gc.get_objects())
count()
before = count()
made = type('Derived', (Base,), {})
print(type(made).__name__, made.made_by.__name__, count() - before)
made = Meta('Second', (Base, Other), {})
print(type(made).__name__, made.made_by.__name__, count() - before)
del made
print('collect', gc.collect())

class Reference(weakref.ref):
    __slots__ = ('label',)
print(Reference in weakref.ref.__subclasses__(), count() - before)
del Reference
print('collect', gc.collect(), count() - before)
