import type { FairnessSettings } from '../../../shared/domain/fairness/settings.ts';
import { HOLD_SLOT_SECONDS_MAX, TURN_LIMIT_SECONDS_MAX } from '../../../shared/lib/limits.ts';
import type { BalancedGroup } from '../../../shared/lib/vocabulary.ts';
import { BALANCED_GROUPS, SPEAKING_POLICIES } from '../../../shared/lib/vocabulary.ts';
import { EditField } from '../../components/EditField.tsx';
import form from '../../components/form.module.css';
import { SelectField } from '../../components/SelectField.tsx';
import { useMeeting, useSession } from '../../hooks/session.ts';
import { useFairnessWords } from '../../messages/fairness.ts';
import { usePlanWords } from '../../messages/plan.ts';
import { isBetween, numberIn } from '../../store/checks.ts';
import { ShareEditor } from './ShareEditor.tsx';

const TURN_LIMIT_SECONDS_MIN = 5;
const AGING_SECONDS_MAX = 86_400;
/** What the window is opened to with the first group that is chosen (DOMAIN.md, B4). */
const WINDOW_SECONDS = 180;

/** How the next speaker is proposed; changed while the session runs, it holds from the next proposal on. */
export function FairnessEditor({ isReadOnly }: { isReadOnly: boolean }) {
  const words = useFairnessWords();
  const { submit } = useSession();
  const fairness = useMeeting((state) => state.session.fairness);
  // Only what is changed is sent: two moderators may be at different fields.
  const set = (fields: Partial<FairnessSettings>) =>
    submit({ name: 'session/configure', args: { fairness: fields } });
  const seconds = (key: SecondsKey, min: number, max: number) => (
    <SecondsField key={key} name={key} min={min} max={max} isReadOnly={isReadOnly} onChange={set} />
  );
  return (
    <section className={form.card} aria-labelledby="plan-fairness">
      <div className={form.heading}>
        <h2 id="plan-fairness">{words.title}</h2>
      </div>
      <SelectField
        label={words.policy}
        value={fairness.policy}
        options={SPEAKING_POLICIES.map((value) => ({ value, label: words.policies[value] }))}
        isReadOnly={isReadOnly}
        onChange={(policy) => set({ policy })}
      />
      <p className={form.hint}>{words.policyHints[fairness.policy]}</p>
      {fairness.policy === 'evenfloor' && <ShareEditor isReadOnly={isReadOnly} onChange={set} />}
      {seconds('turnLimitSeconds', TURN_LIMIT_SECONDS_MIN, TURN_LIMIT_SECONDS_MAX)}
      {fairness.policy === 'evenfloor' && seconds('creditSeconds', 0, TURN_LIMIT_SECONDS_MAX)}
      {/* Whoever asked first goes first, whatever was had before. */}
      {fairness.policy !== 'fifo' && seconds('agingSeconds', 0, AGING_SECONDS_MAX)}
      {fairness.policy === 'evenfloor' && seconds('holdSlotSeconds', 0, HOLD_SLOT_SECONDS_MAX)}
      <GroupField fairness={fairness} isReadOnly={isReadOnly} onChange={set} />
      {fairness.balancedGroup !== null && seconds('windowSeconds', 0, TURN_LIMIT_SECONDS_MAX)}
    </section>
  );
}

type Change = { onChange(fields: Partial<FairnessSettings>): void; isReadOnly: boolean };
type SecondsKey = 'turnLimitSeconds' | 'creditSeconds' | 'agingSeconds' | 'holdSlotSeconds' | 'windowSeconds';

function SecondsField({ name, min, max, onChange, isReadOnly }: Change & SecondsRange) {
  const words = useFairnessWords();
  const plan = usePlanWords();
  const value = useMeeting((state) => state.session.fairness[name]);
  return (
    <EditField
      label={words.seconds[name].label}
      hint={words.seconds[name].hint}
      value={String(value)}
      charsMax={6}
      isNumber
      isReadOnly={isReadOnly}
      check={(text) => (isBetween(text, min, max) ? null : plan.number(min, max))}
      onCommit={(text) => onChange({ [name]: numberIn(text) ?? 0 })}
    />
  );
}

type SecondsRange = { name: SecondsKey; min: number; max: number };

/** Off by default. Who is chosen to be balanced opens the window, since with none nothing would be. */
function GroupField({ fairness, onChange, isReadOnly }: Change & { fairness: FairnessSettings }) {
  const words = useFairnessWords();
  const none = { value: 'none' as const, label: words.groups.none };
  const options = BALANCED_GROUPS.map((value) => ({ value, label: words.groups[value] }));
  const choose = (value: BalancedGroup | 'none') => {
    if (value === 'none') return onChange({ balancedGroup: null });
    onChange({ balancedGroup: value, windowSeconds: fairness.windowSeconds || WINDOW_SECONDS });
  };
  return (
    <>
      <SelectField<BalancedGroup | 'none'>
        label={words.balancedGroup}
        value={fairness.balancedGroup ?? 'none'}
        options={[none, ...options]}
        isReadOnly={isReadOnly}
        onChange={choose}
      />
      <p className={form.hint}>{words.balancedGroupHint}</p>
    </>
  );
}
