/** How long frames take: from one to the next, and the page's own work in each. */
import { median } from './growth.ts';

export interface FrameTimes {
  /** Milliseconds from one frame to the next, median. The screen's own rate is the least that can be seen. */
  readonly frame: number;
  /** The shortest: on a busy machine it says more than the median. */
  readonly shortest: number;
  /** Milliseconds of work on the page's main thread in a frame: median, least and worst. */
  readonly work: number;
  readonly leastWork: number;
  readonly worstWork: number;
}

const MOST_FRAMES = 24;
const LEAST_FRAMES = 5;
/** No further frames are timed after so many milliseconds. */
const PATIENCE = 2500;

/**
 * Calls `step` once a frame; it changes what is shown and asks for the frame that shows it. Every callback of an
 * animation frame counts as work meanwhile, whoever asked for it.
 */
export async function timeFrames(step: (frame: number) => void): Promise<FrameTimes> {
  const request = window.requestAnimationFrame;
  let work = 0;
  window.requestAnimationFrame = (callback) =>
    request((time) => {
      const begun = performance.now();
      callback(time);
      work += performance.now() - begun;
    });
  const frames: number[] = [];
  const works: number[] = [];
  try {
    // The first two set the pipe going: the frame after a change shows it, and what is timed is a frame of both.
    let last = await frame(request);
    const begun = last;
    for (let k = 0; k < MOST_FRAMES + 2; k++) {
      work = 0;
      const before = performance.now();
      step(k);
      const own = performance.now() - before;
      const now = await frame(request);
      if (k >= 2) {
        frames.push(now - last);
        works.push(own + work);
      }
      last = now;
      if (frames.length >= LEAST_FRAMES && now - begun > PATIENCE) break;
    }
  } finally {
    window.requestAnimationFrame = request;
  }
  return {
    frame: median(frames),
    shortest: Math.min(...frames),
    work: median(works),
    leastWork: Math.min(...works),
    worstWork: Math.max(...works),
  };
}

/** The next frame, once everything that waited for it has been called. */
function frame(request: typeof requestAnimationFrame): Promise<number> {
  return new Promise((resolve) => request(() => queueMicrotask(() => resolve(performance.now()))));
}
