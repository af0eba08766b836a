/** What the inside of a collection needs, loaded when the first one is entered. */
export { CollectionWalk } from '../../insight/collection/collection-walk.ts';
export { GcLists } from '../../insight/collection/gc-lists.ts';
export { heldFromOutside } from '../../insight/collection/held-from-outside.ts';
export { walkCaption } from '../../insight/collection/walk-caption.ts';
