/** frame and traceback objects. Source: CPython Objects/frameobject.c, Python/traceback.c. */
import { Kind } from '../heap/kinds.ts';
import { frameObject, linkedDepth, type FrameBody } from './frames.ts';
import type { PythonMachine } from './machine.ts';
import { addressText } from './modules/object-address.ts';
import { localsOf } from './frame-locals.ts';
import { close, type GeneratorBody } from './generators.ts';
import type { Machine, TypeDeclaration } from './native.ts';
import { type TracebackBody, TracebackSlot } from './unwinding.ts';

const core = (m: Machine): PythonMachine => m as PythonMachine;

function shared(m: Machine, id: number): number {
  m.heap.incref(id);
  return id;
}

function frameBody(m: Machine, self: number): FrameBody {
  return m.heap.body[self] as FrameBody;
}

function lineOf(machine: Machine, self: number): number {
  const m = core(machine);
  const body = frameBody(m, self);
  return body.depth === 0 ? body.line : m.frames[body.depth].code.lineOf(m.frames[body.depth].pc);
}

/** Source: CPython Objects/frameobject.c (frame_clear), which closes the generator. */
function clearGenerator(m: PythonMachine, generator: number): void {
  const [, minor] = m.profile.versionInfo;
  if ((m.heap.body[generator] as GeneratorBody).state === 'suspended' && minor >= 13) {
    m.raise('RuntimeError', `cannot clear a${minor >= 15 ? 'n' : ''} suspended frame`);
  }
  m.heap.incref(generator);
  m.heap.decref(close(m, generator));
  m.heap.decref(generator);
}

const frameType: TypeDeclaration = {
  name: 'frame',
  kind: Kind.FRAME,
  slots: {
    repr(m, self) {
      const { code } = frameBody(m, self).code;
      return `<frame at ${addressText(self)}, file '${code.filename}', line ${lineOf(m, self)}, code ${code.name}>`;
    },
  },
  methods: {
    clear(machine, [self]) {
      const m = core(machine);
      const { depth, generator } = frameBody(m, self);
      if (depth !== 0) m.raise('RuntimeError', 'cannot clear an executing frame');
      if (generator !== 0) {
        clearGenerator(m, generator);
        return m.none;
      }
      if (m.heap.slots[self]!.length === 0) return m.none;
      // Not the dict that f_locals was (up to 3.12), which keeps what it shows.
      const { slotCount } = frameBody(m, self).code;
      for (let slot = 1; slot <= slotCount; slot++) m.heap.replaceSlot(self, slot, 0);
      return m.none;
    },
  },
  properties: {
    f_code: { get: (m, self) => shared(m, frameBody(m, self).code.object) },
    f_lineno: { get: (m, self) => m.int(lineOf(m, self)) },
    f_globals: { get: (m, self) => shared(m, frameBody(m, self).globals) },
    f_builtins: { get: (m) => shared(m, core(m).builtins) },
    f_locals: { get: (m, self) => localsOf(core(m), self) },
    f_back: {
      get(machine, self) {
        const m = core(machine);
        const { depth } = frameBody(m, self);
        const slots = m.heap.slots[self]!;
        if (depth === 0) return shared(m, slots.length === 0 ? m.none : slots[slots.length - 1] || m.none);
        const caller = linkedDepth(m, depth - 1);
        return caller === 0 ? m.none : shared(m, frameObject(m, caller));
      },
    },
    f_trace: { get: (m) => m.none },
    f_lasti: { get: (m, self) => m.int(2 * frameBody(m, self).pc) },
  },
};

const tracebackBody = (m: Machine, self: number): TracebackBody => m.heap.body[self] as TracebackBody;

const tracebackType: TypeDeclaration = {
  name: 'traceback',
  kind: Kind.TRACEBACK,
  slots: { repr: (_m, self) => `<traceback object at ${addressText(self)}>` },
  properties: {
    tb_next: {
      get: (m, self) => shared(m, m.heap.slots[self]![TracebackSlot.NEXT] || m.none),
      set(m, self, value) {
        if (value !== 0 && value !== m.none) m.heap.incref(value);
        m.heap.replaceSlot(self, TracebackSlot.NEXT, value === m.none ? 0 : value);
      },
    },
    tb_frame: { get: (m, self) => shared(m, m.heap.slots[self]![TracebackSlot.FRAME]) },
    tb_lineno: { get: (m, self) => m.int(tracebackBody(m, self).line) },
    tb_lasti: { get: (m, self) => m.int(2 * tracebackBody(m, self).pc) },
  },
};

export const frameTypes: readonly TypeDeclaration[] = [frameType, tracebackType];
