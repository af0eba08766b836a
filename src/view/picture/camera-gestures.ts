/** Pan and zoom of the picture: a camera that code moves at once, and hands as soon as d3-zoom is there. */
import type { Camera } from '../../draw/camera.ts';
import type { ZoomGestures } from './zoom-gestures.ts';

export interface CameraControl {
  readonly camera: Camera;
  moveTo(camera: Camera): void;
  /** Zooms about the middle of the picture. */
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
  let camera: Camera = { x: 0, y: 0, k: 1 };
  let gestures: ZoomGestures | null = null;
  let gone = false;
  function take(moved: Camera, byHand: boolean): void {
    camera = moved;
    onCamera(moved, byHand);
  }
  function moveTo(moved: Camera): void {
    if (gestures === null) take(moved, false);
    else gestures.moveTo(moved);
  }
  void import('./zoom-gestures.ts').then(({ zoomGestures }) => {
    if (!gone) gestures = zoomGestures(element, camera, [SMALLEST, LARGEST], take);
  });
  return {
    get camera() {
      return camera;
    },
    moveTo,
    zoomBy(factor) {
      const k = Math.min(LARGEST, Math.max(SMALLEST, camera.k * factor));
      const [middleX, middleY] = [element.clientWidth / 2, element.clientHeight / 2];
      const scale = k / camera.k;
      moveTo({ x: middleX + (camera.x - middleX) * scale, y: middleY + (camera.y - middleY) * scale, k });
    },
    destroy() {
      gone = true;
      gestures?.destroy();
    },
  };
}
