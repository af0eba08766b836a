/** The module json. */
import type { Machine, NativeCall, NativeModule } from '../native.ts';
import { bytesOf } from '../types/bytes-like.ts';
import { decodeBytes } from '../text/text-encoding.ts';
import { isAtLeast } from '../types/versions.ts';
import { buildJson } from './json/build.ts';
import { JsonSyntaxError, parseJson, type JsonTree } from './json/parse.ts';
import { writeJson } from './json/write.ts';

const source = `
class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        lineno = doc.count('\\n', 0, pos) + 1
        colno = pos - doc.rfind('\\n', 0, pos)
        ValueError.__init__(self, '%s: line %d column %d (char %d)' % (msg, lineno, colno, pos))
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno


class JSONEncoder:
    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True,
                 sort_keys=False, indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ','
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f'Object of type {o.__class__.__name__} is not JSON serializable')

    def encode(self, o):
        return _write(o, self.skipkeys, self.ensure_ascii, self.allow_nan, self.sort_keys, self.indent,
                      self.item_separator, self.key_separator, self.default)

    def iterencode(self, o):
        yield self.encode(o)


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
                 strict=True, object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float
        self.parse_int = parse_int
        self.parse_constant = parse_constant
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        return _parse(s, JSONDecodeError, self.strict, self.object_hook, self.object_pairs_hook,
                      self.parse_float, self.parse_int, self.parse_constant)


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None,
          indent=None, separators=None, default=None, sort_keys=False, **kw):
    if cls is not None or kw:
        return (cls or JSONEncoder)(
            skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular,
            allow_nan=allow_nan, indent=indent, separators=separators, default=default,
            sort_keys=sort_keys, **kw).encode(obj)
    if separators is not None:
        item_separator, key_separator = separators
    else:
        item_separator, key_separator = ', ' if indent is None else ',', ': '
    return _write(obj, skipkeys, ensure_ascii, allow_nan, sort_keys, indent, item_separator,
                  key_separator, default)


def dump(obj, fp, **kw):
    fp.write(dumps(obj, **kw))


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
          object_pairs_hook=None, strict=True, **kw):
    if cls is not None:
        if object_hook is not None:
            kw['object_hook'] = object_hook
        if object_pairs_hook is not None:
            kw['object_pairs_hook'] = object_pairs_hook
        return cls(**kw).decode(s)
    return _parse(s, JSONDecodeError, strict, object_hook, object_pairs_hook, parse_float, parse_int,
                  parse_constant)


def load(fp, **kw):
    return loads(fp.read(), **kw)
`;

function sourceText(m: Machine, id: number): string {
  if (m.isStr(id)) return m.strValue(id);
  const bytes = bytesOf(m, id);
  if (bytes !== null) return decodeBytes(bytes, 'utf-8', 'replace');
  return m.raise('TypeError', `the JSON object must be str, bytes or bytearray, not ${m.typeName(id)}`);
}

/** _parse(text, error type, strict, object_hook, object_pairs_hook, parse_float, parse_int, parse_constant) */
const parse: NativeCall = (m, args) => {
  const [textId, errorType, strict, ...hookIds] = args;
  const text = sourceText(m, textId);
  const [object, objectPairs, float, int, constant] = hookIds.map((id) => (id === m.none ? 0 : id));
  let tree: JsonTree;
  try {
    tree = parseJson(text, isAtLeast(m, 13), m.truth(strict));
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    return raiseDecodeError(m, errorType, error, text);
  }
  return buildJson(m, tree, { object, objectPairs, float, int, constant });
};

function raiseDecodeError(m: Machine, type: number, error: JsonSyntaxError, document: string): never {
  const position = Array.from(document.slice(0, error.at)).length;
  const args = [m.str(error.message), m.str(document), m.int(position)];
  try {
    return m.raiseObject(m.call(type, args));
  } finally {
    for (const id of args) m.heap.decref(id);
  }
}

/** _write(obj, skipkeys, ensure_ascii, allow_nan, sort_keys, indent, item_separator, key_separator, default) */
const write: NativeCall = (m, args) => {
  const [value, skipKeys, ensureAscii, allowNan, sortKeys, indent, item, key, otherwise] = args;
  const text = writeJson(m, value, {
    skipKeys: m.truth(skipKeys),
    ensureAscii: m.truth(ensureAscii),
    allowNan: m.truth(allowNan),
    sortKeys: m.truth(sortKeys),
    indent: indentation(m, indent),
    itemSeparator: m.toStr(item),
    keySeparator: m.toStr(key),
    otherwise: otherwise === m.none ? 0 : otherwise,
  });
  return m.str(text);
};

function indentation(m: Machine, id: number): string | null {
  if (id === m.none) return null;
  return m.isStr(id) ? m.strValue(id) : ' '.repeat(Math.max(0, m.indexNumber(id)));
}

export const jsonModule: NativeModule = {
  name: 'json',
  functions: { _parse: parse, _write: write },
  source,
};
