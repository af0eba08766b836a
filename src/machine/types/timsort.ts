/**
 * Sorting with the comparisons that CPython makes, in its order: programs can count them, and see what they compare.
 * Source: CPython Objects/listobject.c (listsort, count_run, binarysort, gallop_left, gallop_right, merge_lo, merge_hi,
 * powerloop), Objects/listsort.txt.
 */

/** Whether the key that belongs to `a` is less than that of `b`; may throw. */
type Less = (a: number, b: number) => boolean;

interface Run {
  readonly from: number;
  readonly length: number;
  readonly power: number;
}

const MIN_GALLOP = 7;
const MOST_RUN = 64;

/** Sorts `items` in place, stably. `minor`: of the CPython version, 3.`minor`. When `less` throws, their order is any. */
export function timsort(items: number[], less: Less, minor: number): void {
  if (items.length > 1) new Timsort(items, less, minor).sort();
}

class Timsort {
  private readonly items: number[];
  private readonly less: Less;
  private readonly minor: number;
  private readonly pending: Run[] = [];
  private minGallop = MIN_GALLOP;
  /** How often the length can be halved until it is less than MOST_RUN; what minimal lengths leave over. */
  private readonly halvings: number;
  private leftOver = 0;

  constructor(items: number[], less: Less, minor: number) {
    this.items = items;
    this.less = less;
    this.minor = minor;
    let halvings = 0;
    while (items.length >> halvings >= MOST_RUN) halvings++;
    this.halvings = halvings;
  }

  sort(): void {
    const total = this.items.length;
    let from = 0;
    while (from < total) {
      const rest = total - from;
      let length = this.minor >= 13 ? this.countRun(from, rest) : this.countRunBefore13(from, rest);
      const least = Math.min(this.leastRun(), rest);
      if (length < least) {
        this.binarySort(from, least, length);
        length = least;
      }
      this.foundRun(from, length);
      from += length;
    }
    while (this.pending.length > 1) {
      let at = this.pending.length - 2;
      if (at > 0 && this.pending[at - 1].length < this.pending[at + 1].length) at--;
      this.mergeAt(at);
    }
  }

  /** Since 3.15 minimal runs differ by one, so that they add up to the length. */
  private leastRun(): number {
    const total = this.items.length;
    if (this.minor >= 15) {
      this.leftOver += total;
      const least = Math.floor(this.leftOver / 2 ** this.halvings);
      this.leftOver %= 2 ** this.halvings;
      return least;
    }
    const isRounded = total % 2 ** this.halvings > 0;
    return (total >> this.halvings) + Number(isRounded);
  }

  private isLess(a: number, b: number): boolean {
    return this.less(this.items[a], this.items[b]);
  }

  private reverse(from: number, length: number): void {
    const { items } = this;
    for (let i = from, j = from + length - 1; i < j; i++, j--) [items[i], items[j]] = [items[j], items[i]];
  }

  /** Length of the run at `from`, a strictly falling one turned round. */
  private countRunBefore13(from: number, rest: number): number {
    if (rest === 1) return 1;
    const falls = this.isLess(from + 1, from);
    let n = 2;
    while (n < rest && this.isLess(from + n, from + n - 1) === falls) n++;
    if (falls) this.reverse(from, n);
    return n;
  }

  /** The same since 3.13: a falling run may have equal items, and goes on where it rises after having been turned round. */
  private countRun(from: number, rest: number): number {
    const falls = (n: number): boolean => this.isLess(from + n, from + n - 1);
    let n = 1;
    while (n < rest && !falls(n)) n++;
    if (n === rest) return n;
    if (n > 1) {
      if (this.isLess(from, from + n - 1)) return n;
      this.reverse(from, n);
    }
    n++;
    let equal = 0;
    const reverseEqual = (): void => {
      if (equal > 0) this.reverse(from + n - equal - 1, equal + 1);
      equal = 0;
    };
    for (; n < rest; n++) {
      if (falls(n)) reverseEqual();
      else if (this.isLess(from + n - 1, from + n)) break;
      else equal++;
    }
    reverseEqual();
    this.reverse(from, n);
    while (n < rest && !falls(n)) n++;
    return n;
  }

