/**
 * What goes into a layout and what comes out of it. Plain data and typed arrays, so that both cross to and from a
 * worker without being copied.
 *
 * An object is *drawn* when it has a place of its own. A *folded* object is drawn as part of its owner. A *hidden* one
 * is not in the picture. World coordinates: x to the right, y down, one unit is one CSS pixel at camera.k = 1.
 */
import type { ForestPlaces } from './forest-places.ts';

export type LayoutName = 'tidy' | 'radial' | 'force' | 'packed' | 'map';
export const layoutNames: readonly LayoutName[] = ['tidy', 'radial', 'force', 'packed', 'map'];

/** A rectangle in world coordinates. */
export interface WorldRect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The objects of a run. All arrays are by object id and have at least `idLimit` entries. */
export interface LayoutSource {
  /** First id that no object has. */
  readonly idLimit: number;
  /** The object whose reference first lasted (the spanning tree), 0: none. */
  readonly owner: Int32Array;
  /** Kind code; 0: no such object. */
  readonly kind: Uint8Array;
  /** Names of the kind codes, as `kindName` of heap/kinds.ts. */
  readonly kindNames: readonly string[];
  /** Event indexes of birth and death; death is 2^31 - 1 while there is none. */
  readonly birth: Int32Array;
  readonly death: Int32Array;
  /** Shallow sizes in bytes (`packed` asks for them); null: all alike. */
  readonly bytes: Int32Array | null;
  /** 1: never shown (objects of the library, the dict of the globals); null: none. */
  readonly hidden: Uint8Array | null;
  /** Events with which the statements of the program itself begin, ascending: what is born and dies within one of them is
   * passing (passing.ts); null: not known. */
  readonly statements: Int32Array | null;
}

export interface LayoutOptions {
  readonly layout: LayoutName;
  /** Containers of an instance (its `children` list, its `__dict__`) and weak references are drawn as part of their owner. */
  readonly fold: boolean;
  /** Show classes, functions, modules, frames and their like, too. */
  readonly internals?: boolean;
  /** The layout of the same run when it was shorter: trees that have not changed keep their places. */
  readonly previous?: PreviousLayout | null;
}

/** What is to be remembered of a layout for the next one of the run: little, while its arrays go to whoever draws them. */
export type PreviousLayout = Pick<Layout, 'layout' | 'fold' | 'internals' | 'places'>;

export interface Layout {
  readonly layout: LayoutName;
  readonly fold: boolean;
  readonly internals: boolean;
  readonly idLimit: number;
  /** Centre and radius of drawn objects, in world units. 0 for all others. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly radius: Float32Array;
  /** The object that draws it: itself, its owner when folded, 0 when hidden. */
  readonly shownAs: Int32Array;
  /** The drawn object above it in the tree of drawn objects; 0: a root. */
  readonly parent: Int32Array;
  /** Depth in the tree of drawn objects, 0 for roots; 255: that deep or deeper. */
  readonly level: Uint8Array;
  /**
   * Where the edge from the parent leaves the vertical: it runs straight down below the parent to `drop` units above
   * this object and bends towards it from there (see draw/edge-route.ts). 0: a straight line from centre to centre.
   */
  readonly drop: Float32Array;
  /** An object that is given the same place later on, when this one is dead (churn); itself: it leaves no ghost; 0: none. */
  readonly successor: Int32Array;
  /** How many objects are folded into it. */
  readonly folded: Uint16Array;
  /** Ids of the drawn objects, parents before their children. */
  readonly drawn: Int32Array;
  /** Encloses all drawn objects. Empty layouts have a small rectangle round the origin. */
  readonly bounds: WorldRect;
  /** The same without what leaves no ghost, and the event with which the last of that is gone. */
  readonly lasting: WorldRect;
  readonly passed: number;
  /** Distance between the centres of neighbouring leaves. */
  readonly spacing: number;
  /** 'none': the layout shows ownership by nearness (packed, map), lines would only repeat it. */
  readonly treeEdges: 'lines' | 'none';
  /** Where the trees stand; what `previous` needs. */
  readonly places: ForestPlaces;
}

/** What to hand to `postMessage` so that a layout moves instead of being copied. */
export function buffersOf(layout: Layout): ArrayBuffer[] {
  const { x, y, radius, shownAs, parent, level, drop, successor, folded, drawn, places } = layout;
  const arrays = [x, y, radius, shownAs, parent, level, drop, successor, folded, drawn];
  return [...arrays, places.root, places.nodes, places.rect, places.centre].map((array) => array.buffer as ArrayBuffer);
}
