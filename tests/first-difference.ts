/** The first line in which two outputs differ, as a sentence; null where they are equal. `names`: whose they are. */
export function firstDifference(
  expected: string,
  actual: string,
  names: readonly [string, string] = ['CPython', 'simulator'],
): string | null {
  if (expected === actual) return null;
  const expectedLines = expected.split('\n');
  const actualLines = actual.split('\n');
  const show = (line: string | undefined) => (line === undefined ? 'no such line' : JSON.stringify(line));
  for (let i = 0; ; i++) {
    if (expectedLines[i] !== actualLines[i]) {
      return `line ${i + 1}: ${names[0]} ${show(expectedLines[i])}, ${names[1]} ${show(actualLines[i])}`;
    }
  }
}
