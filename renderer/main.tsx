import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { must } from '../shared/lib/assert.ts';
import { App } from './App.tsx';
import { followPreferences } from './hooks/preferences.ts';
import { storedOutbox } from './store/outbox.ts';
import { createSession } from './store/session.ts';
import { browserEnvironment, socketUrl } from './sync/browser.ts';
import { hubOf } from './sync/hub-address.ts';
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
    outbox: storedOutbox(localStorage, sessionIdOf(identity.token)),
  });
session?.start();

// Another link pasted into this tab is another session.
window.addEventListener('hashchange', () => location.reload());

createRoot(must(document.getElementById('root'), 'root')).render(
  <StrictMode>
    <App session={session} />
  </StrictMode>,
);
