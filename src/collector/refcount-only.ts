/**
 * "Reference counts alone": a heap whose cycles nobody collects. The lists, the counts and gc.freeze() work as always;
 * gc.collect() does nothing and returns 0, and the automatic collector is off.
 * Not CPython: there gc.disable() switches off the automatic collector only.
 */
import { GenerationalCollector } from './generational-collector.ts';

export class RefcountOnly extends GenerationalCollector {
  override collect(_generation: number): number {
    return 0;
  }

  override collectIfDue(): void {
    this.heap.counter.due = false;
  }
}
