/** The site. */
import { fetchMachineEarly, openPage } from './view/open-page.ts';

fetchMachineEarly();
void openPage(import('./view/App.svelte'), {});
