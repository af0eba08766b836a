"""An exception that leaves its handler is re-raised there: its traceback gets no further entries for that."""
import gc

def raising():
    raise ValueError(1)

before = len(gc.get_objects())
try:
    try:
        raising()
    except ValueError as error:
        raise KeyError(2)
except KeyError as error:
    kept = error
entries, at = 0, kept.__traceback__
while at is not None:
    entries, at = entries + 1, at.tb_next
del at
print(entries, len(gc.get_objects()) - before)
