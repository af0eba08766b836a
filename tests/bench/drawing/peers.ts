/** The same graph, at the same places, drawn by other libraries: what each is moved, recoloured and timed by. */
import { Graph as CosmosGraph } from '@cosmos.gl/graph';
import { DirectedGraph } from 'graphology';
import Sigma from 'sigma';

/** Places by node (y down), and edges as pairs of nodes. */
export interface PlainGraph {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly edges: Int32Array;
}

/** One library with the graph in it. Every verb asks for a frame. */
export interface Peer {
  pan(frame: number): void;
  zoom(frame: number): void;
  recolour(frame: number): void;
  end(): void;
}

const COLOURS = ['#009e73', '#e69f00', '#8fd6bd'];
const COSMOS_COLOURS = [
  [0, 0.62, 0.45, 1],
  [0.9, 0.62, 0, 1],
  [0.56, 0.84, 0.74, 1],
];
const NODE = '#74b9ea';
const EDGE = '#a3afbb';
const PAN_SHARE = 0.005;
const ZOOM = 1.01;

export function sigmaPeer(container: HTMLElement, { x, y, edges }: PlainGraph): Peer {
  const graph = new DirectedGraph();
  // Sigma's y runs up.
  for (let n = 0; n < x.length; n++) graph.addNode(n, { x: x[n], y: -y[n], size: 1, color: NODE });
  for (let e = 0; e < edges.length; e += 2) graph.addEdge(edges[e], edges[e + 1], { size: 0.5, color: EDGE });
  const sigma = new Sigma(graph, container, { renderLabels: false, allowInvalidContainer: true });
  const camera = sigma.getCamera();
  return {
    pan: (frame) => camera.setState({ x: 0.5 + PAN_SHARE * frame }),
    zoom: (frame) => camera.setState({ ratio: ZOOM ** -frame }),
    recolour(frame) {
      const color = COLOURS[frame % COLOURS.length];
      graph.updateEachNodeAttributes((_, attributes) => ({ ...attributes, color }), { attributes: ['color'] });
    },
    end: () => sigma.kill(),
  };
}

/** Cosmos has a square world of its own; the corners of ours come to lie in its corners. */
const COSMOS_SPACE = 4096;

export async function cosmosPeer(container: HTMLDivElement, { x, y, edges }: PlainGraph): Promise<Peer> {
  const graph = new CosmosGraph(container, {
    enableSimulation: false,
    spaceSize: COSMOS_SPACE,
    fitViewOnInit: false,
    pointDefaultColor: NODE,
    pointDefaultSize: 2,
    linkDefaultColor: EDGE,
    linkDefaultWidth: 0.5,
    scalePointsOnZoom: false,
    transitionDuration: 0,
    backgroundColor: '#fcfcfa',
  });
  await graph.ready;
  const right = x.reduce((most, value) => Math.max(most, value), 1);
  const bottom = y.reduce((most, value) => Math.max(most, value), 1);
  const scale = COSMOS_SPACE / Math.max(right, bottom);
  const positions = new Float32Array(2 * x.length);
  for (let n = 0; n < x.length; n++) positions.set([x[n] * scale, COSMOS_SPACE - y[n] * scale], 2 * n);
  graph.setPointPositions(positions, true);
  graph.setLinks(Float32Array.from(edges));
  const colours = COSMOS_COLOURS.map((rgba) => {
    const colour = new Float32Array(4 * x.length);
    for (let n = 0; n < x.length; n++) colour.set(rgba, 4 * n);
    return colour;
  });
  graph.setPointColors(colours[0]);
  graph.render(undefined, 0);
  /** Cosmos has no verb for a pan: the corners that it is to show are moved. */
  const showMovedBy = (aside: number): void =>
    graph.setZoomTransformByPointPositions(
      Float32Array.of(aside, COSMOS_SPACE, right * scale + aside, COSMOS_SPACE - bottom * scale),
      0,
    );
  showMovedBy(0);
  return {
    pan: (frame) => showMovedBy(COSMOS_SPACE * PAN_SHARE * frame),
    zoom: () => graph.setZoomLevel(graph.getZoomLevel() * ZOOM, 0),
    recolour(frame) {
      graph.setPointColors(colours[frame % colours.length]);
      graph.render(undefined, 0);
    },
    end: () => graph.destroy(),
  };
}
