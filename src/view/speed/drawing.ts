/**
 * How long frames of the picture take: the same classes that draw the page, over a graph that was built in the worker.
 * `npm run bench` draws the same graph beside it with other libraries (tests/bench/drawing.ts).
 */
import { seededRandom } from '../../base/random.ts';
import { Mark, type MomentView } from '../../draw/moment-view.ts';
import { HeapCanvas } from '../../draw/heap-canvas.ts';
import type { Camera } from '../../draw/camera.ts';
import { lightTheme } from '../../draw/theme.ts';
import { Journal } from '../../journal/journal.ts';
import { Playhead } from '../../playhead/playhead.ts';
import { momentView } from '../picture/moment.ts';
import { type FrameTimes, timeFrames } from './frames.ts';
import { median } from './growth.ts';
import type { PictureRun } from './measure.ts';

export interface DrawingTimes {
  readonly nodes: number;
  /** Milliseconds until the first picture is there, edges included. */
  readonly first: number;
  readonly pan: FrameTimes;
  readonly zoom: FrameTimes;
  /** Every node gets another colour, as in a wave of marks. */
  readonly recolour: FrameTimes;
  /** A jump to a random moment, with its picture. */
  readonly scrub: FrameTimes;
  /** Milliseconds to find the node under a point. */
  readonly hover: number;
}

const HOVERS = 200;
/** Pixels a frame, and the factor a frame. */
export const PAN = 5;
export const ZOOM = 1.01;

/** Measures on `element`, which is in the page and has a size. */
export async function measureDrawing(element: HTMLCanvasElement, run: PictureRun): Promise<DrawingTimes> {
  const journal = new Journal();
  for (const delta of run.deltas) journal.append(delta);
  const playhead = new Playhead(journal);
  playhead.seek(journal.eventCount);
  const canvas = new HeapCanvas();
  const detach = canvas.attach(element);
  let version = 0;
  const momentNow = (): MomentView =>
    momentView(playhead.state, {
      version: ++version,
      freshFrom: playhead.position,
      isCounted: true,
      showGhosts: true,
    });
  let moment = momentNow();
  let camera: Camera = { x: 0, y: 0, k: 1 };
  const show = (): void =>
    canvas.setScene({
      layout: run.layout,
      moment,
      camera,
      theme: lightTheme,
      selected: 0,
      hovered: 0,
      emphasis: null,
      reducedMotion: false,
    });
  try {
    await new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
    const begun = performance.now();
    show();
    camera = canvas.fitCamera();
    show();
    await settled(canvas);
    const first = performance.now() - begun;

    const home = camera;
    const pan = await timeFrames((k) => {
      camera = { ...home, x: home.x + PAN * k, y: home.y + PAN * k };
      show();
    });
    await settled(canvas);
    const middle = { x: element.clientWidth / 2, y: element.clientHeight / 2 };
    const zoom = await timeFrames((k) => {
      const factor = ZOOM ** k;
      camera = {
        k: home.k * factor,
        x: middle.x + (home.x - middle.x) * factor,
        y: middle.y + (home.y - middle.y) * factor,
      };
      show();
    });
    camera = home;
    show();
    await settled(canvas);
    const waves = [Mark.REACHED, Mark.DOUBTED, Mark.WAITING].map((mark) =>
      new Uint8Array(run.layout.idLimit).fill(mark),
    );
    const recolour = await timeFrames((k) => {
      moment = { ...moment, version: ++version, marks: waves[k % waves.length] };
      show();
    });
    const random = seededRandom(1);
    const scrub = await timeFrames(() => {
      playhead.seek(Math.floor(random() * journal.eventCount));
      moment = momentNow();
      show();
    });
    const hovers: number[] = [];
    for (let k = 0; k < HOVERS; k++) {
      const point = { x: random() * element.clientWidth, y: random() * element.clientHeight };
      const before = performance.now();
      // One question is too short for the clock.
      for (let n = 0; n < 100; n++) canvas.hitTest(point);
      hovers.push((performance.now() - before) / 100);
    }
    return { nodes: run.nodes, first, pan, zoom, recolour, scrub, hover: median(hovers) };
  } finally {
    detach();
    canvas.destroy();
  }
}

async function settled(canvas: HeapCanvas): Promise<void> {
  do await new Promise((resolve) => requestAnimationFrame(resolve));
  while (!canvas.isSettled);
}
