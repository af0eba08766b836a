# Annotations that are evaluated when they are asked for: dataclasses, named tuples, forward references.
import sys
from dataclasses import dataclass, field, fields
from typing import NamedTuple, Optional, get_type_hints
def show(*values):
    text = ' '.join(map(str, values))
    print(' '.join('0x' + word.lstrip('0123456789abcdefx') if word.startswith('0x') else word for word in text.split()))
if sys.version_info >= (3, 14):
    import annotationlib
    from annotationlib import Format, get_annotations, ForwardRef
    class C:
        a: Later
        b: list[Later]
        c: Later | None
        e: int
        def m(self, o: Later, p: C) -> Nothing: pass
    for fmt in (Format.FORWARDREF, Format.STRING):
        print(get_annotations(C, format=fmt))
        show(get_annotations(C.m, format=fmt))
    try: get_annotations(C)
    except NameError as e: print(e)
    print(list(Format), repr(ForwardRef('x')), ForwardRef('x') == ForwardRef('x'))
    def f(a: undefined, *args: "text", k: int = 1): pass
    show(get_annotations(f, format=Format.FORWARDREF), get_annotations(f, format=Format.STRING))
    r = get_annotations(f, format=Format.FORWARDREF)['a']
    print(type(r).__name__, r.__forward_arg__)
    undefined = str
    print(r.evaluate(), get_annotations(f), get_annotations(f, eval_str=False))
    def g():
        def inner(x: local_later): pass
        res = get_annotations(inner, format=Format.FORWARDREF)
        local_later = 3
        return res, inner.__annotations__
    show(g())
    for bad in (lambda: get_annotations(1), lambda: get_annotations(f, format=2), lambda: get_annotations(f, format=9), lambda: get_annotations(f, eval_str=True, format=3)):
        try: print(bad())
        except Exception as e: print(type(e).__name__, e)
    class Later: pass
    print(C.__annotations__['a'] if hasattr(sys.modules, 'mod') else '', C.m.__annotate__(1) if 'Nothing' in globals() else 'no')

    @dataclass
    class Tree:
        value: int
        left: Tree | None = None
        right: Optional[Tree] = None
        leaves: list[Leaf] = field(default_factory=list)
    @dataclass
    class Leaf(Tree):
        kind: Kind = 0
    t = Tree(1, Tree(2), leaves=[Leaf(3)])
    print(t)
    print([f.name for f in fields(Leaf)], [f.type for f in fields(Leaf)][-1], Tree.__annotations__['left'])
    class Row(NamedTuple):
        name: str
        next: Row | None = None
        later: Unknown = 3
    print(Row('a', Row('b')), Row._fields, Row._field_defaults)
    try: print(Row.__annotations__)
    except NameError as e: print(e)
    print(get_type_hints(Tree.__init__) if False else '')
else:
    @dataclass
    class Tree:
        value: int
        left: "Tree" = None
    print(Tree(1, Tree(2)), Tree.__annotations__)
    try:
        class Bad:
            x: Later
    except NameError as e: print(e)
