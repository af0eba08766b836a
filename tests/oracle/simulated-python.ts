/** The simulator, asked as the real thing is asked. */
import { loadRunProgram, type Profile } from '../machine.ts';

export interface SimulatedPython {
  /** What the program prints, in the form of `RealPython.run`. A failure of the simulator itself is a last line. */
  run(source: string): string;
}

export async function loadSimulatedPython(profile: Profile): Promise<SimulatedPython> {
  const runProgram = await loadRunProgram();
  return {
    run(source) {
      try {
        const { stdout, end } = runProgram(source, { profile, filename: 'main.py' });
        switch (end.kind) {
          case 'finished':
            return stdout;
          case 'raised':
            return `${stdout}${end.summary}\n`;
          case 'stopped':
            return `${stdout}(stopped: ${end.reason})\n`;
        }
      } catch (error) {
        return `(the simulator failed: ${error instanceof Error ? error.stack : String(error)})\n`;
      }
    },
  };
}
