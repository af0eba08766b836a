/**
 * Two moments compared: what was born, what died, what stayed, by type and by the line that made it. How a leak is found.
 */
import { GrowableInt32 } from '../base/growable.ts';
import { A_WHILE, type Sliced, whole } from '../base/sliced.ts';
import type { Journal } from '../journal/journal.ts';
import type { Stock } from './stock.ts';

/** Objects of one type that one line made. */
export interface ComparisonRow {
  readonly typeName: string;
  /** Where they were made; null: before the program's first line. */
  readonly place: { readonly filename: string; readonly line: number } | null;
  readonly born: Share;
  readonly died: Share;
  /** `bytes`: at the later moment. Of two runs: as many as both have. */
  readonly stayed: Share;
  /** Objects and bytes more than before; below 0: fewer. */
  readonly growth: { readonly objects: number; readonly bytes: number };
}

export interface Share {
  readonly objects: number;
  readonly bytes: number;
  /** The objects, ascending: of what died in the earlier moment, else in the later one. Of two runs: empty for what stayed. */
  readonly ids: Int32Array;
}

export interface Comparison {
  /** False: of two runs; then born and died mean: more in the second, more in the first. */
  readonly isSameRun: boolean;
  /** By type and line, largest growth in bytes first. */
  readonly rows: readonly ComparisonRow[];
  /** The same by type alone; `place` is null. */
  readonly byType: readonly ComparisonRow[];
  readonly total: ComparisonRow;
  /** Objects that were born and died in between, in neither stock. Of two runs: 0. */
  readonly passing: number;
}

/** Compares the stocks of two moments, of one run or of two runs of the same program. A sentence when that makes no sense. */
export function compare(before: Stock, after: Stock): Comparison | string {
  return whole(compareSliced(before, after));
}

/** The same, a little at a time. */
export function* compareSliced(before: Stock, after: Stock): Sliced<Comparison | string> {
  if (before.journal === after.journal) return yield* sameRun(before, after);
  if (programOf(before.journal) !== programOf(after.journal)) {
    return 'These are runs of different programs, so their objects have nothing in common; compare two moments of one run, or two runs of one program.';
  }
  return yield* twoRuns(before, after);
}

function programOf({ statementInfos }: Journal): string {
  return statementInfos[0]?.source ?? '';
}

/** Objects on one side of a comparison: its own, and those of the groups that it is the sum of. */
class Side {
  private readonly ids = new GrowableInt32();
  private readonly parts: Side[] = [];
  objects = 0;
  bytes = 0;

  add(id: number, bytes: number): void {
    this.ids.push(id);
    this.objects++;
    this.bytes += bytes;
  }
  addAll(side: Side): void {
    this.parts.push(side);
    this.objects += side.objects;
    this.bytes += side.bytes;
  }
  /** All of them. Who they are is put together when somebody asks: few of all rows are ever opened. */
  share(): Share {
    const { objects, bytes } = this;
    const list = (): Int32Array => this.list();
    return {
      objects,
      bytes,
      get ids() {
        return list().sort();
      },
    };
  }
  /** Without the first `from` of them. `bytesOf`: what each weighs. */
  rest(from: number, bytesOf: (id: number) => number): Share {
    const ids = this.list().slice(from);
    return { objects: ids.length, bytes: ids.reduce((sum, id) => sum + bytesOf(id), 0), ids: ids.sort() };
  }

  /** A copy, in the order in which they were added. */
  private list(): Int32Array {
    if (this.parts.length === 0) return this.ids.view().slice();
    const all = new Int32Array(this.objects);
    let at = 0;
    for (const side of this.parts) {
      const ids = side.list();
      all.set(ids, at);
      at += ids.length;
    }
    return all;
  }
}

/** Shallow bytes by id, in the first and in the second run. */
interface Weights {
  before(id: number): number;
  after(id: number): number;
}

/** A group while it is filled. */
class Group {
  readonly born = new Side();
  readonly died = new Side();
  readonly stayed = new Side();
  bytesBefore = 0;
  bytesAfter = 0;

  constructor(
    readonly typeName: string,
    readonly place: ComparisonRow['place'],
  ) {}

  addAll(group: Group): void {
    for (const side of ['born', 'died', 'stayed'] as const) this[side].addAll(group[side]);
    this.bytesBefore += group.bytesBefore;
    this.bytesAfter += group.bytesAfter;
  }

  /** One run: objects are the same when their ids are. */
  row(): ComparisonRow {
    const { typeName, place, born, died, stayed } = this;
    const growth = { objects: born.objects - died.objects, bytes: this.bytesAfter - this.bytesBefore };
    return { typeName, place, born: born.share(), died: died.share(), stayed: stayed.share(), growth };
  }

  /** Two runs, all of the first in `died`, all of the second in `born`: as many as both have stayed. */
  rowOfTwoRuns({ before, after }: Weights): ComparisonRow {
    const { typeName, place, born, died } = this;
    const both = Math.min(born.objects, died.objects);
    const more = born.rest(both, after);
    const growth = { objects: born.objects - died.objects, bytes: born.bytes - died.bytes };
    const stayed = { objects: both, bytes: born.bytes - more.bytes, ids: new Int32Array(0) };
    return { typeName, place, born: more, died: died.rest(both, before), stayed, growth };
  }
}

