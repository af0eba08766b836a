/** Classes and functions that random programs use; each program begins with those that it mentions. */

/** What programs import, and the names that tell so. */
const IMPORTS: Readonly<Record<string, readonly string[]>> = {
  collections: ['deque', 'defaultdict', 'OrderedDict', 'ChainMap', 'Counter', 'namedtuple'],
  functools: ['lru_cache', 'partial', 'cached_property', 'reduce', 'wraps'],
  contextlib: ['contextmanager', 'suppress', 'ExitStack', 'closing', 'nullcontext'],
  dataclasses: ['dataclass', 'field', 'fields', 'replace', 'astuple'],
  enum: ['Enum', 'auto'],
  abc: ['ABC', 'abstractmethod'],
};

const PIECES: readonly (readonly [name: string, source: string])[] = [
  [
    'N',
    `class N:
    def __init__(self, name):
        self.name = name
        self.children = []
    def __del__(self):
        print('~', self.name)`,
  ],
  ['saved', `saved = []`],
  [
    'Resurrected',
    `class Resurrected(N):
    def __del__(self):
        print('~ saved', self.name)
        saved.append(self)`,
  ],
  [
    'Cutting',
    `class Cutting(N):
    def __del__(self):
        print('~ cuts', self.name)
        self.x = None
        self.children.clear()`,
  ],
  [
    'Failing',
    `class Failing(N):
    def __del__(self):
        print('~ fails', self.name)
        raise ValueError(self.name)`,
  ],
  [
    'Collecting',
    `class Collecting(N):
    def __del__(self):
        print('~ collects', self.name, gc.collect())`,
  ],
  [
    'Making',
    `class Making(N):
    def __del__(self):
        print('~ makes', self.name)
        self.children.append([self])`,
  ],
  [
    'Looking',
    `class Looking(N):
    seen = None
    def __del__(self):
        print('~ looks', self.name, self.seen is not None and self.seen() is not None)`,
  ],
  [
    'Hashed',
    `class Hashed(N):
    def __hash__(self):
        return self.name`,
  ],
  [
    'Logged',
    `class Logged:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        seen.append(self.name)`,
  ],
  ['P', `class P:\n    pass`],
  [
    'S',
    `class S:
    __slots__ = ('b', 'a', '__weakref__')`,
  ],
  ['ListOf', `class ListOf(list):\n    pass`],
  ['DictOf', `class DictOf(dict):\n    pass`],
  [
    'tree',
    `def tree(depth, width, parents):
    node = N(100 * depth + width)
    if depth > 0:
        for _ in range(width):
            child = tree(depth - 1, width, parents)
            if parents:
                child.parent = node
            node.children.append(child)
    return node`,
  ],
  [
    'note',
    `def note(label):
    def callback(reference):
        print('callback', label, reference() is None)
    return callback`,
  ],
  ['passing', `def passing(value):\n    return value`],
  [
    'holding',
    `def holding(first, second):
    print('counts', rc(first), rc(second))
    return [first, second]`,
  ],
  [
    'locals_of',
    `def locals_of(value, label):
    third = N(label + 3)
    first = N(label + 1)
    second = [value, N(label + 2)]
    return value`,
  ],
  [
    'closing_over',
    `def closing_over(value, label):
    own = N(label)
    def inner():
        return (value, own)
    return inner`,
  ],
  [
    'recursive',
    `def recursive(value):
    def inner(depth):
        return inner(depth - 1) if depth else value
    inner(2)
    return inner`,
  ],
  [
    'raising',
    `def raising(value, label):
    own = N(label)
    raise ValueError(value)`,
  ],
  [
    'two_deep',
    `def two_deep(value, label):
    outer = N(label + 50)
    raising(value, label)`,
  ],
  [
    'numbers',
    `def numbers(value, label):
    own = N(label)
    try:
        yield value
        yield own
        yield [own]
    finally:
        print('finally', label)`,
  ],
  [
    'plain_numbers',
    `def plain_numbers(value, label):
    own = N(label)
    yield value
    yield own`,
  ],
  [
    'keeping',
    `def keeping(value, label):
    try:
        yield value
    finally:
        print('kept', label)
        saved.append(value)`,
  ],
  [
    'enclose',
    `def enclose(value):
    return lambda: value`,
  ],
  [
    'count_to',
    `def count_to(value):
    own = [value]
    yield own`,
  ],
  [
    'ListWithSlots',
    `class ListWithSlots(list):
    __slots__ = ('kept', '__weakref__')`,
  ],
  [
    'ListWithDel',
    `class ListWithDel(list):
    def __del__(self):
        print('~ list', len(self), hasattr(self, 'kept'))`,
  ],
  [
    'DictWithSlots',
    `class DictWithSlots(dict):
    __slots__ = ('kept', '__weakref__')`,
  ],
  [
    'DictWithDel',
    `class DictWithDel(dict):
    def __del__(self):
        print('~ dict', len(self), hasattr(self, 'kept'))`,
  ],
  ['SetOf', `class SetOf(set):\n    pass`],
  [
    'SetWithDel',
    `class SetWithDel(set):
    def __del__(self):
        print('~ set', len(self), hasattr(self, 'kept'))`,
  ],
  ['TupleOf', `class TupleOf(tuple):\n    pass`],
  [
    'TupleWithDel',
    `class TupleWithDel(tuple):
    def __del__(self):
        print('~ tuple', len(self), hasattr(self, 'kept'))`,
  ],
  ['TupleWithSlots', `class TupleWithSlots(tuple):\n    __slots__ = ()`],
  [
    'slots',
    `def slots(value):
    base = next(each for each in (list, set, deque) if isinstance(value, each))
    word = sys.getsizeof([None, None]) - sys.getsizeof([None])
    return (sys.getsizeof(value) - sys.getsizeof(base())) // word`,
  ],
  ['boxing', `def boxing(value):\n    return [value]`],
  ['collecting', `def collecting(*values, **others):\n    return [values, others]`],
  [
    'counting',
    `def counting(first, *rest, **others):
    print('counting', rc(first), rest and rc(rest), rc(others))`,
  ],
  [
    'Computed',
    `class Computed:
    def __init__(self, name=0):
        self.name = name
    @cached_property
    def made(self):
        return [self, self.name]
    @property
    def own(self):
        return self.__dict__.get('kept')
    @own.setter
    def own(self, value):
        self.kept = value
    @own.deleter
    def own(self):
        self.__dict__.pop('kept', None)
    @classmethod
    def create(cls):
        return cls()
    @staticmethod
    def helper(value):
        print('helped', rc(value) > 0)
    def keep(self, value):
        self.last = value
    def __del__(self):
        print('~ computed', self.name)`,
  ],
  [
    'Slot',
    `class Slot:
    def __set_name__(self, owner, name):
        self.name = '_' + name
    def __get__(self, instance, owner):
        return getattr(instance, self.name, None)
    def __set__(self, instance, value):
        setattr(instance, self.name, value)
    def __delete__(self, instance):
        instance.__dict__.pop(self.name, None)`,
  ],
  [
    'Described',
    `class Described:
    field = Slot()
    def __getattr__(self, name):
        if name == 'missing':
            return [self]
        raise AttributeError(name)`,
  ],
  [
    'wrapping',
    `def wrapping(function):
    @wraps(function)
    def inner(*values):
        return function(*values)
    return inner`,
  ],
  [
    'Guard',
    `class Guard:
    def __init__(self, name, swallows):
        self.name, self.swallows = name, swallows
    def __enter__(self):
        print('enter', self.name)
        return self
    def __exit__(self, kind, error, traceback):
        print('exit', self.name, kind and kind.__name__, rc(self))
        self.error = error
        return self.swallows
    def __del__(self):
        print('~ guard', self.name)`,
  ],
  [
    'managed',
    `@contextmanager
def managed(value, label):
    own = N(label)
    try:
        yield own
    finally:
        print('left', label, rc(own))`,
  ],
  [
    'leaving',
    `def leaving(value, label, other):
    with Guard(label, False) as entered:
        own = N(other)
        return [entered, value]`,
  ],
  ['Failure', `class Failure(Exception):\n    def __del__(self):\n        print('~ failure', len(self.args))`],
  ['FailureWithSlots', `class FailureWithSlots(ValueError):\n    __slots__ = ('kept',)`],
  [
    'failing',
    `def failing(value, label):
    own = [N(label)]
    try:
        raise KeyError(value)
    except KeyError as error:
        raise ValueError(label) from error`,
  ],
  [
    'depth_of',
    `def depth_of(traceback):
    depth = 0
    while traceback is not None:
        depth, traceback = depth + 1, traceback.tb_next
    return depth`,
  ],
  [
    'swallowing',
    `def swallowing(value, label):
    own = N(label)
    try:
        raise ValueError(own)
    finally:
        return value`,
  ],
  [
    'chain_of',
    `def chain_of(depth, label):
    own = N(label + depth)
    try:
        if depth:
            return chain_of(depth - 1, label)
        raise ValueError(own)
    except ValueError as error:
        last = error
    return last`,
  ],
  [
    'catching',
    `def catching(value, label):
    own = N(label)
    for _ in range(4):
        try:
            yield value
        except ValueError as error:
            print('caught in', label, rc(error))
            value = own
        finally:
            print('round', label)`,
  ],
  [
    'receiving',
    `def receiving(value, label):
    own = N(label)
    got = yield value
    more = [(yield got), (yield own)]
    return more`,
  ],
  [
    'delegating',
    `def delegating(value, label):
    result = yield from receiving(value, label)
    print('result', label, rc(result))
    yield result`,
  ],
  [
    'stubborn',
    `def stubborn(value, label):
    own = N(label)
    try:
        yield value
    finally:
        yield own
        print('after', label)`,
  ],
  [
    'from_other',
    `def from_other(other, label):
    own = N(label)
    try:
        result = yield from other
        yield result
    except KeyError as error:
        yield error`,
  ],
  [
    'advance',
    `def advance(generator):
    try:
        return next(generator, None)
    except Exception as error:
        print('failed', type(error).__name__)`,
  ],
  [
    'send',
    `def send(generator, value):
    try:
        return generator.send(value)
    except (Exception, GeneratorExit) as error:
        print('sent', type(error).__name__, error.args and type(error.args[0]).__name__)`,
  ],
  [
    'throw',
    `def throw(generator, error):
    try:
        return generator.throw(error)
    except (Exception, GeneratorExit) as error:
        print('thrown', type(error).__name__)`,
  ],
  [
    'shut',
    `def shut(generator):
    try:
        print('closed', type(generator.close()).__name__)
    except Exception as error:
        print('not closed', type(error).__name__)`,
  ],
  [
    'boxed',
    `def boxed(held):
    def get():
        try:
            return held
        except NameError:
            print('empty')
    def put(value):
        nonlocal held
        held = value
    def drop():
        nonlocal held
        held = None
        del held
    def count():
        try:
            print('held', rc(held) > 0)
        except NameError:
            print('nothing held')
    return get, put, drop, count`,
  ],
  [
    'nesting',
    `def nesting(value, label):
    own = N(label)
    def middle():
        inner_own = [own]
        def inner():
            return value, own, inner_own
        return inner
    return middle()`,
  ],
  [
    'mutual',
    `def mutual(value, label):
    own = N(label)
    def even():
        return odd, own
    def odd():
        return even, value`,
  ],
  [
    'looped',
    `def looped(count, label):
    made = []
    for each in range(count):
        own = N(label + each)
        made.append(lambda value=each: (own, each))
    return made`,
  ],
  [
    'with_class_cell',
    `def with_class_cell(label):
    class Local(N):
        def __init__(self):
            super().__init__(label)
    return Local()`,
  ],
  [
    'deleting',
    `def deleting(value, label):
    own = N(label)
    def inner():
        return own
    result = [inner]
    del own
    print('deleted', rc(inner), rc(result))
    own = value
    return result`,
  ],
  [
    'held_in_comprehension',
    `def held_in_comprehension(values):
    return [lambda: (each, values) for each in values[:3]]`,
  ],
  [
    'Record',
    `@dataclass(eq=False)
class Record:
    first: object
    second: object = None
    children: list = field(default_factory=list)`,
  ],
  [
    'SlottedRecord',
    `@dataclass(slots=True)
class SlottedRecord:
    first: object
    second: object = None
    children: list = field(default_factory=list, compare=False, repr=False)`,
  ],
  [
    'FrozenRecord',
    `@dataclass(frozen=True, eq=False)
class FrozenRecord:
    first: object
    second: object = None
    children: list = field(default_factory=list)`,
  ],
  ['Pair', `Pair = namedtuple('Pair', 'left right')`],
  ['Colour', `class Colour(Enum):\n    RED = 1\n    BLUE = 2`],
  [
    'matching',
    `def matching(value):
    match value:
        case None:
            print('none')
        case int() | str():
            print('atom')
        case [first, *rest] if first is value:
            print('own', rc(first), len(rest))
        case (one, two) | [one, two, _]:
            print('two', rc(value), rc(one) > 0)
        case []:
            print('empty')
        case [*several]:
            print('several', rc(several))
        case {'a': N(name=name) as node}:
            print('node', name, rc(node))
        case {'a': other, **rest}:
            print('mapping', rc(rest))
        case Record(first=first, second=None):
            print('record', rc(first) > 0)
        case N(children=[N() as child, *_]):
            print('child', rc(child), rc(value))
        case N(name=name):
            print('leaf', name, rc(value))
        case other:
            print('other', rc(other))`,
  ],
  [
    'LabelledReference',
    `class LabelledReference(weakref.ref):
    __slots__ = ('label',)`,
  ],
  ['Copied', `class Copied(N):\n    pass`],
  [
    'Stateful',
    `class Stateful(N):
    def __getstate__(self):
        return {'name': self.name + 1000, 'children': self.children}
    def __setstate__(self, state):
        self.__dict__.update(state)`,
  ],
  [
    'Reduced',
    `class Reduced(N):
    def __reduce__(self):
        return Reduced, (self.name + 2000,), {'kept': self.children}`,
  ],
  [
    'SlottedState',
    `class SlottedState:
    __slots__ = ('name', 'x', '__weakref__')
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print('~ slotted', self.name)`,
  ],
  [
    'copied',
    `def copied(function, value):
    try:
        return function(value)
    except TypeError as error:
        print(error)`,
  ],
  [
    'Meta',
    `class Meta(type):
    def __new__(meta, name, bases, namespace):
        made = super().__new__(meta, name, bases, namespace)
        made.made_by = meta
        return made
    def __del__(cls):
        print('~ class', cls.__name__)`,
  ],
  ['Base', `class Base:\n    pass`],
  [
    'Hooked',
    `class Hooked:
    registered = weakref.WeakSet()
    def __init_subclass__(cls, kept=None, **rest):
        super().__init_subclass__(**rest)
        cls.inherited = kept
        cls.registered.add(cls)`,
  ],
  [
    'Naming',
    `class Naming:
    def __init__(self, value):
        self.value = value
    def __set_name__(self, owner, name):
        self.owner = owner
        self.name = name`,
  ],
  [
    'made_of',
    `def made_of(cls):
    try:
        return cls()
    except TypeError as error:
        print('not made', type(error).__name__)`,
  ],
  [
    'local_class',
    `def local_class(value):
    class Local:
        kept = value
        def method(self):
            return __class__, value
    return Local()`,
  ],
  [
    'generic_class',
    `def generic_class(value):
    class Generic:
        def __class_getitem__(cls, item):
            return [cls, item]
    return Generic[value]`,
  ],
  // A class is a 'type' whatever its metaclass: the abstract classes of the library have none here.
  [
    'kinds_of',
    `def kinds_of(values):
    return ['type' if isinstance(each, type) else type(each).__name__ for each in values]`,
  ],
  [
    'kinds_of_objects',
    `def kinds_of_objects():
    names = kinds_of(gc.get_objects())
    return sorted((name, names.count(name)) for name in set(names))`,
  ],
  // What the library makes for such a class is its own affair: functions, cells and dicts differ.
  ['(?:Record|SlottedRecord|FrozenRecord|Pair|Colour|matching)', `gc.collect()\ngc.freeze()`],
  ['objects', `def objects():\n    return len(gc.get_objects())\nobjects()\nobjects_before = objects()`],
  [
    'stats',
    `def stats():
    return [(each['collections'], each['collected']) for each in gc.get_stats()]
stats_before = stats()`,
  ],
];

/** Imports, the pieces whose names occur (a piece may mention earlier ones), a disabled collector. */
export function preludeFor(program: string): string {
  let text = program;
  const used: string[] = [];
  for (const [name, source] of [...PIECES].reverse()) {
    if (!new RegExp(`\\b${name}\\b`).test(text)) continue;
    used.unshift(source);
    text = `${source}\n${text}`;
  }
  const isUsed = (name: string) => new RegExp(`\\b${name}\\b`).test(text);
  const imports = Object.entries(IMPORTS).flatMap(([module, names]) => {
    const used = names.filter((name) => isUsed(name));
    return used.length ? [`from ${module} import ${used.join(', ')}`] : [];
  });
  if (/\bcopy\.(copy|deepcopy)\b/.test(text)) imports.push('import copy');
  return ['import gc, sys, weakref', 'rc = sys.getrefcount', 'gc.disable()', ...imports, ...used].join('\n');
}
