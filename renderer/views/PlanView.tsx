import { useMeeting } from '../hooks/session.ts';

/** The agenda as it stands. */
export function PlanView() {
  const items = useMeeting((state) => state.agenda.items);
  return (
    <main>
      <ol>
        {items.map((item) => (
          <li key={item.itemId}>{item.title}</li>
        ))}
      </ol>
    </main>
  );
}
