/**
 * The values of atoms, as the journal records them where they are stored: cell words with an even number index this
 * table. Entries are only ever added, so an index means the same at every moment of a run.
 */
import { encodeAtomIndex } from './events.ts';
import { Kind } from './kinds.ts';

/** An entry: the value itself (float, str, big int), or the text that stands for it (`{ text }`). */
export type AtomEntry = number | string | bigint | { readonly text: string };

const LONGEST_STRING = 400;

export class AtomTable {
  readonly entries: AtomEntry[] = [];
  private readonly builtins = new Map<number, number>();

  /** The cell word for an atom's body; adds an entry. The heap remembers the word, so an atom comes here once. */
  wordOf(kind: number, body: unknown): number {
    return this.add(entryOf(kind, body));
  }

  /** The cell word for a built-in object, described once. */
  builtinWord(id: number, describe: () => string): number {
    let word = this.builtins.get(id);
    if (word === undefined) {
      word = this.add({ text: describe() });
      this.builtins.set(id, word);
    }
    return word;
  }

  private add(entry: AtomEntry): number {
    this.entries.push(entry);
    return encodeAtomIndex(this.entries.length - 1);
  }
}

function entryOf(kind: number, body: unknown): AtomEntry {
  switch (kind) {
    case Kind.NONE:
      return { text: 'None' };
    case Kind.BOOL:
      return { text: body === true ? 'True' : 'False' };
    case Kind.ELLIPSIS:
      return { text: 'Ellipsis' };
    case Kind.NOT_IMPLEMENTED:
      return { text: 'NotImplemented' };
    case Kind.INT:
      // A JavaScript number is a float here; ints beyond the small ones are told apart as bigints.
      return BigInt(body as number | bigint);
    case Kind.STR: {
      const text = body as string;
      return text.length <= LONGEST_STRING ? text : text.slice(0, LONGEST_STRING - 1) + '…';
    }
    case Kind.FLOAT:
      return body as number;
    case Kind.BYTES:
      return { text: `b'…' (${(body as Uint8Array).length} bytes)` };
    default:
      return { text: String(body) };
  }
}
