import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Fused } from './fused-instructions.ts';
import { Op, opName } from '../program/instructions.ts';

const source = readFileSync(new URL('./interpreter.ts', import.meta.url), 'utf8');
const cases = [...source.matchAll(/case (\d+) \/\* ([A-Z_]+) \*\//g)].map(([, number, name]) => ({
  number: Number(number),
  name,
}));

describe('the cases of the interpreter', () => {
  it('carry the numbers of their instructions', () => {
    const numbers: Readonly<Record<string, number>> = { ...Op, ...Fused };
    for (const { number, name } of cases) expect(`${name} ${number}`).toBe(`${name} ${numbers[name]}`);
  });
  it('are one for every instruction', () => {
    const missing = opName.filter((_, op) => !cases.some(({ number }) => number === op));
    expect(missing).toEqual([]);
    expect(Object.values(Fused).filter((op) => !cases.some(({ number }) => number === op))).toEqual([]);
  });
});
