/** gi_frame: a FRAME object for a generator that may be suspended. */
import { Kind } from '../heap/kinds.ts';
import { frameObject, type FrameBody } from './frames.ts';
import type { GeneratorBody } from './generators.ts';
import { shownStackSize } from './loaded-code.ts';
import type { PythonMachine } from './machine.ts';
import { bytesOfKind } from './object-sizes.ts';

/** Owned; None when the generator has finished. */
export function generatorFrame(m: PythonMachine, generator: number): number {
  const body = m.heap.body[generator] as GeneratorBody;
  if (body.state === 'closed') return m.none;
  let frame: number;
  if (body.state === 'running') {
    const depth = m.frames.findIndex((each, at) => at <= m.depth && each.generator === generator);
    frame = frameObject(m, depth);
  } else {
    if (body.frameObject === 0) {
      const { code, line, pc, globals } = body;
      const about: FrameBody = { depth: 0, generator, code, line, pc, globals };
      body.frameObject = m.heap.alloc(
        Kind.FRAME,
        m.typeOfKind(Kind.FRAME),
        [],
        about,
        bytesOfKind(m.profile, Kind.FRAME, body.code.slotCount + shownStackSize(m, body.code)),
      );
    }
    frame = body.frameObject;
  }
  m.heap.incref(frame);
  return frame;
}
