/** The module sys. Source: CPython Python/sysmodule.c. */
import { Flag } from '../../heap/heap.ts';
import { Kind } from '../../heap/kinds.ts';
import { throughBoundMethod } from '../argument-tuples.ts';
import { frameObject, linkedDepth } from '../frames.ts';
import type { PythonMachine } from '../machine.ts';
import type { Machine, NativeModule } from '../native.ts';
import { ExceptionSlot, handledNow } from '../raising.ts';
import { asLibrary } from './library-object.ts';
import { sizeOf } from './sys-sizes.ts';
import { hookFunctions } from './sys-hooks.ts';
import { hookArgumentsType, newRecord, newStream, recordType, streamType, versionInfoType } from './sys-types.ts';

/** What the modules need of the machine beyond the native interface. */
const core = (m: Machine): PythonMachine => m as PythonMachine;

/**
 * The refcount as a program sees it. The argument lies on the value stack, where it owns a reference or, from 3.14 on,
 * borrows one: nothing is to be added here.
 */
function getRefcount(m: Machine, id: number): number {
  const isImmortal = (m.heap.flags[id] & Flag.IMMORTAL) !== 0;
  return isImmortal && m.profile.immortalRefcount !== 0 ? m.profile.immortalRefcount : m.heap.refcount[id];
}

function setRecursionLimit(m: Machine, id: number): void {
  const limit = Number(m.index(id));
  if (limit < 1) m.raise('ValueError', 'recursion limit must be greater or equal than 1');
  if (core(m).depth >= limit) {
    m.raise(
      'RecursionError',
      `cannot set the recursion limit to ${limit} at the recursion depth ${core(m).depth}: the limit is too low`,
    );
  }
  core(m).recursionLimit = limit;
}

function excInfo(m: Machine): number {
  const exception = handledNow(core(m));
  if (exception === 0) return m.tuple([m.none, m.none, m.none]);
  const type = m.heap.typeOf[exception];
  const traceback = m.heap.slots[exception]![ExceptionSlot.TRACEBACK] || m.none;
  for (const id of [type, exception, traceback]) m.heap.incref(id);
  return m.tuple([type, exception, traceback]);
}

function getFrame(m: Machine, depth: number): number {
  let at = linkedDepth(core(m), core(m).depth);
  for (; depth > 0 && at > 0; depth--) at = linkedDepth(core(m), at - 1);
  if (at <= 0) m.raise('ValueError', 'call stack is not deep enough');
  const frame = frameObject(core(m), at);
  m.heap.incref(frame);
  return frame;
}

function version(m: Machine): string {
  return `${m.profile.versionInfo.join('.')} (heapglass, simulated)`;
}

function versionInfo(m: Machine): number {
  const items = [...m.profile.versionInfo.map((part) => m.int(part)), m.intern('final'), m.int(0)];
  return m.heap.alloc(
    Kind.TUPLE,
    m.type('sys.version_info'),
    items,
    null,
    m.profile.sizes.tupleBase + 8 * items.length,
  );
}

function hexVersion([major, minor, micro]: readonly [number, number, number]): number {
  return major * 2 ** 24 + minor * 2 ** 16 + micro * 2 ** 8 + 0xf0;
}

