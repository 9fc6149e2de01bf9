import type { FormEvent } from 'react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import form from '../../components/form.module.css';
import { TextInput } from '../../components/TextInput.tsx';
import { navigation } from '../../hooks/navigate.ts';
import { shellOf, useMenu } from '../../hooks/shell.ts';
import { canScan } from '../../hooks/use-qr-scanner.ts';
import { useHomeWords } from '../../messages/home.ts';
import { invitationIn, pageFor } from '../../sync/hub-address.ts';
import { ScanQr } from './ScanQr.tsx';

/** By link or by QR code; the hub it leads to may be any. */
export function JoinPanel() {
  const words = useHomeWords();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [isScanning, setIsScanning] = useState(false);
  const join = (given: string): boolean => {
    const invitation = invitationIn(given);
    // The app's window stays at its own hub's page, which alone may speak with the app.
    if (invitation) navigation.go(pageFor(invitation, location, shellOf() !== null));
    return invitation !== null;
  };
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    setError(join(text) ? null : words.joinBad);
  };
  const onJoin = useEffectEvent(join);
  useEffect(() => shellOf()?.onJoin((link) => onJoin(link)), []);
  useMenu({ 'session/join': () => input.current?.focus() });
  return (
    <section className={form.card} aria-labelledby="home-join">
      <div className={form.heading}>
        <h2 id="home-join">{words.join}</h2>
      </div>
      <form onSubmit={submit} noValidate>
        <TextInput
          inputRef={input}
          label={words.joinField}
          hint={words.joinHint}
          type="url"
          value={text}
          error={error}
          onChange={(next) => {
            setText(next);
            setError(null);
          }}
        />
      </form>
      <div className={form.row}>
        <Button look="strong" onClick={() => submit()}>
          {words.joinButton}
        </Button>
        {canScan() && (
          <Button aria-expanded={isScanning} onClick={() => setIsScanning(!isScanning)}>
            {isScanning ? words.scanStop : words.scan}
          </Button>
        )}
      </div>
      {!canScan() && <p className={form.hint}>{words.scanElsewhere}</p>}
      {isScanning && <ScanQr onText={join} />}
    </section>
  );
}
