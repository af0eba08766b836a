# A doubly linked list, a tree with parents and a graph: strong links against weak ones, copied, compared, walked, freed.
import copy
import gc
import weakref
from collections import deque
from collections.abc import MutableSequence
from functools import total_ordering


class Node:
    __slots__ = ("value", "next", "_previous", "__weakref__")
    weak = False

    def __init__(self, value, previous=None, next=None):
        self.value, self.next = value, next
        self.previous = previous

    @property
    def previous(self):
        link = self._previous
        return link() if isinstance(link, weakref.ref) else link

    @previous.setter
    def previous(self, node):
        self._previous = weakref.ref(node) if self.weak and node is not None else node

    @previous.deleter
    def previous(self):
        del self._previous

    def __repr__(self):
        return f"{type(self).__name__}({self.value!r})"


class WeakNode(Node):
    __slots__ = ()
    weak = True


class Chain(MutableSequence):
    def __init__(self, items=(), make=Node):
        self.make, self.head, self.tail, self.size = make, None, None, 0
        self.extend(items)

    def _at(self, index):
        if not -self.size <= index < self.size:
            raise IndexError(f"chain index {index} out of range")
        index %= self.size
        node = self.head
        for _ in range(index):
            node = node.next
        return node

    def __getitem__(self, index):
        if isinstance(index, slice):
            return type(self)([self[i] for i in range(*index.indices(self.size))], self.make)
        return self._at(index).value

    def __setitem__(self, index, value):
        self._at(index).value = value

    def __delitem__(self, index):
        node = self._at(index)
        before, after = node.previous, node.next
        if before is None:
            self.head = after
        else:
            before.next = after
        if after is None:
            self.tail = before
        else:
            after.previous = before
        self.size -= 1

    def __len__(self):
        return self.size

    def insert(self, index, value):
        if index >= self.size:
            node = self.make(value, previous=self.tail)
            if self.tail is None:
                self.head = node
            else:
                self.tail.next = node
            self.tail = node
        else:
            after = self._at(index)
            node = self.make(value, after.previous, after)
            if after.previous is None:
                self.head = node
            else:
                after.previous.next = node
            after.previous = node
        self.size += 1

    def __repr__(self):
        return f"{type(self).__name__}({list(self)})"


for make in (Node, WeakNode):
    chain = Chain("abcdef", make)
    chain.insert(0, "start")
    chain[3] = chain[3].upper()
    del chain[1], chain[-2]
    chain += ["x", "y"]
    chain.reverse()
    print(chain, chain[1:4], chain.index("C"), chain.pop(), chain.count("x"), "d" in chain)
    try:
        chain[99]
    except IndexError as error:
        print(error)
    watched = [weakref.ref(chain.head), weakref.ref(chain.tail)]
    print(watched[0]().next.previous is watched[0](), watched[1]().next)
    del chain
    print(make.__name__, [ref() for ref in watched], gc.collect(), [ref() for ref in watched])


@total_ordering
class Tree:
    def __init__(self, key, *children, parent=None):
        self.key, self.children, self.parent = key, [], parent
        for child in children:
            self.add(child)

    def add(self, child):
        child.parent = self
        self.children.append(child)
        return self

    def __iter__(self):
        yield self
        for child in sorted(self.children):
            yield from child

    def __eq__(self, other):
        return isinstance(other, Tree) and self.key == other.key

    def __lt__(self, other):
        return self.key < other.key

    __hash__ = object.__hash__

    @property
    def path(self):
        return "/".join(reversed([self.key, *(p.key for p in self.parents())]))

    def parents(self):
        node = self
        while (node := node.parent) is not None:
            yield node


tree = Tree("root", Tree("b", Tree("c"), Tree("a")), Tree("a"))
print([node.path for node in tree], tree >= Tree("a"), max(tree).path)
twin = copy.deepcopy(tree)
print([node.path for node in twin], twin == tree, twin.children[0].parent is twin, twin is tree)
shallow = copy.copy(tree)
print(shallow.children is tree.children, shallow.children[0].parent is tree)
queue, widths = deque([(tree, 0)]), {}
while queue:
    node, depth = queue.popleft()
    widths[depth] = widths.get(depth, 0) + 1
    queue.extend((child, depth + 1) for child in node.children)
print(widths)
branch = weakref.ref(tree.children[0])
del tree, node, shallow
print(branch() is not None, gc.collect(), branch())
del twin
print(gc.collect())
