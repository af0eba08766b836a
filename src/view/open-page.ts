/** Puts a page's component into the document. */
import { mount, type Component } from 'svelte';
import { nextTask } from './next-task.ts';
import './style.css';

export async function openPage<Props extends Record<string, unknown>>(
  component: Promise<{ default: Component<Props> }>,
  props: Props,
): Promise<void> {
  const { default: Page } = await component;
  // Its scripts have just been evaluated.
  await nextTask();
  const target = document.getElementById('app');
  if (target !== null) mount(Page, { target, props });
}

/** An address may name a program of its own, which needs the machine for its first picture: fetched beside the page's scripts. */
export function fetchMachineEarly(): void {
  if (location.hash !== '') void import('./run/run-worker.ts?worker&inline');
}
