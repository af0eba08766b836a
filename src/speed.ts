/** The page on which anyone measures Heapglass on their own machine. */
import { openPage } from './view/open-page.ts';
import SpeedPage from './view/speed/SpeedPage.svelte';

void openPage(SpeedPage, {});
