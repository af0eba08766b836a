/** Makes the collector of a run and tells the heap what the version wants of it. */
import type { Heap } from '../heap/heap.ts';
import type { Collector, CollectorChoice, CollectorSettings, Roots } from './collector.ts';
import { GenerationalCollector } from './generational-collector.ts';
import { IncrementalCollector } from './incremental.ts';
import { MarkAndSweep } from './mark-and-sweep.ts';
import { RefcountOnly } from './refcount-only.ts';

/**
 * `settings`: the machine's profile. `roots`: what the machine holds; only the mark-and-sweep and the incremental
 * collector ask for it. Without it they find out from the counts.
 */
export function makeCollector(
  heap: Heap,
  choice: CollectorChoice,
  settings: CollectorSettings,
  roots: Roots | null = null,
): Collector {
  heap.counter.setLimits(settings.freeLists);
  heap.trashcanDepth = settings.trashcanDepth;
  heap.releasesFramesBackwards = settings.releasesLocals === 'reverse';
  switch (choice) {
    case 'refcount':
      heap.counter.enabled = false;
      return new RefcountOnly(heap, settings);
    case 'mark-sweep':
      return new MarkAndSweep(heap, settings, roots);
    case 'automatic': {
      if (settings.collector === 'incremental') return new IncrementalCollector(heap, settings, roots);
      const collector = new GenerationalCollector(heap, settings);
      if (settings.collectsInAllocation) heap.collectInAllocation = () => collector.collectIfDue();
      return collector;
    }
  }
}
