"""From 3.14 on a slice of constants is a constant, and no allocation."""
# not for: 3.14.2 (its automatic collections depend on the size of the interpreter's own heap)
import gc

items = [0, 1, 2]
gc.disable()
gc.collect()
for take in (lambda: items[1:], lambda: items[::2]):
    gc.set_threshold(20)
    gc.collect()
    before = gc.get_stats()[0]['collected']
    gc.enable()
    take()
    for _ in range(40):
        made = []
        made.append(made)
    gc.disable()
    print(gc.get_stats()[0]['collected'] - before)