function attributes(m: Machine): Record<string, number> {
  const modules = core(m).modules;
  m.heap.incref(modules);
  const info = versionInfo(m);
  m.heap.incref(info);
  const [, minor] = m.profile.versionInfo;
  return {
    modules,
    version: m.str(version(m)),
    version_info: info,
    hexversion: m.int(hexVersion(m.profile.versionInfo)),
    api_version: m.int(1013),
    implementation: newRecord(m, {
      name: m.str('cpython'),
      version: info,
      cache_tag: m.str(`cpython-3${minor}`),
    }),
    maxsize: m.int(2n ** 63n - 1n),
    maxunicode: m.int(0x10ffff),
    byteorder: m.str('little'),
    platform: m.str('linux'),
    copyright: m.str('Heapglass simulates CPython; see its documentation.'),
    executable: m.str(''),
    prefix: m.str(''),
    argv: m.list([m.str('main.py')]),
    path: m.list([]),
    float_info: newRecord(m, {
      max: m.float(Number.MAX_VALUE),
      min: m.float(2.2250738585072014e-308),
      epsilon: m.float(Number.EPSILON),
      dig: m.int(15),
      mant_dig: m.int(53),
    }),
    ...withOriginals(m, {
      stdin: newStream(m, '<stdin>', () => undefined),
      stdout: newStream(m, '<stdout>', (machine, text) => machine.write(text)),
      stderr: newStream(m, '<stderr>', (machine, text) => machine.writeError(text)),
      unraisablehook: core(m).builtinFunction('unraisablehook', hookFunctions.unraisablehook, 'sys'),
      excepthook: core(m).builtinFunction('excepthook', hookFunctions.excepthook, 'sys'),
    }),
  };
}

/** What a program may replace, under a second name as well: sys.stdout, sys.__stdout__. */
function withOriginals(m: Machine, attributes: Record<string, number>): Record<string, number> {
  for (const value of Object.values(attributes)) m.heap.incref(value);
  const originals = Object.entries(attributes).map(([name, value]) => [`__${name}__`, value] as const);
  return { ...attributes, ...Object.fromEntries(originals) };
}

export const sysModule: NativeModule = {
  name: 'sys',
  types: [versionInfoType, hookArgumentsType, recordType, streamType],
  functions: {
    getrefcount(m, args, names) {
      m.expectArguments('sys.getrefcount', args, names, 1);
      return m.int(getRefcount(m, args[0]));
    },
    getsizeof(m, args, names) {
      const [object] = m.bindArguments('getsizeof', args, names, ['object', 'default=']);
      return m.int(throughBoundMethod(m, object, () => sizeOf(m, object)));
    },
    intern(m, args, names) {
      m.expectArguments('sys.intern', args, names, 1);
      if (!m.isStr(args[0])) m.raise('TypeError', `intern() argument must be str, not ${m.typeName(args[0])}`);
      return m.intern(m.strValue(args[0]));
    },
    exc_info(m, args, names) {
      m.expectArguments('sys.exc_info', args, names, 0);
      return excInfo(m);
    },
    exception(m, args, names) {
      m.expectArguments('sys.exception', args, names, 0);
      const exception = handledNow(core(m)) || m.none;
      m.heap.incref(exception);
      return exception;
    },
    getrecursionlimit(m, args, names) {
      m.expectArguments('sys.getrecursionlimit', args, names, 0);
      return m.int(core(m).recursionLimit);
    },
    setrecursionlimit(m, args, names) {
      m.expectArguments('sys.setrecursionlimit', args, names, 1);
      setRecursionLimit(m, args[0]);
      return m.none;
    },
    exit(m, args, names) {
      m.expectArguments('exit', args, names, 0, 1);
      return m.raiseObject(m.call(m.type('SystemExit'), args));
    },
    _getframe(m, args, names) {
      m.expectArguments('_getframe', args, names, 0, 1);
      return getFrame(m, args.length === 0 ? 0 : Number(m.index(args[0])));
    },
    getdefaultencoding: (m) => m.str('utf-8'),
    getfilesystemencoding: (m) => m.str('utf-8'),
    getallocatedblocks: (m) => m.int(m.heap.liveObjects),
    is_finalizing: (m) => m.false_,
    _is_immortal(m, args, names) {
      m.expectArguments('sys._is_immortal', args, names, 1);
      return m.bool((m.heap.flags[args[0]] & Flag.IMMORTAL) !== 0 && m.profile.immortalRefcount !== 0);
    },
  },
  attributes: (m) => asLibrary(m, () => attributes(m)),
};
