# Annotations that name a class which is not there yet: an error up to 3.13, evaluated when asked for since.
from dataclasses import dataclass


def tried(name, make):
    try:
        print(name, make())
    except NameError as error:
        print(name, error)


def itself():
    class Node:
        next: Node | None
        value: int = 3

    return Node.value


def dataclass_of_itself():
    @dataclass
    class Tree:
        value: int
        left: Tree = None
        right: Tree = None

    tree = Tree(1, Tree(2))
    return tree.left.value, tree.left.left


def method():
    class Chain:
        def link(self, other: Chain) -> Chain:
            return other

    one, two = Chain(), Chain()
    return one.link(two) is two


tried('itself', itself)
tried('dataclass', dataclass_of_itself)
tried('method', method)


class Known:
    pass


class User:
    held: Known
    count: int


print(User.__annotations__)

try:
    class Early:
        late: list[Late]

        def meet(self, late: 'Late') -> Late:
            return late

    print('Early', Early().meet(1))
except NameError as error:
    print(error)


class Late:
    pass


def later(x: Late) -> Late:
    return x


print(later.__annotations__ == {'x': Late, 'return': Late})
