/** Names of slots, as Python writes them after the holder. */
import { isDerived, Kind } from '../journal/event-words.ts';
import type { HeapView } from '../playhead/heap-view.ts';
import { cellTextAt } from './object-label.ts';

/** Names of the slots of native kinds, in order. */
const FIXED: Readonly<Record<number, readonly string[]>> = {
  [Kind.TYPE]: ['.__dict__', '.__mro__', '.__bases__', '.__base__'],
  [Kind.FUNCTION]: [
    '.__code__',
    '.__globals__',
    '.__builtins__',
    '.__defaults__',
    '.__kwdefaults__',
    '.__closure__',
    '.__annotations__',
    '.__type_params__',
  ],
  [Kind.METHOD]: ['.__func__', '.__self__'],
  [Kind.BUILTIN]: ['.__self__'],
  [Kind.CELL]: ['.cell_contents'],
  [Kind.MODULE]: ['.__dict__'],
  [Kind.EXCEPTION]: ['.args', '.__traceback__', '.__cause__', '.__context__'],
  [Kind.TRACEBACK]: ['.tb_next', '.tb_frame'],
  [Kind.WEAKREF]: ['.__callback__'],
  [Kind.WEAKPROXY]: ['.__callback__'],
};

/** `.children`, `[3]`, `['key']`, ` (key)`: what stands after the holder. */
export function slotNameAt(state: HeapView, holder: number, slot: number): string {
  const { journal } = state;
  switch (journal.objects.kind[holder]) {
    case Kind.LIST:
    case Kind.TUPLE:
    case Kind.DEQUE:
      return `[${slot}]`;
    case Kind.DICT:
      // An OrderedDict holds its keys twice: before the entry lies 0, key.
      if (slot % 2 === 0 || state.slot(holder, slot - 1) === 0) return ' (key)';
      return `[${cellTextAt(state, state.slot(holder, slot - 1))}]`;
    case Kind.SET:
    case Kind.FROZENSET:
      return ' (member)';
    case Kind.GENERATOR: {
      const name = journal.codes.get(journal.generatorCode(holder))?.slotNames[slot];
      return name === undefined ? ' (value stack)' : ` (local ${name})`;
    }
    case Kind.FRAME:
      return frameSlotName(state, holder, slot);
  }
  const attribute = journal.attributeName(holder, slot);
  if (attribute !== '') return attribute.startsWith('.') ? attribute : `.${attribute}`;
  if (slot === 0 && isDerived(journal.objects.kind[holder])) return ' (value)';
  return FIXED[journal.objects.kind[holder]]?.[slot] ?? ` (reference ${slot + 1})`;
}

/** Slots of a kept frame: its function, its variables, the frame that called. */
function frameSlotName(state: HeapView, frame: number, slot: number): string {
  const { codes, names } = state.journal;
  if (slot === 0) return ' (function)';
  if (slot === state.slotCount[frame] - 1) return '.f_back';
  const called = names.get(state.slot(frame, 0));
  // A function's code is not recorded: only where one function alone has its name are its variables known.
  const possible = [...codes.values()].filter((code) => code.qualifiedName === called && !code.isLibrary);
  if (possible.length === 1 && slot > possible[0].slotNames.length) return '.f_locals';
  const name = possible.length === 1 ? possible[0].slotNames[slot - 1] : undefined;
  return name === undefined ? ` (variable ${slot})` : `.f_locals['${name}']`;
}

/** Whether the holder's text with the slot's name behind it is a Python expression for what lies there. */
export function isExpression(state: HeapView, holder: number, slot: number): boolean {
  // Asked of every reference on the way: most need no text.
  switch (state.journal.objects.kind[holder]) {
    case Kind.LIST:
    case Kind.TUPLE:
    case Kind.DEQUE:
      return true;
    case Kind.INSTANCE:
      if (state.journal.attributeName(holder, slot) !== '') return true;
  }
  const name = slotNameAt(state, holder, slot);
  if (name.startsWith(' ')) return false;
  if (state.journal.objects.kind[holder] !== Kind.DICT) return true;
  // A key that is an object has no expression; one that was shortened is not itself any more.
  return state.slot(holder, slot - 1) < 0 && !name.includes('…') && !name.includes('<');
}
