/** The page for frames in documentation: the picture and time, opened by the same address as the site. */
import { fetchMachineEarly, openPage } from './view/open-page.ts';

fetchMachineEarly();
void openPage(import('./view/App.svelte'), { compact: true });
