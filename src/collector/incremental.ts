/** The incremental collector of 3.14.0 to 3.14.4. Source: CPython 3.14.2 Python/gc.c. */
import type { Heap } from '../heap/heap.ts';
import type { CollectorSettings, Roots } from './collector.ts';
import { GenerationalCollector } from './generational-collector.ts';

export class IncrementalCollector extends GenerationalCollector {
  constructor(heap: Heap, settings: CollectorSettings, _roots: Roots | null) {
    super(heap, settings);
  }
}
