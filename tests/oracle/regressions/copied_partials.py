# partial is copied by its state; the dict of a bounded cache does not know the results.
import copy, gc
from functools import partial, lru_cache
gc.disable()

p = partial(print, 1, [2], sep='')
print(p.__reduce__()[2][1:], len(p.__reduce__()), p.__reduce__()[1])
q = copy.copy(p)
print(q.args is p.args, q.keywords is p.keywords, q.func is print)
q = copy.deepcopy(p)
print(q.args, q.args[1] is p.args[1], q.keywords)
p.kept = [1]
q = copy.copy(p)
print(q.kept, q.kept is p.kept, q.__dict__ is p.__dict__)
q = copy.deepcopy(p)
print(q.kept, q.kept is p.kept)
for state in 1, (), (1, 2, 3), (print, (), None, None), (print, [], {}, None), (print, (1,), {'a': 1}, None):
    try:
        print(q.__setstate__(state), q.args, q.keywords)
    except TypeError as error:
        print(type(error).__name__, error)

def boxed(value, other=None):
    return [value]
def dicts(cache):
    return [gc.is_tracked(each) for each in gc.get_referents(cache) if type(each) is dict]
for size in 2, None:
    cached = lru_cache(size)(boxed)
    for arguments in [1], ['a'], [1, 2], [1.5], [()], [[]]:
        try:
            cached(*arguments)
        except TypeError as error:
            print(error)
        print(size, arguments, dicts(cached)[:1])
