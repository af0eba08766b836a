/** What the command-line tools ask of the simulator, and the options that they share. */
import type { CompileResult } from '../src/program/code.ts';
import type { RunEnd } from '../src/machine/run-record.ts';

export const PROFILES = ['3.11', '3.12', '3.13', '3.14.2', '3.14', '3.15'] as const;
export type Profile = (typeof PROFILES)[number];

export const COLLECTORS = ['refcount', 'generational', 'mark-sweep'] as const;
export type Collector = (typeof COLLECTORS)[number];

export interface ProgramRun {
  readonly stdout: string;
  readonly stderr: string;
  readonly end: RunEnd;
}

type RunProgram = (
  source: string,
  options: {
    profile: Profile;
    filename: string;
    collector?: Collector;
    stackSize?: number;
    runsExitCallbacks?: boolean;
    library?: Map<string, CompileResult>;
  },
) => ProgramRun;

// A name that the compiler does not follow, until the file is there.
const RUN_PROGRAM = '../src/machine/run-program.ts';

export async function loadRunProgram(): Promise<RunProgram> {
  const { runProgram } = (await import(RUN_PROGRAM)) as { runProgram: RunProgram };
  return runProgram;
}

/** What counts as a program's output: an uncaught exception adds the last line of its traceback. */
export function printedBy({ stdout, end }: Pick<ProgramRun, 'stdout' | 'end'>): string {
  switch (end.kind) {
    case 'finished':
      return stdout;
    case 'raised':
      return `${stdout}${end.summary}\n`;
    case 'stopped':
      return `${stdout}(stopped: ${end.reason})\n`;
  }
}

/** `value` as one of `choices`; ends the process with a sentence where it is none. */
export function choose<T extends string>(option: string, value: string, choices: readonly T[]): T {
  const choice = choices.find((each) => each === value);
  if (choice === undefined) fail(`--${option} ${value}: expected one of ${choices.join(', ')}`);
  return choice;
}

/** Ends the process: the command was not understood. */
export function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
