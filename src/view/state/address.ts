/**
 * The address: everything that makes a picture, in the fragment of the URL. Opening it gives the same picture.
 *
 *     #v=1&lesson=parent-links&layout=radial&at=512
 *     #v=1&code=<deflated, base64url>&collector=mark-sweep&at=512&object=77
 *
 * Nothing is sent to a server: browsers keep the fragment to themselves. The page loads this file beside its first
 * picture, which needs it only where there is a fragment: components import its types, and values from choices.ts.
 */
import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import type { Breakpoint } from '../../playhead/breakpoints.ts';
import {
  collectorChoices,
  drawnByChoices,
  layoutChoices,
  pythonChoices,
  type CollectorChoice,
  type DrawnByChoice,
  type LayoutChoice,
  type PythonChoice,
} from './choices.ts';

/** What an address says. A field left out has its default. */
export interface Address {
  /** Id of a lesson, when the program is one. */
  readonly lesson?: string;
  /** The program, when it is no lesson's. */
  readonly source?: string;
  /** Statements run on the program's heap afterwards, in order. */
  readonly statements?: readonly string[];
  readonly collector?: CollectorChoice;
  readonly python?: PythonChoice;
  readonly layout?: LayoutChoice;
  /** Containers drawn as objects of their own instead of folded into their owners. */
  readonly unfolded?: boolean;
  readonly hideGhosts?: boolean;
  /** Who draws overviews, where it is not left to the page. */
  readonly drawnBy?: DrawnByChoice;
  /** Position in the journal. */
  readonly at?: number;
  /** The selected object's id. */
  readonly object?: number;
  /** The moment marked as A, that others are compared with: a position. */
  readonly marked?: number;
  readonly breakpoints?: readonly Breakpoint[];
  /** What the program also runs under, side by side. */
  readonly beside?: { readonly collector: CollectorChoice; readonly python: PythonChoice };
}

export type AddressReading =
  { readonly ok: true; readonly address: Address } | { readonly ok: false; readonly message: string };

const VERSION = 1;
/** Longest program that is unpacked: a link cannot make the page swallow a gigabyte. */
const MOST_CHARACTERS = 5_000_000;

/** The fragment, without '#', that `readAddress` reads back as `address`. */
export function writeAddress(address: Address): string {
  const parts = new URLSearchParams({ v: String(VERSION) });
  if (address.lesson !== undefined) parts.set('lesson', address.lesson);
  if (address.source !== undefined) parts.set('code', pack(address.source));
  if (address.statements?.length) parts.set('then', pack(JSON.stringify(address.statements)));
  if (address.collector !== undefined) parts.set('collector', address.collector);
  if (address.python !== undefined) parts.set('python', address.python);
  if (address.layout !== undefined) parts.set('layout', address.layout);
  if (address.unfolded) parts.set('containers', 'shown');
  if (address.hideGhosts) parts.set('ghosts', 'hidden');
  if (address.drawnBy !== undefined) parts.set('draw', address.drawnBy);
  if (address.at !== undefined) parts.set('at', String(address.at));
  if (address.object !== undefined) parts.set('object', String(address.object));
  if (address.marked !== undefined) parts.set('marked', String(address.marked));
  if (address.breakpoints?.length) parts.set('break', address.breakpoints.map(breakpointWord).join(' '));
  if (address.beside !== undefined) parts.set('beside', `${address.beside.collector} ${address.beside.python}`);
  return parts.toString();
}

