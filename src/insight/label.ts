import type { HeapView } from '../playhead/heap-state.ts';
/** `DataNode 7` when the object has an attribute that names it (value, name, label, id, n, title, key), else `DataNode #12`. */
export declare function labelAt(state: HeapView, id: number): string;
/** Name of a slot as Python writes it after its holder: `.children`, `[3]`, `['key']`, ` (key)`. */
export declare function slotNameAt(state: HeapView, holder: number, slot: number): string;
/** What a cell word is: `42`, `'text'`, `DataNode 7`. */
export declare function cellTextAt(state: HeapView, word: number): string;
