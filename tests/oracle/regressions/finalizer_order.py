"""PEP 442: in which order callbacks and finalizers of one object, a chain, a cycle and several cycles come."""
import gc, weakref

log = []
def say(*words):
    log.append(' '.join(map(str, words)))
def tell(title):
    print(title, log)
    log.clear()

class Node:
    def __init__(self, name, **links):
        self.name = name
        for key, value in links.items():
            setattr(self, key, value)
    def __del__(self):
        say('del', self.name)

class Slotted:
    __slots__ = ('zeta', 'alpha', 'name', '__weakref__')
    def __init__(self, name): self.name = name
    def __del__(self): say('del', self.name)

class Quiet: pass

def watch(*nodes):
    return [weakref.ref(n, lambda r, name=n.name: say('cb', name, r() is None)) for n in nodes]

# one object
n = Node('one'); refs = watch(n, n) + [weakref.finalize(n, say, 'fin one')] + watch(n)
del n; tell('one by count')
n = Node('one'); n.me = n; refs = watch(n, n) + [weakref.finalize(n, say, 'fin one')] + watch(n)
del n; gc.collect(); tell('one by collector')
n = Slotted('slots'); n.zeta = Node('z'); n.alpha = Node('a'); refs = watch(n, n.zeta, n.alpha)
del n; tell('slots by count')
n = Slotted('slots'); n.zeta = Node('z'); n.alpha = n; refs = watch(n, n.zeta)
del n; gc.collect(); tell('slots by collector')

# chains
def chain(size, closed, make=Node):
    first = previous = make('c0')
    nodes = [first]
    for i in range(1, size):
        node = make(f'c{i}')
        previous.next = node
        previous = node
        nodes.append(node)
    if closed: previous.next = first
    return first, watch(*nodes)
c, refs = chain(4, False); del c; tell('chain by count')
c, refs = chain(4, True); del c; gc.collect(); tell('ring')
c, refs = chain(4, True); gc.collect(); del c; gc.collect(); tell('ring, aged')
c, refs = chain(4, True); gc.collect(0); gc.collect(0); del c; gc.collect(1); tell('ring, aged by collect(0)')
c, refs = chain(4, True); c = c.next.next; gc.collect(); del c; gc.collect(); tell('ring, aged, held in the middle')

# a chain that hangs off a cycle, a cycle that hangs off a chain
a = Node('a'); a.me = a; a.tail = Node('t0', next=Node('t1', next=Node('t2')))
refs = watch(a, a.tail, a.tail.next, a.tail.next.next)
del a; gc.collect(); tell('tail')
b = Node('b'); b.me = b; h = Node('h0', next=Node('h1', next=b)); refs = watch(h, h.next, b)
del b, h; tell('head dies'); gc.collect(); tell('then its cycle')

# several cycles found at once, of several generations
def ring(name, size=2):
    nodes = [Node(f'{name}{i}') for i in range(size)]
    for i, node in enumerate(nodes): node.next = nodes[(i + 1) % size]
    return nodes[0]
old = ring('old'); gc.collect(); middle = ring('mid'); gc.collect(0); new = ring('new')
refs = watch(old, old.next, middle, middle.next, new, new.next)
del old, middle, new; gc.collect(); tell('three generations')
one, two, three = ring('x'), ring('y', 1), ring('z', 3)
one.other, two.other = two, three
refs = watch(one, two, three)
del two, one, three; gc.collect(); tell('cycles that refer to each other')
one, two = ring('x'), ring('y'); one.children = [two, {'k': two}, (two,)]; two.back = [one]
del one, two; gc.collect(0); tell('young only')

# containers between
items = [Node('i0'), Node('i1'), Node('i2')]; items.append(items); refs = watch(*items[:3])
del items; gc.collect(); tell('list in itself')
table = {'a': Node('d0'), 'b': Node('d1')}; table['self'] = table; refs = watch(table['a'], table['b'])
del table; gc.collect(); tell('dict in itself')
class Bag(set): pass
bag = Bag(); bag.me = bag; bag.add(Node('s')); del bag; gc.collect(); tell('set in itself')
def closure():
    node = Node('closed')
    def inner(): return inner, node
    refs.extend(watch(node))
closure(); gc.collect(); tell('closure')
class Bound(Node):
    def method(self): pass
n = Bound('bound'); n.call = n.method; refs = watch(n); del n; gc.collect(); tell('bound method')
try:
    raise ValueError('v')
except ValueError as e:
    kept = e; kept.node = Node('exc'); kept.me = kept
del kept; gc.collect(); tell('exception')

# a tree with parent links
root = Node('root'); root.children = []
for i in range(3):
    child = Node(f'r{i}', parent=root); child.children = []
    root.children.append(child)
    for j in range(2): child.children.append(Node(f'r{i}{j}', parent=child))
refs = watch(root, *root.children)
del root, child; gc.collect(); tell('tree')
# cut before
root = ring('cut'); other = root.next; root.next = None; refs = watch(root, other)
del root, other; tell('cut'); print(gc.collect()); tell('rest')
