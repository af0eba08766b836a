"""What weakref.finalize makes and keeps: itself, its weak reference, its record, the arguments."""
import gc, weakref

gc.disable()

class Node:
    pass

weakref.finalize(Node(), print, 'first')
before = len(gc.get_objects())
node = Node()
weakref.finalize(node, print, 'finalize', 2)
print('objects', len(gc.get_objects()) - before)
del node
print('objects', len(gc.get_objects()) - before)
