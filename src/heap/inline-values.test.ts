import { describe, expect, it } from 'vitest';
import { InlineValues } from './inline-values.ts';

function values(): InlineValues {
  const made = new InlineValues(new Int32Array(8));
  made.at = new Int32Array(100);
  return made;
}

function all(of: InlineValues, id: number): number[] {
  return Array.from({ length: of.count(id) }, (_, slot) => of.get(id, slot));
}

describe('the values of instances', () => {
  it('keep their places as their number grows, whatever others do', () => {
    const of = values();
    const expected = new Map<number, number[]>();
    for (let round = 0; round < 20; round++) {
      for (const id of [3, 7, 9]) {
        if (round >= id * 2) continue;
        const value = round * 100 + id;
        of.append(id, value);
        expected.set(id, [...(expected.get(id) ?? []), value]);
      }
    }
    for (const [id, list] of expected) expect(all(of, id)).toEqual(list);
  });
  it('are none in the beginning and after the death of their instance', () => {
    const of = values();
    expect([of.count(5), of.get(5, 0), of.get(5, 2)]).toEqual([0, 0, 0]);
    of.append(5, 40);
    of.giveUp(5);
    expect([of.count(5), of.get(5, 0)]).toEqual([0, 0]);
    of.giveUp(5);
    expect(of.count(5)).toBe(0);
  });
  it('take the room of those that are gone', () => {
    const of = values();
    const fill = (id: number, count: number): void => {
      for (let i = 1; i <= count; i++) of.append(id, i);
    };
    for (const count of [1, 3, 4, 7, 8, 20]) fill(10 + count, count);
    const { end } = of;
    for (const count of [1, 3, 4, 7, 8, 20]) of.giveUp(10 + count);
    for (const count of [20, 8, 7, 4, 3, 1]) fill(50 + count, count);
    expect(of.end).toBe(end);
    for (const count of [1, 3, 4, 7, 8, 20]) expect(all(of, 50 + count)).toHaveLength(count);
    expect(all(of, 57)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
  it('can be emptied one by one', () => {
    const of = values();
    for (const value of [4, 5, 6]) of.append(2, value);
    of.set(2, 1, 0);
    expect(all(of, 2)).toEqual([4, 0, 6]);
  });
});
