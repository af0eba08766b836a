/** Who follows the lines of the program: nobody, one, or several. */
import type { Frame } from './frame.ts';
import type { LineTracer, PythonMachine } from './machine.ts';

class TracerRow implements LineTracer {
  constructor(readonly row: readonly LineTracer[]) {}

  line(frame: Frame, line: number): void {
    for (const tracer of this.row) tracer.line(frame, line);
  }

  leave(frame: Frame): void {
    for (const tracer of this.row) tracer.leave(frame);
  }
}

/** Those that follow now. */
export function lineTracers(m: PythonMachine): readonly LineTracer[] {
  if (m.lineTracer === null) return [];
  return m.lineTracer instanceof TracerRow ? m.lineTracer.row : [m.lineTracer];
}

function setLineTracers(m: PythonMachine, row: readonly LineTracer[]): void {
  m.lineTracer = row.length > 1 ? new TracerRow(row) : (row[0] ?? null);
}

export function addLineTracer(m: PythonMachine, tracer: LineTracer): void {
  setLineTracers(m, [...lineTracers(m), tracer]);
}

export function removeLineTracer(m: PythonMachine, tracer: LineTracer): void {
  setLineTracers(
    m,
    lineTracers(m).filter((each) => each !== tracer),
  );
}
