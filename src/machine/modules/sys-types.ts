/** The types of what lies in sys: version_info, implementation, the standard streams. */
import { Kind } from '../../heap/kinds.ts';
import type { Machine, NativeProperty, TypeDeclaration } from '../native.ts';
import { UNRAISABLE_FIELDS } from '../unraisable.ts';

const VERSION_FIELDS = ['major', 'minor', 'micro', 'releaselevel', 'serial'] as const;

function itemProperty(at: number): NativeProperty {
  return {
    get(m, self) {
      const item = m.items(self)[at];
      m.heap.incref(item);
      return item;
    },
  };
}

/** A tuple whose items have names, too. Source: CPython Objects/structseq.c. */
function structSequence(name: string, module: string, fields: readonly string[]): TypeDeclaration {
  const shownName = module === 'builtins' ? name : `${module}.${name}`;
  return {
    name,
    module,
    kind: Kind.TUPLE,
    base: 'tuple',
    properties: Object.fromEntries(fields.map((field, at) => [field, itemProperty(at)])),
    slots: {
      repr: (m, self) =>
        `${shownName}(${m
          .items(self)
          .map((item, at) => `${fields[at]}=${m.repr(item)}`)
          .join(', ')})`,
    },
  };
}

export const versionInfoType = structSequence('version_info', 'sys', VERSION_FIELDS);
export const hookArgumentsType = structSequence('UnraisableHookArgs', 'builtins', UNRAISABLE_FIELDS);

/** Body of a record: values by name, owned through its slots. */
export interface RecordBody {
  readonly names: readonly string[];
}

/** A namespace of fixed names: sys.implementation, sys.float_info. */
export const recordType: TypeDeclaration = {
  name: 'record',
  module: 'sys',
  kind: Kind.RECORD,
  slots: {
    getAttribute(m, self, name) {
      const at = (m.heap.body[self] as RecordBody).names.indexOf(name);
      if (at < 0) m.raise('AttributeError', `'types.SimpleNamespace' object has no attribute '${name}'`);
      const value = m.heap.slots[self]![at];
      m.heap.incref(value);
      return value;
    },
    repr(m, self) {
      const { names } = m.heap.body[self] as RecordBody;
      return `namespace(${names.map((name, at) => `${name}=${m.repr(m.heap.slots[self]![at])}`).join(', ')})`;
    },
  },
};

/** A record of owned values. */
export function newRecord(m: Machine, fields: Readonly<Record<string, number>>): number {
  const body: RecordBody = { names: Object.keys(fields) };
  return m.object(Kind.RECORD, 'sys.record', Object.values(fields), body);
}

/** Body of a stream. */
interface StreamBody {
  readonly name: string;
  write(m: Machine, text: string): void;
}

/** stdin, stdout and stderr. */
export const streamType: TypeDeclaration = {
  name: 'TextIOWrapper',
  module: '_io',
  kind: Kind.RECORD,
  slots: {
    repr: (m, self) => `<_io.TextIOWrapper name='${(m.heap.body[self] as StreamBody).name}' mode='w' encoding='utf-8'>`,
  },
  methods: {
    write(m, args, names) {
      m.expectArguments('write', args.slice(1), names, 1);
      const [self, text] = args;
      if (!m.isStr(text)) m.raise('TypeError', `write() argument must be str, not ${m.typeName(text)}`);
      (m.heap.body[self] as StreamBody).write(m, m.strValue(text));
      return m.int([...m.strValue(text)].length);
    },
    writelines(m, [self, lines]) {
      m.forEach(lines, (line) => (m.heap.body[self] as StreamBody).write(m, m.strValue(line)));
      return m.none;
    },
    flush: (m) => m.none,
    isatty: (m) => m.false_,
    readable: (m) => m.false_,
    writable: (m) => m.true_,
    fileno: (m) => m.raise('OSError', 'the simulator has no file descriptors'),
    readline: (m) => m.str(''),
    read: (m) => m.str(''),
  },
  properties: {
    name: { get: (m, self) => m.str((m.heap.body[self] as StreamBody).name) },
    encoding: { get: (m) => m.intern('utf-8') },
    closed: { get: (m) => m.false_ },
  },
};

export function newStream(m: Machine, name: string, write: (m: Machine, text: string) => void): number {
  const body: StreamBody = { name, write };
  return m.object(Kind.RECORD, '_io.TextIOWrapper', [], body);
}
