/** The moment at the playhead, as a picture needs it: `MomentView` of src/draw over a playhead's state. */
import type { MomentView, NameTag, VisitReference } from '../../draw/moment-view.ts';
import { Kind, kindName } from '../../heap/kinds.ts';
import { cellTextAt, slotNameAt, valueTextAt } from '../../insight/label.ts';
import type { Journal } from '../../journal/journal.ts';
import type { HeapView } from '../../playhead/heap-state.ts';

/** Most name tags a picture gets: deep recursion has thousands of frames, and only the innermost ones say something. */
const MOST_FRAMES = 12;
const LONGEST_VALUE = 12;
/** What is held in no numbered slot. */
const DICT_SLOT = -1;
const WEAK_SLOT = -2;

export interface MomentOptions {
  /** Must differ between moments, and when another option changes. */
  readonly version: number;
  /** Objects that died at or after this event are shown as just freed. */
  readonly freshFrom: number;
  readonly isCounted: boolean;
  readonly showGhosts: boolean;
}

export function momentView(state: HeapView, options: MomentOptions): MomentView {
  const { journal } = state;
  const objects = journal.objects;
  return {
    ...options,
    position: state.position,
    birth: objects.birth,
    death: objects.death,
    deathCause: objects.deathCause,
    refcount: state.refcount,
    generation: state.generation,
    kind: objects.kind,
    kindNames: kindName,
    marks: null,
    cycles: null,
    names: namesAt(state),
    valueText: (id) => valueInside(state, id),
    badgeText: (id) => (options.isCounted && state.isAlive(id) ? String(state.refcount[id]) : ''),
    typeName: (id) => journal.typeNameOf(id),
    forEachReference: (id, visit) => visitReferences(state, id, visit),
    slotName: (id, slot) => (slot >= 0 ? slotNameAt(state, id, slot) : slot === DICT_SLOT ? '.__dict__' : ''),
  };
}

/** Global variables and the locals of the innermost frames, with the objects that they name. */
export function namesAt(state: HeapView): NameTag[] {
  const { journal } = state;
  const names: NameTag[] = [];
  const globals = journal.globals;
  for (let slot = 0; slot + 1 < state.slotCount[globals]; slot += 2) {
    const target = state.slot(globals, slot + 1);
    // A name that is being deleted is gone before its value.
    if (target > 0 && state.slot(globals, slot) !== 0 && isShown(journal, target)) {
      names.push({ label: nameText(cellTextAt(state, state.slot(globals, slot))), scope: 'global', target });
    }
  }
  for (let index = Math.max(0, state.depth - MOST_FRAMES); index < state.depth; index++) {
    const frame = state.frame(index);
    const code = journal.codes.get(frame.code);
    if (code === undefined || code.isLibrary) continue;
    frame.locals.forEach((word, slot) => {
      if (word > 0 && isShown(journal, word)) {
        names.push({ label: code.slotNames[slot] ?? '', scope: 'local', target: word });
      }
    });
  }
  return names;
}

/** Names of all global variables, atoms' too. */
export function globalNames(state: HeapView): Set<string> {
  const names = new Set<string>();
  const globals = state.journal.globals;
  for (let slot = 0; slot + 1 < state.slotCount[globals]; slot += 2) {
    if (state.slot(globals, slot) !== 0) names.add(nameText(cellTextAt(state, state.slot(globals, slot))));
  }
  return names;
}

function nameText(repr: string): string {
  return repr.replace(/^'(.*)'$/, '$1');
}

function isShown(journal: Journal, id: number): boolean {
  switch (journal.objects.kind[id]) {
    case Kind.TYPE:
    case Kind.FUNCTION:
    case Kind.MODULE:
    case Kind.BUILTIN:
      return false;
    default:
      return !journal.isLibrary(id);
  }
}

/** What stands in a disc: the value that names the object, how much a container holds, or else what it is. */
function valueInside(state: HeapView, id: number): string {
  const { journal } = state;
  const text = nameText(valueTextAt(state, id));
  if (text !== '') return shortened(text);
  switch (journal.objects.kind[id]) {
    case Kind.LIST:
      return `[${state.slotCount[id]}]`;
    case Kind.TUPLE:
      return `(${state.slotCount[id]})`;
    case Kind.DICT:
      return `{${state.slotCount[id] / 2}}`;
    case Kind.ITERATOR:
    case Kind.LAZY_ITERATOR:
      return 'iter';
    default:
      return shortened(journal.names.get(id)?.replace(/.*\./, '') ?? journal.typeNameOf(id));
  }
}

function shortened(text: string): string {
  return text.length <= LONGEST_VALUE ? text : text.slice(0, LONGEST_VALUE - 1) + '…';
}

function visitReferences(state: HeapView, id: number, visit: VisitReference): void {
  const count = state.slotCount[id];
  const isDict = state.journal.objects.kind[id] === Kind.DICT;
  for (let slot = 0; slot < count; slot++) {
    const word = state.slot(id, slot);
    if (word > 0 && !(isDict && slot % 2 === 0 && state.slot(id, slot + 1) === 0)) {
      visit(word, slot, false);
    }
  }
  if (state.dictOf[id] > 0) visit(state.dictOf[id], DICT_SLOT, false);
  if (state.weakTarget[id] > 0) visit(state.weakTarget[id], WEAK_SLOT, true);
}