/** Groups by type and line. */
class Groups {
  private readonly byLine = new Map<string, Group>();

  /** Gives the group that an object of `journal` belongs to. */
  finder(journal: Journal): (id: number) => Group {
    const { objects, places } = journal;
    // By type, then by code and line. Numbers below 2 ** 31 are found fastest; what goes round is told apart by `find`.
    const known = new Map<number, Map<number, Group>>();
    let lines = new Map<number, Group>();
    let linesOf = -1;
    return (id) => {
      const index = objects.birthPlace[id];
      const line = index < 0 ? 0 : places.lineAt(index);
      const key = index < 0 ? 0 : ((places.codeAt(index) + 1) << 15) ^ line;
      if (objects.type[id] !== linesOf) {
        linesOf = objects.type[id];
        lines = known.get(linesOf) ?? new Map<number, Group>();
        known.set(linesOf, lines);
      }
      let group = lines.get(key);
      if (group === undefined || (group.place?.line ?? 0) !== line) lines.set(key, (group = this.find(journal, id)));
      return group;
    };
  }

  private find(journal: Journal, id: number): Group {
    const typeName = journal.typeNameOf(id);
    const at = journal.places.get(journal.objects.birthPlace[id]);
    const place = at === null ? null : { filename: journal.codes.get(at.code)?.filename ?? '', line: at.line };
    const key = place === null ? typeName : `${typeName} ${place.filename}:${place.line}`;
    let group = this.byLine.get(key);
    if (group === undefined) this.byLine.set(key, (group = new Group(typeName, place)));
    return group;
  }

  /** `weights`: of two runs; null: one run, in which `passing` objects came and went. */
  comparison(passing: number, weights: Weights | null): Comparison {
    const row = (group: Group): ComparisonRow => (weights === null ? group.row() : group.rowOfTwoRuns(weights));
    const rows = (groups: Iterable<Group>): ComparisonRow[] =>
      [...groups].map(row).sort((a, b) => b.growth.bytes - a.growth.bytes || b.stayed.bytes - a.stayed.bytes);
    const byType = new Map<string, Group>();
    const all = new Group('', null);
    for (const group of this.byLine.values()) {
      let type = byType.get(group.typeName);
      if (type === undefined) byType.set(group.typeName, (type = new Group(group.typeName, null)));
      type.addAll(group);
      all.addAll(group);
    }
    const isSameRun = weights === null;
    return { isSameRun, rows: rows(this.byLine.values()), byType: rows(byType.values()), total: row(all), passing };
  }
}

function* sameRun(one: Stock, other: Stock): Sliced<Comparison> {
  const [before, after] = one.position <= other.position ? [one, other] : [other, one];
  const { birth, death } = before.journal.objects;
  const groups = new Groups();
  const groupOf = groups.finder(before.journal);
  for (let i = 0; i < before.ids.length; i++) {
    if (i % A_WHILE === 0) yield;
    const id = before.ids[i];
    const group = groupOf(id);
    group.bytesBefore += before.bytes[i];
    if (death[id] < after.position) group.died.add(id, before.bytes[i]);
  }
  for (let i = 0; i < after.ids.length; i++) {
    if (i % A_WHILE === 0) yield;
    const id = after.ids[i];
    const group = groupOf(id);
    group.bytesAfter += after.bytes[i];
    (birth[id] >= before.position ? group.born : group.stayed).add(id, after.bytes[i]);
  }
  yield;
  const passing = passingBetween(before, after);
  yield;
  return groups.comparison(passing, null);
}

function passingBetween({ journal, position }: Stock, after: Stock): number {
  const { born, birth, death } = journal.objects;
  let passing = 0;
  for (let i = 0; i < born.length; i++) {
    const id = born.values[i];
    if (birth[id] >= position && death[id] < after.position && !journal.isLibrary(id)) passing++;
  }
  return passing;
}

function* twoRuns(before: Stock, after: Stock): Sliced<Comparison> {
  const groups = new Groups();
  const groupBefore = groups.finder(before.journal);
  for (let i = 0; i < before.ids.length; i++) {
    if (i % A_WHILE === 0) yield;
    groupBefore(before.ids[i]).died.add(before.ids[i], before.bytes[i]);
  }
  const groupAfter = groups.finder(after.journal);
  for (let i = 0; i < after.ids.length; i++) {
    if (i % A_WHILE === 0) yield;
    groupAfter(after.ids[i]).born.add(after.ids[i], after.bytes[i]);
  }
  return groups.comparison(0, { before: weightsOf(before), after: weightsOf(after) });
}

function weightsOf({ journal, ids, bytes }: Stock): (id: number) => number {
  const byId = new Int32Array(journal.idLimit);
  ids.forEach((id, i) => (byId[id] = bytes[i]));
  return (id) => byId[id];
}
