/** What the inside of a collection needs, loaded once a run has one to enter. */
export { CollectionWalk, lookInto } from '../../insight/collection/collection-walk.ts';
export { workOf } from '../../insight/collection/collection-work.ts';
export { GcLists } from '../../insight/collection/gc-lists.ts';
export { heldFromOutside } from '../../insight/collection/held-from-outside.ts';
export { walkCaption } from '../../insight/collection/walk-caption.ts';
