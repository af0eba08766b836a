"""An object that dies by its count is marked as finalized after its finalizer, one that a collection finds before."""
import gc


class Node:
    def __init__(self, name, knows_itself):
        self.name = name
        self.me = self if knows_itself else None

    def __del__(self):
        print(self.name, gc.is_finalized(self), gc.collect())
        kept.append(self)


kept = []
gc.collect()
gc.disable()
Node('by its count', False)
print([gc.is_finalized(node) for node in kept])
Node('in a cycle', True)
print(gc.collect(), [gc.is_finalized(node) for node in kept])
kept.clear()
print(gc.collect())


def values():
    try:
        yield 1
    finally:
        print('closing', gc.is_finalized(running[0]) if running else None)


running = []
walk = values()
next(walk)
running.append(walk)
del walk
running.pop()
