/**
 * Whether a layout looks like the one before it. Most statements (`del root`, `gc.collect()`) make no object that is drawn:
 * their layouts differ from the last one in hidden ids at the end alone, and need not be sent, read and drawn anew.
 */
import type { Layout } from './layout.ts';

type Numbers = Float32Array | Float64Array | Int32Array | Uint16Array | Uint8Array;

/**
 * The same text for layouts that show the same objects in the same places, whatever hidden ids follow the last shown one.
 * Of 64 bits: that two layouts of a run that differ share it is not to be expected.
 */
export function layoutDigest(layout: Layout): string {
  const { x, y, radius, shownAs, parent, level, drop, successor, folded, drawn, places } = layout;
  const hash = new Hash();
  const byId = [x, y, radius, shownAs, parent, level, drop, successor, folded];
  for (const numbers of [...byId, drawn, ...Object.values(places)]) hash.add(numbers);
  const { bounds, lasting, passed, fold, internals } = layout;
  return `${hash.low} ${hash.high} ${JSON.stringify([layout.layout, fold, internals, bounds, lasting, passed])}`;
}

/** Two sums that depend on the order of what is added. */
class Hash {
  low = 0;
  high = 0;

  /** Zeros at the end do not count. */
  add(numbers: Numbers): void {
    let end = numbers.length;
    while (end > 0 && numbers[end - 1] === 0) end--;
    const bytes = end * numbers.BYTES_PER_ELEMENT;
    const words = new Uint32Array(numbers.buffer, numbers.byteOffset, bytes >>> 2);
    let { low, high } = this;
    // Not `for of`, which takes a hundred times as long until the host's compiler has seen it.
    for (let i = 0; i < words.length; i++) {
      const word = words[i];
      low = Math.imul(low ^ word, 0x01000193);
      high = (Math.imul(high, 31) + word) | 0;
    }
    for (const byte of new Uint8Array(numbers.buffer, numbers.byteOffset + (bytes & ~3), bytes & 3)) {
      low = Math.imul(low ^ byte, 0x01000193);
      high = (Math.imul(high, 31) + byte) | 0;
    }
    this.low = Math.imul(low ^ end, 0x01000193);
    this.high = (Math.imul(high, 31) + end) | 0;
  }
}
