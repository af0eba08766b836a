/** Classes and functions that random programs use; each program begins with those that it mentions. */

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
  return ['import gc, sys, weakref', 'rc = sys.getrefcount', 'gc.disable()', ...used].join('\n');
}
