import { mount } from 'svelte';
import App from './App.svelte';
import './app.css';
import './print.css';
import { startDashboard } from './main-data.ts';

const target = document.getElementById('app');
if (target === null) throw new Error('The page has no element with the id "app".');
mount(App, { target, props: { start: startDashboard } });
