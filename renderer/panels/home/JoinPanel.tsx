import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import form from '../../components/form.module.css';
import { followInvitation } from '../../hooks/follow-invitation.ts';
import { shellOf, useMenu } from '../../hooks/shell.ts';
import { mayScan, type ScanFailure } from '../../hooks/use-qr-scanner.ts';
import { useHomeWords } from '../../messages/home.ts';
import { JoinField } from './JoinField.tsx';
import { PictureQr } from './PictureQr.tsx';
import { ScanQr } from './ScanQr.tsx';

/** By link or by QR code, from the camera or from a picture; the hub it leads to may be any. */
export function JoinPanel() {
  const words = useHomeWords();
  const input = useRef<HTMLInputElement>(null);
  const [isScanning, setIsScanning] = useState(false);
  const [failure, setFailure] = useState<ScanFailure | null>(null);
  const join = (given: string): boolean => {
    const isFollowed = followInvitation(given);
    if (isFollowed) setIsScanning(false);
    return isFollowed;
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
      <JoinField inputRef={input} failed={location.hash.length > 1 ? location.href : ''}>
        {mayScan() && (
          <Button aria-expanded={isScanning} onClick={toggle}>
            {isScanning ? words.scanStop : words.scan}
          </Button>
        )}
        <PictureQr onText={join} />
      </JoinField>
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
