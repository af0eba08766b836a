/** Generations and what fills them, in words. */
import { type Lane, PERMANENT, type Population } from '../../../insight/generations.ts';
import { countText } from '../../words.ts';

const NAMES = ['young', 'middle', 'oldest', 'permanent'];
const OLDEST = 2;

/** The incremental collector has two: young and old. */
export function generationName(generation: number, isIncremental: boolean): string {
  return isIncremental && generation === OLDEST ? 'old' : NAMES[generation];
}

/** The generation of an object: `generation 0 (young)`. */
export function generationText(generation: number, isIncremental: boolean): string {
  if (generation > PERMANENT) return 'not tracked by the collector';
  if (generation === PERMANENT) return 'permanent (frozen)';
  return `generation ${generation} (${generationName(generation, isIncremental)})`;
}

/** How far something has risen towards what starts a collection. */
export interface Filling {
  readonly now: number;
  readonly full: number;
  readonly text: string;
}

/** What has to be full before the next automatic collection of a lane's generation; [] for none. */
export function fillings({ generation, count }: Lane, population: Population, isIncremental: boolean): Filling[] {
  const { thresholds, young, pending, longLived } = population;
  const full = thresholds[generation] ?? 0;
  if (generation === PERMANENT || full === 0 || (isIncremental && generation > 0)) return [];
  if (generation === 0)
    return [{ now: young, full, text: `about ${countText(young)} of ${countText(full)} new containers` }];
  const now = count ?? 0;
  const younger = `collections of the ${NAMES[generation - 1]} generation`;
  const rows = [{ now, full, text: `${countText(now)} of ${countText(full)} ${younger}` }];
  if (generation < OLDEST) return rows;
  const quarter = Math.floor(longLived / 4);
  const rule =
    longLived === 0
      ? '25 % rule: no full collection has left anything alive so far, so it asks for nothing'
      : `25 % rule: ${countText(pending)} of ${countText(quarter)} have grown old since (a quarter of the ${countText(longLived)} that the last full collection left)`;
  return [...rows, { now: pending, full: quarter, text: rule }];
}

/** What moves from one lane into the next one; '' where nothing does. */
export function promotionText(to: number, { promoted }: Population, isIncremental: boolean): string {
  const count = promoted[to];
  const objects = `${countText(count)} ${count === 1 ? 'object' : 'objects'}`;
  if (to === PERMANENT) return `${objects} frozen so far`;
  return `${objects} survived and ${count === 1 ? 'was' : 'were'} promoted to ${generationName(to, isIncremental)}`;
}

/** How automatic collections of the oldest objects come about, under the version chosen. */
export function ruleText(isIncremental: boolean, { taken }: Population): string {
  return isIncremental
    ? `There are no full collections of their own accord: each automatic one is an increment. It takes the young objects and some of the old ones, about as many as were made since and a share of the whole heap; the last one took ${countText(taken)} old objects. What it takes is exact for gc.collect() and close for automatic increments.`
    : 'A collection starts when a counter rises above its threshold. The oldest generation also waits until as many objects have grown old as a quarter of what its last collection left alive: the 25 % rule keeps the work of full collections in proportion to the heap.';
}
