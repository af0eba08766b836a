/** The page for frames in documentation: the picture and time, opened by the same address as the site. */
import App from './view/App.svelte';
import { openPage } from './view/open-page.ts';

void openPage(App, { compact: true });
