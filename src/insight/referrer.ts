export type ReferrerKind =
  /** A variable of the module; holder: the dict of globals. */
  | 'global'
  /** A local variable. */
  | 'local'
  /** A slot of another object. */
  | 'slot'
  /** The object is the materialised `__dict__` of holder. */
  | 'dict'
  /** The value stack of a frame. */
  | 'stack'
  /** Instances of the class own a reference to it. */
  | 'instances'
  /** Held by native code (built-in functions at work, built-in objects): the refcount minus everything else. */
  | 'native';

/** Who refers to an object. */
export interface Referrer {
  readonly kind: ReferrerKind;
  /** How many references this entry stands for. 0: a local variable that borrows (3.14 and later): its caller owns the reference. */
  readonly count: number;
  /** Object that holds it, or 0. */
  readonly holder: number;
  /** Slot of the holder or frame, or -1. */
  readonly slot: number;
  /** Index of the frame, or -1. */
  readonly frame: number;
  /** `root (global)`, `node in process_data_graph (frame 3)`, `DataNode 7.children[3]`, `the value stack of walk`. */
  readonly text: string;
}
