/** The page on which anyone measures Heapglass on their own machine. */
import { mount } from 'svelte';
import SpeedPage from './view/speed/SpeedPage.svelte';
import './view/style.css';

const target = document.getElementById('app');
if (target !== null) mount(SpeedPage, { target });
