/** Milliseconds after which even a page that never rests does it. */
const PATIENCE = 2000;

/** Calls `work` once the page has nothing better to do. */
export function whenIdle(work: () => void): void {
  // Safari has no idle callbacks.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: PATIENCE });
  else setTimeout(work, 300);
}
