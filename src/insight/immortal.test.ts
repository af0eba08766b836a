import { expect, test } from 'vitest';
import { stateAfter } from '../../tests/support/random-graph.ts';
import { countImmortals, isImmortal } from './immortal.ts';
import { referentsOf } from './referents.ts';

const VALUES = "None, True, 0, 256, 257, 1024, -6, 1.5, '', 'a', 'ab', '😀', (), b'', b'ab', int, ValueError, [], (1,)";
const from312 = { immortalRefcount: 4294967295, largestCachedInt: 256 };

/** Texts of the items of a list of `VALUES` that are immortal. */
function immortalItems(rule: typeof from312): string[] {
  const state = stateAfter(`held = [${VALUES}]\n`);
  const { born } = state.journal.objects;
  const list = [...born.view()].find((id) => state.slotCount[id] === VALUES.split(', ').length + 0)!;
  return referentsOf(state, list)
    .filter(({ word }) => isImmortal(state, word, rule))
    .map(({ text }) => text);
}

test('None, small numbers, short cached strings, () and built-in types are immortal from 3.12 on', () => {
  expect(immortalItems(from312)).toEqual([
    'None',
    'True',
    '0',
    '256',
    "''",
    "'a'",
    '()',
    "b'…' (0 bytes)",
    "<class 'int'>",
    "<class 'ValueError'>",
  ]);
});

test('3.15 caches numbers up to 1024; 3.11 counts everything', () => {
  expect(immortalItems({ immortalRefcount: 3221225472, largestCachedInt: 1024 })).toContain('1024');
  expect(immortalItems({ immortalRefcount: 0, largestCachedInt: 256 })).toEqual([]);
});

test('each value is counted once', () => {
  const state = stateAfter('a = [None, 1, 1, 999]\nb = [None, 2]\n');
  const without = stateAfter('a = [999]\nb = []\n');
  expect(countImmortals(state, from312) - countImmortals(without, from312)).toBe(3);
});
