/** The run that the page opens on. It is recorded when the site is built, so that the first picture waits for no machine. */
import { lessons } from '../../lesson/lessons.ts';
import type { RunRequest } from './protocol.ts';

/** What a page without an address asks for; a budget has no part in it. */
const opening: Omit<RunRequest, 'budget'> = {
  kind: 'run',
  source: lessons[0].source,
  python: '3.13',
  collector: 'generational',
  arrange: { layout: 'tidy', fold: true },
};

export function openingRequest(budget: RunRequest['budget']): RunRequest {
  return { ...opening, budget };
}

export function isOpening(request: RunRequest): boolean {
  const { source, python, collector, arrange } = opening;
  return (
    request.source === source &&
    request.python === python &&
    request.collector === collector &&
    request.arrange.layout === arrange.layout &&
    request.arrange.fold === arrange.fold
  );
}
