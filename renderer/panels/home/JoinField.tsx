import type { FormEvent, ReactNode, Ref } from 'react';
import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import form from '../../components/form.module.css';
import { TextInput } from '../../components/TextInput.tsx';
import { followInvitation } from '../../hooks/follow-invitation.ts';
import { useJoinWords } from '../../messages/join.ts';

type JoinFieldProps = {
  inputRef?: Ref<HTMLInputElement>;
  /** A link that has failed, to be looked over. */
  failed?: string;
  /** Other ways, beside the button. */
  children?: ReactNode;
};

/** An invitation as a link, to any hub, or as its code. */
export function JoinField({ inputRef, failed = '', children }: JoinFieldProps) {
  const words = useJoinWords();
  const [text, setText] = useState(failed);
  const [error, setError] = useState<string | null>(failed === '' ? null : words.incomplete);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setError(followInvitation(text) ? null : words.bad);
  };
  return (
    <form className={form.stack} onSubmit={submit} noValidate>
      <TextInput
        inputRef={inputRef}
        label={words.field}
        hint={words.hint}
        type="url"
        value={text}
        error={error}
        onChange={(next) => {
          setText(next);
          setError(null);
        }}
      />
      <div className={form.row}>
        <Button look="strong" isSubmit>
          {words.button}
        </Button>
        {children}
      </div>
    </form>
  );
}
