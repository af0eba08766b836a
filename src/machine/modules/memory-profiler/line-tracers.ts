/** Which profiles follow which code while it runs: a stack, because profiled functions call each other. */
import type { CodeObject } from '../../../program/code.ts';
import type { Frame } from '../../frame.ts';
import type { LineTracer, PythonMachine } from '../../machine.ts';
import { LineProfile } from './line-profile.ts';

const MEBIBYTE = 2 ** 20;

/** One call of a profiled function. */
export interface ProfiledCall {
  readonly code: CodeObject;
  /** The function's code and all that is nested in it. */
  readonly codes: ReadonlySet<CodeObject>;
  readonly profile: LineProfile;
  /** Depths of the frames that are being followed, outermost first. */
  readonly depths: number[];
}

export class ProfilingTracer implements LineTracer {
  readonly calls: ProfiledCall[] = [];

  constructor(private readonly m: PythonMachine) {}

  begin(code: CodeObject): void {
    this.calls.push({ code, codes: new Set(nested(code)), profile: new LineProfile(), depths: [] });
  }

  line(frame: Frame, line: number): void {
    const call = this.following(frame);
    if (call === undefined) return;
    const { depths } = call;
    if (depths[depths.length - 1] !== this.m.depth) {
      depths.push(this.m.depth);
      call.profile.call(frame.code.code.firstLine);
    }
    call.profile.line(line, this.memory());
  }

  leave(frame: Frame): void {
    const call = this.following(frame);
    if (call === undefined || call.depths[call.depths.length - 1] !== this.m.depth) return;
    call.depths.pop();
    call.profile.leave(this.memory());
  }

  private following(frame: Frame): ProfiledCall | undefined {
    const code = frame.code.code;
    return this.calls.findLast((call) => call.codes.has(code));
  }

  /** The meter: all bytes of the simulated heap, in mebibytes. */
  private memory(): number {
    return (this.m.heap.objectBytes + this.m.heap.atomBytes) / MEBIBYTE;
  }
}

function nested(code: CodeObject): CodeObject[] {
  const inner = code.constants.flatMap((constant) => (constant.kind === 'code' ? nested(constant.code) : []));
  return [code, ...inner];
}
