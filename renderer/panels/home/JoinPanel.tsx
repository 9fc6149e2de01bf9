import type { FormEvent } from 'react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import form from '../../components/form.module.css';
import { TextInput } from '../../components/TextInput.tsx';
import { navigation } from '../../hooks/navigate.ts';
import { shellOf, useMenu } from '../../hooks/shell.ts';
import { mayScan, type ScanFailure } from '../../hooks/use-qr-scanner.ts';
import { useHomeWords } from '../../messages/home.ts';
import { invitationIn, pageFor } from '../../sync/hub-address.ts';
import { PictureQr } from './PictureQr.tsx';
import { ScanQr } from './ScanQr.tsx';

/** By link or by QR code, from the camera or from a picture; the hub it leads to may be any. */
export function JoinPanel() {
  const words = useHomeWords();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [isScanning, setIsScanning] = useState(false);
  const [failure, setFailure] = useState<ScanFailure | null>(null);
  const join = (given: string): boolean => {
    const invitation = invitationIn(given);
    // The app's window stays at its own hub's page, which alone may speak with the app.
    if (invitation) navigation.go(pageFor(invitation, location, shellOf() !== null));
    if (invitation) setIsScanning(false);
    return invitation !== null;
  };
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    setError(join(text) ? null : words.joinBad);
  };
  const toggle = () => {
    setIsScanning(!isScanning);
    setFailure(null);
  };
  const onFailure = (why: ScanFailure) => {
    setIsScanning(false);
    setFailure(why);
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
        {mayScan() && (
          <Button aria-expanded={isScanning} onClick={toggle}>
            {isScanning ? words.scanStop : words.scan}
          </Button>
        )}
        <PictureQr onText={join} />
      </div>
      {!mayScan() && <p className={form.hint}>{words.scanElsewhere}</p>}
      {isScanning && <ScanQr onText={join} onFailure={onFailure} />}
      {failure && (
        <p role="alert" className={form.error}>
          {words.scanFailures[failure]}
        </p>
      )}
    </section>
  );
}
