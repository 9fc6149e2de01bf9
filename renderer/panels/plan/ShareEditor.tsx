import { useState } from 'react';
import type { FairnessSettings } from '../../../shared/domain/fairness/settings.ts';
import type { PerChannel } from '../../../shared/lib/vocabulary.ts';
import { CHANNELS, perChannel } from '../../../shared/lib/vocabulary.ts';
import { Button } from '../../components/Button.tsx';
import { EditField } from '../../components/EditField.tsx';
import form from '../../components/form.module.css';
import { TextInput } from '../../components/TextInput.tsx';
import { useMeeting, useSession, useView } from '../../hooks/session.ts';
import { useFairnessWords } from '../../messages/fairness.ts';
import { useMessages } from '../../messages/language.ts';
import { usePlanWords } from '../../messages/plan.ts';
import { isWholeBetween, numberIn } from '../../store/checks.ts';
import { presentBySide, sharesOf } from '../../store/present.ts';

type ShareProps = { isReadOnly: boolean; onChange(fields: Partial<FairnessSettings>): void };

/** The shares of speaking time: typed, or taken once from the people present. */
export function ShareEditor({ isReadOnly, onChange }: ShareProps) {
  const words = useFairnessWords();
  const plan = usePlanWords();
  const weights = useMeeting((state) => state.session.fairness.weights);
  const [isCounting, setCounting] = useState(false);
  const onsite = Math.round(weights.onsite * 100);
  return (
    <>
      <EditField
        label={`${words.weight} · ${words.weights(onsite, 100 - onsite)}`}
        hint={words.weightHint}
        value={String(onsite)}
        charsMax={2}
        isNumber
        isReadOnly={isReadOnly}
        check={(text) => (isWholeBetween(text, 1, 99) ? null : plan.whole(1, 99))}
        onCommit={(text) => {
          const share = (numberIn(text) ?? 50) / 100;
          onChange({ weights: { onsite: share, online: 1 - share } });
        }}
      />
      {!isReadOnly && !isCounting && (
        <Button look="quiet" onClick={() => setCounting(true)}>
          {words.byPresent}
        </Button>
      )}
      {isCounting && (
        <PresentForm
          onTake={(taken) => {
            setCounting(false);
            if (taken) onChange({ weights: taken });
          }}
        />
      )}
    </>
  );
}

/**
 * Begins with who is connected, and empty where nobody is: that says nothing of the room. The room's heads have to be
 * counted, since most of them hold no device of ours.
 */
function PresentForm({ onTake }: { onTake(weights: FairnessSettings['weights'] | null): void }) {
  const words = useFairnessWords();
  const messages = useMessages();
  const { store } = useSession();
  const connected = useView((view) => view.presence?.people);
  const [counts, setCounts] = useState<PerChannel<string>>(() => {
    const present = presentBySide(connected ?? [], store.getState().state?.people ?? []);
    return perChannel((channel) => (present[channel] === 0 ? '' : String(present[channel])));
  });
  const shares = sharesOf(perChannel((channel) => numberIn(counts[channel]) ?? Number.NaN));
  return (
    <fieldset className={form.group}>
      <legend className={form.legend}>{words.present}</legend>
      <p className={form.hint}>{words.presentHint}</p>
      {CHANNELS.map((channel) => (
        <TextInput
          key={channel}
          label={messages.channels[channel]}
          value={counts[channel]}
          charsMax={6}
          error={null}
          onChange={(text) => setCounts({ ...counts, [channel]: text })}
        />
      ))}
      <div className={form.row}>
        <Button reason={shares ? null : words.presentNeeded} onClick={() => onTake(shares)}>
          {shares
            ? words.takeShares(Math.round(shares.onsite * 100), Math.round(shares.online * 100))
            : words.takeSharesNone}
        </Button>
        <Button look="quiet" onClick={() => onTake(null)}>
          {messages.add.cancel}
        </Button>
      </div>
    </fieldset>
  );
}
