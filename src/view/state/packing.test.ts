import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { journalOf } from '../../../tests/support/journal-of.ts';
import type { Journal } from '../../journal/journal.ts';
import { packRun } from './packing.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Chunks that `giveAway` would still find unpacked. */
function unpacked(journal: Journal): number {
  let count = 0;
  while (journal.events.pack((words) => ({ byteLength: 0, read: () => words }), journal.events.chunkCount)) count++;
  return count;
}

const PROGRAM = 'rows = [[k] for k in range(20000)]\n';

it('packs everything once the page has been at rest for a while, not before', async () => {
  const journal = journalOf(PROGRAM);
  let isAtRest = false;
  let isPacked = false;
  const packing = { journal, isShown: () => true, isAtRest: () => isAtRest, position: () => journal.eventCount };
  void packRun(packing).then(() => (isPacked = true));
  await vi.advanceTimersByTimeAsync(20_000);
  expect(isPacked).toBe(false);
  isAtRest = true;
  await vi.advanceTimersByTimeAsync(2500);
  expect(isPacked).toBe(false);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(isPacked).toBe(true);
  expect(unpacked(journal)).toBe(0);
});

it('ends when another run is shown', async () => {
  const journal = journalOf(PROGRAM);
  let isShown = true;
  let hasEnded = false;
  const packing = { journal, isShown: () => isShown, isAtRest: () => true, position: () => 0 };
  void packRun(packing).then(() => (hasEnded = true));
  await vi.advanceTimersByTimeAsync(1000);
  isShown = false;
  await vi.advanceTimersByTimeAsync(2000);
  expect(hasEnded).toBe(true);
  expect(unpacked(journal)).toBeGreaterThan(1);
});
