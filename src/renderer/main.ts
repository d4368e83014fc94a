import { mount } from 'svelte';
import App from './App.svelte';
import './styles/tokens.css';
import './styles/base.css';

/** Before anything is painted: the window has a ground of the system's, which shows where the page has none. */
if (new URLSearchParams(location.search).has('material')) document.documentElement.dataset['material'] = '';

mount(App, { target: document.body });
