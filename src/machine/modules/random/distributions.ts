/** The real-valued distributions. Source: CPython Lib/random.py. */
import type { RandomState } from './random-state.ts';

const TWO_PI = 2 * Math.PI;
const NV_MAGIC = (4 * Math.exp(-0.5)) / Math.sqrt(2);
const LOG4 = Math.log(4);
const SG_MAGIC = 1 + Math.log(4.5);

export function gauss(state: RandomState, mu: number, sigma: number): number {
  let z = state.nextGauss;
  state.nextGauss = null;
  if (z === null) {
    const x2pi = state.twister.random() * TWO_PI;
    const g2rad = Math.sqrt(-2 * Math.log(1 - state.twister.random()));
    z = Math.cos(x2pi) * g2rad;
    state.nextGauss = Math.sin(x2pi) * g2rad;
  }
  return mu + z * sigma;
}

/** Kinderman and Monahan. */
export function normalVariate(state: RandomState, mu: number, sigma: number): number {
  for (;;) {
    const u1 = state.twister.random();
    const u2 = 1 - state.twister.random();
    const z = (NV_MAGIC * (u1 - 0.5)) / u2;
    if ((z * z) / 4 <= -Math.log(u2)) return mu + z * sigma;
  }
}

export function expoVariate(state: RandomState, lambda: number): number {
  return -Math.log(1 - state.twister.random()) / lambda;
}

export function triangular(state: RandomState, low: number, high: number, mode: number | null): number {
  let u = state.twister.random();
  if (high === low) return low;
  let c = mode === null ? 0.5 : (mode - low) / (high - low);
  if (u > c) {
    u = 1 - u;
    c = 1 - c;
    [low, high] = [high, low];
  }
  return low + (high - low) * Math.sqrt(u * c);
}

export function gammaVariate(state: RandomState, alpha: number, beta: number): number {
  const { twister } = state;
  if (alpha > 1) {
    const ainv = Math.sqrt(2 * alpha - 1);
    const bbb = alpha - LOG4;
    const ccc = alpha + ainv;
    for (;;) {
      const u1 = twister.random();
      if (!(u1 > 1e-7 && u1 < 0.9999999)) continue;
      const u2 = 1 - twister.random();
      const v = Math.log(u1 / (1 - u1)) / ainv;
      const x = alpha * Math.exp(v);
      const z = u1 * u1 * u2;
      const r = bbb + ccc * v - x;
      if (r + SG_MAGIC - 4.5 * z >= 0 || r >= Math.log(z)) return x * beta;
    }
  }
  if (alpha === 1) return -Math.log(1 - twister.random()) * beta;
  for (;;) {
    const b = (Math.E + alpha) / Math.E;
    const p = b * twister.random();
    const x = p <= 1 ? p ** (1 / alpha) : -Math.log((b - p) / alpha);
    const u1 = twister.random();
    if (p > 1 ? u1 <= x ** (alpha - 1) : u1 <= Math.exp(-x)) return x * beta;
  }
}

export function betaVariate(state: RandomState, alpha: number, beta: number): number {
  const y = gammaVariate(state, alpha, 1);
  return y === 0 ? 0 : y / (y + gammaVariate(state, beta, 1));
}

export function vonMisesVariate(state: RandomState, mu: number, kappa: number): number {
  const { twister } = state;
  if (kappa <= 1e-6) return TWO_PI * twister.random();
  const s = 0.5 / kappa;
  const r = s + Math.sqrt(1 + s * s);
  for (;;) {
    const u1 = twister.random();
    const z = Math.cos(Math.PI * u1);
    const d = z / (r + z);
    const u2 = twister.random();
    if (u2 >= 1 - d * d && u2 > (1 - d) * Math.exp(d)) continue;
    const q = 1 / r;
    const f = (q + z) / (1 + q * z);
    const sign = twister.random() > 0.5 ? 1 : -1;
    return (((mu + sign * Math.acos(f)) % TWO_PI) + TWO_PI) % TWO_PI;
  }
}

export function paretoVariate(state: RandomState, alpha: number): number {
  return (1 - state.twister.random()) ** (-1 / alpha);
}

export function weibullVariate(state: RandomState, alpha: number, beta: number): number {
  return alpha * (-Math.log(1 - state.twister.random())) ** (1 / beta);
}