  /** Binary insertion; the first `sorted` of `length` items are in order. */
  private binarySort(from: number, length: number, sorted: number): void {
    const { items, less } = this;
    for (let next = from + sorted; next < from + length; next++) {
      const pivot = items[next];
      let low = from;
      let high = next;
      while (low < high) {
        const middle = low + ((high - low) >> 1);
        if (less(pivot, items[middle])) high = middle;
        else low = middle + 1;
      }
      items.copyWithin(low + 1, low, next);
      items[low] = pivot;
    }
  }

  /** Merges what lies deeper in the tree of merges than the border before the new run. */
  private foundRun(from: number, length: number): void {
    const { pending } = this;
    if (pending.length > 0) {
      const last = pending[pending.length - 1];
      const power = powerOf(last.from, last.length, length, this.items.length);
      while (pending.length > 1 && pending[pending.length - 2].power > power) this.mergeAt(pending.length - 2);
      pending.push({ ...pending.pop()!, power });
    }
    pending.push({ from, length, power: 0 });
  }

  private mergeAt(at: number): void {
    const { items, pending } = this;
    const [a, b] = [pending[at], pending[at + 1]];
    pending.splice(at, 2, { from: a.from, length: a.length + b.length, power: b.power });
    const skipped = this.gallopRight(items[b.from], items, a.from, a.length, 0);
    const leftFrom = a.from + skipped;
    const leftLength = a.length - skipped;
    if (leftLength === 0) return;
    const rightLength = this.gallopLeft(items[leftFrom + leftLength - 1], items, b.from, b.length, b.length - 1);
    if (rightLength === 0) return;
    if (leftLength <= rightLength) this.mergeLow(leftFrom, leftLength, b.from, rightLength);
    else this.mergeHigh(leftFrom, b.from, rightLength);
  }

  /** How many of `length` items from `from` are less than `key`; the search begins at `hint`. */
  private gallopLeft(key: number, items: readonly number[], from: number, length: number, hint: number): number {
    return this.gallop((i) => this.less(items[from + i], key), length, hint);
  }

  /** How many are not greater than `key`. */
  private gallopRight(key: number, items: readonly number[], from: number, length: number, hint: number): number {
    return this.gallop((i) => !this.less(key, items[from + i]), length, hint);
  }

