/** What the words mean that the page uses: one sentence each. CPython's words first. */
export interface Entry {
  readonly term: string;
  /** How it is written in running text, where that is more than the term itself. */
  readonly forms?: readonly string[];
  readonly sentence: string;
}

export const glossary: readonly Entry[] = [
  {
    term: 'reference count',
    forms: ['refcount', 'refcounts', 'reference counts'],
    sentence: 'How many references to an object there are; when it falls to 0 the object is freed at once.',
  },
  {
    term: 'strong reference',
    forms: ['strong references', 'strong path', 'strong'],
    sentence: 'A reference that counts: as long as it is there, the object it leads to is not freed.',
  },
  {
    term: 'weak reference',
    forms: ['weak references', 'weak', 'weakly'],
    sentence:
      'A reference that does not count: it leads to an object without keeping it alive, and is cleared when that dies.',
  },
  {
    term: 'callback',
    forms: ['callbacks'],
    sentence: 'A function that a weak reference calls when the object it leads to dies.',
  },
  {
    term: 'garbage',
    sentence: 'Objects that no root reaches any more: no statement can get at them.',
  },
  {
    term: 'cyclic garbage',
    sentence:
      'Garbage whose objects refer to each other in a cycle, so that their counts never fall to 0; only the collector frees it.',
  },
  {
    term: 'cycle',
    forms: ['cycles'],
    sentence: 'Objects of which each can be reached from each other one by references.',
  },
  {
    term: 'collector',
    sentence: 'The part of Python that looks for cycles nobody outside holds, and frees them.',
  },
  {
    term: 'collection',
    forms: ['collections', 'full collection', 'full collections'],
    sentence: 'One run of the collector over some generations, started by a threshold or by gc.collect().',
  },
  {
    term: 'generation',
    forms: ['generations', 'young', 'oldest'],
    sentence:
      'A group of containers of about the same age; the young are examined often, the old seldom, because most objects die young.',
  },
  {
    term: 'promotion',
    forms: ['promoted', 'survives', 'survivors'],
    sentence: 'What a collection leaves alive moves into the next older generation.',
  },
  {
    term: 'threshold',
    forms: ['thresholds'],
    sentence:
      'How far a counter of new containers, or of younger collections, may rise before a generation is collected.',
  },
  {
    term: 'increment',
    forms: ['increments', 'incremental'],
    sentence:
      'The share of the old objects that Python 3.14.0 to 3.14.4 examines with each automatic collection, instead of all of them now and then.',
  },
  {
    term: '25 % rule',
    forms: ['a quarter as many'],
    sentence:
      'The oldest generation is only collected when more objects have grown old since than a quarter of those that its last collection left.',
  },
  {
    term: 'gc_refs',
    sentence:
      'The collector’s copy of a reference count, from which it subtracts the references that come from among the examined objects.',
  },
  {
    term: 'tentatively unreachable',
    sentence: 'All references found so far come from among the examined objects; one from outside may still turn up.',
  },
  {
    term: 'unreachable',
    sentence: 'No reference from outside the examined objects leads to it, directly or by others: it is garbage.',
  },
  {
    term: 'rescue',
    forms: ['rescued', 'rescues'],
    sentence: 'A tentatively unreachable object is taken back because something that stays refers to it.',
  },
  {
    term: 'finalizer',
    forms: ['finalizers', '__del__'],
    sentence: 'Code that runs once before an object dies: its __del__ method, or the rest of a generator.',
  },
  {
    term: 'resurrected',
    forms: ['resurrection', 'resurrection check'],
    sentence: 'Alive again because its own finalizer, or that of another object, stored a new reference to it.',
  },
  {
    term: 'clear',
    forms: ['clears', 'cleared', 'tp_clear'],
    sentence:
      'The collector makes an object let go of what it refers to, so that the counts within a cycle can fall to 0.',
  },
  {
    term: 'freed',
    forms: ['deallocate', 'deallocated', 'frees'],
    sentence: 'The object’s memory is given back; its own references are released first, which may free others.',
  },
  {
    // Not `root`: that is what most programs here call a variable.
    term: 'roots',
    sentence:
      'Where reachability begins: global variables, the local variables of running calls, and their value stacks.',
  },
  {
    term: 'value stack',
    sentence: 'Where a running call keeps what it is just working with; each entry holds a reference.',
  },
  {
    term: 'frame',
    forms: ['frames'],
    sentence: 'A running call: its local variables, its value stack and the line it is on.',
  },
  {
    term: 'borrowed',
    forms: ['borrows'],
    sentence:
      'Used without a count of its own, because somebody else is sure to hold the object meanwhile; Python does so from 3.14 on.',
  },
  {
    term: 'container',
    forms: ['containers'],
    sentence: 'An object that can refer to others, and so can be part of a cycle; the collector tracks it.',
  },
  {
    term: 'tracked',
    forms: ['untracked', 'not tracked'],
    sentence: 'In one of the collector’s generations; objects that cannot be part of a cycle are not.',
  },
  {
    term: 'immortal',
    sentence: 'Never freed, whatever its count says: None, small numbers and built-in types, from Python 3.12 on.',
  },
  {
    term: 'frozen',
    forms: ['permanent'],
    sentence: 'In the permanent generation after gc.freeze(): no collection looks at it.',
  },
  {
    term: 'gc.garbage',
    sentence: 'A list in which the collector leaves what it found but did not free, with gc.DEBUG_SAVEALL for example.',
  },
  {
    term: 'mark-and-sweep',
    forms: ['sweep', 'sweeps', 'swept'],
    sentence:
      'The textbook collector: mark all that the roots reach, then free the rest of the whole heap; no counts are kept.',
  },
  { term: 'grey', sentence: 'Reached by the marking, with its own references not followed yet.' },
  { term: 'black', sentence: 'Reached by the marking, with all its references followed.' },
  {
    term: 'retained size',
    forms: ['retained sizes', 'retained'],
    sentence: 'The bytes that would go if an object went: its own, and those of everything that only it keeps alive.',
  },
  {
    term: 'dominator',
    forms: ['dominators', 'keeper', 'keepers'],
    sentence: 'An object that every path from a root to another one passes: without it the other one would be garbage.',
  },
  {
    term: 'ghost',
    forms: ['ghosts'],
    sentence: 'The place of an object that has been freed; it says how and when it died.',
  },
  {
    term: 'breakpoint',
    forms: ['breakpoints'],
    sentence:
      'A line, a collection, a death or a change of a count at which the run is stopped, forwards or backwards.',
  },
];

