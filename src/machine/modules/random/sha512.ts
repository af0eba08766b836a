/** SHA-512 (FIPS 180-4), which random.seed(str) mixes into the seed. */

const MASK = 0xffffffffffffffffn;

function primes(count: number): bigint[] {
  const found: bigint[] = [];
  for (let n = 2n; found.length < count; n++) if (found.every((prime) => n % prime !== 0n)) found.push(n);
  return found;
}

/** First 64 bits of the fraction of the `degree`-th root of `n`. */
function rootFraction(n: bigint, degree: bigint): bigint {
  const target = n << (64n * degree);
  let low = 0n;
  let high = 1n << 72n;
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** degree <= target) low = middle;
    else high = middle;
  }
  return low & MASK;
}

const rotate = (x: bigint, n: bigint): bigint => ((x >> n) | (x << (64n - n))) & MASK;

/** The 64 bytes of the digest. */
export function sha512(message: Uint8Array): Uint8Array {
  const K = primes(80).map((prime) => rootFraction(prime, 3n));
  const H = primes(8).map((prime) => rootFraction(prime, 2n));
  const length = Math.ceil((message.length + 17) / 128) * 128;
  const padded = new Uint8Array(length);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(length - 8, BigInt(message.length) * 8n);
  const W: bigint[] = new Array<bigint>(80).fill(0n);
  for (let at = 0; at < length; at += 128) {
    for (let t = 0; t < 16; t++) W[t] = view.getBigUint64(at + 8 * t);
    for (let t = 16; t < 80; t++) {
      const s0 = rotate(W[t - 15], 1n) ^ rotate(W[t - 15], 8n) ^ (W[t - 15] >> 7n);
      const s1 = rotate(W[t - 2], 19n) ^ rotate(W[t - 2], 61n) ^ (W[t - 2] >> 6n);
      W[t] = (W[t - 16] + s0 + W[t - 7] + s1) & MASK;
    }
    let [a, b, c, d, e, f, g, h] = H;
    for (let t = 0; t < 80; t++) {
      const S1 = rotate(e, 14n) ^ rotate(e, 18n) ^ rotate(e, 41n);
      const T1 = (h + S1 + ((e & f) ^ (~e & MASK & g)) + K[t] + W[t]) & MASK;
      const S0 = rotate(a, 28n) ^ rotate(a, 34n) ^ rotate(a, 39n);
      const T2 = (S0 + ((a & b) ^ (a & c) ^ (b & c))) & MASK;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + T1) & MASK, c, b, a, (T1 + T2) & MASK];
    }
    [a, b, c, d, e, f, g, h].forEach((value, i) => (H[i] = (H[i] + value) & MASK));
  }
  const digest = new Uint8Array(64);
  const out = new DataView(digest.buffer);
  H.forEach((value, i) => out.setBigUint64(8 * i, value));
  return digest;
}
