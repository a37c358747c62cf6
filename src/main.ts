import { mount } from 'svelte';
import App from './App.svelte';
import './app.css';
import { textsOf } from './language/texts.ts';
import './print.css';
import { startDashboard } from './main-data.ts';
import { keepOffline } from './offline/keep-offline.ts';
import type { KeepOffline } from './state/offline.svelte.ts';

const target = document.getElementById('app');
if (target === null) throw new Error('The page has no element with the id "app".');

const keep: KeepOffline = (tell) =>
  keepOffline(
    {
      workers: navigator.serviceWorker ?? null,
      script: new URL('service-worker.js', document.baseURI),
      reload: () => location.reload(),
    },
    tell,
  );
const parameters = new URLSearchParams(location.search);
if (parameters.get('present') === 'notes') {
  // The presenter's window shows what the other one tells it, and starts no engine.
  void import('./views/story/Presenter.svelte').then(({ default: Presenter }) => {
    const texts = textsOf(parameters.get('lang') === 'en' ? 'en' : 'zh');
    mount(Presenter, { target, props: { link: parameters.get('link') ?? '', texts } });
  });
} else {
  // The worker is written by the build alone.
  mount(App, { target, props: { start: startDashboard, keep: import.meta.env.PROD ? keep : null } });
}
