/** The collector behind a machine, for the modules that ask about it. */
import type { Collector } from '../../collector/collector.ts';
import type { Machine } from '../native.ts';

/** Fails when the run was made without one. */
export function collectorOf(m: Machine): Collector {
  const { collector } = m as Machine & { readonly collector?: Collector | null };
  if (collector === null || collector === undefined) {
    throw new Error(
      'this machine has no collector: give it one (collector/make-collector.ts) before the program begins',
    );
  }
  return collector;
}
