/** Puts a page's component into the document. */
import { mount, type Component } from 'svelte';
import { nextTask } from './next-task.ts';
import './style.css';

export async function openPage<Props extends Record<string, unknown>>(
  component: Component<Props>,
  props: Props,
): Promise<void> {
  // The scripts have just been evaluated.
  await nextTask();
  const target = document.getElementById('app');
  if (target !== null) mount(component, { target, props });
}
