/**
 * The camera: screen = world * k + (x, y), as d3-zoom's transform. Screen coordinates are CSS pixels from the canvas's
 * top left corner.
 */
import type { Layout, WorldRect } from '../layout/layout.ts';

export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly k: number;
}
export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}
export interface WorldPoint {
  readonly x: number;
  readonly y: number;
}
export interface ScreenSize {
  readonly width: number;
  readonly height: number;
}

/** Nothing is magnified beyond this by `fit`: a heap of three objects stays calm in the middle. */
const MAX_FIT = 1.6;

export function worldToScreen(camera: Camera, world: WorldPoint): ScreenPoint {
  return { x: world.x * camera.k + camera.x, y: world.y * camera.k + camera.y };
}

export function screenToWorld(camera: Camera, screen: ScreenPoint): WorldPoint {
  return { x: (screen.x - camera.x) / camera.k, y: (screen.y - camera.y) / camera.k };
}

/** The camera that shows `bounds` centred, with `padding` CSS pixels around. */
export function fit(bounds: WorldRect, size: ScreenSize, padding = 48, maxScale = MAX_FIT): Camera {
  const room = Math.min(padding, size.width / 6, size.height / 6);
  const k = Math.min(
    maxScale,
    (size.width - 2 * room) / Math.max(bounds.width, 1),
    (size.height - 2 * room) / Math.max(bounds.height, 1),
  );
  return {
    k,
    x: size.width / 2 - (bounds.x + bounds.width / 2) * k,
    y: size.height / 2 - (bounds.y + bounds.height / 2) * k,
  };
}

/** The world around the drawn forms of `ids`; null when none of them is drawn. */
export function boundsOf({ shownAs, x, y, radius }: Layout, ids: Iterable<number>): WorldRect | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const id of ids) {
    const shown = shownAs[id] ?? 0;
    if (shown === 0) continue;
    left = Math.min(left, x[shown] - radius[shown]);
    top = Math.min(top, y[shown] - radius[shown]);
    right = Math.max(right, x[shown] + radius[shown]);
    bottom = Math.max(bottom, y[shown] + radius[shown]);
  }
  return left > right ? null : { x: left, y: top, width: right - left, height: bottom - top };
}

/** The part of the world that can be seen, larger by `margin` CSS pixels on every side. */
export function visibleRange(camera: Camera, size: ScreenSize, margin = 0): WorldRect {
  return {
    x: (-margin - camera.x) / camera.k,
    y: (-margin - camera.y) / camera.k,
    width: (size.width + 2 * margin) / camera.k,
    height: (size.height + 2 * margin) / camera.k,
  };
}

/** The camera moved as little as possible so that `world` is at least `margin` pixels inside; itself when it is. */
export function reveal(camera: Camera, world: WorldPoint, size: ScreenSize, margin = 64): Camera {
  const at = worldToScreen(camera, world);
  const room = { x: Math.min(margin, size.width / 3), y: Math.min(margin, size.height / 3) };
  const dx = Math.max(room.x - at.x, 0) + Math.min(size.width - room.x - at.x, 0);
  const dy = Math.max(room.y - at.y, 0) + Math.min(size.height - room.y - at.y, 0);
  return dx === 0 && dy === 0 ? camera : { k: camera.k, x: camera.x + dx, y: camera.y + dy };
}
