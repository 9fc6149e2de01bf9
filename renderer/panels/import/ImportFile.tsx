import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { useSession } from '../../hooks/session.ts';
import { useImportWords } from '../../messages/import.ts';
import { useHubWords } from '../../messages/language.ts';
import { ImportDialog } from './ImportDialog.tsx';

/** For whoever may: a button, and behind it the way of a file into the session. */
export function ImportFile() {
  const words = useImportWords();
  const { rejection } = useHubWords();
  const { why } = useSession();
  const [isOpen, setOpen] = useState(false);
  // With one person, so that nothing but the right to it is asked.
  const person = { personId: 'x', name: 'x', channel: 'online' as const, attendance: { source: 'x' } };
  const refused = why({
    name: 'people/import',
    args: { door: 'zoom', source: 'x', people: [person], questions: [] },
  });
  return (
    <>
      <Button reason={refused && rejection(refused)} onClick={() => setOpen(true)}>
        {words.open}
      </Button>
      {isOpen && <ImportDialog onClose={() => setOpen(false)} />}
    </>
  );
}
