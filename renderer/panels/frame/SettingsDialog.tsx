import type { Language } from '../../../shared/words/languages.ts';
import { Choice } from '../../components/Choice.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { playChime } from '../../hooks/chime.ts';
import { usePreference } from '../../hooks/use-preference.ts';
import { LANGUAGE_NAMES, setLanguage, useLanguage, useMessages } from '../../messages/language.ts';
import { useSettingsWords } from '../../messages/settings.ts';
import { choicesOf, type PreferenceName, setPreference } from '../../store/preferences.ts';
import styles from './SettingsDialog.module.css';

/** What stays on this device: how the page looks, sounds and speaks. */
export function SettingsDialog({ onClose }: { onClose(): void }) {
  const words = useSettingsWords();
  const { app } = useMessages();
  const language = useLanguage();
  return (
    <Dialog title={words.title} onClose={onClose}>
      <p className={styles.hint}>{words.hint}</p>
      <SelectField<Language>
        label={app.language}
        value={language}
        options={(Object.keys(LANGUAGE_NAMES) as Language[]).map((tag) => ({
          value: tag,
          label: LANGUAGE_NAMES[tag],
        }))}
        onChange={setLanguage}
      />
      <PreferenceField name="theme" label={app.theme} words={app.themes} />
      <PreferenceField name="contrast" label={words.contrast} words={words.contrasts} />
      <PreferenceField name="text" label={words.text} words={words.texts} />
      <PreferenceField name="motion" label={words.motion} words={words.motions} />
      <Sounds />
    </Dialog>
  );
}

type FieldProps<Name extends PreferenceName> = {
  name: Name;
  label: string;
  words: Record<ReturnType<typeof usePreference<Name>>, string>;
};

function PreferenceField<Name extends PreferenceName>({ name, label, words }: FieldProps<Name>) {
  const value = usePreference(name);
  return (
    <SelectField
      label={label}
      value={value}
      options={choicesOf(name).map((choice) => ({ value: choice, label: words[choice] }))}
      onChange={(choice) => setPreference(name, choice)}
    />
  );
}

/** Switched on by a press, which is also what a browser asks for before it lets a page sound. */
function Sounds() {
  const words = useSettingsWords();
  const sounds = usePreference('sounds');
  return (
    <>
      <Choice
        label={words.sounds}
        isOn={sounds === 'on'}
        onChange={(isOn) => {
          setPreference('sounds', isOn ? 'on' : 'off');
          if (isOn) playChime('warning');
        }}
      />
      <p className={styles.hint}>{words.soundsHint}</p>
    </>
  );
}
