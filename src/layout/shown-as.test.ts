import { describe, expect, it } from 'vitest';
import { kindName } from '../heap/kinds.ts';
import type { LayoutSource } from './layout.ts';
import { shownAs } from './shown-as.ts';

/** `instance; list<1; weakref<2`: ids begin at 1, `<n` names the owner. Gives who draws each. */
function drawnBy(objects: string, { fold = true, internals = false } = {}): string {
  const parts = objects.split('; ');
  const owner = Int32Array.of(0, ...parts.map((part) => Number(part.split('<')[1] ?? 0)));
  const kind = Uint8Array.of(0, ...parts.map((part) => kindName.indexOf(part.split('<')[0])));
  const none = new Int32Array(owner.length);
  const source: LayoutSource = {
    idLimit: owner.length,
    owner,
    kind,
    kindNames: kindName,
    birth: none,
    death: none,
    bytes: null,
    hidden: null,
    statements: null,
  };
  return shownAs(source, fold, internals).slice(1).join(' ');
}

describe('who draws an object', () => {
  it.each([
    ['a node and its list', 'instance; list<1; instance<2; list<3', '1 1 3 3'],
    ['a list on its own', 'list; instance<1', '1 2'],
    ['a list in a list', 'instance; list<1; list<2', '1 1 3'],
    ['a weak reference in a folded list', 'instance; list<1; weakref<2', '1 1 1'],
    ['a weak reference on its own', 'weakref', '1'],
    ['a class with its dict and a function', 'type; dict<1; function<2', '0 0 0'],
    ['data that a class holds', 'type; dict<1; list<2', '0 2 3'],
    ['a function with defaults', 'function; tuple<1', '0 0'],
    ['a closure over data', 'function; tuple<1; cell<2; list<3', '1 1 1 4'],
    ['a closure over nothing', 'function; tuple<1; cell<2', '0 0 0'],
    ['a stored callback', 'list; function<1', '1 2'],
    ['a kept exception', 'exception; tuple<1; traceback<1; frame<3; instance<4', '1 1 3 4 5'],
    ['an exception that keeps nothing', 'exception; tuple<1; traceback<1; frame<3', '1 1 3 0'],
    ['atoms and iterators', 'int; range; range_iterator; iterator', '0 0 0 0'],
  ])('%s', (_, objects, expected) => {
    expect(drawnBy(objects)).toBe(expected);
  });

  it('shows containers as they are on request', () => {
    expect(drawnBy('instance; list<1; weakref<2', { fold: false })).toBe('1 2 3');
  });
  it('shows the machinery on request', () => {
    expect(drawnBy('type; dict<1; function<2', { internals: true })).toBe('1 2 3');
  });
});