export interface Piece {
  readonly text: string;
  readonly isCode: boolean;
  readonly entry: Entry | null;
}

const entryOf: ReadonlyMap<string, Entry> = new Map(
  glossary.flatMap((entry) => [entry.term, ...(entry.forms ?? [])].map((form) => [form.toLowerCase(), entry] as const)),
);
const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}_.])(${[...entryOf.keys()]
    .sort((a, b) => b.length - a.length)
    .map((form) => form.replaceAll('.', '\\.'))
    .join('|')})(?![\\p{L}\\p{N}_(])`,
  'giu',
);

/** Text with `code` in it, cut where a word of the glossary stands for the first time. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  const seen = new Set<Entry>();
  text.split('`').forEach((part, i) => {
    if (i % 2 === 1) return pieces.push({ text: part, isCode: true, entry: null });
    let at = 0;
    for (const match of part.matchAll(pattern)) {
      const entry = entryOf.get(match[0].toLowerCase());
      if (entry === undefined || seen.has(entry)) continue;
      seen.add(entry);
      if (match.index > at) pieces.push({ text: part.slice(at, match.index), isCode: false, entry: null });
      pieces.push({ text: match[0], isCode: false, entry });
      at = match.index + match[0].length;
    }
    if (at < part.length) pieces.push({ text: part.slice(at), isCode: false, entry: null });
  });
  return pieces;
}
