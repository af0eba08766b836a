/** The whole layout in a small canvas, and where the camera is in it. */
import { fit, screenToWorld, worldToScreen } from './camera.ts';
import type { Frame } from './frame.ts';
import { packColour } from './packed-colour.ts';
import { PixelNodes } from './pixel-nodes.ts';
import { makePixels } from './pixels.ts';

const PADDING = 6;

/** Draws into `canvas` at the size its attributes give (device pixels). */
export function drawMinimap(canvas: HTMLCanvasElement, frame: Frame): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  const { width, height } = canvas;
  const { layout, theme, camera } = frame.scene;
  const small = fit(layout.bounds, { width, height }, PADDING);
  const pixels = makePixels(width, height);
  pixels.words.fill(packColour(theme.paper));
  new PixelNodes().write(pixels, frame, small);
  context.putImageData(new ImageData(new Uint8ClampedArray(pixels.words.buffer), width, height), 0, 0);

  const from = worldToScreen(small, screenToWorld(camera, { x: 0, y: 0 }));
  const to = worldToScreen(small, screenToWorld(camera, { x: frame.size.width, y: frame.size.height }));
  const left = Math.max(0.75, from.x);
  const top = Math.max(0.75, from.y);
  context.strokeStyle = theme.accent;
  context.lineWidth = 1.5;
  context.strokeRect(left, top, Math.min(width - 0.75, to.x) - left, Math.min(height - 0.75, to.y) - top);
}
