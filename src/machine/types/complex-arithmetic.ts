/** Complex arithmetic. Source: CPython Objects/complexobject.c (_Py_c_quot, _Py_c_pow). */

/** Body of a COMPLEX object. */
export interface Complex {
  readonly re: number;
  readonly im: number;
}

export function addComplex(a: Complex, b: Complex): Complex {
  return { re: a.re + b.re, im: a.im + b.im };
}

export function subtractComplex(a: Complex, b: Complex): Complex {
  return { re: a.re - b.re, im: a.im - b.im };
}

export function multiplyComplex(a: Complex, b: Complex): Complex {
  return { re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re };
}

/** Smith's method, which does not overflow in between; null when `b` is zero. */
export function divideComplex(a: Complex, b: Complex): Complex | null {
  if (b.re === 0 && b.im === 0) return null;
  if (Math.abs(b.re) >= Math.abs(b.im)) {
    const ratio = b.im / b.re;
    const denominator = b.re + b.im * ratio;
    return { re: (a.re + a.im * ratio) / denominator, im: (a.im - a.re * ratio) / denominator };
  }
  const ratio = b.re / b.im;
  const denominator = b.re * ratio + b.im;
  return { re: (a.re * ratio + a.im) / denominator, im: (a.im * ratio - a.re) / denominator };
}

/** null for zero to a negative or complex power. */
export function complexPower(a: Complex, b: Complex): Complex | null {
  if (b.re === 0 && b.im === 0) return { re: 1, im: 0 };
  if (a.re === 0 && a.im === 0) return b.im !== 0 || b.re < 0 ? null : { re: 0, im: 0 };
  if (b.im === 0 && Number.isInteger(b.re) && Math.abs(b.re) <= 100) {
    const result = powerByInteger(a, Math.abs(b.re));
    return b.re >= 0 ? result : divideComplex({ re: 1, im: 0 }, result);
  }
  const size = Math.hypot(a.re, a.im);
  const angle = Math.atan2(a.im, a.re);
  let length = size ** b.re;
  let phase = angle * b.re;
  if (b.im !== 0) {
    length *= Math.exp(-angle * b.im);
    phase += b.im * Math.log(size);
  }
  return { re: length * Math.cos(phase), im: length * Math.sin(phase) };
}

function powerByInteger(base: Complex, exponent: number): Complex {
  let result: Complex = { re: 1, im: 0 };
  let square = base;
  for (let mask = 1; mask <= exponent; mask *= 2) {
    if (exponent & mask) result = multiplyComplex(result, square);
    square = multiplyComplex(square, square);
  }
  return result;
}
