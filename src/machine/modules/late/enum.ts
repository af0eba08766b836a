/** The part of `enum` that is written in Python: one text, and so longer than other files. */
export const enumSource = `
import sys as _sys

_IS_3_11 = _sys.version_info < (3, 12)
class auto:
    def __init__(self, value=None):
        self.value = value


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == '__'


def _is_descriptor(value):
    return hasattr(type(value), '__get__') or hasattr(type(value), '__set__')


class _Namespace(dict):
    def __init__(self, name):
        super().__init__()
        self._cls_name = name
        self._member_names = []
        self._ignore = []
        self._next_value = None
        self._values = []

    def __setitem__(self, key, value):
        if key == '_ignore_':
            self._ignore = value.replace(',', ' ').split() if isinstance(value, str) else list(value)
        elif key == '_generate_next_value_':
            self._next_value = value.__func__ if isinstance(value, staticmethod) else value
        elif isinstance(value, nonmember):
            value = value.value
        elif _is_dunder(key) or key.startswith('_') or key in self._ignore:
            pass
        elif isinstance(value, member) or not (_is_descriptor(value) or isinstance(value, type)):
            if isinstance(value, member):
                value = value.value
            if key in self._member_names:
                raise TypeError(f'{key!r} already defined as {self[key]!r}')
            value = self._resolved(key, value)
            self._member_names.append(key)
            self._values.append(value)
        elif key in self._member_names:
            raise TypeError(f'{key!r} already defined as {self[key]!r}')
        super().__setitem__(key, value)

    def _resolved(self, key, value):
        if isinstance(value, auto):
            return self._automatic(key, value)
        if isinstance(value, tuple) and any(isinstance(part, auto) for part in value):
            return tuple([self._automatic(key, part) if isinstance(part, auto) else part for part in value])
        return value

    def _automatic(self, key, value):
        if value.value is None:
            value.value = self._next_value(key, 1, len(self._member_names), self._values[:])
        return value.value


class EnumType(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kwargs):
        namespace = _Namespace(name)
        for base in bases:
            inherited = getattr(base, '_generate_next_value_', None)
            if inherited is not None:
                namespace._next_value = inherited
                break
        return namespace

    def __new__(mcls, name, bases, namespace, **kwargs):
        names = namespace._member_names
        values = {key: namespace[key] for key in names}
        body = {key: value for key, value in namespace.items() if key not in values and key != '_ignore_'}
        for base in bases:
            if getattr(base, '_member_map_', None):
                raise TypeError(f'<enum {name!r}> cannot extend {base!r}')
        if '_generate_next_value_' in body and not isinstance(body['_generate_next_value_'], staticmethod):
            body['_generate_next_value_'] = staticmethod(body['_generate_next_value_'])
        own_new = body.pop('__new__', None)
        cls = super().__new__(mcls, name, bases, body, **kwargs)
        cls._member_names_ = []
        cls._member_map_ = {}
        cls._value2member_map_ = {}
        data_type = _data_type(cls)
        if own_new is not None:
            cls._new_member_ = own_new
        if data_type is not None:
            parent = [base for base in cls.__mro__[1:] if isinstance(base, EnumType)]
            for method in ('__repr__', '__str__', '__format__'):
                if parent and method not in body and getattr(cls, method) is getattr(data_type, method):
                    type.__setattr__(cls, method, getattr(parent[0], method))
        for key in names:
            _add_member(cls, key, values[key], data_type)
        if names and issubclass(cls, Flag):
            cls._flag_mask_ = 0
            for each in cls._member_map_.values():
                cls._flag_mask_ |= each._value_
        return cls

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1):
        if names is None and cls._member_map_:
            return cls._look_up(value)
        if names is None:
            raise TypeError(f'{cls!r} has no members')
        return cls._from_names(value, names, start, module)

    def _from_names(cls, name, names, start, module):
        namespace = EnumType.__prepare__(name, (cls,))
        if isinstance(names, str):
            names = names.replace(',', ' ').split()
        if isinstance(names, dict):
            names = list(names.items())
        values = []
        for index, item in enumerate(names):
            if isinstance(item, str):
                item = (item, cls._generate_next_value_(item, start, index, values[:]))
            values.append(item[1])
            namespace[item[0]] = item[1]
        namespace['__module__'] = module or '__main__'
        namespace['__qualname__'] = name
        return EnumType.__new__(EnumType, name, (cls,), namespace)

    def _look_up(cls, value):
        if isinstance(value, cls):
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for each in cls._member_map_.values():
                if each._value_ == value:
                    return each
        result = cls._missing_(value)
        if isinstance(result, cls):
            return result
        if result is not None:
            raise TypeError(f'error in {cls.__name__}._missing_: returned {result!r} '
                            'instead of None or a valid member')
        raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        if _IS_3_11:
            raise TypeError(f"unsupported operand type(s) for 'in': {value.__class__.__qualname__!r} and "
                            f'{cls.__class__.__qualname__!r}')
        try:
            return value in cls._value2member_map_
        except TypeError:
            return any(each._value_ == value for each in cls._member_map_.values())

    def __setattr__(cls, name, value):
        if name in getattr(cls, '_member_map_', ()):
            raise AttributeError(f'cannot reassign member {name!r}')
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in getattr(cls, '_member_map_', ()):
            raise AttributeError(f'{cls.__name__!r} cannot delete member {name!r}.')
        super().__delattr__(name)

    @property
    def __members__(cls):
        return dict(cls._member_map_)

    def __repr__(cls):
        return f'<flag {cls.__name__!r}>' if issubclass(cls, Flag) else f'<enum {cls.__name__!r}>'


if _IS_3_11:
    def _no_attribute(cls, name):
        raise AttributeError(name)
    EnumType.__getattr__ = _no_attribute

EnumMeta = EnumType


def _data_type(cls):
    for base in cls.__mro__[1:]:
        if base in (int, str, float, bytes, tuple):
            return base
    return None


def _add_member(cls, name, value, data_type):
    args = value if isinstance(value, tuple) else (value,)
    maker = getattr(cls, '_new_member_', None)
    if maker is not None:
        made = maker(cls, *args)
    elif data_type is None:
        made = object.__new__(cls)
    else:
        made = data_type.__new__(cls, *args)
    if not hasattr(made, '_value_'):
        made._value_ = value if data_type in (None, tuple) or maker is not None else data_type(*args)
    made._name_ = name
    made.__objclass__ = cls
    made._sort_order_ = len(cls._member_names_)
    if cls.__init__ is not getattr(data_type or object, '__init__'):
        made.__init__(*args)
    for existing in cls._member_map_.values():
        if existing._value_ == made._value_:
            made = existing
            break
    else:
        if not issubclass(cls, Flag) or _is_single(made._value_):
            cls._member_names_.append(name)
    type.__setattr__(cls, name, made)
    cls._member_map_[name] = made
    try:
        cls._value2member_map_.setdefault(made._value_, made)
    except TypeError:
        pass


def _is_single(value):
    return isinstance(value, int) and value > 0 and value & (value - 1) == 0


class _Value:
    def __init__(self, field):
        self.field = field

    def __get__(self, instance, owner=None):
        if instance is None:
            member = owner._member_map_.get(self.field.strip('_'))
            if member is None:
                raise AttributeError(f'{owner!r} has no attribute {self.field.strip("_")!r}')
            return member
        return getattr(instance, self.field)

    def __set__(self, instance, value):
        raise AttributeError(f"<enum 'Enum'> cannot set attribute {self.field.strip('_')!r}")


class Flag:
    pass


class Enum(metaclass=EnumType):
    name = _Value('_name_')
    value = _Value('_value_')

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        return max(last_values) + 1

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        return f'<{self.__class__.__name__}.{self._name_}: {self._value_!r}>'

    def __str__(self):
        return f'{self.__class__.__name__}.{self._name_}'

    def __format__(self, spec):
        return format(str(self), spec)

    def __hash__(self):
        return hash(self._name_)

    def __eq__(self, other):
        return self is other

    def __dir__(self):
        return ['__class__', '__doc__', '__module__', 'name', 'value']

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return (self.__class__, (self._value_,))


class ReprEnum(Enum):
    pass


class IntEnum(int, ReprEnum):
    __repr__ = Enum.__repr__
    __str__ = int.__repr__
    __hash__ = int.__hash__
    __eq__ = int.__eq__

    def __format__(self, spec):
        return int.__format__(self, spec)


class StrEnum(str, ReprEnum):
    __repr__ = Enum.__repr__
    __hash__ = str.__hash__
    __eq__ = str.__eq__

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    def __str__(self):
        return str.__str__(self)

    def __format__(self, spec):
        return str.__format__(self, spec)


class Flag(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        highest = max(last_values)
        return 1 << highest.bit_length()

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        mask = cls._flag_mask_
        if _IS_3_11 and not issubclass(cls, int):
            value &= mask
        if value & ~mask and value >= 0 and not issubclass(cls, int):
            bits = max(value.bit_length(), mask.bit_length())
            raise ValueError(f'{cls!r} invalid value {value!r}\\n'
                             f'    given 0b0 {value:0{bits}b}\\n  allowed 0b0 {mask:0{bits}b}')
        if value < 0:
            value = max(mask + 1, 2 ** value.bit_length()) + value
            if not issubclass(cls, int):
                value &= mask
        made = int.__new__(cls, value) if issubclass(cls, int) else object.__new__(cls)
        made._value_ = value
        names = [each._name_ for each in cls if each._value_ & value]
        if names and value & ~mask:
            names.append(str(value & ~mask))
        made._name_ = '|'.join(names) or None
        made._sort_order_ = -1
        cls._value2member_map_[value] = made
        return made

    def __repr__(self):
        if self._name_ is None:
            return f'<{self.__class__.__name__}: {self._value_!r}>'
        return f'<{self.__class__.__name__}.{self._name_}: {self._value_!r}>'

    def __str__(self):
        if self._name_ is None:
            return f'{self.__class__.__name__}({self._value_!r})'
        return f'{self.__class__.__name__}.{self._name_}'

    def __bool__(self):
        return bool(self._value_)

    def __hash__(self):
        return hash(self._value_)

    def __contains__(self, other):
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        for each in self.__class__:
            if each._value_ & self._value_:
                yield each

    def __len__(self):
        return self._value_.bit_count()

    def _other(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if isinstance(self, int) and isinstance(other, int):
            return other
        return None

    def __or__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else self.__class__(self._value_ ^ value)

    def __invert__(self):
        return self.__class__(self.__class__._flag_mask_ & ~self._value_)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__


class IntFlag(int, Flag):
    __hash__ = int.__hash__
    __eq__ = int.__eq__
    __str__ = int.__repr__

    def __format__(self, spec):
        return int.__format__(self, spec)

    __or__ = Flag.__or__
    __and__ = Flag.__and__
    __xor__ = Flag.__xor__
    __invert__ = Flag.__invert__
    __ror__ = Flag.__or__
    __rand__ = Flag.__and__
    __rxor__ = Flag.__xor__
    __repr__ = Flag.__repr__
    __bool__ = Flag.__bool__


def unique(enumeration):
    duplicates = [(name, each._name_) for name, each in enumeration._member_map_.items() if name != each._name_]
    if duplicates:
        details = ', '.join([f'{alias} -> {name}' for alias, name in duplicates])
        raise ValueError(f'duplicate values found in {enumeration!r}: {details}')
    return enumeration


class EnumCheck(StrEnum):
    CONTINUOUS = 'no skipped integer values'
    NAMED_FLAGS = 'multi-flag aliases may not contain unnamed flags'
    UNIQUE = 'one name per value'


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                self._unique(enumeration)
            elif check is CONTINUOUS:
                self._continuous(enumeration)
            elif check is NAMED_FLAGS:
                self._named(enumeration)
        return enumeration

    def _unique(self, enumeration):
        aliases = [f'{name} -> {each.name}' for name, each in enumeration.__members__.items() if name != each.name]
        if aliases:
            raise ValueError(f'aliases found in {enumeration!r}: {", ".join(aliases)}')

    def _continuous(self, enumeration):
        values = {each.value for each in enumeration}
        if len(values) < 2:
            return
        low, high = min(values), max(values)
        if issubclass(enumeration, Flag):
            missing = [2 ** bit for bit in range(low.bit_length(), high.bit_length()) if 2 ** bit not in values]
        else:
            missing = [value for value in range(low + 1, high) if value not in values]
        if missing:
            raise ValueError(f'invalid {"flag" if issubclass(enumeration, Flag) else "enum"} '
                             f'{enumeration.__name__!r}: missing values {", ".join(map(str, missing))}')

    def _named(self, enumeration):
        single = {each._value_ for each in enumeration}
        broken = [(name, alias._value_) for name, alias in enumeration.__members__.items()
                  if alias._value_ > 0 and any(alias._value_ & bit and bit not in single
                                               for bit in [1 << i for i in range(alias._value_.bit_length())])]
        if broken:
            missing = 0
            for _, value in broken:
                missing |= value & ~enumeration._flag_mask_
            names = [name for name, _ in broken]
            aliases = (f'alias {names[0]} is missing' if len(names) == 1 else
                       f'aliases {", ".join(names[:-1])} and {names[-1]} are missing')
            raise ValueError(f'invalid Flag {enumeration.__name__!r}: {aliases} combined values of '
                             f'0x{missing:x} [use enum.show_flag_values(value) for details]')

`;
