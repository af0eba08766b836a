"""Examples W1 to W4 and W7: which automatic collections come, and what the counts are afterwards."""
import gc
def colls(): return [s['collections'] for s in gc.get_stats()]
gc.collect(); gc.collect()
c0=gc.get_count(); s0=colls(); c1=gc.get_count()
for i in range(5000):
    a=[]
    a.append(a)
c2=gc.get_count(); s1=colls()
r=gc.collect()
print('W1: %s %s -> %s  %s  collect=%d'%(c0,c1,c2,[y-x for x,y in zip(s0,s1)],r))
gc.collect()
c1=gc.get_count()
keep=[]
for i in range(5000):
    keep.append([i])
c2=gc.get_count(); s1=colls()
print('W2 live lists: %s -> %s'%(c1,c2))
keep=None
gc.collect()
class N:
    def __init__(self): self.k=[]
c1=gc.get_count(); s0=colls()
for i in range(5000):
    n=N(); n.k.append(n)
c2=gc.get_count(); s1=colls(); r=gc.collect()
print('W3 N<->list cycles: %s -> %s %s collect=%d'%(c1,c2,[y-x for x,y in zip(s0,s1)],r))
gc.collect()
c1=gc.get_count(); s0=colls()
for i in range(5000):
    n=N()
c2=gc.get_count(); s1=colls(); r=gc.collect()
print('W4 N dropped: %s -> %s %s collect=%d'%(c1,c2,[y-x for x,y in zip(s0,s1)],r))
gc.collect(); gc.collect()
s0=[s['collections'] for s in gc.get_stats()]; c0=gc.get_count()
for _ in range(5000): x=[[]]
c1=gc.get_count(); s1=[s['collections'] for s in gc.get_stats()]
print('W7:',[b-a for a,b in zip(s0,s1)],c0,c1)
