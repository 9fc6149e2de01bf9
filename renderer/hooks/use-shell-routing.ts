/** In the desktop app, the menu and links from outside reach a page that is in the middle of a session. */
import { useEffect } from 'react';
import { pageFor } from '../sync/hub-address.ts';
import { navigation } from './navigate.ts';
import { shellOf, useMenu } from './shell.ts';
import { goTo } from './use-route.ts';

/** What begins or joins a session starts at home; the rest is a place of this one. The session itself goes on. */
export function useShellRouting(): void {
  useMenu({
    'session/new': goHome,
    'session/join': goHome,
    'session/restore': goHome,
    'plan/open': goHome,
    'plan/save': () => goTo({ view: 'plan' }),
    'sharing/show': () => goTo({ view: 'invitations' }),
  });
  useEffect(() => shellOf()?.onJoin((link) => navigation.go(pageFor(new URL(link), location, true))), []);
}

/** The address without a token is the home page. */
export function goHome(): void {
  navigation.go('/');
}
