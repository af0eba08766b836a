/** Where the trees of a forest stand: one entry a tree, in no particular order. */
export interface ForestPlaces {
  /** Object id of the tree's root. */
  readonly root: Int32Array;
  /** Number of drawn objects in the tree. */
  readonly nodes: Int32Array;
  /** Four numbers a tree: x, y, width, height of its block in world units. */
  readonly rect: Float64Array;
  /** Two numbers a tree: the centre of its root. */
  readonly centre: Float64Array;
}
