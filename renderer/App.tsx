import { lazy, Suspense } from 'react';
import type { Role } from '../shared/lib/vocabulary.ts';
import { ROLES } from '../shared/lib/vocabulary.ts';
import { SessionContext, useView } from './hooks/session.ts';
import type { Route } from './hooks/use-route.ts';
import { useRoute } from './hooks/use-route.ts';
import { useMessages } from './messages/language.ts';
import { ConnectionBanner } from './panels/ConnectionBanner.tsx';
import { GuardedPage } from './panels/Guarded.tsx';
import type { Session } from './store/session.ts';

// A phone in the room loads its own view and nothing of the console.
const StaffView = lazy(() => import('./views/StaffView.tsx').then((file) => ({ default: file.StaffView })));
const StageView = lazy(() => import('./views/StageView.tsx').then((file) => ({ default: file.StageView })));
const ParticipantView = lazy(() =>
  import('./views/ParticipantView.tsx').then((file) => ({ default: file.ParticipantView })),
);
const HomeView = lazy(() => import('./views/HomeView.tsx').then((file) => ({ default: file.HomeView })));

/** `session` is null for a page that was opened without an invitation. */
export function App({ session }: { session: Session | null }) {
  return (
    <GuardedPage>
      <Suspense fallback={<Loading />}>
        {session ? (
          <SessionContext value={session}>
            <InSession />
          </SessionContext>
        ) : (
          <HomeView />
        )}
      </Suspense>
    </GuardedPage>
  );
}

function InSession() {
  const route = useRoute();
  const isKnown = useView((view) => view.state !== null);
  const isClosed = useView((view) => view.link.phase === 'closed');
  const roles = useView((view) => view.me.roles);
  if (!isKnown) {
    return (
      <>
        <ConnectionBanner />
        {!isClosed && <Loading />}
      </>
    );
  }
  switch (viewFor(roles, route)) {
    case 'stage':
      return <StageView />;
    case 'participant':
      return <ParticipantView />;
    case 'staff':
      return <StaffView />;
  }
}

/** The role chosen in the header, else the first that is held, in the vocabulary's order. */
function viewFor(
  roles: readonly Role[],
  { isStage, role: wanted }: Route,
): 'stage' | 'participant' | 'staff' {
  const role = wanted && roles.includes(wanted) ? wanted : ROLES.find((one) => roles.includes(one));
  if (isStage || role === 'display' || role === undefined) return 'stage';
  return role === 'participant' ? 'participant' : 'staff';
}

function Loading() {
  const { app } = useMessages();
  return <p role="status">{app.loading}</p>;
}
