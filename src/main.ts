/** The site. */
import { mount } from 'svelte';
import App from './view/App.svelte';
import './view/style.css';

const target = document.getElementById('app');
if (target !== null) mount(App, { target });
