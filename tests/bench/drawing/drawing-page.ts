/** What runs in the browser for the drawing benchmark: one graph, drawn by us and by others in turn, in one window. */
import { measureDrawing, type DrawingTimes } from '../../../src/view/speed/drawing.ts';
import { type FrameTimes, timeFrames } from '../../../src/view/speed/frames.ts';
import type { PictureRun, SpeedRequest } from '../../../src/view/speed/measure.ts';
import { cosmosPeer, type Peer, type PlainGraph, sigmaPeer } from './peers.ts';

export type PeerName = 'sigma' | 'cosmos';
export type PeerTimes = Pick<DrawingTimes, 'nodes' | 'first' | 'pan' | 'zoom' | 'recolour'>;

export interface DrawingBench {
  /** Builds the graph in the worker at `workerAddress`. */
  build(workerAddress: string, depth: number): Promise<void>;
  ours(): Promise<DrawingTimes>;
  peer(name: PeerName): Promise<PeerTimes>;
}

declare global {
  interface Window {
    drawingBench: DrawingBench;
  }
}

let run: PictureRun | null = null;

window.drawingBench = {
  build(workerAddress, depth) {
    const worker = new Worker(workerAddress, { type: 'module' });
    return new Promise((resolve, reject) => {
      worker.onerror = (event) => reject(new Error(event.message || 'the worker failed'));
      worker.onmessage = ({ data }: MessageEvent<PictureRun>) => {
        run = data;
        worker.terminate();
        resolve();
      };
      worker.postMessage({ kind: 'picture', depth } satisfies SpeedRequest);
    });
  },
  async ours() {
    const canvas = document.createElement('canvas');
    canvas.style.cssText = 'position: fixed; inset: 0; width: 100%; height: 100%';
    document.body.append(canvas);
    const times = await measureDrawing(canvas, run!);
    canvas.remove();
    return times;
  },
  async peer(name) {
    const container = document.createElement('div');
    container.style.cssText = 'position: fixed; inset: 0; width: 100%; height: 100%';
    document.body.append(container);
    const graph = plainGraph(run!);
    const begun = performance.now();
    const peer = await { sigma: sigmaPeer, cosmos: cosmosPeer }[name](container, graph);
    for (let k = 0; k < 2; k++) await new Promise((resolve) => requestAnimationFrame(resolve));
    const first = performance.now() - begun;
    const timed = (verb: keyof Omit<Peer, 'end'>): Promise<FrameTimes> => timeFrames((frame) => peer[verb](frame));
    const times = {
      nodes: run!.nodes,
      first,
      pan: await timed('pan'),
      zoom: await timed('zoom'),
      recolour: await timed('recolour'),
    };
    peer.end();
    container.remove();
    return times;
  },
};

function plainGraph({ layout }: PictureRun): PlainGraph {
  const { drawn, x, y, parent, idLimit } = layout;
  const nodeOf = new Int32Array(idLimit);
  drawn.forEach((id, n) => (nodeOf[id] = n));
  const edges: number[] = [];
  for (const id of drawn) if (parent[id] !== 0) edges.push(nodeOf[parent[id]], nodeOf[id]);
  return {
    x: Float32Array.from(drawn, (id) => x[id]),
    y: Float32Array.from(drawn, (id) => y[id]),
    edges: Int32Array.from(edges),
  };
}
