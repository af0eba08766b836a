/**
 * The Python of `_typing`: type parameters, `Generic` and type aliases, which the module `typing` and the syntax of PEP 695
 * share. Source: CPython Objects/typevarobject.c (3.12 and later), Lib/typing.py (3.11).
 */
export const typingParametersSource = `
import sys as _sys

_minor = _sys.version_info[1]
_MISSING = object()


class _NoDefault:
    def __repr__(self):
        return 'typing.NoDefault'


NoDefault = _NoDefault()


def _later(value, evaluate):
    return value if evaluate is None else evaluate()


def _caller():
    return _sys._getframe(2).f_globals.get('__name__', '__main__')


def _checked_name(kind, name):
    if _minor >= 12 and name is _MISSING:
        raise TypeError(f"{kind.lower()}() missing required argument 'name' (pos 1)")
    if name is _MISSING:
        raise TypeError(f"{kind}.__init__() missing 1 required positional argument: 'name'")
    if _minor >= 12 and not isinstance(name, str):
        raise TypeError(f"{kind.lower()}() argument 'name' must be str, not {type(name).__name__}")


def _union(self, other):
    import typing
    return typing.Union[self, other]


def _union_reversed(self, other):
    import typing
    return typing.Union[other, self]


def _no_base(self, bases):
    shown = f'an instance of {type(self).__name__}'
    raise TypeError(f'Cannot subclass {shown}')


def _shown(self):
    if self.__infer_variance__:
        return self.__name__
    return ('+' if self.__covariant__ else '-' if self.__contravariant__ else '~') + self.__name__


def _default_of(self):
    if self._evaluate_default is not None:
        self._default, self._evaluate_default = self._evaluate_default(), None
    return self._default


def _has_default(self):
    return self._evaluate_default is not None or self._default is not NoDefault


class TypeVar:
    __module__ = 'typing'

    def __init__(self, name=_MISSING, *constraints, bound=None, covariant=False, contravariant=False,
                 infer_variance=False, default=NoDefault):
        _checked_name('TypeVar', name)
        if covariant and contravariant:
            raise ValueError('Bivariant types are not supported.')
        if infer_variance and (covariant or contravariant):
            raise ValueError('Variance cannot be specified with infer_variance.')
        if constraints and bound is not None:
            raise TypeError('Constraints cannot be combined with bound=...')
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        if constraints or bound is not None:
            from typing import _type_check
            if constraints:
                message = 'TypeVar(name, constraint, ...): constraints must be types.'
                constraints = tuple([_type_check(each, message) for each in constraints])
            else:
                bound = _type_check(bound, 'Bound must be a type.')
        self.__name__ = name
        self._bound, self._evaluate_bound = bound, None
        self._constraints, self._evaluate_constraints = constraints, None
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant
        self.__infer_variance__ = infer_variance
        self._default, self._evaluate_default = default, None
        self.__module__ = _caller()

    @property
    def __bound__(self):
        if self._evaluate_bound is not None:
            self._bound, self._evaluate_bound = self._evaluate_bound(), None
        return self._bound

    @property
    def __constraints__(self):
        if self._evaluate_constraints is not None:
            self._constraints, self._evaluate_constraints = self._evaluate_constraints(), None
        return self._constraints

    def __typing_subst__(self, arg):
        from typing import _type_check
        return _type_check(arg, 'Parameters to generic types must be types.')

    if _minor >= 13:
        def __typing_prepare_subst__(self, alias, args):
            place = alias.__parameters__.index(self)
            if place < len(args):
                return args
            if place == len(args) and self.has_default():
                return (*args, self.__default__)
            least = len([each for each in alias.__parameters__ if not each.has_default()])
            raise TypeError(f'Too few arguments for {alias}; actual {len(args)}, expected at least {least}')

        __default__ = property(_default_of)
        has_default = _has_default

    __or__, __ror__, __mro_entries__, __repr__ = _union, _union_reversed, _no_base, _shown


class ParamSpecArgs:
    __module__ = 'typing'

    def __init__(self, origin):
        self.__origin__ = origin

    def __eq__(self, other):
        return self.__origin__ == other.__origin__ if type(other) is type(self) else NotImplemented

    def __repr__(self):
        return f'{self.__origin__.__name__}.args'


class ParamSpecKwargs(ParamSpecArgs):
    def __repr__(self):
        return f'{self.__origin__.__name__}.kwargs'


class ParamSpec:
    __module__ = 'typing'

    def __init__(self, name=_MISSING, *, bound=None, covariant=False, contravariant=False, infer_variance=False,
                 default=NoDefault):
        _checked_name('ParamSpec', name)
        self.__name__ = name
        self.__bound__ = bound
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant
        self.__infer_variance__ = infer_variance
        self._default, self._evaluate_default = default, None
        self.__module__ = _caller()

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)

    def __typing_subst__(self, arg):
        if isinstance(arg, (list, tuple)):
            return tuple(arg)
        return arg

    if _minor >= 13:
        __default__ = property(_default_of)
        has_default = _has_default

    __or__, __ror__, __mro_entries__, __repr__ = _union, _union_reversed, _no_base, _shown


class TypeVarTuple:
    __module__ = 'typing'

    def __init__(self, name=_MISSING, *, bound=None, covariant=False, contravariant=False, infer_variance=False,
                 default=NoDefault):
        _checked_name('TypeVarTuple', name)
        self.__name__ = name
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant
        self.__infer_variance__ = infer_variance or _minor < 15
        self._default, self._evaluate_default = default, None
        self.__module__ = _caller()

    def __iter__(self):
        from typing import Unpack
        yield Unpack[self]

    def __typing_subst__(self, arg):
        raise TypeError('Substitution of bare TypeVarTuple is not supported')

    def __typing_prepare_subst__(self, alias, args):
        params = alias.__parameters__
        place = params.index(self)
        behind = len(params) - place - 1
        if len(args) < place + behind:
            raise TypeError(f'Too few arguments for {alias}; actual {len(args)}, expected at least {len(params) - 1}')
        end = len(args) - behind
        return (*args[:place], tuple(args[place:end]), *args[end:])

    if _minor >= 13:
        __default__ = property(_default_of)
        has_default = _has_default

    __mro_entries__, __repr__ = _no_base, _shown


class Generic:
    __module__ = 'typing'
    __slots__ = ()

    def __class_getitem__(cls, args):
        from typing import _generic_class_getitem
        return _generic_class_getitem(cls, args)

    def __init_subclass__(cls, *args, **kwargs):
        super(Generic, cls).__init_subclass__(*args, **kwargs)
        from typing import _generic_init_subclass
        _generic_init_subclass(cls)


class TypeAliasType:
    __module__ = 'typing'

    def __init__(self, name, value, *, type_params=()):
        self.__name__ = name
        self.__qualname__ = name
        self._value, self._evaluate = value, None
        self.__type_params__ = type_params
        self.__parameters__ = type_params
        self.__module__ = _caller()

    @property
    def __value__(self):
        if self._evaluate is not None:
            value = self._evaluate()
            self._value, self._evaluate = value, None
        return self._value

    def __getitem__(self, args):
        if not self.__type_params__:
            raise TypeError('Only generic type aliases are subscriptable')
        return _Alias(self, args if isinstance(args, tuple) else (args,))

    def __or__(self, other):
        return _union_of(self, other)

    def __ror__(self, other):
        return _union_of(other, self)

    def __mro_entries__(self, bases):
        raise TypeError('Cannot subclass an instance of TypeAliasType')

    def __call__(self, *args, **kwargs):
        raise TypeError("'typing.TypeAliasType' object is not callable")

    def __repr__(self):
        return self.__name__ if _minor < 15 else self.__qualname__


from types import GenericAlias as _Alias, UnionType as _UnionType


# What the syntax calls.
def _inferred(kind, name):
    made = kind(name, infer_variance=True)
    made.__module__ = _sys._getframe(2).f_globals.get('__name__', '__main__')
    return made


def _TypeVar(name):
    return _inferred(TypeVar, name)


def _ParamSpec(name):
    return _inferred(ParamSpec, name)


def _TypeVarTuple(name):
    return _inferred(TypeVarTuple, name)


def _bounded(name, evaluate):
    made = _inferred(TypeVar, name)
    made._evaluate_bound = evaluate
    return made


def _constrained(name, evaluate):
    made = _inferred(TypeVar, name)
    made._evaluate_constraints = evaluate
    return made


def _with_default(parameter, evaluate):
    parameter._evaluate_default = evaluate
    return parameter


def _function_of(parameters, function):
    function.__type_params__ = parameters
    return function


def _generic_base(parameters):
    if any(isinstance(each, TypeVarTuple) for each in parameters):
        parameters = tuple([next(iter(each)) if isinstance(each, TypeVarTuple) else each for each in parameters])
    from typing import _GenericAlias
    return _GenericAlias(Generic, parameters)


def _alias(name, parameters, evaluate):
    made = TypeAliasType(name, None, type_params=() if parameters is None else parameters)
    made._evaluate = evaluate
    made.__qualname__ = evaluate.__qualname__
    made.__module__ = _sys._getframe(1).f_globals.get('__name__', '__main__')
    return made


# What Union[...] calls since 3.14.
def _members_of_union(item):
    from typing import _type_check
    if item == ():
        raise TypeError('Cannot take a Union of no types.')
    item = item if isinstance(item, tuple) else (item,)
    return tuple([_type_check(each, 'Union[arg, ...]: each arg must be a type.') for each in item])


# What subscripts of list[T] and of unions call.
def _new_args(alias, params, item):
    given = item if isinstance(item, tuple) else (item,)
    for param in params:
        prepare = getattr(param, '__typing_prepare_subst__', None)
        if prepare is not None:
            given = prepare(alias, given)
    if len(given) != len(params):
        how = 'many' if len(given) > len(params) else 'few'
        raise TypeError(f'Too {how} arguments for {alias}; actual {len(given)}, expected {len(params)}')
    return _replaced(alias.__args__, dict(zip(params, given)))


def _replaced(args, found):
    result = []
    for arg in args:
        if isinstance(arg, type):
            result.append(arg)
        elif isinstance(arg, (list, tuple)):
            result.append(type(arg)(_replaced(arg, found)))
        elif hasattr(arg, '__typing_subst__'):
            value = found[arg]
            if isinstance(arg, TypeVarTuple):
                result.extend(value)
            else:
                result.append(arg.__typing_subst__(value))
        else:
            inner = getattr(arg, '__parameters__', ())
            if isinstance(inner, tuple) and inner:
                values = []
                for each in inner:
                    if isinstance(each, TypeVarTuple):
                        values.extend(found[each])
                    else:
                        values.append(found[each])
                part = arg[tuple(values)]
                if getattr(arg, '__unpacked__', False) or getattr(arg, '_is_unpack', False):
                    result.extend(getattr(part, '_unpacked', (part,)))
                else:
                    result.append(part)
            else:
                result.append(arg)
    return tuple(result)


def _subscripted(alias, item):
    params = alias.__parameters__
    if not params:
        raise TypeError(f'{alias!r} is not a generic class')
    args = _new_args(alias, params, item)
    if type(alias) is _UnionType:
        result = args[0]
        for arg in args[1:]:
            result = result | arg
        return result
    return _Alias(alias.__origin__, args)
`;
