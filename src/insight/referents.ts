/** What an object refers to. */
import type { HeapView } from '../playhead/heap-view.ts';
import { cellTextAt } from './object-label.ts';
import { slotNameAt } from './slot-name.ts';
import { CLASS, classOf, DICT } from './strong-graph.ts';

/** In the place of a slot: the target of a weak reference. */
export const TARGET = -3;

export interface Referent {
  /** Cell word: an object's id, or negative for an atom or a built-in object. */
  readonly word: number;
  /** Below 0: no slot, but the `__dict__` (DICT), the class (CLASS), or the target of a weak reference. */
  readonly slot: number;
  readonly isWeak: boolean;
  /** `.children`, `[3]`, `['key']`, `.__dict__` */
  readonly name: string;
  /** `DataNode 7`, `42` */
  readonly text: string;
}

/** What an object refers to, in slot order, then its `__dict__`, its class (when that is written in Python), and a weak target. Empty slots are left out. */
export function referentsOf(state: HeapView, id: number): Referent[] {
  const found: Referent[] = [];
  for (let slot = 0; slot < state.slotCount[id]; slot++) {
    const word = state.slot(id, slot);
    if (word === 0) continue;
    const name = slotNameAt(state, id, slot);
    found.push({ word, slot, isWeak: false, name, text: cellTextAt(state, word) });
  }
  const dict = state.dictOf[id];
  if (dict !== 0) {
    const text = cellTextAt(state, dict);
    found.push({ word: dict, slot: DICT, isWeak: false, name: '.__dict__', text });
  }
  const type = classOf(state, id);
  if (type !== 0) {
    const text = cellTextAt(state, type);
    found.push({ word: type, slot: CLASS, isWeak: false, name: '.__class__', text });
  }
  const target = state.weakTarget[id];
  if (target !== 0) {
    const text = cellTextAt(state, target);
    found.push({ word: target, slot: TARGET, isWeak: true, name: '()', text });
  }
  return found;
}
