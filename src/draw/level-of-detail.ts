/** Which way of drawing a frame takes: by how many objects can be seen and how large they are. */
import type { Layout } from '../layout/layout.ts';
import { type Camera, type ScreenSize, visibleRange } from './camera.ts';
import type { NodeGrid } from './node-grid.ts';

export type DetailLevel = 'detail' | 'dots' | 'pixels';

const MOST_IN_DETAIL = 600;
const MOST_DOTS = 5000;
/** Radii in CSS pixels of an ordinary node. */
const DETAIL_RADIUS = 4.5;
const DOT_RADIUS = 1.2;
/** Radius of an ordinary node in spacings. */
const RADIUS_OF_SPACING = 0.37;

export function detailLevel(
  layout: Layout,
  grid: NodeGrid,
  camera: Camera,
  size: ScreenSize,
): { level: DetailLevel; visible: number } {
  const visible = grid.countIn(visibleRange(camera, size));
  const radius = layout.spacing * RADIUS_OF_SPACING * camera.k;
  if (visible <= MOST_IN_DETAIL && radius >= DETAIL_RADIUS) return { level: 'detail', visible };
  // Few objects are never pixels, however small: there is time to draw them well.
  if (visible <= MOST_IN_DETAIL || (visible <= MOST_DOTS && radius >= DOT_RADIUS)) return { level: 'dots', visible };
  return { level: 'pixels', visible };
}
