/** The page begins light; the full one, with React and every place of the staff, comes when it is needed. */
import { must } from '../shared/lib/assert.ts';
import { mount as mountLight } from './light.tsx';
import { storedOutbox } from './store/outbox.ts';
import { followPreferences } from './store/preferences.ts';
import { createSession, type Session } from './store/session.ts';
import { browserEnvironment, socketUrl } from './sync/browser.ts';
import { hubOf, speaksWith } from './sync/hub-address.ts';
import { originOf } from './sync/hubs.ts';
import { identify, sessionIdOf } from './sync/identity.ts';
import './theme.css';

followPreferences();

const identity = identify(location, sessionStorage);
const session =
  identity &&
  createSession({
    url: socketUrl(hubOf(location)),
    identity,
    environment: browserEnvironment,
    onHub: (url) => speaksWith(originOf(url)),
    outbox: storedOutbox(localStorage, sessionIdOf(identity.token)),
  });
session?.start();

// Another link pasted into this tab is another session.
window.addEventListener('hashchange', () => location.reload());

show(must(document.getElementById('root'), 'root'), session);

function show(root: HTMLElement, session: Session | null): void {
  const light = root.appendChild(document.createElement('div'));
  const full = root.appendChild(document.createElement('div'));
  const unmount = mountLight(light, session, async () => {
    const { mount } = await import('./full.tsx');
    mount(full, session);
    // Not while the light page is in the midst of waiting for this.
    queueMicrotask(() => {
      unmount();
      light.remove();
    });
  });
}
