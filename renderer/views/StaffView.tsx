import { type ComponentType, lazy, Suspense } from 'react';
import { useUrgentMessages } from '../hooks/use-backchannel.ts';
import { usePageTitle } from '../hooks/use-page-title.ts';
import type { StaffView as StaffViewName } from '../hooks/use-route.ts';
import { useShellRouting } from '../hooks/use-shell-routing.ts';
import { useStaffViews } from '../hooks/use-staff-views.ts';
import { useSteadyClicks } from '../input/use-steady-clicks.ts';
import { useMessages } from '../messages/language.ts';
import { MessageAnnouncer, UrgentBanner } from '../panels/backchannel/UrgentBanner.tsx';
import { ConsoleHeader } from '../panels/console/ConsoleHeader.tsx';
import { Notices } from '../panels/frame/Notices.tsx';
import { SessionEnded } from '../panels/frame/SessionEnded.tsx';
import { Settings, ViewNav } from '../panels/frame/ViewNav.tsx';
import { ImportByMenu } from '../panels/import/ImportEntry.tsx';
import { ConnectionBanner } from '../panels/trouble/ConnectionBanner.tsx';
import { DamageBanner } from '../panels/trouble/DamageBanner.tsx';
import { DiskBanner } from '../panels/trouble/DiskBanner.tsx';
import { Guarded } from '../panels/trouble/Guarded.tsx';
import { CopyOffer } from '../panels/trouble/KeptCopy.tsx';
import { Returned } from '../panels/trouble/Returned.tsx';
import { part } from '../sync/part.ts';
import { ConsoleView } from './ConsoleView.tsx';
import styles from './StaffView.module.css';

// The plan and the invitations are made before the meeting; the console need not wait for them.
const PlanView = lazy(() =>
  part(() => import('./PlanView.tsx')).then((file) => ({ default: file.PlanView })),
);
const DeskView = lazy(() =>
  part(() => import('./DeskView.tsx')).then((file) => ({ default: file.DeskView })),
);
const QuestionsView = lazy(() =>
  part(() => import('./QuestionsView.tsx')).then((file) => ({ default: file.QuestionsView })),
);
const InvitesView = lazy(() =>
  part(() => import('./InvitesView.tsx')).then((file) => ({ default: file.InvitesView })),
);
const ReplayView = lazy(() =>
  part(() => import('./ReplayView.tsx')).then((file) => ({ default: file.ReplayView })),
);
const SpeakerView = lazy(() =>
  part(() => import('./SpeakerView.tsx')).then((file) => ({ default: file.SpeakerView })),
);

const VIEWS: Record<StaffViewName, ComponentType> = {
  console: ConsoleView,
  desk: DeskView,
  questions: QuestionsView,
  plan: PlanView,
  invitations: InvitesView,
  speaker: SpeakerView,
  replay: ReplayView,
};

/** One header over the places of the staff. */
export function StaffView() {
  const { current } = useStaffViews();
  const View = VIEWS[current];
  useShellRouting();
  useSteadyClicks();
  const { app } = useMessages();
  usePageTitle(app[current], useUrgentMessages().length > 0 ? '(!)' : '');
  return (
    <div className={styles.page}>
      <ConsoleHeader>
        <ViewNav />
        <Settings />
      </ConsoleHeader>
      <ConnectionBanner />
      <CopyOffer />
      {/* Over every place of the staff: whoever hands out invitations must see it too. */}
      <UrgentBanner />
      <DamageBanner />
      <DiskBanner />
      <Returned />
      <SessionEnded />
      <Guarded>
        <Suspense fallback={<p role="status">{app.loading}</p>}>
          <View />
        </Suspense>
      </Guarded>
      <Notices />
      <ImportByMenu />
      <MessageAnnouncer />
    </div>
  );
}
