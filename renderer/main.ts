/** The page begins light; the full one, with React and every place of the staff, comes when it is needed. */
import { must } from '../shared/lib/assert.ts';
import { mount as mountLight } from './light.tsx';
import { storedOutbox } from './store/outbox.ts';
import { followPreferences } from './store/preferences.ts';
import { createSession, type Session } from './store/session.ts';
import { browserEnvironment, socketUrl } from './sync/browser.ts';
import { hubOf, speaksWith } from './sync/hub-address.ts';
import { originOf } from './sync/hubs.ts';
import { identify } from './sync/identity.ts';
import { part } from './sync/part.ts';
import './theme.css';

for (const late of document.querySelectorAll('.late')) late.remove();
if (location.pathname.startsWith('/overlay/')) document.documentElement.dataset.overlay = '';
followPreferences();

const identity = identify(location, sessionStorage);
const session =
  identity &&
  createSession({
    url: socketUrl(hubOf(location)),
    identity,
    environment: browserEnvironment,
    onHub: (url) => speaksWith(originOf(url)),
    outbox: storedOutbox(localStorage, identity),
  });
session?.start();

// Another link pasted into this tab is another session.
window.addEventListener('hashchange', () => location.reload());

// Whoever has come this way before is no phone: the full page need not wait until the hub has said so.
if (!session || window.evenfloor || new URLSearchParams(location.search).has('view'))
  void loadFull().catch(() => undefined);
show(must(document.getElementById('root'), 'root'), session);

function show(root: HTMLElement, session: Session | null): void {
  const light = root.appendChild(document.createElement('div'));
  const full = root.appendChild(document.createElement('div'));
  const unmount = mountLight(light, session, async () => {
    const [{ mount }, Full] = await loadFull();
    mount(full, session, Full);
    // Not while the light page is in the midst of waiting for this.
    queueMicrotask(() => {
      unmount();
      light.remove();
    });
  });
}

/** Side by side, and before it is shown: React would hold back for 300 ms what comes behind a fallback of Suspense. */
function loadFull() {
  return part(() =>
    Promise.all([
      import('./full.tsx'),
      session
        ? import('./views/StaffView.tsx').then(({ StaffView }) => StaffView)
        : import('./views/HomeView.tsx').then(({ HomeView }) => HomeView),
    ]),
  );
}
