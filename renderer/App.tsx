import { type ComponentType, lazy, Suspense } from 'react';
import type { Role } from '../shared/lib/vocabulary.ts';
import { ROLES } from '../shared/lib/vocabulary.ts';
import { SessionContext, useView } from './hooks/session.ts';
import type { Route } from './hooks/use-route.ts';
import { useRoute } from './hooks/use-route.ts';
import { useMessages } from './messages/language.ts';
import { ConnectionBanner } from './panels/ConnectionBanner.tsx';
import { GuardedPage } from './panels/Guarded.tsx';
import type { Session } from './store/session.ts';

const StageView = lazy(() => import('./views/StageView.tsx').then((file) => ({ default: file.StageView })));
const ParticipantView = lazy(() =>
  import('./views/ParticipantView.tsx').then((file) => ({ default: file.ParticipantView })),
);

/** `session` is null for a page that was opened without an invitation; `Staff` and `Home` are what the light page has not. */
type Page = { session: Session | null; Staff: ComponentType; Home: ComponentType };

export function App({ session, Staff, Home }: Page) {
  return (
    <GuardedPage>
      <Suspense fallback={<Loading />}>
        {session ? (
          <SessionContext value={session}>
            <InSession Staff={Staff} />
          </SessionContext>
        ) : (
          <Home />
        )}
      </Suspense>
    </GuardedPage>
  );
}

function InSession({ Staff }: Pick<Page, 'Staff'>) {
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
      return <Staff />;
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
