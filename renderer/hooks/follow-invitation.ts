import { invitationIn, pageFor } from '../sync/hub-address.ts';
import { navigation } from './navigate.ts';
import { shellOf } from './shell.ts';

/** Goes where the invitation in a text leads; false where there is none in it. */
export function followInvitation(text: string): boolean {
  const invitation = invitationIn(text);
  // The app's window stays at its own hub's page, which alone may speak with the app.
  if (invitation) navigation.go(pageFor(invitation, location, shellOf() !== null));
  return invitation !== null;
}
