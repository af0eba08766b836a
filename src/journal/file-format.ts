/**
 * A journal as bytes, to be saved or sent, and back. The bytes are not compressed; whoever writes them does that.
 *
 *     'HGJ' version   4 bytes
 *     length          of the header, in bytes
 *     header          JSON: everything that is not words, and the length of each chunk
 *     padding         to a multiple of 4
 *     chunks          32-bit words, little-endian
 *
 * History: 1 the first.
 */
import type { AtomEntry } from '../heap/atom-table.ts';
import { Journal } from './journal.ts';
import type { RunDelta } from '../machine/run-record.ts';

const MAGIC = 'HGJ';
const VERSION = 2;

type SavedAtom = string | { readonly float: string } | { readonly int: string } | { readonly text: string };
type Header = Omit<RunDelta, 'chunks' | 'atoms'> & {
  readonly atoms: readonly SavedAtom[];
  readonly chunkWords: readonly number[];
};

export function encodeJournal(journal: Journal): Uint8Array {
  const { events } = journal;
  const chunks = Array.from({ length: events.chunkCount }, (_, index) => events.wordsOf(index));
  const header: Header = {
    atoms: journal.atoms.map(saveAtom),
    types: [...journal.types.values()],
    codes: [...journal.codes.values()],
    names: [...journal.names],
    statements: journal.statementInfos,
    output: journal.output,
    end: journal.end,
    programStart: journal.programStart,
    idLimit: journal.idLimit,
    globals: journal.globals,
    libraryRanges: journal.libraryRanges,
    chunkWords: chunks.map((chunk) => chunk.length),
  };
  const text = asciiBytes(JSON.stringify(header));
  const wordsAt = Math.ceil((8 + text.length) / 4) * 4;
  const bytes = new Uint8Array(wordsAt + 4 * events.wordCount);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < 3; i++) bytes[i] = MAGIC.charCodeAt(i);
  bytes[3] = VERSION;
  view.setUint32(4, text.length, true);
  bytes.set(text, 8);
  let at = wordsAt;
  for (const chunk of chunks) {
    for (const word of chunk) {
      view.setInt32(at, word, true);
      at += 4;
    }
  }
  return bytes;
}

/** The journal that `bytes` hold. Throws a sentence when they hold none, or one of another version. */
export function decodeJournal(bytes: Uint8Array): Journal {
  const magic = String.fromCharCode(...bytes.subarray(0, 3));
  if (bytes.length < 8 || magic !== MAGIC) throw new Error('This file is no journal of a run.');
  if (bytes[3] !== VERSION) {
    throw new Error(`This journal has version ${bytes[3]}, expected ${VERSION}: record the run again.`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(4, true);
  const header = JSON.parse(asciiText(bytes.subarray(8, 8 + length))) as Header;
  let at = Math.ceil((8 + length) / 4) * 4;
  const chunks = header.chunkWords.map((words) => {
    const chunk = new Int32Array(words);
    for (let i = 0; i < words; i++, at += 4) chunk[i] = view.getInt32(at, true);
    return chunk;
  });
  const journal = new Journal();
  journal.append({ ...header, atoms: header.atoms.map(loadAtom), chunks });
  return journal;
}

// JSON can spell every character in ASCII, so no encoder is needed, which the model would have to be handed.
function asciiBytes(json: string): Uint8Array {
  const ascii = json.replace(
    /[\u0080-\uffff]/g,
    (character) => '\\u' + character.charCodeAt(0).toString(16).padStart(4, '0'),
  );
  return Uint8Array.from(ascii, (character) => character.charCodeAt(0));
}

function asciiText(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4096) {
    text += String.fromCharCode(...bytes.subarray(at, at + 4096));
  }
  return text;
}

// JSON has neither big ints nor nan, and would not tell an int from a float.
function saveAtom(atom: AtomEntry): SavedAtom {
  if (typeof atom === 'bigint') return { int: atom.toString() };
  if (typeof atom === 'number') return { float: Object.is(atom, -0) ? '-0' : String(atom) };
  return atom;
}

function loadAtom(atom: SavedAtom): AtomEntry {
  if (typeof atom === 'string') return atom;
  if ('int' in atom) return BigInt(atom.int);
  return 'float' in atom ? Number(atom.float) : atom;
}
