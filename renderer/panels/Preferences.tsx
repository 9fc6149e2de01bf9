import type { ReactNode } from 'react';
import type { Language } from '../../shared/words/languages.ts';
import type { Theme } from '../hooks/use-theme.ts';
import { setTheme, THEMES, useTheme } from '../hooks/use-theme.ts';
import { LANGUAGE_NAMES, setLanguage, useLanguage, useMessages } from '../messages/language.ts';
import styles from './Preferences.module.css';

/** Language and colours; `children` are further choices of the same look, before them. */
export function Preferences({ children }: { children?: ReactNode }) {
  const { app } = useMessages();
  const language = useLanguage();
  const theme = useTheme();
  return (
    <div className={styles.preferences}>
      {children}
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
        onChange={(event) => setTheme(event.target.value as Theme)}
      >
        {THEMES.map((one) => (
          <option key={one} value={one}>
            {app.themes[one]}
          </option>
        ))}
      </select>
    </div>
  );
}
