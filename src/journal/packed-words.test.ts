import { describe, expect, it } from 'vitest';
import { journalOf } from '../../tests/support/journal-of.ts';
import { EventCursor } from './event-store.ts';
import { encodeJournal } from './file-format.ts';
import { ChunkPacker } from './packed-words.ts';

const PROGRAM = `
class Node:
    def __init__(self, value):
        self.value = value
        self.children = []

def build(depth):
    node = Node(depth * 1000003)
    if depth:
        for _ in range(6):
            node.children.append(build(depth - 1))
    return node

root = build(4)
print(len(root.children), -2 ** 40)
del root
`;

function areEqual(one: Int32Array | Uint8Array, other: Int32Array | Uint8Array): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index]);
}

describe('chunks that are packed', () => {
  const plain = journalOf(PROGRAM);
  const packed = journalOf(PROGRAM);
  const packer = new ChunkPacker();
  while (packed.events.pack(packer.pack, packed.events.chunkCount));

  it('are read as what they were, in any order, forwards and backwards', () => {
    const { events } = packed;
    expect(events.chunkCount).toBeGreaterThan(1);
    const order = [...Array(events.chunkCount).keys()];
    for (const index of [...order, ...order.reverse(), 0]) {
      expect(areEqual(events.wordsOf(index), plain.events.wordsOf(index))).toBe(true);
    }
    const [one, other] = [new EventCursor(plain.events), new EventCursor(events)];
    for (const event of [events.count - 1, 0, events.count >> 1, 300]) {
      one.moveTo(event);
      other.moveTo(event);
      expect([other.op, other.id, other.at]).toEqual([one.op, one.id, one.at]);
    }
    expect(areEqual(encodeJournal(packed), encodeJournal(plain))).toBe(true);
  });

  it('take less than a third of the memory', () => {
    const chunks = [...Array(plain.events.chunkCount).keys()].map((index) => plain.events.wordsOf(index));
    const bytes = chunks.reduce((sum, words) => sum + packer.pack(words).byteLength, 0);
    expect(bytes).toBeLessThan((4 * plain.events.wordCount) / 3);
  });
});
