"""Example W6: a callback logs each automatic collection of dead cycles."""
# not for: 3.14.2 (automatic collections of the incremental collector are approximate)
import gc
log = []
def callback(phase, info):
    if phase == 'stop': log.append((info['generation'], info['collected']))
gc.collect(); gc.collect()
gc.callbacks.append(callback)
for i in range(60000):
    a = []
    a.append(a)
gc.callbacks.clear()
print(log, gc.get_count())
