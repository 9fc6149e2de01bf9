import type { ReactNode } from 'react';
import styles from './form.module.css';

type ChoiceProps = {
  label: ReactNode;
  isOn: boolean;
  onChange(isOn: boolean): void;
  isReadOnly?: boolean;
  describedBy?: string | undefined;
};

export function Choice({ label, isOn, onChange, isReadOnly, describedBy }: ChoiceProps) {
  return (
    <label className={styles.choice}>
      <input
        type="checkbox"
        checked={isOn}
        disabled={isReadOnly}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
