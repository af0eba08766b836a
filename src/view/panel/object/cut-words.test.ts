import { expect, test } from 'vitest';
import type { WhatIf } from '../../../insight/what-if.ts';
import { cutSentence, doubtSentence } from './cut-words.ts';

function outcome(freed: number, waits: number, stays: number, finalizers = 0, frozen = 0): WhatIf {
  const tally = (objects: number) => ({ objects, bytes: objects * 100 });
  return {
    cut: { holder: 1, frame: -1, slot: 1 },
    target: 2,
    fate: new Uint8Array(0),
    freed: tally(freed),
    waits: tally(waits),
    frozen: tally(frozen),
    stays: tally(stays),
    deadReferences: [],
    callbacks: [],
    finalizers: new Array<number>(finalizers).fill(3),
    isCertain: finalizers === 0,
  };
}

test.each([
  [
    outcome(21, 0, 1),
    'generational',
    'If `root` were cut, 21 objects (2.1 KiB) would be freed at once by reference count; 1 object (100 bytes) stays.',
  ],
  [
    outcome(0, 2, 3),
    'generational',
    'If `root` were cut, 2 objects (200 bytes) would become cyclic garbage and wait for a collection; 3 objects (300 bytes) stay.',
  ],
  [
    outcome(0, 2, 3),
    'mark-sweep',
    'If `root` were cut, 2 objects (200 bytes) would become garbage and wait for the sweep; 3 objects (300 bytes) stay.',
  ],
  [
    outcome(0, 0, 3),
    'generational',
    'If `root` were cut, nothing would go: something else still holds what it leads to. 3 objects (300 bytes) stay.',
  ],
  [
    outcome(0, 2, 3),
    'refcount',
    'If `root` were cut, 2 objects (200 bytes) would become cyclic garbage that this heap, which only counts, never frees; 3 objects (300 bytes) stay.',
  ],
  [
    outcome(0, 2, 3, 0, 1),
    'generational',
    'If `root` were cut, 2 objects (200 bytes) would become cyclic garbage and wait for a collection; 3 objects (300 bytes) stay. Of what waits, 1 object (100 bytes) is frozen or held by what is: no collection frees it before gc.unfreeze().',
  ],
] as const)('a cut in one sentence', (whatIf, reclaimer, sentence) => {
  expect(cutSentence('root', whatIf, reclaimer)).toBe(sentence);
});

test('Python code on the way is said to be a doubt', () => {
  expect(doubtSentence(outcome(1, 1, 1))).toBe('');
  expect(doubtSentence(outcome(1, 1, 1, 2))).toMatch(/^2 finalizers would run Python code/);
});
