import { lazy, Suspense, useState } from 'react';
import { ROLES } from '../../../shared/lib/vocabulary.ts';
import { Button } from '../../components/Button.tsx';
import form from '../../components/form.module.css';
import { useMeeting, useView } from '../../hooks/session.ts';
import { goTo, useRoute } from '../../hooks/use-route.ts';
import { goHome } from '../../hooks/use-shell-routing.ts';
import { useStaffViews } from '../../hooks/use-staff-views.ts';
import { useMessages } from '../../messages/language.ts';
import { part } from '../../sync/part.ts';
import styles from './ViewNav.module.css';

// Few ever open it, and a phone need not carry it.
const SettingsDialog = lazy(() =>
  part(() => import('./SettingsDialog.tsx')).then((file) => ({ default: file.SettingsDialog })),
);

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
          {name === 'plan' && <ToSettle />}
        </button>
      ))}
    </nav>
  );
}

/** What a file left open is dealt with before the session, and whoever came by a link has not seen the plan. */
function ToSettle() {
  const { app: words } = useMessages();
  const count = useMeeting(({ session }) =>
    session.startedAtMs === null ? (session.notes?.length ?? 0) : 0,
  );
  if (count === 0) return null;
  return (
    <>
      {' '}
      <span className={styles.count} title={words.toSettle(count)}>
        <span aria-hidden="true">{count}</span>
        <span className={form.hidden}>({words.toSettle(count)})</span>
      </span>
    </>
  );
}

/** Role (for whoever holds several), and all that stays on this device behind one button; fits into any header. */
export function Settings() {
  const { app: words, roles: roleNames } = useMessages();
  const roles = useView((view) => view.me.roles);
  const { role } = useRoute();
  const [isOpen, setOpen] = useState(false);
  // In the vocabulary's order, so that the first is the one the page opens with.
  const held = ROLES.filter((one) => roles.includes(one));
  return (
    <div className={styles.settings}>
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
      <Button className={styles.open} onClick={() => setOpen(true)}>
        {words.settings}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <SettingsDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}
