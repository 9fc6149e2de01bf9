/**
 * Editing an agenda that others edit too. One edit is under way at a time and names the revision that it rests
 * on; when the hub finds that somebody else was first, the person is asked what to do.
 */
import { useEffect, useState } from 'react';
import type { AgendaPlan } from '../../shared/domain/agenda/schema.ts';
import type { AgendaEdit } from '../store/agenda-edits.ts';
import { edited, plannedOf } from '../store/agenda-edits.ts';
import { useMeeting, useSession, useView } from './session.ts';

export type AgendaEdits = {
  /** As it will be once all edits are in. */
  items: AgendaPlan[];
  edit(edit: AgendaEdit): void;
  /** Edits that were not taken, since somebody else was first. */
  refused: AgendaEdit[] | null;
  makeAgain(): void;
  forget(): void;
};

export function useAgendaEdits(): AgendaEdits {
  const session = useSession();
  const agenda = useMeeting((state) => state.agenda);
  const isUnderWay = useView(({ pending, aside }) =>
    [...pending, ...aside].some(({ command }) => command.name === 'agenda/edit'),
  );
  const stale = useView((view) => view.notices.find(isStale));
  /** Not sent yet: an edit over one that is still under way would rest on a revision that may never be. */
  const [waiting, setWaiting] = useState<AgendaEdit[]>([]);
  const [sent, setSent] = useState<AgendaEdit[]>([]);
  const [refused, setRefused] = useState<AgendaEdit[] | null>(null);
  const items = waiting.reduce<AgendaPlan[]>(edited, agenda.items.map(plannedOf));

  useEffect(() => {
    if (stale) {
      session.dismiss(stale.noticeId);
      setRefused([...sent, ...waiting]);
      setSent([]);
      setWaiting([]);
    } else if (waiting.length > 0 && !isUnderWay && !refused) {
      setSent(waiting);
      setWaiting([]);
      session.submit({ name: 'agenda/edit', args: { items, baseRevision: agenda.revision } });
    }
  });

  return {
    items,
    edit: (edit) => setWaiting((before) => [...before, edit]),
    refused,
    makeAgain() {
      setWaiting(refused ?? []);
      setRefused(null);
    },
    forget: () => setRefused(null),
  };
}

function isStale(notice: { code: string; command: string | null }): boolean {
  return notice.code === 'agenda/stale' && notice.command === 'agenda/edit';
}
