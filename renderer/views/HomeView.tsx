import { useMessages } from '../messages/language.ts';

/** What a page without an invitation says. */
export function HomeView() {
  const { app, link } = useMessages();
  return (
    <main>
      <h1>{app.name}</h1>
      <p>{link.closed[4401]}</p>
    </main>
  );
}
