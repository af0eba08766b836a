/** The page for frames in documentation: the picture and time, opened by the same address as the site. */
import { mount } from 'svelte';
import App from './view/App.svelte';
import './view/style.css';

const target = document.getElementById('app');
if (target !== null) mount(App, { target, props: { compact: true } });
