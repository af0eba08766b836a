"""Up to 3.13 the one cached slice object survives a full collection, so a slice is no allocation that counts."""
# not for: 3.14.2, 3.15 (constant slices are constants there, which the simulator does not do yet: tests/KNOWN-GAPS.md)
import gc

gc.disable()
seen = []
stats_before = gc.get_stats()
gc.set_threshold(20, 3, 2)
gc.collect()
gc.enable()
seen.append(gc.get_count()[1:])
for _ in range(18):
    made = []
    made.append(made)
gc.disable()
print('seen', seen)
print('collections', [now['collections'] - before['collections'] for now, before in zip(gc.get_stats(), stats_before)])
print('end', gc.collect())
