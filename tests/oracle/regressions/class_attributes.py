"""Docstrings, __dict__ descriptors, and __hash__ = None."""
from collections import defaultdict, deque

def documented():
    "doc of function"
class Documented:
    "doc of class"
    def method(self):
        """doc of method"""
class Meta(type): pass
class Made(metaclass=Meta): pass
class ListChild(list): pass
class Equal:
    def __eq__(self, other): return True

print(documented.__doc__, Documented.__doc__, Documented.method.__doc__, Documented().method.__doc__, Made.__doc__)
print((lambda: 1).__doc__)
documented.__doc__ = 'new'
print(documented.__doc__)
print('__dict__' in Meta.__dict__, Made.__dict__['__module__'])
for each in (list, dict, set, bytearray, ListChild, Equal):
    print(each.__name__, each.__hash__)
    try: hash(each())
    except TypeError as error: print(error)
print(deque.__hash__, defaultdict.__hash__)
for call in (lambda: type('a', 1, {}), lambda: type(1, (), {})):
    try: call()
    except TypeError as error: print(error)
