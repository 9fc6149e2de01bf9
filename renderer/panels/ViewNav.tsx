import { ROLES } from '../../shared/lib/vocabulary.ts';
import type { Language } from '../../shared/words/languages.ts';
import { useView } from '../hooks/session.ts';
import type { StaffView } from '../hooks/use-route.ts';
import { goTo, STAFF_VIEWS, useRoute } from '../hooks/use-route.ts';
import { goHome } from '../hooks/use-shell-routing.ts';
import type { Theme } from '../hooks/use-theme.ts';
import { setTheme, THEMES, useTheme } from '../hooks/use-theme.ts';
import { LANGUAGE_NAMES, setLanguage, useLanguage, useMessages } from '../messages/language.ts';
import styles from './ViewNav.module.css';

/** The three places of the staff. */
export function ViewNav() {
  const { app: words } = useMessages();
  const { view } = useRoute();
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
      {STAFF_VIEWS.map((name: StaffView) => (
        <button
          key={name}
          type="button"
          className={styles.link}
          aria-current={name === view ? 'page' : undefined}
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
  const language = useLanguage();
  const theme = useTheme();
  const roles = useView((view) => view.me.roles);
  const { role } = useRoute();
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
      <select
        aria-label={words.language}
        value={language}
        onChange={(event) => setLanguage(event.target.value as Language)}
      >
        {Object.entries(LANGUAGE_NAMES).map(([tag, name]) => (
          <option key={tag} value={tag} lang={tag}>
            {name}
          </option>
        ))}
      </select>
      <select
        aria-label={words.theme}
        value={theme}
        onChange={(event) => setTheme(event.target.value as Theme)}
      >
        {THEMES.map((one) => (
          <option key={one} value={one}>
            {words.themes[one]}
          </option>
        ))}
      </select>
    </div>
  );
}
