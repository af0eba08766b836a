/** Who refers to an object, named as Python would name it. The counts add up to its refcount exactly. */
import type { HeapView } from '../playhead/heap-state.ts';

export type ReferrerKind =
  /** A variable of the module. holder: the dict of globals */
  | 'global'
  /** A local variable; holder 0 */
  | 'local'
  /** A slot of another object. */
  | 'slot'
  /** The materialised __dict__ of an object. */
  | 'dict'
  /** The value stack of a frame. */
  | 'stack'
  /** Instances of a class refer to it. */
  | 'instances'
  /** References held by native code (built-in functions at work, built-in objects): refcount minus everything counted. */
  | 'native';

export interface Referrer {
  readonly kind: ReferrerKind;
  /** How many references this entry stands for. */
  readonly count: number;
  /** Object that holds it, or 0. */
  readonly holder: number;
  /** Slot of the holder or frame, or -1. */
  readonly slot: number;
  /** Index of the frame, or -1. */
  readonly frame: number;
  /** `root (global)`, `node in process_data_graph (frame 3)`, `DataNode #7.children[3]`, `the value stack of ...`. */
  readonly text: string;
}

/** All referrers of a live object; [] for a dead one. One pass over the heap: about 1 ms for 222,222 objects. */
export declare function referrersOf(state: HeapView, id: number): Referrer[];

export interface Referent {
  /** Cell word. */
  readonly word: number;
  readonly slot: number;
  readonly weak: boolean;
  /** `.children`, `[3]`, `['key']`, `.__dict__` */
  readonly name: string;
  readonly text: string;
}
/** What an object refers to, in slot order (then its __dict__, then a weak target). Empty slots are left out. */
export declare function referentsOf(state: HeapView, id: number): Referent[];
