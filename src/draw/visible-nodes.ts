/** The drawn objects inside the canvas, as discs on the screen. */
import { visibleRange } from './camera.ts';
import type { Disc } from './edge-route.ts';
import type { Frame } from './frame.ts';
import { GHOST_SIZE } from './ghost-mark.ts';
import { isDead, Tone } from './tone.ts';

export interface VisibleNode extends Disc {
  readonly id: number;
  readonly tone: number;
  /** Outside what is emphasised. */
  readonly isDim: boolean;
}

/** Pixels beside the canvas that are drawn, too: badges and pulses reach over a disc's border. */
const MARGIN = 24;

/** In the layout's order: parents before their children. */
export function visibleNodes(frame: Frame): VisibleNode[] {
  const { scene, size, grid } = frame;
  const ids: number[] = [];
  grid.visitIn(visibleRange(scene.camera, size, MARGIN), (id) => {
    if (frame.tones[id] !== Tone.ABSENT) ids.push(id);
  });
  ids.sort((a, b) => scene.layout.level[a] - scene.layout.level[b] || a - b);
  const nodes: VisibleNode[] = [];
  for (const id of ids) nodes.push({ ...discOf(frame, id), id, tone: frame.tones[id], isDim: isDim(frame, id) });
  return nodes;
}

/** The disc of a drawn object, visible or not; ghosts are smaller. */
export function discOf(frame: Frame, id: number): Disc {
  const { layout, camera } = frame.scene;
  return {
    x: layout.x[id] * camera.k + camera.x,
    y: layout.y[id] * camera.k + camera.y,
    r: layout.radius[id] * camera.k * (isDead(frame.tones[id]) ? GHOST_SIZE : 1),
  };
}

function isDim({ scene }: Frame, id: number): boolean {
  const { emphasis } = scene;
  if (emphasis === null || id === scene.selected || id === scene.hovered) return false;
  return !(emphasis.ids?.has(id) ?? false) && !emphasis.path.includes(id);
}
