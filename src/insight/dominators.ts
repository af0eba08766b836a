/**
 * Dominators of a graph with one entry, and what each node keeps alive: typed arrays in, typed arrays out, no word of
 * the heap, so that a worker can do it.
 *
 * Source: T. Lengauer and R. Tarjan, A fast algorithm for finding dominators in a flowgraph, TOPLAS 1(1), 1979: the
 * simple version, O(m log n), with the recursion of the paper unrolled.
 */

/** Nodes are numbers, the last one is the entry. References of node n: to[first[n]] .. to[first[n + 1] - 1]. */
export interface FlowGraph {
  readonly first: Int32Array;
  readonly to: Int32Array;
  /** What a node weighs itself, in bytes and in objects. */
  readonly bytes: Int32Array;
  readonly objects: Uint8Array;
}

export interface Dominators {
  /** Immediate dominator by node; -1: the entry itself, and what the entry does not reach. */
  readonly dominator: Int32Array;
  /** Sums over the node and all that it dominates. */
  readonly retainedBytes: Float64Array;
  readonly retainedObjects: Int32Array;
}

export function dominatorsOf(graph: FlowGraph): Dominators {
  const nodes = graph.first.length - 1;
  const search = depthFirst(graph, nodes);
  const above = lengauerTarjan(graph, nodes, search);
  const dominator = new Int32Array(nodes).fill(-1);
  const retainedBytes = Float64Array.from(graph.bytes);
  const retainedObjects = Int32Array.from(graph.objects);
  // A dominator comes before what it dominates.
  for (let order = search.count - 1; order > 0; order--) {
    const node = search.node[order];
    const over = search.node[above[order]];
    dominator[node] = over;
    retainedBytes[over] += retainedBytes[node];
    retainedObjects[over] += retainedObjects[node];
  }
  return { dominator, retainedBytes, retainedObjects };
}

/** The depth-first spanning tree from the entry, in preorder. */
interface Search {
  readonly count: number;
  /** Node by order. */
  readonly node: Int32Array;
  /** Order by node; -1: not reached. */
  readonly order: Int32Array;
  /** Order of the parent in the tree, by order. */
  readonly parent: Int32Array;
}

function depthFirst({ first, to }: FlowGraph, nodes: number): Search {
  const node = new Int32Array(nodes);
  const order = new Int32Array(nodes).fill(-1);
  const parent = new Int32Array(nodes);
  const next = first.slice(0, nodes);
  const path = new Int32Array(nodes);
  let depth = 0;
  let count = 0;
  const entry = nodes - 1;
  order[entry] = 0;
  node[count++] = entry;
  path[depth++] = entry;
  while (depth > 0) {
    const from = path[depth - 1];
    if (next[from] === first[from + 1]) {
      depth--;
      continue;
    }
    const target = to[next[from]++];
    if (order[target] >= 0) continue;
    parent[count] = order[from];
    order[target] = count;
    node[count++] = target;
    path[depth++] = target;
  }
  return { count, node, order, parent };
}

/** Immediate dominators, all by order. */
function lengauerTarjan({ first, to }: FlowGraph, nodes: number, { count, order, parent }: Search): Int32Array {
  const referrers = backwards(first, to, nodes, count, order);
  const semi = Int32Array.from({ length: count }, (_, i) => i);
  const label = semi.slice();
  const ancestor = new Int32Array(count).fill(-1);
  const above = new Int32Array(count);
  // The buckets as linked lists: every vertex is in at most one.
  const bucket = new Int32Array(count).fill(-1);
  const nextInBucket = new Int32Array(count);
  const chain = new Int32Array(count);

  /** EVAL: the vertex of least semidominator on the way to the root of its tree in the forest, the path compressed. */
  const best = (vertex: number): number => {
    if (ancestor[vertex] < 0) return vertex;
    let length = 0;
    for (let v = vertex; ancestor[ancestor[v]] >= 0; v = ancestor[v]) chain[length++] = v;
    while (length > 0) {
      const v = chain[--length];
      const over = ancestor[v];
      if (semi[label[over]] < semi[label[v]]) label[v] = label[over];
      ancestor[v] = ancestor[over];
    }
    return label[vertex];
  };

  for (let w = count - 1; w > 0; w--) {
    for (let edge = referrers.first[w]; edge < referrers.first[w + 1]; edge++) {
      const least = semi[best(referrers.from[edge])];
      if (least < semi[w]) semi[w] = least;
    }
    nextInBucket[w] = bucket[semi[w]];
    bucket[semi[w]] = w;
    const over = parent[w];
    ancestor[w] = over;
    for (let v = bucket[over]; v >= 0; v = nextInBucket[v]) {
      const u = best(v);
      above[v] = semi[u] < semi[v] ? u : over;
    }
    bucket[over] = -1;
  }
  for (let w = 1; w < count; w++) if (above[w] !== semi[w]) above[w] = above[above[w]];
  return above;
}

/** The references between reached nodes backwards, by order. */
function backwards(
  first: Int32Array,
  to: Int32Array,
  nodes: number,
  count: number,
  order: Int32Array,
): { first: Int32Array; from: Int32Array } {
  const begins = new Int32Array(count + 1);
  for (let node = 0; node < nodes; node++) {
    if (order[node] < 0) continue;
    for (let edge = first[node]; edge < first[node + 1]; edge++) begins[order[to[edge]] + 1]++;
  }
  for (let i = 0; i < count; i++) begins[i + 1] += begins[i];
  const next = begins.slice(0, count);
  const from = new Int32Array(begins[count]);
  for (let node = 0; node < nodes; node++) {
    if (order[node] < 0) continue;
    for (let edge = first[node]; edge < first[node + 1]; edge++) from[next[order[to[edge]]]++] = order[node];
  }
  return { first: begins, from };
}
