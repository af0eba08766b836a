/** The simulator, asked as the real thing is asked. */
import type { CompileResult } from '../../src/program/code.ts';
import { loadRunProgram, printedBy, type Profile } from '../machine.ts';

/** Entries of the value stack: enough for a random program, and made in no time. */
const STACK_SIZE = 1 << 16;

export interface SimulatedPython {
  /** What the program prints, in the form of `RealPython.run`. A failure of the simulator itself is a last line. */
  run(source: string): string;
}

export async function loadSimulatedPython(profile: Profile): Promise<SimulatedPython> {
  const runProgram = await loadRunProgram();
  const options = { profile, filename: 'main.py', stackSize: STACK_SIZE, library: new Map<string, CompileResult>() };
  return {
    run(source) {
      try {
        return printedBy(runProgram(source, options));
      } catch (error) {
        return `(the simulator failed: ${error instanceof Error ? error.stack : String(error)})\n`;
      }
    },
  };
}
