/**
 * MT19937. Source: Matsumoto and Nishimura, mt19937ar.c; CPython Modules/_randommodule.c.
 */
const N = 624;
const M = 397;
const MATRIX_A = 0x9908b0df;
const UPPER_MASK = 0x80000000;
const LOWER_MASK = 0x7fffffff;
const BASE_SEED = 19650218;

export class MersenneTwister {
  readonly state = new Uint32Array(N);
  index = N + 1;

  /** Seeds with an integer, as random.seed(n) does: its magnitude as 32-bit words, least significant first. */
  seed(value: bigint): void {
    let rest = value < 0n ? -value : value;
    const words: number[] = [];
    do {
      words.push(Number(rest & 0xffffffffn));
      rest >>= 32n;
    } while (rest > 0n);
    this.initByArray(words);
  }

  private initGenrand(seed: number): void {
    const { state } = this;
    state[0] = seed;
    for (let i = 1; i < N; i++) {
      const previous = state[i - 1] ^ (state[i - 1] >>> 30);
      state[i] = Math.imul(1812433253, previous) + i;
    }
    this.index = N;
  }

  private initByArray(key: readonly number[]): void {
    this.initGenrand(BASE_SEED);
    const { state } = this;
    let i = 1;
    let j = 0;
    for (let k = Math.max(N, key.length); k > 0; k--) {
      const previous = state[i - 1] ^ (state[i - 1] >>> 30);
      state[i] = (state[i] ^ Math.imul(previous, 1664525)) + key[j] + j;
      i++;
      j++;
      if (i >= N) {
        state[0] = state[N - 1];
        i = 1;
      }
      if (j >= key.length) j = 0;
    }
    for (let k = N - 1; k > 0; k--) {
      const previous = state[i - 1] ^ (state[i - 1] >>> 30);
      state[i] = (state[i] ^ Math.imul(previous, 1566083941)) - i;
      i++;
      if (i >= N) {
        state[0] = state[N - 1];
        i = 1;
      }
    }
    state[0] = 0x80000000;
  }

  /** The next 32 bits, as a number from 0 to 2^32 - 1. */
  next(): number {
    if (this.index >= N) this.refill();
    let y = this.state[this.index++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    y ^= y >>> 18;
    return y >>> 0;
  }

  private refill(): void {
    const { state } = this;
    for (let k = 0; k < N; k++) {
      const y = (state[k] & UPPER_MASK) | (state[(k + 1) % N] & LOWER_MASK);
      state[k] = state[(k + M) % N] ^ (y >>> 1) ^ (y & 1 ? MATRIX_A : 0);
    }
    this.index = 0;
  }

  /** A float in [0, 1) with 53 random bits. */
  random(): number {
    const a = this.next() >>> 5;
    const b = this.next() >>> 6;
    return (a * 67108864 + b) / 9007199254740992;
  }

  /** An integer of `bits` random bits. */
  bits(bits: number): bigint {
    if (bits <= 32) return BigInt(bits === 0 ? 0 : this.next() >>> (32 - bits));
    let value = 0n;
    for (let shift = 0; shift < bits; shift += 32) {
      const left = bits - shift;
      const word = left < 32 ? this.next() >>> (32 - left) : this.next();
      value |= BigInt(word) << BigInt(shift);
    }
    return value;
  }

  /** An integer from 0 to `limit` - 1: draws until one fits. */
  below(limit: bigint): bigint {
    if (limit <= 0x100000000n) return BigInt(this.belowNumber(Number(limit)));
    const bits = limit.toString(2).length;
    let drawn = this.bits(bits);
    while (drawn >= limit) drawn = this.bits(bits);
    return drawn;
  }

  /** The same for limits up to 2^32. */
  belowNumber(limit: number): number {
    if (limit === 0) return 0;
    const bits = limit < 0x80000000 ? 32 - Math.clz32(limit) : limit < 0x100000000 ? 32 : 33;
    if (bits === 33) return Number(this.below33(BigInt(limit)));
    const shift = 32 - bits;
    let drawn = this.next() >>> shift;
    while (drawn >= limit) drawn = this.next() >>> shift;
    return drawn;
  }

  private below33(limit: bigint): bigint {
    let drawn = this.bits(33);
    while (drawn >= limit) drawn = this.bits(33);
    return drawn;
  }
}
