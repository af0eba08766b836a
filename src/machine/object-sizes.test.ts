import { expect, test } from 'vitest';
import { runProgram } from './run-program.ts';

test('complex numbers, literal or computed, take 32 bytes, and super() without arguments says so', () => {
  const source = `
import sys
print(sys.getsizeof(1j), sys.getsizeof(1j + 2))
def lonely(): super()
try: lonely()
except RuntimeError as error: print(error)
`;
  expect(runProgram(source).stdout).toBe('32 32\nsuper(): no arguments\n');
});
