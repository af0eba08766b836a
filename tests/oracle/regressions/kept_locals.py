# Up to 3.12 the frame of an exception keeps the dict that f_locals made; `from None` takes a cause away; exec's builtins.
import gc
gc.disable()

def raising(value):
    own = [value]
    raise ValueError(value)

def kinds(values):
    return ['type' if isinstance(each, type) else type(each).__name__ for each in values]

def dicts():
    return sum(type(each) is dict for each in gc.get_objects())

dicts()
try:
    raising(1)
except ValueError as error:
    kept = error
before = dicts()
frame = kept.__traceback__.tb_next.tb_frame
print(sorted(frame.f_locals), dicts() - before)
print(sorted(frame.f_locals), dicts() - before, kinds(gc.get_referents(frame))[:0])
del frame
kept = None
print(dicts() - before, gc.collect())

first = ValueError(1)
try:
    raise first from first
except ValueError:
    pass
print(first.__cause__ is first, first.__suppress_context__)
try:
    raise first from None
except ValueError:
    pass
print(first.__cause__, first.__suppress_context__, kinds(gc.get_referents(first)))
del first
print('collect', gc.collect())

namespace = {}
exec('made = 1', namespace)
print(kinds(gc.get_referents(namespace)), type(namespace['__builtins__']).__name__, namespace['__builtins__']['len'] is len)
print(eval('type(__builtins__).__name__', {}), type(__builtins__).__name__)
