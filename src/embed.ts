/** The page for frames in documentation: the picture and time, opened by the same address as the site. */
import { fetchMachineEarly, openPage } from './view/open-page.ts';
import { whenSeen } from './view/when-seen.ts';

void whenSeen(document.documentElement).then(() => {
  fetchMachineEarly();
  return openPage(import('./view/App.svelte'), { compact: true });
});
