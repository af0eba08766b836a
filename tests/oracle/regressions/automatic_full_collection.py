"""A module runs as a function, which is one of the long-lived objects that a full collection waits for a quarter of."""
# not for: 3.14.2 (its automatic collections depend on the size of the interpreter's own heap)
import gc

print('count', gc.get_count(), 'objects', [type(each).__name__ for each in gc.get_objects() if type(each) not in (tuple, dict)])

class Logged:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        seen.append(self.name)
class Plain:
    pass
def enclose(value):
    return lambda: value
def collections():
    return [each['collections'] for each in gc.get_stats()]

seen = []
gc.set_threshold(5, 2, 1)
before = collections()
gc.collect()
for _ in range(37):
    made = Plain()
    made.a = made
for each in range(5):
    made = enclose(each)
for each in range(11):
    made = Logged(each)
    made.x = made
seen.append(gc.get_count()[1:])
gc.disable()
print('seen', seen)
print('collections', [now - then for now, then in zip(collections(), before)])
print('end', gc.collect())
