/**
 * The bookkeeping of memory_profiler: memory by line, as memory_profiler 0.61 attributes it (CodeMap.trace and
 * LineProfiler.trace_memory_usage), with the simulated heap as the meter.
 */

/** What is known of a line. Mebibytes. */
export interface LineMemory {
  increment: number;
  memory: number;
  occurrences: number;
}

export class LineProfile {
  readonly lines = new Map<number, LineMemory>();
  // The line that each running frame is on, outermost first.
  private readonly current: number[] = [];
  private previous: number | null = null;

  /** A frame is entered; its first line. */
  call(line: number): void {
    this.current.push(line);
  }

  /** A new line begins: what was in use since the last one is put down to the line just left. */
  line(line: number, memory: number): void {
    const left = this.current[this.current.length - 1];
    this.record(left, memory);
    this.previous = left;
    this.current[this.current.length - 1] = line;
  }

  /** The frame ends. */
  leave(memory: number): void {
    const left = this.current.pop()!;
    this.record(left, memory);
    this.previous = left;
  }

  private record(line: number, memory: number): void {
    const before = this.previous === null ? undefined : this.lines.get(this.previous);
    const known = this.lines.get(line);
    this.lines.set(line, {
      increment: (known?.increment ?? 0) + memory - (before?.memory ?? 0),
      memory: Math.max(memory, known?.memory ?? 0),
      occurrences: (known?.occurrences ?? 0) + 1,
    });
  }
}

const HEADER = ['Line #', 'Mem usage', 'Increment', 'Occurrences', 'Line Contents'];

function row(line: string, memory: string, increment: string, occurrences: string, contents: string): string {
  const left = `${line.padStart(6)} ${memory.padStart(12)} ${increment.padStart(12)}`;
  return `${left}  ${occurrences.padStart(10)}   ${contents}`;
}

/**
 * The table of a profiled function (memory_profiler's show_results). `source`: the lines of the file, the first one is
 * line 1; `first` to `last` are shown.
 */
export function profileTable(
  profile: LineProfile,
  filename: string,
  source: readonly string[],
  first: number,
  last: number,
  precision: number,
): string {
  const header = row(HEADER[0], HEADER[1], HEADER[2], HEADER[3], HEADER[4]);
  const mebibytes = (value: number): string => `${value.toFixed(precision).padStart(precision + 4)} MiB`;
  let text = `Filename: ${filename}\n\n${header}\n${'='.repeat(header.length)}\n`;
  for (let line = first; line <= last; line++) {
    const known = profile.lines.get(line);
    const contents = source[line - 1] ?? '';
    text +=
      known === undefined
        ? row(String(line), '', '', '', contents)
        : row(String(line), mebibytes(known.memory), mebibytes(known.increment), String(known.occurrences), contents);
    text += '\n';
  }
  return `${text}\n\n`;
}
