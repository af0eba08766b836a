/** Lengths that all layouts share, in world units (CSS pixels at scale 1). */

export const NODE_RADIUS = 20;
export const NODE_SIZE = 2 * NODE_RADIUS;
/** Between the centres of neighbouring leaves. */
export const SPACING = 54;
/** Between the centres of a parent and its first row of children. */
export const LEVEL = 92;
/** Free height above a row of subtrees, where edges fan out. */
export const LEVEL_GAP = LEVEL - NODE_SIZE;
/** Between the centres of two rows of leaves: leaves room for one horizontal line. */
export const LEAF_ROW = 62;
/** Between neighbouring subtrees. */
export const SUBTREE_GAP = 26;
/** Between neighbouring trees. */
export const TREE_GAP = 64;
/** Width to height that a picture should have: most windows are a little wider than high. */
export const ASPECT = 1.6;

/** The curve of an edge begins just below the parent's disc when the child is in the first row. */
export const HEAD_DROP = LEVEL - NODE_RADIUS;
/** The line between two rows of leaves lies half-way between them. */
export const LEAF_DROP = LEAF_ROW / 2;

/** Up to this many drawn objects d3 places them; above, making its node objects would cost more than placing. */
export const D3_LIMIT = 5000;
/** Up to this many drawn objects a force layout is offered. */
export const FORCE_LIMIT = 3000;

/** Where discs stand for sizes, a disc of NODE_RADIUS stands for this many bytes: a small instance. */
export const NODE_BYTES = 96;
