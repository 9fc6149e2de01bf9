import type { ReactNode } from 'react';
import styles from './Chip.module.css';

export function Chip({
  look = 'plain',
  children,
}: {
  look?: 'plain' | 'accent' | 'warn';
  children: ReactNode;
}) {
  return <span className={`${styles.chip} ${styles[look]}`}>{children}</span>;
}
