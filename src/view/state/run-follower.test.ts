import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dataGraph } from '../../../tests/support/data-graph.ts';
import { Playhead } from '../../playhead/playhead.ts';
import { RunFollower } from './run-follower.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a small run is at its end at once', () => {
  const { journal } = dataGraph(1, 3);
  const playhead = new Playhead(journal);
  const arrived = vi.fn();
  new RunFollower(() => undefined).follow(playhead, journal.eventCount, arrived);
  expect(arrived).toHaveBeenCalledOnce();
  expect(playhead.position).toBe(journal.eventCount);
});

test('a large run is followed in slices, and arrives once', () => {
  const { journal } = dataGraph(4, 10);
  expect(journal.eventCount).toBeGreaterThan(100_000);
  const playhead = new Playhead(journal);
  const arrived = vi.fn();
  const follower = new RunFollower(() => undefined);
  follower.follow(playhead, journal.eventCount, arrived);
  expect(playhead.position).toBe(0);
  vi.runAllTimers();
  expect(playhead.position).toBe(journal.eventCount);
  expect(arrived).toHaveBeenCalledOnce();
});

test('after stop the playhead stays', () => {
  const { journal } = dataGraph(4, 10);
  const playhead = new Playhead(journal);
  const arrived = vi.fn();
  const follower = new RunFollower(() => undefined);
  follower.follow(playhead, journal.eventCount, arrived);
  follower.stop();
  vi.runAllTimers();
  expect(playhead.position).toBe(0);
  expect(arrived).not.toHaveBeenCalled();
});
