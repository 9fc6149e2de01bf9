import type { ReactNode } from 'react';
import { isProse } from '../../../shared/projections/report/contents.ts';
import { byQuestion, pointsOf } from '../../../shared/projections/report/points.ts';
import { report } from '../../../shared/projections/report/report.ts';
import type { ReportSection } from '../../../shared/projections/report/template.ts';
import { REPORT_TEMPLATES, templateOf } from '../../../shared/projections/report/templates.ts';
import type { State } from '../../../shared/state.ts';
import { SelectField } from '../../components/SelectField.tsx';
import { useMeeting, useSession } from '../../hooks/session.ts';
import { useSecond } from '../../hooks/use-now.ts';
import { useDeskWords } from '../../messages/desk.ts';
import { useLanguage } from '../../messages/language.ts';
import { BalanceCard } from '../activity/BalanceCard.tsx';
import { ExportReport } from '../plan/ExportReport.tsx';
import { ProseSection } from './ProseSection.tsx';
import styles from './ReportPreview.module.css';

const DAY_MS = 24 * 3_600_000;

/** The report as it stands: prose to be worded, and in a line each what the log adds by itself. */
export function ReportPreview() {
  const { report: words } = useDeskWords();
  const language = useLanguage();
  const { submit } = useSession();
  const template = templateOf(useMeeting((state) => state.reportTemplateId));
  return (
    <section className={styles.report} aria-label={words.title}>
      <ExportReport />
      <SelectField
        label={words.form}
        value={template.templateId}
        options={REPORT_TEMPLATES.map(({ templateId, name }) => ({
          value: templateId,
          label: name[language],
        }))}
        onChange={(templateId) => submit({ name: 'notes/use-template', args: { templateId } })}
      />
      <Due days={template.deadlineDays} />
      {template.sections.map((section) => (
        <SectionPart key={section.sectionId} section={section} />
      ))}
    </section>
  );
}

/** Counted from the end of the session, or from now while it runs. */
function Due({ days }: { days: number | null }) {
  const { report: words } = useDeskWords();
  const language = useLanguage();
  const { hubNow } = useSession();
  const endedAtMs = useMeeting((state) => state.session.endedAtMs);
  if (days === null) return null;
  const date = new Date((endedAtMs ?? hubNow()) + days * DAY_MS);
  return <p className={styles.due}>{words.due(date.toLocaleDateString(language, { dateStyle: 'long' }))}</p>;
}

function SectionPart({ section }: { section: ReportSection }) {
  const language = useLanguage();
  const { content } = section;
  if (isProse(content)) return <ProseSection section={{ ...section, content }} />;
  if (content === 'balance') {
    return (
      <Part title={section.title[language]}>
        <BalanceCard />
      </Part>
    );
  }
  return <Fact section={section} />;
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={styles.section}>
      <h3 className={styles.heading}>{title}</h3>
      {children}
    </div>
  );
}

/** A leaf of its own, since what the log says may change every second. Nothing to say is not shown. */
function Fact({ section }: { section: ReportSection }) {
  const words = useDeskWords();
  const language = useLanguage();
  const state = useMeeting((meeting) => meeting);
  const said = factOf(section, state, useSecond(), words);
  if (said === null) return null;
  return (
    <Part title={section.title[language]}>
      <p className={styles.fact}>{said}</p>
    </Part>
  );
}

function factOf(
  { content }: ReportSection,
  state: State,
  nowMs: number,
  words: ReturnType<typeof useDeskWords>,
): string | null {
  const points = pointsOf(state);
  switch (content) {
    case 'points-by-question':
      return byQuestion(points, state)
        .map((group) => {
          const number = state.policyQuestions.findIndex(
            (one) => one.policyQuestionId === group.policyQuestionId,
          );
          return `${number < 0 ? words.pqNone : words.pq(number + 1)} · ${words.report.counted(group.points.length)}`;
        })
        .join(' · ');
    case 'consensus':
      return words.report.counted(points.filter((point) => point.kind === 'consensus').length);
    case 'cases':
      return words.report.cases(points.filter((point) => point.kind === 'case').length);
    case 'network':
      return state.contacts ? words.report.contacts(state.contacts.length) : null;
    case 'participation': {
      const { participation } = report(state, nowMs);
      const { onsite, online } = participation.turns;
      return words.report.took(participation.firstTurns, onsite + online);
    }
    default:
      return null;
  }
}
