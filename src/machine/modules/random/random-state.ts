/** Body of a random.Random: the generator, and the second value that gauss() has in stock. */
import type { Machine } from '../../native.ts';
import { encodeText } from '../../text/text-encoding.ts';
import { MersenneTwister } from './mersenne-twister.ts';
import { sha512 } from './sha512.ts';

export interface RandomState {
  readonly twister: MersenneTwister;
  nextGauss: number | null;
}

/**
 * What seed() takes where CPython asks the operating system for entropy.
 * Not CPython: a run must be repeatable. "HEAPGLASS" in ASCII.
 */
export const FIXED_SEED = 0x48454150474c415353n;

export function newRandomState(): RandomState {
  const state: RandomState = { twister: new MersenneTwister(), nextGauss: null };
  state.twister.seed(FIXED_SEED);
  return state;
}

/** random.seed(value): `value` borrowed, 0 or None for the fixed seed. Source: CPython Lib/random.py (Random.seed). */
export function seed(m: Machine, state: RandomState, value: number): void {
  state.nextGauss = null;
  if (value === 0 || value === m.none) state.twister.seed(FIXED_SEED);
  else if (m.isInt(value)) state.twister.seed(BigInt(m.intValue(value)));
  else if (m.isStr(value)) state.twister.seed(seedOfBytes(encodeText(m.strValue(value), 'utf-8', 'surrogatepass')));
  else if (m.heap.body[value] instanceof Uint8Array) state.twister.seed(seedOfBytes(m.heap.body[value]));
  else if (m.isFloat(value)) state.twister.seed(BigInt(m.hash(value)));
  else {
    m.raise(
      'TypeError',
      m.profile.versionInfo[1] < 13
        ? 'The only supported seed types are: None,\nint, float, str, bytes, and bytearray.'
        : 'The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.',
    );
  }
}

/** The bytes and their SHA-512, as one big-endian integer. */
function seedOfBytes(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of [...bytes, ...sha512(bytes)]) value = (value << 8n) | BigInt(byte);
  return value;
}
