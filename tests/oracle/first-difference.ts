/** The first line in which two outputs differ, as a sentence; null where they are equal. */
export function firstDifference(real: string, simulated: string): string | null {
  if (real === simulated) return null;
  const realLines = real.split('\n');
  const simulatedLines = simulated.split('\n');
  const show = (line: string | undefined) => (line === undefined ? 'no such line' : JSON.stringify(line));
  for (let i = 0; ; i++) {
    if (realLines[i] !== simulatedLines[i]) {
      return `line ${i + 1}: CPython ${show(realLines[i])}, simulator ${show(simulatedLines[i])}`;
    }
  }
}
