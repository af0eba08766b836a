# An expression tree with operators, visitors, match, folding and sharing: trees that become graphs, and graphs cycles.
from __future__ import annotations

import gc
import operator
import weakref
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from functools import cache, cached_property, singledispatch
from math import isclose, prod
from typing import Any, Callable, Iterator, Protocol, Union, runtime_checkable

Number = Union[int, float]


class Expression(ABC):
    __match_args__: tuple[str, ...] = ()

    @staticmethod
    def of(value: Any) -> Expression:
        match value:
            case Expression():
                return value
            case bool():
                raise TypeError("truth values are no numbers")
            case int() | float():
                return Constant(value)
            case str() if value.isidentifier():
                return Name(value)
            case str(text):
                raise NameError(f"{text!r} is no name")
            case _:
                raise TypeError(f"no expression: {value!r}")

    def __add__(self, other): return Binary("+", self, Expression.of(other))
    def __radd__(self, other): return Binary("+", Expression.of(other), self)
    def __sub__(self, other): return Binary("-", self, Expression.of(other))
    def __mul__(self, other): return Binary("*", self, Expression.of(other))
    def __rmul__(self, other): return Binary("*", Expression.of(other), self)
    def __truediv__(self, other): return Binary("/", self, Expression.of(other))
    def __pow__(self, other): return Binary("**", self, Expression.of(other))
    def __neg__(self): return Unary("-", self)
    def __matmul__(self, other): return Call("dot", [self, Expression.of(other)])
    def __getitem__(self, index): return Call("item", [self, *map(Expression.of, index if isinstance(index, tuple) else (index,))])

    @property
    @abstractmethod
    def children(self) -> tuple[Expression, ...]: ...

    def accept(self, visitor: Visitor) -> Any:
        for kind in type(self).__mro__:
            if method := getattr(visitor, f"visit_{kind.__name__.lower()}", None):
                return method(self)
        raise LookupError(f"{type(visitor).__name__} knows no {type(self).__name__}")

    @cached_property
    def depth(self) -> int:
        return 1 + max((child.depth for child in self.children), default=0)

    def __iter__(self) -> Iterator[Expression]:
        yield self
        for child in self.children:
            yield from child


@runtime_checkable
class Visitor(Protocol):
    def visit_expression(self, node: Expression) -> Any: ...


@dataclass(frozen=True)
class Constant(Expression):
    value: Number
    children = ()


@dataclass(frozen=True)
class Name(Expression):
    name: str
    children = ()


@dataclass(frozen=True)
class Unary(Expression):
    sign: str
    operand: Expression
    children = property(lambda self: (self.operand,))


@dataclass(frozen=True)
class Binary(Expression):
    sign: str
    left: Expression
    right: Expression
    children = property(lambda self: (self.left, self.right))


@dataclass
class Call(Expression):
    function: str
    arguments: list[Expression] = field(default_factory=list)
    children = property(lambda self: tuple(self.arguments))


class Show:
    strength = {"+": 1, "-": 1, "*": 2, "/": 2, "**": 3}

    def visit_expression(self, node): return f"<{type(node).__name__}>"
    def visit_constant(self, node): return f"{node.value:g}"
    def visit_name(self, node): return node.name
    def visit_unary(self, node): return f"{node.sign}{node.operand.accept(self)}"

    def visit_binary(self, node):
        def side(child):
            text = child.accept(self)
            weaker = isinstance(child, Binary) and self.strength[child.sign] < self.strength[node.sign]
            return f"({text})" if weaker else text

        return f"{side(node.left)} {node.sign} {side(node.right)}"


class Evaluate:
    table: dict[str, Callable] = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "**": operator.pow}

    def __init__(self, **names): self.names = names
    def visit_constant(self, node): return node.value
    def visit_unary(self, node): return -node.operand.accept(self)
    def visit_binary(self, node): return self.table[node.sign](node.left.accept(self), node.right.accept(self))

    def visit_name(self, node):
        try:
            return self.names[node.name]
        except KeyError:
            raise NameError(f"name {node.name!r} has no value", name=node.name) from None


def simplify(node: Expression) -> Expression:
    match node:
        case Binary(sign, left, right):
            match sign, simplify(left), simplify(right):
                case "+", Constant(0), other:
                    return other
                case ("+" | "-"), other, Constant(0):
                    return other
                case ("*", Constant(0), _) | ("*", _, Constant(0)):
                    return Constant(0)
                case ("*", Constant(1), other) | ("*" | "**", other, Constant(1)):
                    return other
                case sign, Constant(a), Constant(b) if not (sign == "/" and b == 0):
                    return Constant(Evaluate.table[sign](a, b))
                case sign, a, b:
                    return Binary(sign, a, b)
        case Unary("-", Unary("-", inner)):
            return simplify(inner)
        case Unary(operand=Constant(value=v)):
            return Constant(-v)
        case Call(function="dot", arguments=[a, b]):
            return simplify(a) * simplify(b)
    return node


def derive(node, by):
    match node:
        case Constant():
            return Constant(0)
        case Name(name):
            return Constant(int(name == by))
        case Binary("+" | "-" as sign, a, b):
            return Binary(sign, derive(a, by), derive(b, by))
        case Binary("*", a, b):
            return derive(a, by) * b + a * derive(b, by)
        case Binary("**", a, Constant(n)):
            return n * a ** (n - 1) * derive(a, by)
    raise NotImplementedError(type(node).__qualname__)


@singledispatch
def size(node): return 1 + sum(map(size, node.children))
@size.register
def _(node: Constant): return 1
@size.register(Name)
def _(node): return 1


x, y = map(Expression.of, "xy")
polynomial = 3 * x ** 2 + (x + 0) * y - -(-x) * 1
print(polynomial.accept(Show()), "|", simplify(polynomial).accept(Show()), "|", simplify(derive(polynomial.left, "x")).accept(Show()))
print(polynomial.accept(Evaluate(x=2, y=.25)), isclose(simplify(polynomial).accept(Evaluate(x=.5, y=4)), 2.25), size(polynomial), polynomial.depth)
print(Unary("-", x), Binary("+", x, Constant(1)) == x + 1, len({x + 1, x + 1, x + 2}), x == Name("x"), x != y, (x @ y).accept(Show()), x[1, "y"])
print([type(node).__name__ for node in x * 2 + y], prod(n.value for n in 2 * x * 5 if isinstance(n, Constant)), isinstance(Show(), Visitor), isinstance(Evaluate(), Visitor))
for wrong in (
    lambda: Expression.of(True), lambda: Expression.of("1x"), lambda: x + None, lambda: (x / 0).accept(Evaluate(x=1)), lambda: x.accept(Evaluate()),
    lambda: (x @ y).accept(Evaluate()), lambda: Expression(), lambda: derive(x / y, "x"), lambda: setattr(x, "name", "z"), lambda: {x @ y}, lambda: x < y, lambda: 1 @ x, lambda: Binary("+", x),
):
    try:
        print(wrong())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")

# Sharing: a tree of 2 ** 16 leaves made of 17 objects, dropped at once; a cycle needs the collector.
gc.collect()
shared = x
for _ in range(16):
    shared = shared + shared
print(shared.depth, shared.accept(Evaluate(x=1)), shared.left is shared.right)
watch = weakref.ref(shared)
del shared
print(watch(), gc.collect())
knot = Call("f")
knot.arguments += [knot, Call("g", [knot])]
print(repr(knot), knot.arguments[1].arguments[0] is knot)
watch = weakref.ref(knot)
del knot
print(watch() is not None, gc.collect() > 0, watch())
