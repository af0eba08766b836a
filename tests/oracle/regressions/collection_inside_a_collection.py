# A collection that is due when gc.collect() is called starts, in 3.12, in the first finalizer: one collection inside another.
# not for: 3.14.2
import gc
seen = []
class Logged:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        seen.append(self.name)
def stats():
    return [(each['collections'], each['collected']) for each in gc.get_stats()]
gc.disable()
stats()
before = stats()
gc.set_threshold(5, 2, 1)
gc.collect()
gc.enable()
for each in range(61):
    made = Logged(each)
    made.x = made
kept = []
other = []
gc.collect(1)
for each in range(100, 120):
    made = Logged(each)
    made.x = made
gc.collect(0)
gc.disable()
print(seen)
print([(now[0] - then[0], now[1] - then[1]) for now, then in zip(stats(), before)], gc.get_count()[1:])
print(gc.collect())
