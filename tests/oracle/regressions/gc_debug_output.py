"""What DEBUG_STATS and DEBUG_COLLECTABLE print: how much is found, and in which order."""
import gc, sys

class Printed:
    def __init__(self): self.text = ''
    def write(self, text): self.text += text
    def flush(self): pass

class Node: pass

def garbage():
    node = Node()
    node.me = node
    items = [node]
    node.items = items

garbage()
stderr, sys.stderr = sys.stderr, Printed()
gc.set_debug(gc.DEBUG_STATS | gc.DEBUG_COLLECTABLE)
garbage()
gc.collect(0)
gc.collect(1)
garbage()
gc.collect()
gc.set_debug(0)
printed, sys.stderr = sys.stderr, stderr
for line in printed.text.splitlines():
    if 'objects in' not in line:
        print(line.split(' 0x')[0].split(', 0.')[0])
