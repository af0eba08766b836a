/** A binary min-heap of numbers with a payload each; equal keys leave in the order of their payloads. */
export class NumberHeap {
  private readonly keys: number[] = [];
  private readonly values: number[] = [];

  get size(): number {
    return this.keys.length;
  }
  /** Smallest key. The heap must not be empty. */
  get minKey(): number {
    return this.keys[0];
  }

  push(key: number, value: number): void {
    const { keys, values } = this;
    let at = keys.length;
    while (at > 0) {
      const above = (at - 1) >>> 1;
      if (!isBefore(key, value, keys[above], values[above])) break;
      keys[at] = keys[above];
      values[at] = values[above];
      at = above;
    }
    keys[at] = key;
    values[at] = value;
  }

  /** Takes the entry with the smallest key out and gives its payload. The heap must not be empty. */
  pop(): number {
    const { keys, values } = this;
    const top = values[0];
    const key = keys.pop()!;
    const value = values.pop()!;
    const length = keys.length;
    if (length === 0) return top;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= length) break;
      const right = below + 1;
      if (right < length && isBefore(keys[right], values[right], keys[below], values[below])) below = right;
      if (!isBefore(keys[below], values[below], key, value)) break;
      keys[at] = keys[below];
      values[at] = values[below];
      at = below;
    }
    keys[at] = key;
    values[at] = value;
    return top;
  }
}

function isBefore(key: number, value: number, otherKey: number, otherValue: number): boolean {
  return key < otherKey || (key === otherKey && value < otherValue);
}
