/** The Python of `annotationlib`, which 3.14 brought. Source: CPython Lib/annotationlib.py. */
export const annotationlibSource = `
import builtins as _builtins
import enum as _enum
import sys as _sys
import types as _types

__all__ = ['Format', 'ForwardRef', 'call_annotate_function', 'call_evaluate_function', 'get_annotate_from_class_namespace',
           'get_annotations', 'annotations_to_string', 'type_repr']


class Format(_enum.IntEnum):
    VALUE = 1
    VALUE_WITH_FAKE_GLOBALS = 2
    FORWARDREF = 3
    STRING = 4


class ForwardRef:
    """A name in an annotation that says nothing yet."""

    def __init__(self, arg, *, module=None, owner=None, is_argument=True, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f'Forward reference must be a string -- got {arg!r}')
        self.__arg__ = arg
        self.__forward_arg__ = arg
        self.__forward_is_argument__ = is_argument
        self.__forward_is_class__ = is_class
        self.__forward_module__ = module
        self.__owner__ = owner
        self.__globals__ = None
        self.__cell__ = None

    def evaluate(self, *, globals=None, locals=None, type_params=None, owner=None, format=Format.VALUE):
        if format == Format.STRING:
            return self.__forward_arg__
        owner = owner if owner is not None else self.__owner__
        if globals is None:
            globals = self.__globals__
        if globals is None:
            globals = getattr(owner, '__globals__', None)
        if globals is None:
            module = self.__forward_module__ or getattr(owner, '__module__', None)
            globals = module if isinstance(module, dict) else getattr(_sys.modules.get(module), '__dict__', {})
        names = dict(vars(owner)) if isinstance(owner, type) else {}
        if isinstance(self.__cell__, dict):
            for name, cell in self.__cell__.items():
                try:
                    names[name] = cell.cell_contents
                except ValueError:
                    pass
        names.update(locals or {})
        try:
            return eval(self.__forward_arg__, globals, names)
        except NameError:
            if format == Format.FORWARDREF:
                return self
            raise

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return (self.__forward_arg__, self.__forward_module__) == (other.__forward_arg__, other.__forward_module__)

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __or__(self, other):
        from typing import Union
        return Union[self, other]

    def __ror__(self, other):
        from typing import Union
        return Union[other, self]

    def __repr__(self):
        more = [f', {name}={value!r}' for name, value in (('module', self.__forward_module__), ('owner', self.__owner__))
                if value is not None]
        if self.__forward_is_class__:
            more.insert(len(more) - (self.__owner__ is not None), ', is_class=True')
        return f'ForwardRef({self.__forward_arg__!r}{"".join(more)})'


class _Name(ForwardRef):
    """What a missing name is while annotations are evaluated: it writes down what is done with it."""

    def _made(self, text):
        return _Name._new(text, self.__owner__, self.__forward_is_class__, self._made_names)

    @classmethod
    def _new(cls, text, owner, is_class, made):
        self = cls(text, owner=owner, is_class=is_class)
        self._made_names = made
        made.append(self)
        return self

    def __hash__(self):
        return id(self)

    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        return self._made(f'{self.__arg__}.{name}')

    def __getitem__(self, item):
        items = ', '.join(map(_text, item)) if isinstance(item, tuple) else _text(item)
        return self._made(f'{self.__arg__}[{items}]')

    def __call__(self, *args, **kwargs):
        given = [*map(_text, args), *(f'{name}={_text(value)}' for name, value in kwargs.items())]
        return self._made(f'{self.__arg__}({", ".join(given)})')

    def __or__(self, other):
        return self._made(f'{self.__arg__} | {_text(other)}')

    def __ror__(self, other):
        return self._made(f'{_text(other)} | {self.__arg__}')


def _text(value):
    return value.__arg__ if isinstance(value, ForwardRef) else repr(value) if isinstance(value, str) else type_repr(value)


def type_repr(value):
    if isinstance(value, (type, _types.FunctionType, _types.BuiltinFunctionType)):
        if value.__module__ == 'builtins':
            return value.__qualname__
        return f'{value.__module__}.{value.__qualname__}'
    return '...' if value is ... else repr(value)


def annotations_to_string(annotations):
    return {name: value if isinstance(value, str) else type_repr(value) for name, value in annotations.items()}


def _with_names(annotate, owner, everything):
    """The function once more, with something for each missing name (or for all names); and what it made."""
    made = []
    is_class = isinstance(owner, type)
    code = annotate.__code__
    known = annotate.__globals__
    builtins = vars(_builtins)
    cells = dict(zip(code.co_freevars, annotate.__closure__ or ()))
    scope = {} if everything else dict(known)
    own = {} if everything else dict(cells['__classdict__'].cell_contents) if '__classdict__' in cells else {}
    new = lambda name: _Name._new(name, owner, is_class, made)
    for name in code.co_names:
        if name in ('NotImplementedError', '__conditional_annotations__'):
            scope[name] = known.get(name, NotImplementedError)
        elif everything or not (name in known or name in own or name in builtins):
            scope[name] = new(name)
    closure = []
    for name, cell in cells.items():
        if name == '__classdict__':
            closure.append(_types.CellType(own))
            continue
        try:
            cell.cell_contents
            closure.append(_types.CellType(new(name)) if everything else cell)
        except ValueError:
            closure.append(_types.CellType(new(name)))
    function = _types.FunctionType(code, scope, annotate.__name__, annotate.__defaults__, tuple(closure) or None)
    return function(Format.VALUE_WITH_FAKE_GLOBALS), made


def call_annotate_function(annotate, format, *, owner=None):
    if format == Format.VALUE_WITH_FAKE_GLOBALS:
        raise ValueError('The VALUE_WITH_FAKE_GLOBALS format is for internal use only')
    try:
        return annotate(format)
    except NotImplementedError:
        pass
    if format == Format.FORWARDREF:
        try:
            return annotate(Format.VALUE)
        except Exception:
            annotations, made = _with_names(annotate, owner, False)
        for name in made:
            name.__class__ = ForwardRef
            del name._made_names
        return annotations
    annotations, made = _with_names(annotate, owner, True)
    return {name: value if isinstance(value, str) else _text(value) for name, value in annotations.items()}


def call_evaluate_function(evaluate, format, *, owner=None):
    return call_annotate_function(evaluate, format, owner=owner)


def get_annotate_from_class_namespace(obj):
    return obj['__annotate__'] if '__annotate__' in obj else obj.get('__annotate_func__')


def get_annotations(obj, *, globals=None, locals=None, eval_str=False, format=Format.VALUE):
    if eval_str and format != Format.VALUE:
        raise ValueError('eval_str=True is only supported with format=Format.VALUE')
    if format not in Format:
        raise ValueError(f'Unsupported format {format!r}')
    annotate = getattr(obj, '__annotate__', None)
    if format == Format.VALUE_WITH_FAKE_GLOBALS:
        raise ValueError('The VALUE_WITH_FAKE_GLOBALS format is for internal use only')
    if format == Format.VALUE or annotate is None:
        found = getattr(obj, '__annotations__', None)
        if found is None:
            if callable(obj) or isinstance(obj, _types.ModuleType):
                return {}
            raise TypeError(f'{obj!r} does not have annotations')
        if format == Format.STRING:
            return annotations_to_string(found)
    else:
        found = call_annotate_function(annotate, format, owner=obj)
    found = dict(found)
    if not eval_str:
        return found
    if globals is None:
        globals = getattr(obj, '__globals__', None)
        if globals is None:
            globals = vars(obj) if isinstance(obj, _types.ModuleType) else vars(_sys.modules[obj.__module__])
    if locals is None and isinstance(obj, type):
        locals = dict(vars(obj))
    return {name: eval(value, globals, locals) if isinstance(value, str) else value for name, value in found.items()}
`;
