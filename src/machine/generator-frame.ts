/** gi_frame: a FRAME object for a generator that may be suspended. */
import type { Frame } from './frame.ts';
import { frameObject, suspendedFrameObject } from './frames.ts';
import type { GeneratorBody } from './generators.ts';
import type { PythonMachine } from './machine.ts';

/** Owned; None when the generator has finished. */
export function generatorFrame(m: PythonMachine, generator: number): number {
  const body = m.heap.body[generator] as GeneratorBody;
  if (body.state === 'closed') return m.none;
  const isOnStack = (each: Frame, at: number) => at <= m.depth && each.generator === generator;
  // One that throws into another generator runs, too, but is not on the stack.
  const depth = body.state === 'running' ? m.frames.findIndex(isOnStack) : -1;
  const frame = depth >= 0 ? frameObject(m, depth) : suspendedFrameObject(m, generator);
  m.heap.incref(frame);
  return frame;
}