  /** The number of items before the key: steps of 1, 3, 7 ... away from `hint`, then halving. */
  private gallop(isBefore: (index: number) => boolean, length: number, hint: number): number {
    let last = 0;
    let step = 1;
    let low: number;
    let high: number;
    if (isBefore(hint)) {
      const most = length - hint;
      while (step < most && isBefore(hint + step)) [last, step] = [step, 2 * step + 1];
      [low, high] = [hint + last + 1, hint + Math.min(step, most)];
    } else {
      const most = hint + 1;
      while (step < most && !isBefore(hint - step)) [last, step] = [step, 2 * step + 1];
      [low, high] = [hint - Math.min(step, most) + 1, hint - last];
    }
    while (low < high) {
      const middle = low + ((high - low) >> 1);
      if (isBefore(middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Merges from the left: the shorter left run is put aside. */
  private mergeLow(leftFrom: number, leftLength: number, rightFrom: number, rightLength: number): void {
    const { items } = this;
    const left = items.slice(leftFrom, leftFrom + leftLength);
    const end = rightFrom + rightLength;
    let [to, l, r] = [leftFrom, 0, rightFrom];
    const copyLeft = (count: number): void => {
      for (let i = 0; i < count; i++) items[to++] = left[l++];
    };
    const copyRight = (count: number): void => {
      items.copyWithin(to, r, r + count);
      to += count;
      r += count;
    };
    try {
      copyRight(1);
      if (r === end) return;
      if (l === leftLength - 1) return void copyRight(end - r);
      for (;;) {
        let [leftWins, rightWins] = [0, 0];
        do {
          if (this.less(items[r], left[l])) {
            copyRight(1);
            rightWins++;
            leftWins = 0;
            if (r === end) return;
          } else {
            copyLeft(1);
            leftWins++;
            rightWins = 0;
            if (l === leftLength - 1) return void copyRight(end - r);
          }
        } while (leftWins < this.minGallop && rightWins < this.minGallop);
        this.minGallop++;
        do {
          if (this.minGallop > 1) this.minGallop--;
          leftWins = this.gallopRight(items[r], left, l, leftLength - l, 0);
          copyLeft(leftWins);
          if (l === leftLength - 1) return void copyRight(end - r);
          if (l === leftLength) return;
          copyRight(1);
          if (r === end) return;
          rightWins = this.gallopLeft(left[l], items, r, end - r, 0);
          copyRight(rightWins);
          if (r === end) return;
          copyLeft(1);
          if (l === leftLength - 1) return void copyRight(end - r);
        } while (leftWins >= MIN_GALLOP || rightWins >= MIN_GALLOP);
        this.minGallop++;
      }
    } finally {
      copyLeft(leftLength - l);
    }
  }

  /** Merges from the right: the shorter right run is put aside. */
  private mergeHigh(leftFrom: number, rightFrom: number, rightLength: number): void {
    const { items } = this;
    const right = items.slice(rightFrom, rightFrom + rightLength);
    // `to`, `l` and `r` are one behind the next item.
    let [to, l, r] = [rightFrom + rightLength, rightFrom, rightLength];
    const copyLeft = (count: number): void => {
      items.copyWithin(to - count, l - count, l);
      to -= count;
      l -= count;
    };
    const copyRight = (count: number): void => {
      for (let i = 0; i < count; i++) items[--to] = right[--r];
    };
    try {
      copyLeft(1);
      if (l === leftFrom) return;
      if (r === 1) return void copyLeft(l - leftFrom);
      for (;;) {
        let [leftWins, rightWins] = [0, 0];
        do {
          if (this.less(right[r - 1], items[l - 1])) {
            copyLeft(1);
            leftWins++;
            rightWins = 0;
            if (l === leftFrom) return;
          } else {
            copyRight(1);
            rightWins++;
            leftWins = 0;
            if (r === 1) return void copyLeft(l - leftFrom);
          }
        } while (leftWins < this.minGallop && rightWins < this.minGallop);
        this.minGallop++;
        do {
          if (this.minGallop > 1) this.minGallop--;
          const length = l - leftFrom;
          leftWins = length - this.gallopRight(right[r - 1], items, leftFrom, length, length - 1);
          copyLeft(leftWins);
          if (l === leftFrom) return;
          copyRight(1);
          if (r === 1) return void copyLeft(l - leftFrom);
          rightWins = r - this.gallopLeft(items[l - 1], right, 0, r, r - 1);
          copyRight(rightWins);
          if (r === 1) return void copyLeft(l - leftFrom);
          if (r === 0) return;
          copyLeft(1);
          if (l === leftFrom) return;
        } while (leftWins >= MIN_GALLOP || rightWins >= MIN_GALLOP);
        this.minGallop++;
      }
    } finally {
      copyRight(r);
    }
  }
}

/** Where the border between two neighbouring runs lies in the tree of merges (powersort): 1 is its root. */
function powerOf(from: number, firstLength: number, secondLength: number, total: number): number {
  let a = 2 * from + firstLength;
  let b = a + firstLength + secondLength;
  for (let power = 1; ; power++) {
    if (a >= total) {
      a -= total;
      b -= total;
    } else if (b >= total) return power;
    a *= 2;
    b *= 2;
  }
}
