import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ShellApi } from '../../../electron/shell-api.ts';
import { Button } from '../../components/Button.tsx';
import form from '../../components/form.module.css';
import { SelectField } from '../../components/SelectField.tsx';
import { useMenu } from '../../hooks/shell.ts';
import { useInvitesWords } from '../../messages/invites.ts';
import { useProblemWords } from '../../messages/problems.ts';

type SharingProps = { shell: ShellApi; address: string | null; onAddress(address: string): void };

/** Opening this computer's hub to the local network; the links then use an address that phones can reach. */
export function Sharing({ shell, address, onAddress }: SharingProps) {
  const words = useInvitesWords();
  const problemWords = useProblemWords();
  const section = useRef<HTMLElement>(null);
  const { addresses, problem, start } = useSharing(shell, onAddress);
  useMenu({ 'sharing/show': () => section.current?.scrollIntoView() });
  return (
    <section ref={section} className={form.card} aria-labelledby="invites-sharing">
      <h3 id="invites-sharing">{words.sharing}</h3>
      {addresses === null ? (
        <>
          <p>{words.sharingOff}</p>
          <p>{words.sharingWarn}</p>
          <div className={form.row}>
            <Button look="strong" onClick={start}>
              {words.sharingStart}
            </Button>
          </div>
        </>
      ) : (
        <div role="status">
          <p>{addresses.length > 0 ? words.sharingOn : words.sharingNone}</p>
          <p>
            <strong>{address}</strong>
          </p>
          <p className={form.hint}>{words.sharingEnds}</p>
        </div>
      )}
      {addresses && addresses.length > 1 && (
        <SelectField
          label={words.sharingWhich}
          value={address ?? ''}
          options={addresses.map((one) => ({ value: one, label: one }))}
          onChange={onAddress}
        />
      )}
      {problem !== null && (
        <p role="alert" className={form.error}>
          {problemWords(problem)}
        </p>
      )}
    </section>
  );
}

function useSharing(shell: ShellApi, onAddress: (address: string) => void) {
  const [addresses, setAddresses] = useState<string[] | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const take = (found: string[]) => {
    setAddresses(found);
    if (found[0]) onAddress(found[0]);
  };
  const fail = (error: unknown) => setProblem(error);
  const onKnown = useEffectEvent((found: string[]) => found.length > 0 && take(found));
  const onFailed = useEffectEvent(fail);
  useEffect(() => {
    // Shared already, from another window or before a reload.
    shell.sharing.addresses().then(
      (found) => onKnown(found),
      (error: unknown) => onFailed(error),
    );
  }, [shell]);
  const start = () => {
    setProblem(null);
    shell.sharing.start().then(take, fail);
  };
  return { addresses, problem, start };
}
