import { describe, expect, test } from 'vitest';
import { exponentialText, fixedText, floatRepr, generalText } from './float-text.ts';

// Expected texts are CPython's.
const reprs: readonly (readonly [number, string])[] = [
  [0, '0.0'],
  [1, '1.0'],
  [-1.5, '-1.5'],
  [0.1, '0.1'],
  [0.3333333333333333, '0.3333333333333333'],
  [1000000000000000, '1000000000000000.0'],
  [123456789012345.6, '123456789012345.6'],
  [1e16, '1e+16'],
  [1.5e16, '1.5e+16'],
  [1.2345678901234568e17, '1.2345678901234568e+17'],
  [0.0001, '0.0001'],
  [1e-5, '1e-05'],
  [1.234e-5, '1.234e-05'],
  [1e22, '1e+22'],
  [1e21, '1e+21'],
  [5e-324, '5e-324'],
  [1.7976931348623157e308, '1.7976931348623157e+308'],
  [2.5, '2.5'],
  [100, '100.0'],
  [Infinity, 'inf'],
  [-Infinity, '-inf'],
  [NaN, 'nan'],
  [9007199254740992, '9007199254740992.0'],
  [-0, '-0.0'],
];
const fixed: readonly (readonly [number, number, string])[] = [
  [0.5, 0, '0'],
  [1.5, 0, '2'],
  [2.5, 0, '2'],
  [0.125, 2, '0.12'],
  [0.375, 2, '0.38'],
  [2.675, 2, '2.67'],
  [1e22, 2, '10000000000000000000000.00'],
  [1e-10, 3, '0.000'],
  [123.456, 1, '123.5'],
  [-0.001, 2, '-0.00'],
  [0.1, 20, '0.10000000000000000555'],
  [
    1e300,
    0,
    '1000000000000000052504760255204420248704468581108159154915854115511802457988908195786371375080447864043704443832883878176942523235360430575644792184786706982848387200926575803737830233794788090059368953234970799945081119038967640880074652742780142494579258788820056842838115669472196386865459400540160',
  ],
  [5e-324, 10, '0.0000000000'],
  [9.995, 2, '9.99'],
  [-0, 1, '-0.0'],
];
const exponential: readonly (readonly [number, number, string])[] = [
  [0, 2, '0.00e+00'],
  [12345.678, 3, '1.235e+04'],
  [9.9999, 2, '1.00e+01'],
  [1e-7, 0, '1e-07'],
  [2.5, 0, '2e+00'],
  [3.5, 0, '4e+00'],
  [5e-324, 5, '4.94066e-324'],
  [1.7976931348623157e308, 16, '1.7976931348623157e+308'],
  [-1234.5, 1, '-1.2e+03'],
  [0.1, 25, '1.0000000000000000555111512e-01'],
];
const general: readonly (readonly [number, number, string])[] = [
  [0, 6, '0'],
  [100000, 6, '100000'],
  [1000000, 6, '1e+06'],
  [1234567, 3, '1.23e+06'],
  [0.0001, 6, '0.0001'],
  [1e-5, 6, '1e-05'],
  [1e16, 17, '10000000000000000'],
  [3.14159, 3, '3.14'],
  [100, 1, '1e+02'],
  [99.99, 2, '1e+02'],
  [1e100, 4, '1e+100'],
];

describe('text of floats', () => {
  test.each(reprs)('repr of %d', (value, text) => {
    expect(floatRepr(value)).toBe(text);
  });
  test.each(fixed)('%d with %i digits after the point', (value, precision, text) => {
    expect(fixedText(value, precision)).toBe(text);
  });
  test.each(exponential)('%d with an exponent and %i digits', (value, precision, text) => {
    expect(exponentialText(value, precision)).toBe(text);
  });
  test.each(general)('%d with %i significant digits', (value, precision, text) => {
    expect(generalText(value, precision)).toBe(text);
  });
});
