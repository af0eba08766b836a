/**
 * "Did you mean": what CPython adds to the message of an uncaught NameError, AttributeError or ImportError.
 * Source: CPython Python/suggestions.c (3.11, 3.12), Lib/traceback.py (_compute_suggestion_error).
 */
import { localsOf } from './frame-locals.ts';
import type { FrameBody } from './frames.ts';
import type { PythonMachine } from './machine.ts';
import { dirOf } from './modules/builtin-attributes.ts';
import { PythonError } from './python-error.ts';
import { ExceptionSlot } from './raising.ts';
import { TracebackSlot } from './unwinding.ts';

const MOST_CANDIDATES = 750;
const LONGEST_NAME = 40;
const MOVE_COST = 2;
const CASE_COST = 1;

/** The words after the message, '' where there is nothing to suggest. Borrowed. */
export function suggestionFor(m: PythonMachine, exception: number): string {
  const isImport = m.isInstance(exception, m.type('ImportError'));
  const name = wrongName(m, exception, isImport ? ExceptionSlot.EXTRA + 3 : ExceptionSlot.EXTRA);
  if (name === '') return '';
  const is = (type: string): boolean => m.isInstance(exception, m.type(type));
  try {
    if (isImport) return meaning(importSuggestion(m, exception, name));
    if (is('AttributeError')) return meaning(attributeSuggestion(m, exception, name));
    if (is('NameError')) return nameSuggestion(m, exception, name);
    return '';
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
    m.heap.decref(error.exception);
    return '';
  }
}

const meaning = (suggestion: string | null): string => (suggestion === null ? '' : `. Did you mean: '${suggestion}'?`);

function wrongName(m: PythonMachine, exception: number, slot: number): string {
  const name = m.heap.slots[exception]![slot] ?? 0;
  return name !== 0 && m.isStr(name) ? m.strValue(name) : '';
}

function importSuggestion(m: PythonMachine, exception: number, name: string): string | null {
  const minor = m.profile.versionInfo[1];
  const module = m.dictGet(m.modules, m.heap.slots[exception]![ExceptionSlot.EXTRA + 1]);
  if (minor <= 11 || module === 0) return null;
  const names = namesIn(m, module);
  const isPublic = minor >= 13 && !name.startsWith('_');
  return closest(name, isPublic ? names.filter((each) => !each.startsWith('_')) : names);
}

function attributeSuggestion(m: PythonMachine, exception: number, name: string): string | null {
  const object = m.heap.slots[exception]![ExceptionSlot.EXTRA + 1] ?? 0;
  if (object === 0) return null;
  let names = namesIn(m, object);
  const hidesPrivate = m.profile.versionInfo[1] >= 13 && !name.startsWith('_') && selfOf(m, exception) !== object;
  if (hidesPrivate) names = names.filter((each) => !each.startsWith('_'));
  return closest(name, names);
}

function nameSuggestion(m: PythonMachine, exception: number, name: string): string {
  const frame = innermostFrame(m, exception);
  if (frame === 0) return '';
  const minor = m.profile.versionInfo[1];
  const body = m.heap.body[frame] as FrameBody;
  const locals = localsOf(m, frame);
  const self = m.dictGetName(locals, 'self');
  const ofSelf = minor >= 12 && self !== 0 && namesIn(m, self).includes(name) ? `self.${name}` : null;
  const scopes = [
    minor >= 13 ? keysOf(m, locals) : body.code.code.slotNames,
    keysOf(m, body.globals),
    keysOf(m, m.builtins),
  ];
  m.heap.decref(locals);
  const suggestion =
    minor >= 13
      ? (ofSelf ?? closest(name, scopes.flat()))
      : (closest(name, scopes[0]) ?? ofSelf ?? closest(name, scopes[1]) ?? closest(name, scopes[2]));
  const isModule = minor >= 12 && m.parts.modules.some((module) => module.name === name);
  if (!isModule) return meaning(suggestion);
  return suggestion === null
    ? `. Did you forget to import '${name}'?`
    : `${meaning(suggestion)} Or did you forget to import '${name}'?`;
}

function innermostFrame(m: PythonMachine, exception: number): number {
  let frame = 0;
  for (let at = m.heap.slots[exception]![ExceptionSlot.TRACEBACK]; at !== 0;) {
    frame = m.heap.slots[at]![TracebackSlot.FRAME];
    at = m.heap.slots[at]![TracebackSlot.NEXT];
  }
  return frame;
}

/** The local `self` where the exception arose; borrowed, or 0. */
function selfOf(m: PythonMachine, exception: number): number {
  const frame = innermostFrame(m, exception);
  if (frame === 0) return 0;
  const locals = localsOf(m, frame);
  const self = m.dictGetName(locals, 'self');
  m.heap.decref(locals);
  return self;
}

function namesIn(m: PythonMachine, object: number): string[] {
  const list = dirOf(m, object);
  const names = m.items(list).filter((name) => m.isStr(name));
  const texts = names.map((name) => m.strValue(name));
  m.heap.decref(list);
  return texts;
}

function keysOf(m: PythonMachine, dict: number): string[] {
  return m
    .dictEntries(dict)
    .filter((key, i) => i % 2 === 0 && m.isStr(key))
    .map((key) => m.strValue(key));
}

/** The candidate closest to `name`, null where none is close. Source: _Py_CalculateSuggestions. */
export function closest(name: string, candidates: readonly string[]): string | null {
  if (candidates.length >= MOST_CANDIDATES) return null;
  let best: string | null = null;
  let bestDistance = Infinity;
  for (const candidate of candidates) {
    if (candidate === name) continue;
    const most = Math.min(Math.floor(((name.length + candidate.length + 3) * MOVE_COST) / 6), bestDistance - 1);
    const distance = editDistance(name, candidate, most);
    if (distance > most) continue;
    best = candidate;
    bestDistance = distance;
  }
  return best;
}

/** Levenshtein's distance, a change of case at half price; some number above `most` where it is above `most`. */
function editDistance(a: string, b: string, most: number): number {
  if (a.length > LONGEST_NAME || b.length > LONGEST_NAME) return most + 1;
  if (Math.abs(a.length - b.length) * MOVE_COST > most) return most + 1;
  let row = [...b, ''].map((_, i) => i * MOVE_COST);
  for (let i = 1; i <= a.length; i++) {
    const next = [i * MOVE_COST];
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1] + substitution(a[i - 1], b[j - 1]);
      next.push(Math.min(replaced, row[j] + MOVE_COST, next[j - 1] + MOVE_COST));
    }
    row = next;
  }
  return row[b.length];
}

function substitution(a: string, b: string): number {
  if (a === b) return 0;
  return a.toLowerCase() === b.toLowerCase() ? CASE_COST : MOVE_COST;
}
