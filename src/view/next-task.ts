/** Resolves in a task of its own, so that what comes before and after is two short tasks and not a long one. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
