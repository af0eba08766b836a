import { expect, test } from 'vitest';
import { CHUNK_WORDS, Ev, EventWriter, keepSpare } from './events.ts';

/** What a writer has recorded after `count` events of changing length. */
function recorded(writer: EventWriter, count: number): Int32Array[] {
  for (let i = 0; i < count; i++) {
    if (i % 3 === 0) writer.four(Ev.ALLOC, i, 1, 2, 3);
    else if (i % 3 === 1) writer.two(Ev.APPEND, i, -i);
    else writer.one(Ev.INCREF, i);
  }
  return [...writer.full, writer.words.subarray(0, writer.at)];
}

test('what is written into the memory of an earlier run says nothing of that run', () => {
  const fresh = recorded(new EventWriter(), CHUNK_WORDS);
  expect(fresh.length).toBeGreaterThan(2);

  const writer = new EventWriter();
  keepSpare(
    writer.spare,
    [1, 2, 3].map(() => new Int32Array(CHUNK_WORDS).fill(-1)),
  );
  expect(recorded(writer, CHUNK_WORDS)).toEqual(fresh);
  expect(writer.spare).toHaveLength(3 - (fresh.length - 1));
});

test('only whole chunks are kept to be written anew', () => {
  const spare: Int32Array[] = [];
  keepSpare(spare, [new Int32Array(10), new Int32Array(CHUNK_WORDS), new Int32Array(0)]);
  expect(spare).toHaveLength(1);
});
