import type { Language } from '../../../shared/words/languages.ts';
import { usePreference } from '../../hooks/use-preference.ts';
import { LANGUAGE_NAMES, setLanguage, useLanguage, useMessages } from '../../messages/language.ts';
import { choicesOf, type Preference, setPreference } from '../../store/preferences.ts';
import styles from './Preferences.module.css';

/** Language and colours, where there is no session yet. */
export function Preferences() {
  const { app } = useMessages();
  const language = useLanguage();
  const theme = usePreference('theme');
  return (
    <div className={styles.preferences}>
      <select
        aria-label={app.language}
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
        aria-label={app.theme}
        value={theme}
        onChange={(event) => setPreference('theme', event.target.value as Preference<'theme'>)}
      >
        {choicesOf('theme').map((one) => (
          <option key={one} value={one}>
            {app.themes[one]}
          </option>
        ))}
      </select>
    </div>
  );
}
