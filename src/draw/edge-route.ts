/**
 * The ways edges take, in screen coordinates.
 *
 *      (p)                 (p)─────▶(c)        (p)◀╮
 *       ├────────╮              line            │  │ arc
 *       │        ▼                             (c)─╯
 *      (o)(o)   (c)   elbow
 *
 * An elbow runs straight down below the parent (through the aisle between its nearer children), turns in the gap above
 * the child and comes down on it. Its corners are as round as there is room, so a short one is a soft S.
 */
import type { Pen } from './pen.ts';

/** A disc on the screen. */
export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

export type Route =
  | { readonly kind: 'line'; readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number }
  | {
      readonly kind: 'elbow' | 'track';
      readonly x0: number;
      readonly y0: number;
      readonly bend: number;
      readonly x1: number;
      readonly y1: number;
    }
  | {
      readonly kind: 'arc';
      readonly x0: number;
      readonly y0: number;
      readonly cx: number;
      readonly cy: number;
      readonly x1: number;
      readonly y1: number;
    }
  | { readonly kind: 'loop'; readonly x: number; readonly y: number; readonly r: number };

/** How the edges of weak references are dashed, in CSS pixels. */
export const WEAK_DASH = [4, 4];

/** Where an edge ends, and the unit vector of its direction there. */
export interface Tip {
  readonly x: number;
  readonly y: number;
  readonly ux: number;
  readonly uy: number;
}

/** Between an arrow's tip and the disc. */
const CLEARANCE = 1.5;
/** A gap lower than this many radii has its line at its upper border, half-way between two rows of leaves. */
const LOW_GAP = 1.5;
const LARGEST_CORNER = 40;
/** In low gaps the corner above the line may be rounder than the one below. */
const MIN_CORNER = 6;
const MOST_POINTS = 60;

/** The edge of the tree from a parent to a child. `drop`: Layout.drop on the screen. */
export function treeRoute(parent: Disc, child: Disc, drop: number): Route {
  if (drop <= 0 || child.y - child.r <= parent.y + parent.r) return lineRoute(parent, child);
  const x0 = parent.x;
  const y0 = parent.y + parent.r;
  const y1 = child.y - child.r - CLEARANCE;
  const start = Math.min(Math.max(child.y - drop, y0), y1);
  const across = Math.abs(child.x - parent.x);
  if (across < 0.5) return { kind: 'line', x0, y0, x1: child.x, y1 };
  const gap = y1 - start;
  const bend = gap < LOW_GAP * child.r ? start : start + gap / 2;
  return { kind: 'elbow', x0, y0, bend, x1: child.x, y1 };
}

export function lineRoute(from: Disc, to: Disc): Route {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const ux = (to.x - from.x) / length;
  const uy = (to.y - from.y) / length;
  const reach = to.r + CLEARANCE;
  return {
    kind: 'line',
    x0: from.x + ux * from.r,
    y0: from.y + uy * from.r,
    x1: to.x - ux * reach,
    y1: to.y - uy * reach,
  };
}

/** A curve beside the straight way, to the right of the direction from → to when `side` is 1, to the left when -1. */
export function arcRoute(from: Disc, to: Disc, side: 1 | -1, bulge = 0.22): Route {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.hypot(dx, dy) || 1;
  // Long arcs bulge less, or they would cross half the picture.
  const height = Math.max(Math.min(length * bulge, 3 * Math.max(from.r, to.r)), Math.min(from.r, to.r) * 0.9);
  const cx = (from.x + to.x) / 2 - (dy / length) * height * side;
  const cy = (from.y + to.y) / 2 + (dx / length) * height * side;
  const out = unit(cx - from.x, cy - from.y);
  const back = unit(cx - to.x, cy - to.y);
  return {
    kind: 'arc',
    x0: from.x + out.x * from.r,
    y0: from.y + out.y * from.r,
    cx,
    cy,
    x1: to.x + back.x * (to.r + CLEARANCE),
    y1: to.y + back.y * (to.r + CLEARANCE),
  };
}

/** A reference beside the tree, or back to the parent: it swings out to the side on which its holder stands. */
export function backRoute(from: Disc, to: Disc): Route {
  return arcRoute(from, to, from.x < to.x - 0.5 ? -1 : 1);
}

/**
 * From a child in a lower row back to its parent: alongside the edge that leads to it, because an arc would cross the
 * rows between. `forth` is that edge.
 */
export function trackRoute(
  forth: Pick<Route & { readonly kind: 'elbow' | 'track' }, 'x0' | 'x1' | 'bend'>,
  parent: Disc,
  child: Disc,
): Route {
  const side = forth.x1 < forth.x0 ? -1 : 1;
  const aside = Math.min(child.r * 0.34, 7);
  return {
    kind: 'track',
    x0: child.x + side * aside,
    y0: child.y - Math.sqrt(child.r ** 2 - aside ** 2),
    bend: forth.bend + aside,
    x1: parent.x + side * aside,
    y1: parent.y + parent.r * 1.2 + CLEARANCE,
  };
}

