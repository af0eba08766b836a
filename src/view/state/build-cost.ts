/**
 * What a tree of so many nodes will cost, before anything is run: from measured constants. And the largest tree that a
 * page can hold, to be offered instead of one that it cannot.
 */
import type { Budget } from '../run/protocol.ts';
import { bytesText, countText } from '../words.ts';
import { nodesOf, type ParentLinks } from './statements.ts';

/** What a run may do before it stops and asks: the 5 × 10 pipeline, printed and deleted, needs about 20 million words. */
export const usualBudget: Budget = { events: 40_000_000, objects: 4_000_000, output: 20_000_000 };
/** What a build may do whose cost was said before: 6 × 10 fits, with strong links, too. */
const LARGEST: Budget = { ...usualBudget, events: 160_000_000, objects: 5_000_000 };

/** More than this is not added to by going on: the page and its worker hold about three gigabytes then. */
const MOST: Pick<Budget, 'events' | 'objects'> = { events: 200_000_000, objects: 12_000_000 };

/** Whether a journal of so many words of events and ids is as long as a page can hold. */
export function isFull(words: number, ids: number): boolean {
  return words > MOST.events || ids > MOST.objects;
}

/**
 * For each node: objects made (the node, its list, weak references), words of events, ids used (the node's number has one,
 * too). Measured with `create_data_graph` of the lessons in 3.13, at some ten thousand nodes; the test measures again.
 */
const perNode: Record<ParentLinks, { objects: number; words: number; ids: number }> = {
  none: { objects: 2, words: 124, ids: 3 },
  strong: { objects: 2, words: 130, ids: 3 },
  weak: { objects: 2.1, words: 140, ids: 3.2 },
};
/** Memory of the page and its worker, and time of the worker, at 6 × 10. */
const BYTES_PER_NODE = 2100;
const SECONDS_PER_NODE = 30e-6;
const WORDS_PER_EVENT = 1.85;

export interface Size {
  readonly depth: number;
  readonly breadth: number;
}

export interface BuildCost {
  readonly nodes: number;
  readonly objects: number;
  readonly events: number;
  /** The events' words: what a budget counts. */
  readonly words: number;
  readonly bytes: number;
  readonly seconds: number;
  /** The run gets to its end. */
  readonly fits: boolean;
}

export function buildCost({ depth, breadth }: Size, links: ParentLinks): BuildCost {
  const nodes = nodesOf(depth, breadth);
  const { words, ids, objects } = perNode[links];
  return {
    nodes,
    objects: nodes * objects,
    events: (nodes * words) / WORDS_PER_EVENT,
    words: nodes * words,
    bytes: nodes * BYTES_PER_NODE,
    seconds: nodes * SECONDS_PER_NODE,
    fits: nodes * words <= LARGEST.events && nodes * ids <= LARGEST.objects,
  };
}

/** The largest tree that fits, as deep or as broad as the one wanted. */
export function largestThatFits(wanted: Size, links: ParentLinks): Size {
  const fits = (size: Size): boolean => buildCost(size, links).fits;
  const shallower = { ...wanted, depth: largest(wanted.depth, (depth) => fits({ ...wanted, depth })) };
  const narrower = { ...wanted, breadth: largest(wanted.breadth, (breadth) => fits({ ...wanted, breadth })) };
  return nodesOf(shallower.depth, shallower.breadth) >= nodesOf(narrower.depth, narrower.breadth)
    ? shallower
    : narrower;
}

/** The largest number from 0 to `most` of which `holds` is true; 0 where there is none. It holds for all smaller ones, too. */
function largest(most: number, holds: (value: number) => boolean): number {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The largest tree that a text plainly asks for, by calls of create_data_graph with two numbers; null: none. */
export function askedFor(text: string): (Size & { readonly links: ParentLinks }) | null {
  let most: (Size & { readonly links: ParentLinks }) | null = null;
  const calls =
    /\bcreate_data_graph\(\s*([\d_]{1,12})\s*,\s*([\d_]{1,12})\s*(?:,\s*(?:parent\s*=\s*)?['"](strong|weak)['"])?/g;
  for (const [, depth, breadth, links] of text.matchAll(calls)) {
    const size = { depth: Number(depth.replaceAll('_', '')), breadth: Number(breadth.replaceAll('_', '')) };
    if (most === null || nodesOf(size.depth, size.breadth) > nodesOf(most.depth, most.breadth)) {
      most = { ...size, links: (links ?? 'none') as ParentLinks };
    }
  }
  return most;
}

/** What is to be said before a text is run that asks for more than a page can hold; '': nothing. */
export function warningFor(text: string): string {
  const wanted = askedFor(text);
  if (wanted === null) return '';
  const cost = buildCost(wanted, wanted.links);
  if (cost.fits) return '';
  const { depth, breadth } = largestThatFits(wanted, wanted.links);
  return (
    `create_data_graph(${wanted.depth}, ${wanted.breadth}) asks for ${costText(cost)}: more than a page can hold. ` +
    `The run will stop at its budget and keep what it has; create_data_graph(${depth}, ${breadth}) fits.`
  );
}

/** A cost in words. */
export function costText({ nodes, objects, events, bytes, seconds }: BuildCost): string {
  if (!Number.isSafeInteger(nodes)) return 'more nodes than can be counted';
  const time = seconds < 90 ? `${roundText(seconds)} s` : `${roundText(seconds / 60)} min`;
  return (
    `${countText(nodes)} nodes (about ${roundText(objects)} objects, ${roundText(events)} events, ` +
    `${bytesText(Number(bytes.toPrecision(2)))} and ${time})`
  );
}

/** Two digits of a number, as a person says it. */
function roundText(value: number): string {
  const rounded = Number(value.toPrecision(2));
  if (rounded >= 1e12) return `${countText(rounded / 1e12)} trillion`;
  if (rounded >= 1e9) return `${countText(rounded / 1e9)} billion`;
  return rounded >= 1e6 ? `${countText(rounded / 1e6)} million` : countText(rounded);
}

/** What a run of `text` may do: the usual, or as much as the tree needs that it asks for, where a page can hold that. */
export function budgetFor(text: string): Budget {
  const wanted = askedFor(text);
  if (wanted === null) return usualBudget;
  const cost = buildCost(wanted, wanted.links);
  return cost.fits && cost.words > usualBudget.events / 2 ? LARGEST : usualBudget;
}
