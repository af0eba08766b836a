/** The page on which anyone measures Heapglass on their own machine. */
import { openPage } from './view/open-page.ts';

void openPage(import('./view/speed/SpeedPage.svelte'), {});
