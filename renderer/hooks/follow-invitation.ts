import { invitationIn, pageFor, shortAddressIn } from '../sync/hub-address.ts';
import { navigation } from './navigate.ts';
import { shellOf } from './shell.ts';

/** Goes where the invitation in a text leads, or its short address; false where there is neither. */
export function followInvitation(text: string): boolean {
  const invitation = invitationIn(text);
  // The app's window stays at its own hub's page, which alone may speak with the app.
  const stays = shellOf() !== null;
  if (invitation) {
    navigation.go(pageFor(invitation, location, stays));
    return true;
  }
  const short = shortAddressIn(text, location);
  // What it leads to only the hub behind it knows.
  if (!short || (stays && short.origin !== location.origin)) return false;
  navigation.go(short.href);
  return true;
}
