/** A program with a title and what to look for. The gallery shows it, the tests run it, the benchmarks measure it. */
export interface Lesson {
  /** Part of an address; never changes once published. */
  readonly id: string;
  readonly title: string;
  /** One sentence for the gallery. */
  readonly summary: string;
  /** What to watch, in the order in which it happens. */
  readonly lookFor: readonly string[];
  /** The Python program, whole. */
  readonly source: string;
  /** Statements that a reader is invited to run one by one on the finished program's heap. */
  readonly then?: readonly string[];
}
