/** Python code that a death may run: finalizers and callbacks of weak references. What it does cannot be foreseen. */
import { Kind } from '../journal/event-words.ts';
import { type HeapView, StateFlag } from '../playhead/heap-view.ts';
import { nameOfKey } from './global-names.ts';

/** Slots of a class. */
const DICT_SLOT = 0;
const MRO_SLOT = 1;

/** Whether a finalizer would run at the death of an object: `__del__` of its class, or the closing of a suspended generator. */
export function finalizerTest(state: HeapView): (id: number) => boolean {
  const { kind, type } = state.journal.objects;
  const known = new Map<number, boolean>();
  return (id) => {
    if (state.flags[id] & StateFlag.FINALIZED) return false;
    if (kind[id] === Kind.GENERATOR) return state.slotCount[id] > 0;
    let answer = known.get(type[id]);
    if (answer === undefined) known.set(type[id], (answer = definesDel(state, type[id])));
    return answer;
  };
}

/** Whether the class has `__del__`, itself or by a base written in Python. */
function definesDel(state: HeapView, type: number): boolean {
  if (state.journal.heapTypes[type] !== 1 || !state.isAlive(type)) return false;
  const order = state.slot(type, MRO_SLOT);
  const classes = order > 0 ? Array.from({ length: state.slotCount[order] }, (_, i) => state.slot(order, i)) : [type];
  return classes.some((each) => each > 0 && hasKey(state, state.slot(each, DICT_SLOT), '__del__'));
}

function hasKey(state: HeapView, dict: number, name: string): boolean {
  if (dict <= 0) return false;
  for (let slot = 0; slot < state.slotCount[dict]; slot += 2) {
    const key = state.slot(dict, slot);
    if (key < 0 && nameOfKey(state.journal, key) === name) return true;
  }
  return false;
}
