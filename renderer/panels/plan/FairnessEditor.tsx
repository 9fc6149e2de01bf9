import type { FairnessSettings } from '../../../shared/domain/fairness/settings.ts';
import { TURN_LIMIT_SECONDS_MAX } from '../../../shared/lib/limits.ts';
import { EditField } from '../../components/EditField.tsx';
import form from '../../components/form.module.css';
import { useMeeting, useSession } from '../../hooks/session.ts';
import { usePlanWords } from '../../messages/plan.ts';
import { isBetween, isWholeBetween, numberIn } from '../../store/checks.ts';

const TURN_LIMIT_SECONDS_MIN = 5;
const AGING_SECONDS_MAX = 86_400;

export function FairnessEditor({ isReadOnly }: { isReadOnly: boolean }) {
  const words = usePlanWords();
  const { submit } = useSession();
  const fairness = useMeeting((state) => state.session.fairness);
  const set = (fields: Partial<FairnessSettings>) =>
    submit({ name: 'session/configure', args: { fairness: { ...fairness, ...fields } } });
  const seconds = (label: string, hint: string, key: SecondsKey, min: number, max: number) => (
    <EditField
      label={label}
      hint={hint}
      value={String(fairness[key])}
      charsMax={6}
      isNumber
      isReadOnly={isReadOnly}
      check={(text) => (isBetween(text, min, max) ? null : words.number(min, max))}
      onCommit={(text) => set({ [key]: numberIn(text) ?? 0 })}
    />
  );
  return (
    <section className={form.card} aria-labelledby="plan-fairness">
      <div className={form.heading}>
        <h2 id="plan-fairness">{words.fairness}</h2>
      </div>
      <WeightField fairness={fairness} isReadOnly={isReadOnly} onChange={(weights) => set({ weights })} />
      {seconds(
        words.turnLimit,
        words.turnLimitHint,
        'turnLimitSeconds',
        TURN_LIMIT_SECONDS_MIN,
        TURN_LIMIT_SECONDS_MAX,
      )}
      {seconds(words.credit, words.creditHint, 'creditSeconds', 0, TURN_LIMIT_SECONDS_MAX)}
      {seconds(words.aging, words.agingHint, 'agingSeconds', 0, AGING_SECONDS_MAX)}
    </section>
  );
}

type SecondsKey = 'turnLimitSeconds' | 'creditSeconds' | 'agingSeconds';

type WeightFieldProps = {
  fairness: FairnessSettings;
  isReadOnly: boolean;
  onChange(weights: FairnessSettings['weights']): void;
};

function WeightField({ fairness, isReadOnly, onChange }: WeightFieldProps) {
  const words = usePlanWords();
  const onsite = Math.round(fairness.weights.onsite * 100);
  return (
    <EditField
      label={`${words.weight} · ${words.weights(onsite, 100 - onsite)}`}
      hint={words.weightHint}
      value={String(onsite)}
      charsMax={2}
      isNumber
      isReadOnly={isReadOnly}
      check={(text) => (isWholeBetween(text, 1, 99) ? null : words.whole(1, 99))}
      onCommit={(text) => {
        const share = (numberIn(text) ?? 50) / 100;
        onChange({ onsite: share, online: 1 - share });
      }}
    />
  );
}
