import { mount } from 'svelte';
import QuickAskApp from './QuickAskApp.svelte';
import './styles/tokens.css';
import './styles/base.css';

mount(QuickAskApp, { target: document.body });
