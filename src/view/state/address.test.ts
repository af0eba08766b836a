import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress, writeAddress, type Address } from './address.ts';
import { collectorChoices, drawnByChoices, layoutChoices, pythonChoices } from './choices.ts';

const addresses: fc.Arbitrary<Address> = fc.record(
  {
    lesson: fc.string({ minLength: 1 }),
    source: fc.string({ unit: 'grapheme' }),
    statements: fc.array(fc.string(), { minLength: 1 }),
    collector: fc.constantFrom(...collectorChoices),
    python: fc.constantFrom(...pythonChoices),
    layout: fc.constantFrom(...layoutChoices),
    unfolded: fc.constant(true),
    hideGhosts: fc.constant(true),
    drawnBy: fc.constantFrom(...drawnByChoices),
    at: fc.nat(),
    object: fc.nat(),
    marked: fc.nat(),
    beside: fc.record({ collector: fc.constantFrom(...collectorChoices), python: fc.constantFrom(...pythonChoices) }),
    breakpoints: fc.array(
      fc.oneof(
        fc.record({ kind: fc.constant('line' as const), line: fc.nat() }),
        fc.record({ kind: fc.constant('collection' as const) }),
        fc.record({ kind: fc.constantFrom('death' as const, 'refcount' as const), object: fc.nat() }),
      ),
      { minLength: 1 },
    ),
  },
  { requiredKeys: [] },
);

describe('address', () => {
  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(addresses, (address) => {
        expect(readAddress('#' + writeAddress(address))).toEqual({ ok: true, address });
      }),
    );
  });

  it('never throws, and says one sentence about what it cannot read', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const reading = readAddress('#v=1&' + text);
        if (!reading.ok) expect(reading.message).toMatch(/^This link .*\.$/);
      }),
    );
  });

  it.each([
    ['#v=1&code=!!!', /program in it cannot be unpacked/],
    ['#v=1&then=AAAA', /statements in it cannot be unpacked/],
    ['#v=1&layout=spiral', /layout “spiral”, expected tidy, radial/],
    ['#v=1&at=soon', /at “soon”, expected a whole number/],
    ['#lesson=x', /does not say which version/],
    ['#v=9', /newer Heapglass/],
  ])('%s', (fragment, message) => {
    const reading = readAddress(fragment);
    expect(reading.ok).toBe(false);
    if (!reading.ok) expect(reading.message).toMatch(message);
  });

  it('an empty fragment says nothing', () => {
    expect(readAddress('')).toEqual({ ok: true, address: {} });
  });

  it('keeps a truncated link from opening as something else', () => {
    const whole = writeAddress({ source: 'import gc\nroot = [[1], [2], [3]]\ndel root\n'.repeat(20) });
    for (const cut of [10, 20, 30]) expect(readAddress('#' + whole.slice(0, -cut)).ok).toBe(false);
  });
});
