import { useRef } from 'react';
import type { ShellApi } from '../../../electron/shell-api.ts';
import type { PlanInput } from '../../../shared/plan.ts';
import { Button } from '../../components/Button.tsx';
import form from '../../components/form.module.css';
import { useMenu } from '../../hooks/shell.ts';
import { useHomeWords } from '../../messages/home.ts';
import { DropZone } from './DropZone.tsx';
import styles from './NewSession.module.css';

const TEMPLATES = import.meta.glob<PlanInput>('../../../assets/plan-templates/*.json', {
  eager: true,
  import: 'default',
});

type NewSessionProps = {
  shell: ShellApi;
  isBusy: boolean;
  /** Why the last session could not be made. */
  error: string | null;
  onPlan(plan: PlanInput): Promise<void>;
  onSession(file: File): void;
};

export function NewSession({ shell, isBusy, error, onPlan, onSession }: NewSessionProps) {
  const words = useHomeWords();
  const first = useRef<HTMLUListElement>(null);
  useMenu({ 'session/new': () => first.current?.querySelector('button')?.focus() });
  return (
    <section className={form.card} aria-labelledby="home-new">
      <div className={form.heading}>
        <h2 id="home-new">{words.begin}</h2>
      </div>
      <h3 className={styles.subtitle}>{words.file}</h3>
      <DropZone shell={shell} isBusy={isBusy} error={error} onPlan={onPlan} onSession={onSession} />
      <h3 className={styles.subtitle}>{words.templates}</h3>
      <ul ref={first} className={styles.templates}>
        {Object.entries(TEMPLATES).map(([path, plan]) => (
          <Template key={path} path={path} plan={plan} isBusy={isBusy} onPlan={onPlan} />
        ))}
      </ul>
    </section>
  );
}

type TemplateProps = { path: string; plan: PlanInput; isBusy: boolean; onPlan(plan: PlanInput): void };

function Template({ path, plan, isBusy, onPlan }: TemplateProps) {
  const words = useHomeWords();
  const file = path.replace(/^.*\/|\.json$/g, '');
  const title = words.templateNames[file] ?? plan.title;
  return (
    <li>
      <Button
        className={styles.template}
        reason={isBusy ? words.creating : null}
        onClick={() => onPlan({ ...plan, title })}
      >
        <span className={styles.name}>{title}</span>
        <span className={form.hint}>{words.templateSize(plan.minutes ?? 0, plan.agenda?.length ?? 0)}</span>
      </Button>
    </li>
  );
}
