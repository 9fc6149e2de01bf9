import { useMeeting } from '../hooks/session.ts';
import { useMessages } from '../messages/language.ts';
import { ConnectionBanner } from '../panels/ConnectionBanner.tsx';

/** The meeting's title and who has the floor. */
export function ParticipantView() {
  const { floor } = useMessages();
  const title = useMeeting((state) => state.session.title);
  const turn = useMeeting((state) => state.floor.turn);
  return (
    <main>
      <ConnectionBanner />
      <h1>{title}</h1>
      <p>{turn ? turn.name : floor.nobody}</p>
    </main>
  );
}