/** What a fragment says, or one sentence about what is wrong with it. An empty fragment says nothing. */
export function readAddress(fragment: string): AddressReading {
  const text = fragment.replace(/^#/, '');
  if (text === '') return { ok: true, address: {} };
  const parts = new URLSearchParams(text);
  const damaged = (what: string): AddressReading => ({
    ok: false,
    message: `This link is damaged (${what}), so the page opened on its usual program; ask for the link again, or paste the program.`,
  });
  const version = Number(parts.get('v') ?? NaN);
  if (!Number.isInteger(version) || version < 1) return damaged('it does not say which version wrote it');
  if (version > VERSION) {
    return {
      ok: false,
      message: `This link was made by a newer Heapglass (format ${version}, this page reads up to ${VERSION}); reload the page to get the newest one.`,
    };
  }
  const address: { -readonly [K in keyof Address]: Address[K] } = {};
  const lesson = parts.get('lesson');
  if (lesson !== null) address.lesson = lesson;
  const code = parts.get('code');
  if (code !== null) {
    const source = unpack(code);
    if (source === null) return damaged('the program in it cannot be unpacked');
    address.source = source;
  }
  const then = parts.get('then');
  if (then !== null) {
    const statements = parseStatements(unpack(then));
    if (statements === null) return damaged('the statements in it cannot be unpacked');
    address.statements = statements;
  }
  const collector = parts.get('collector');
  if (collector !== null) {
    const choice = collectorChoices.find((c) => c === collector);
    if (choice === undefined) return damaged(`collector “${collector}”, expected ${collectorChoices.join(', ')}`);
    address.collector = choice;
  }
  const layout = parts.get('layout');
  if (layout !== null) {
    const choice = layoutChoices.find((c) => c === layout);
    if (choice === undefined) return damaged(`layout “${layout}”, expected ${layoutChoices.join(', ')}`);
    address.layout = choice;
  }
  const python = parts.get('python');
  if (python !== null) {
    const choice = pythonChoices.find((c) => c === python);
    if (choice === undefined) return damaged(`Python “${python}”, expected ${pythonChoices.join(', ')}`);
    address.python = choice;
  }
  if (parts.get('containers') === 'shown') address.unfolded = true;
  if (parts.get('ghosts') === 'hidden') address.hideGhosts = true;
  const drawnBy = parts.get('draw');
  if (drawnBy !== null) {
    const choice = drawnByChoices.find((c) => c === drawnBy);
    if (choice === undefined) return damaged(`draw “${drawnBy}”, expected ${drawnByChoices.join(', ')}`);
    address.drawnBy = choice;
  }
  for (const [name, field] of [
    ['at', 'at'],
    ['object', 'object'],
    ['marked', 'marked'],
  ] as const) {
    const value = parts.get(name);
    if (value === null) continue;
    if (!/^\d{1,12}$/.test(value)) return damaged(`${name} “${value}”, expected a whole number`);
    address[field] = Number(value);
  }
  const beside = parts.get('beside');
  if (beside !== null) {
    const [first, second] = beside.split(' ');
    const collector = collectorChoices.find((c) => c === first);
    const python = pythonChoices.find((c) => c === second);
    if (collector === undefined || python === undefined)
      return damaged(`beside “${beside}”, expected a collector and a version, such as “mark-sweep 3.13”`);
    address.beside = { collector, python };
  }
  const stops = parts.get('break');
  if (stops !== null) {
    const breakpoints = stops.split(' ').map(readBreakpoint);
    const wrong = breakpoints.indexOf(null);
    if (wrong >= 0) return damaged(`breakpoint “${stops.split(' ')[wrong]}”, expected line.12 or collection`);
    address.breakpoints = breakpoints.filter((each) => each !== null);
  }
  return { ok: true, address };
}

/** `line.12`, `collection`, `death.77`, `refcount.77` */
function breakpointWord(breakpoint: Breakpoint): string {
  if (breakpoint.kind === 'collection') return 'collection';
  return `${breakpoint.kind}.${breakpoint.kind === 'line' ? breakpoint.line : breakpoint.object}`;
}

function readBreakpoint(word: string): Breakpoint | null {
  if (word === 'collection') return { kind: 'collection' };
  const [, kind, number] = /^(line|death|refcount)\.(\d{1,12})$/.exec(word) ?? [];
  if (kind === 'line') return { kind, line: Number(number) };
  if (kind === 'death' || kind === 'refcount') return { kind, object: Number(number) };
  return null;
}

function pack(text: string): string {
  let binary = '';
  for (const byte of deflateSync(strToU8(text), { level: 9 })) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function unpack(packed: string): string | null {
  try {
    const binary = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
    const text = strFromU8(inflateSync(Uint8Array.from(binary, (c) => c.charCodeAt(0))));
    return text.length <= MOST_CHARACTERS ? text : null;
  } catch {
    return null; // not base64, or not deflate: the caller says so
  }
}

function parseStatements(json: string | null): string[] | null {
  if (json === null) return null;
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) && value.every((v) => typeof v === 'string') ? value : null;
  } catch {
    return null;
  }
}
