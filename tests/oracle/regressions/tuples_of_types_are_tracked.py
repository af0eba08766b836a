"""From 3.14.1 a new tuple is tracked for an element whose type is a container's, which built-in types' type is."""
import gc

def given(*values):
    return values

print(gc.is_tracked(given(int, 2)), gc.is_tracked(given(len)), gc.is_tracked(given(gc)))
kept = given(int, 2)
gc.collect()
print(gc.is_tracked(kept))

class Empty:
    pass

print(gc.is_tracked(Empty.__bases__), gc.is_tracked(Empty.__mro__))
