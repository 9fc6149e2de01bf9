import { lazy, Suspense, useState } from 'react';
import { mayCommand } from '../../../shared/rights.ts';
import { Button } from '../../components/Button.tsx';
import { useView } from '../../hooks/session.ts';
import { useMenu } from '../../hooks/shell.ts';
import { useMessages } from '../../messages/language.ts';
import { part } from '../../sync/part.ts';
import styles from './ImportEntry.module.css';

// Rarely wanted in the middle of a meeting, and with words of its own.
const ImportDialog = lazy(() =>
  part(() => import('./ImportDialog.tsx')).then((file) => ({ default: file.ImportDialog })),
);

/** At the console: the way of a platform's file into the session; nothing for whoever may not. */
export function ImportButton() {
  const { app: words } = useMessages();
  const { isAllowed, dialog, open } = useImportDialog();
  if (!isAllowed) return null;
  return (
    <>
      <Button look="quiet" className={styles.button} onClick={open}>
        {words.importFile}
      </Button>
      {dialog}
    </>
  );
}

/** The same from the desktop app's menu, at every place of the staff. */
export function ImportByMenu() {
  const { dialog, open } = useImportDialog();
  useMenu({ 'import/show': open });
  return dialog;
}

function useImportDialog() {
  const roles = useView((view) => view.me.roles);
  const [isOpen, setOpen] = useState(false);
  const isAllowed = mayCommand({ personId: '', roles }, 'people/import');
  const dialog = isAllowed && isOpen && (
    <Suspense fallback={null}>
      <ImportDialog onClose={() => setOpen(false)} />
    </Suspense>
  );
  return { isAllowed, dialog, open: () => setOpen(true) };
}
