import { mount } from 'svelte';
import App from './App.svelte';
import './app.css';
import { textsOf } from './language/texts.ts';
import { startDashboard } from './main-data.ts';

const target = document.getElementById('app');
if (target === null) throw new Error('The page has no element with the id "app".');
const parameters = new URLSearchParams(location.search);
if (parameters.get('present') !== 'notes') mount(App, { target, props: { start: startDashboard } });
else {
  // The presenter's window shows what the other one tells it, and starts no engine.
  void import('./views/story/Presenter.svelte').then(({ default: Presenter }) => {
    const texts = textsOf(parameters.get('lang') === 'en' ? 'en' : 'zh');
    mount(Presenter, { target, props: { link: parameters.get('link') ?? '', texts } });
  });
}
