/** Pan and zoom of the picture: d3-zoom turns gestures into cameras. It owns no DOM beyond its listeners. */
import { select } from 'd3-selection';
import { zoom, zoomIdentity } from 'd3-zoom';
import type { Camera } from '../../draw/camera.ts';

export interface CameraControl {
  readonly camera: Camera;
  moveTo(camera: Camera): void;
  zoomBy(factor: number): void;
  destroy(): void;
}

const SMALLEST = 1e-4;
const LARGEST = 12;

/** Listens on `element`; `onCamera` gets each new camera, and whether a person's hand moved it. */
export function cameraGestures(
  element: HTMLCanvasElement,
  onCamera: (camera: Camera, byHand: boolean) => void,
): CameraControl {
  const target = select(element);
  let camera: Camera = { x: 0, y: 0, k: 1 };
  const behaviour = zoom<HTMLCanvasElement, unknown>()
    .scaleExtent([SMALLEST, LARGEST])
    // Shift drags a reference from one object to another (GraphPane).
    .filter((event: MouseEvent) => !event.shiftKey && event.button === 0)
    .on('zoom', (event: { transform: Camera; sourceEvent: unknown }) => {
      const { x, y, k } = event.transform;
      camera = { x, y, k };
      onCamera(camera, event.sourceEvent !== null && event.sourceEvent !== undefined);
    });
  target.call(behaviour).on('dblclick.zoom', null);
  return {
    get camera() {
      return camera;
    },
    moveTo({ x, y, k }) {
      behaviour.transform(target, zoomIdentity.translate(x, y).scale(k));
    },
    zoomBy(factor) {
      behaviour.scaleBy(target, factor);
    },
    destroy() {
      target.on('.zoom', null);
    },
  };
}
