"""Example W5: get_count() polled while live objects are made."""
# not for: 3.14.2 (automatic collections of the incremental collector are approximate)
import gc
class DataNode:
    def __init__(self, value):
        self.value = value
        self.children = []
keep=[]
def run(n):
    out=[]
    prev=gc.get_count()
    out.append(('start',prev))
    for i in range(n):
        keep.append(DataNode(i))
        c=gc.get_count()
        if c[0]<prev[0]: out.append((i,prev,c))
        prev=c
    out.append(('end',prev))
    return out
gc.collect()
o=run(4200)
for i,x in enumerate(o):
    print('T%02d:'%i,x)
keep.clear()
gc.collect()
