/** The site. */
import App from './view/App.svelte';
import { openPage } from './view/open-page.ts';

void openPage(App, {});
