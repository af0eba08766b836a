# 3.11 keeps None as an exception's traceback when it is told so.
import gc
def kinds(error):
    return [type(each).__name__ for each in gc.get_referents(error)]
def fail():
    raise ValueError('x')
try:
    fail()
except ValueError as error:
    kept = error
print(kinds(kept))
print(kinds(kept.with_traceback(None)), kept.__traceback__)
try:
    fail()
except ValueError as error:
    kept = error
kept.__traceback__ = None
print(kinds(kept), kept.__traceback__)
kept.__cause__ = None
kept.__context__ = None
print(kinds(kept), kept.__cause__, kept.__context__)
print(kinds(ValueError().with_traceback(None)))
