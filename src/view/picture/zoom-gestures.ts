/** Wheel, drag and pinch through d3-zoom. Loaded after the first picture, which needs no hand. */
import { select } from 'd3-selection';
import { zoom, zoomIdentity } from 'd3-zoom';
import type { Camera } from '../../draw/camera.ts';

export interface ZoomGestures {
  moveTo(camera: Camera): void;
  destroy(): void;
}

/** Listens on `element`, starting from `camera`. `onCamera` gets each new camera, and whether a hand moved it. */
export function zoomGestures(
  element: HTMLCanvasElement,
  camera: Camera,
  scaleExtent: readonly [number, number],
  onCamera: (camera: Camera, byHand: boolean) => void,
): ZoomGestures {
  const target = select(element);
  const behaviour = zoom<HTMLCanvasElement, unknown>()
    .scaleExtent([...scaleExtent])
    // Shift drags a reference from one object to another (GraphPane).
    .filter((event: MouseEvent) => !event.shiftKey && event.button === 0);
  const moveTo = ({ x, y, k }: Camera): void => behaviour.transform(target, zoomIdentity.translate(x, y).scale(k));
  target.call(behaviour).on('dblclick.zoom', null);
  moveTo(camera);
  behaviour.on('zoom', (event: { transform: Camera; sourceEvent: unknown }) => {
    const { x, y, k } = event.transform;
    onCamera({ x, y, k }, event.sourceEvent !== null && event.sourceEvent !== undefined);
  });
  return { moveTo, destroy: () => target.on('.zoom', null) };
}
