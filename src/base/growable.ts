/**
 * Typed arrays that grow. `values` is replaced when it grows, so fetch it anew after every push; entries from `length`
 * on mean nothing.
 */
export class GrowableInt32 {
  values: Int32Array;
  length = 0;

  constructor(capacity = 64) {
    this.values = new Int32Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.values.length) this.values = grownInt32(this.values, this.length * 2);
    this.values[this.length++] = value;
  }

  pushAll(values: Int32Array): void {
    const length = this.length + values.length;
    if (length > this.values.length) this.values = grownInt32(this.values, Math.max(length, this.length * 2));
    this.values.set(values, this.length);
    this.length = length;
  }

  /** The entries, not copied: valid until the next push. */
  view(): Int32Array {
    return this.values.subarray(0, this.length);
  }
}

export class GrowableUint16 {
  values: Uint16Array;
  length = 0;

  constructor(capacity = 64) {
    this.values = new Uint16Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Uint16Array(this.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }
}

/** A copy of `array` with `capacity` entries; the new ones are `fill`. */
export function grownInt32(array: Int32Array, capacity: number, fill = 0): Int32Array {
  const larger = new Int32Array(capacity);
  larger.set(array);
  if (fill !== 0) larger.fill(fill, array.length);
  return larger;
}

/** A copy of `array` with `capacity` entries; the new ones are `fill`. */
export function grownUint8(array: Uint8Array, capacity: number, fill = 0): Uint8Array {
  const larger = new Uint8Array(capacity);
  larger.set(array);
  if (fill !== 0) larger.fill(fill, array.length);
  return larger;
}
