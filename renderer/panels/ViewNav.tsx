import { ROLES } from '../../shared/lib/vocabulary.ts';
import { useView } from '../hooks/session.ts';
import { goTo, useRoute } from '../hooks/use-route.ts';
import { goHome } from '../hooks/use-shell-routing.ts';
import { useStaffViews } from '../hooks/use-staff-views.ts';
import { useMessages } from '../messages/language.ts';
import { Preferences } from './Preferences.tsx';
import styles from './ViewNav.module.css';

/** The places of the staff, as far as they are open to this person. */
export function ViewNav() {
  const { app: words } = useMessages();
  const { open, current } = useStaffViews();
  return (
    <nav aria-label={words.views} className={styles.nav}>
      <button
        type="button"
        className={styles.link}
        aria-label={words.home}
        title={words.home}
        onMouseDown={(event) => event.preventDefault()}
        onClick={goHome}
      >
        <span aria-hidden="true">⌂</span>
      </button>
      {open.map((name) => (
        <button
          key={name}
          type="button"
          className={styles.link}
          aria-current={name === current ? 'page' : undefined}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => goTo({ view: name })}
        >
          {words[name]}
        </button>
      ))}
    </nav>
  );
}

/** Role (for whoever holds several), language and colours; fits into any header. */
export function Settings() {
  const { app: words, roles: roleNames } = useMessages();
  const roles = useView((view) => view.me.roles);
  const { role } = useRoute();
  // In the vocabulary's order, so that the first is the one the page opens with.
  const held = ROLES.filter((one) => roles.includes(one));
  return (
    <Preferences>
      {held.length > 1 && (
        <select
          aria-label={words.role}
          value={role ?? held[0]}
          onChange={(event) => goTo({ role: event.target.value as (typeof held)[number] })}
        >
          {held.map((one) => (
            <option key={one} value={one}>
              {roleNames[one]}
            </option>
          ))}
        </select>
      )}
    </Preferences>
  );
}
