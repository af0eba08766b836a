/**
 * How many bytes a dict's table takes, and when it grows. Source: CPython Objects/dictobject.c (USABLE_FRACTION,
 * GROWTH_RATE, calculate_log2_keysize, estimate_log2_keysize, _PyDict_KeysSize).
 */

/** The dict object itself, with the GC header before it. */
export const EMPTY_DICT_BYTES = 64;
const KEYS_HEADER = 32;
const SMALLEST_TABLE = 8;

/** Entries that fit into a hash table of `tableSize` slots. */
export function usableEntries(tableSize: number): number {
  return Math.floor((tableSize << 1) / 3);
}

/** Slots of a table that is about to grow with `used` live entries. */
export function grownTableSize(used: number): number {
  return powerOfTwo(used * 3);
}

/** Slots of a table made to hold `entries` from the start. */
export function presizedTableSize(entries: number): number {
  return entries <= usableEntries(SMALLEST_TABLE) ? SMALLEST_TABLE : estimatedTableSize(entries);
}

/** Slots of a table that is enlarged to take in another dict, `entries` in all. */
export function estimatedTableSize(entries: number): number {
  return powerOfTwo((entries * 3 + 1) >> 1);
}

/** Shallow size of a dict in bytes. `general`: not all keys are str, so entries keep their hash. */
export function dictBytes(tableSize: number, general: boolean): number {
  if (tableSize === 0) return EMPTY_DICT_BYTES;
  const indexBytes = tableSize <= 128 ? 1 : tableSize <= 32768 ? 2 : 4;
  return EMPTY_DICT_BYTES + KEYS_HEADER + tableSize * indexBytes + usableEntries(tableSize) * (general ? 24 : 16);
}

/** calculate_log2_keysize with its quirk: a least size below 8 that is not 0 gives 16, and 16 gives 32. */
function powerOfTwo(least: number): number {
  const highest = ((least | SMALLEST_TABLE) - 1) | (SMALLEST_TABLE - 1);
  return 1 << (32 - Math.clz32(highest));
}
