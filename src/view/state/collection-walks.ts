/** What the inside of a collection needs, loaded once a run has one to enter. */
export { whole } from '../../base/sliced.ts';
export { lookingBegins, walkInto } from '../../insight/collection/collection-walk.ts';
export { GcLists } from '../../insight/collection/gc-lists.ts';
export { heldFromOutside } from '../../insight/collection/held-from-outside.ts';
export { walkCaption } from '../../insight/collection/walk-caption.ts';
export { CollectionWorks } from './collection-works.svelte.ts';
export { askElsewhere } from './in-slices.ts';