/** An object that refers to itself. */
export function loopRoute(disc: Disc): Route {
  return { kind: 'loop', x: disc.x - disc.r * 0.95, y: disc.y - disc.r * 0.75, r: disc.r * 0.5 };
}

/** Adds the route to the path. */
export function traceRoute(pen: Pen, route: Route): void {
  switch (route.kind) {
    case 'line':
      pen.moveTo(route.x0, route.y0);
      pen.lineTo(route.x1, route.y1);
      return;
    case 'elbow':
    case 'track': {
      const { x0, y0, bend, x1, y1 } = route;
      const half = Math.abs(x1 - x0) / 2;
      const side = Math.sign(x1 - x0);
      if (route.kind === 'track') {
        const round = Math.min(half, y0 - bend, bend - y1);
        pen.moveTo(x0, y0);
        pen.lineTo(x0, bend + round);
        pen.quadraticCurveTo(x0, bend, x0 + side * round, bend);
        pen.lineTo(x1 - side * round, bend);
        pen.quadraticCurveTo(x1, bend, x1, bend - round);
        pen.lineTo(x1, y1);
        return;
      }
      const up = Math.min(LARGEST_CORNER, half, bend - y0, Math.max(y1 - bend, MIN_CORNER));
      const down = Math.min(LARGEST_CORNER, half, y1 - bend);
      pen.moveTo(x0, y0);
      pen.lineTo(x0, bend - up);
      pen.quadraticCurveTo(x0, bend, x0 + side * up, bend);
      pen.lineTo(x1 - side * down, bend);
      pen.quadraticCurveTo(x1, bend, x1, bend + down);
      pen.lineTo(x1, y1);
      return;
    }
    case 'arc':
      pen.moveTo(route.x0, route.y0);
      pen.quadraticCurveTo(route.cx, route.cy, route.x1, route.y1);
      return;
    case 'loop':
      pen.moveTo(route.x + route.r, route.y);
      pen.arc(route.x, route.y, route.r, 0, 2 * Math.PI);
      return;
  }
}

export function tipOf(route: Route): Tip {
  switch (route.kind) {
    case 'line': {
      const along = unit(route.x1 - route.x0, route.y1 - route.y0);
      return { x: route.x1, y: route.y1, ux: along.x, uy: along.y };
    }
    case 'elbow':
      return { x: route.x1, y: route.y1, ux: 0, uy: 1 };
    case 'track':
      return { x: route.x1, y: route.y1, ux: 0, uy: -1 };
    case 'arc': {
      const along = unit(route.x1 - route.cx, route.y1 - route.cy);
      return { x: route.x1, y: route.y1, ux: along.x, uy: along.y };
    }
    case 'loop':
      // Where the loop comes back to the disc, on the way down.
      return { x: route.x + route.r * 0.98, y: route.y + route.r * 0.2, ux: -0.15, uy: 0.99 };
  }
}

/** Where a label of the edge belongs. */
export function middleOf(route: Route): { x: number; y: number } {
  switch (route.kind) {
    case 'line':
      return { x: (route.x0 + route.x1) / 2, y: (route.y0 + route.y1) / 2 };
    case 'elbow':
    case 'track':
      return { x: route.x1, y: (route.bend + route.y1) / 2 };
    case 'arc':
      return { x: (route.x0 + 2 * route.cx + route.x1) / 4, y: (route.y0 + 2 * route.cy + route.y1) / 4 };
    case 'loop':
      return { x: route.x - route.r, y: route.y - route.r };
  }
}

/** Points along the route, about `step` apart: what labels had better not cover. */
export function pointsOn(route: Route, step: number): { x: number; y: number }[] {
  switch (route.kind) {
    case 'line':
      return between(route.x0, route.y0, route.x1, route.y1, step);
    case 'elbow':
    case 'track': {
      const { x0, y0, bend, x1, y1 } = route;
      return [
        ...between(x0, y0, x0, bend, step),
        ...between(x0, bend, x1, bend, step),
        ...between(x1, bend, x1, y1, step),
      ];
    }
    case 'arc': {
      const { x0, y0, cx, cy, x1, y1 } = route;
      return between(0, 0, 1, 0, step / Math.max(Math.hypot(x1 - x0, y1 - y0), 1)).map(({ x: t }) => ({
        x: (1 - t) ** 2 * x0 + 2 * t * (1 - t) * cx + t * t * x1,
        y: (1 - t) ** 2 * y0 + 2 * t * (1 - t) * cy + t * t * y1,
      }));
    }
    case 'loop':
      return [{ x: route.x, y: route.y }];
  }
}

function between(x0: number, y0: number, x1: number, y1: number, step: number): { x: number; y: number }[] {
  const pieces = Math.max(1, Math.min(MOST_POINTS, Math.round(Math.hypot(x1 - x0, y1 - y0) / step)));
  return Array.from({ length: pieces + 1 }, (_, k) => ({
    x: x0 + ((x1 - x0) * k) / pieces,
    y: y0 + ((y1 - y0) * k) / pieces,
  }));
}

function unit(x: number, y: number): { x: number; y: number } {
  const length = Math.hypot(x, y) || 1;
  return { x: x / length, y: y / length };
}
