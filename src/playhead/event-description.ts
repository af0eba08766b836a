/** An event, with its words told apart. Counts are refcounts; `old` and `now` are cell words unless said otherwise. */
export type EventDescription =
  /** Position 0: nothing has happened. */
  | { readonly kind: 'start' }
  | { readonly kind: 'born'; readonly id: number; readonly type: number; readonly bytes: number }
  | { readonly kind: 'freed'; readonly id: number; readonly cause: number; readonly generation: number }
  /** A count changed and nothing else: native code took or gave up a reference. */
  | { readonly kind: 'counted'; readonly id: number; readonly before: number; readonly after: number }
  /** An object arrived on or left the value stack of the innermost frame. */
  | {
      readonly kind: 'stack';
      readonly id: number;
      readonly pushed: boolean;
      readonly before: number;
      readonly after: number;
    }
  | {
      readonly kind: 'slot';
      readonly holder: number;
      readonly slot: number;
      readonly old: number;
      readonly now: number;
    }
  /** A dying object's slot was emptied and the count of what lay there fell. */
  | {
      readonly kind: 'released';
      readonly holder: number;
      readonly slot: number;
      readonly old: number;
      readonly before: number;
      readonly after: number;
    }
  | { readonly kind: 'dict'; readonly holder: number; readonly old: number; readonly now: number }
  | {
      readonly kind: 'local';
      readonly frame: number;
      readonly name: string;
      readonly slot: number;
      readonly old: number;
      readonly now: number;
      /** Counts of `old` when the local gave its reference up; null when counts did not change. */
      readonly before: number | null;
      readonly after: number | null;
    }
  | {
      readonly kind: 'entered' | 'left' | 'resumed' | 'suspended';
      readonly code: number;
      /** 0: no generator's frame. */
      readonly generator: number;
    }
  | { readonly kind: 'line'; readonly line: number; readonly code: number }
  /** Generations. */
  | {
      readonly kind: 'tracked' | 'untracked' | 'moved';
      readonly id: number;
      readonly from: number;
      readonly to: number;
    }
  | { readonly kind: 'collection-started'; readonly generation: number; readonly cause: number }
  | { readonly kind: 'phase'; readonly phase: number; readonly before: number }
  | {
      readonly kind: 'collection-ended';
      readonly generation: number;
      readonly collected: number;
      readonly examined: number;
    }
  | {
      readonly kind: 'unreachable' | 'finalized' | 'resurrected' | 'rescued' | 'taken-in' | 'raised';
      readonly id: number;
    }
  /** A materialised `__dict__` whose values count as its owner's own, or no longer do. */
  | { readonly kind: 'embedded'; readonly id: number; readonly isNow: boolean }
  | { readonly kind: 'threshold'; readonly generation: number; readonly value: number }
  /** Targets of a weak reference: ids, 0 for none. */
  | { readonly kind: 'weakened'; readonly id: number; readonly now: number; readonly old: number }
  /** Bytes. */
  | { readonly kind: 'resized'; readonly id: number; readonly now: number; readonly old: number }
  | { readonly kind: 'atom-bytes'; readonly now: number; readonly old: number }
  | { readonly kind: 'output'; readonly text: string }
  | { readonly kind: 'statement'; readonly index: number };
