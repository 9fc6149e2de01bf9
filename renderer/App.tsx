import { type ComponentType, lazy, Suspense } from 'react';
import type { Role } from '../shared/lib/vocabulary.ts';
import { ROLES } from '../shared/lib/vocabulary.ts';
import { CLOSE } from '../shared/wire.ts';
import { SessionContext, useView } from './hooks/session.ts';
import type { Route } from './hooks/use-route.ts';
import { useRoute } from './hooks/use-route.ts';
import { useMessages } from './messages/language.ts';
import { ConnectionBanner } from './panels/trouble/ConnectionBanner.tsx';
import { GuardedPage } from './panels/trouble/Guarded.tsx';
import { ShutDoor } from './panels/trouble/ShutDoor.tsx';
import type { Session } from './store/session.ts';
import { part } from './sync/part.ts';

const StageView = lazy(() =>
  part(() => import('./views/StageView.tsx')).then((file) => ({ default: file.StageView })),
);
const OverlayView = lazy(() =>
  part(() => import('./views/OverlayView.tsx')).then((file) => ({ default: file.OverlayView })),
);
const ParticipantView = lazy(() =>
  part(() => import('./views/ParticipantView.tsx')).then((file) => ({ default: file.ParticipantView })),
);

type Page = {
  /** Null for a page that was opened without an invitation. */
  session: Session | null;
  /** What the light page has not: in a session the staff's place, else home. */
  Full: ComponentType;
};

export function App({ session, Full }: Page) {
  return (
    <GuardedPage>
      <Suspense fallback={<Loading />}>
        {session ? (
          <SessionContext value={session}>
            <InSession Full={Full} />
          </SessionContext>
        ) : (
          <Full />
        )}
      </Suspense>
    </GuardedPage>
  );
}

function InSession({ Full }: Pick<Page, 'Full'>) {
  const route = useRoute();
  const isKnown = useView((view) => view.state !== null);
  const closedBy = useView(({ link }) => (link.phase === 'closed' ? link.code : null));
  const roles = useView((view) => view.me.roles);
  if (route.overlay) {
    // While there is nothing to show, nothing is shown: it lies over the picture of a stream.
    return (
      <Suspense fallback={null}>
        {isKnown && closedBy === null && <OverlayView overlay={route.overlay} />}
      </Suspense>
    );
  }
  // Whoever is shut out sees no more of the session, and is offered nothing that would be refused.
  if (closedBy !== null && (!isKnown || SHUT.includes(closedBy))) return <ShutDoor code={closedBy} />;
  if (!isKnown) {
    return (
      <>
        <ConnectionBanner />
        <Loading />
      </>
    );
  }
  switch (viewFor(roles, route)) {
    case 'stage':
      return <StageView />;
    case 'participant':
      return <ParticipantView />;
    case 'staff':
      return <Full />;
  }
}

const SHUT: readonly number[] = [CLOSE.notInvited, CLOSE.revoked];

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
