import type { CommandName } from '../../shared/command.ts';
import { ROLES } from '../../shared/lib/vocabulary.ts';
import { mayCommand } from '../../shared/rights.ts';
import { useView } from './session.ts';
import { useOwn } from './use-own.ts';
import { useOwnMoment } from './use-own-moment.ts';
import type { StaffView } from './use-route.ts';
import { STAFF_VIEWS, useRoute } from './use-route.ts';

/** What one must be allowed to do for a place to be of any use. */
const NEEDED: Record<Exclude<StaffView, 'speaker' | 'replay'>, CommandName | null> = {
  console: null,
  desk: 'notes/write',
  questions: 'questions/triage',
  plan: 'agenda/edit',
  invitations: 'invites/issue',
};

/** The places that this person's rights open, the speaker's to whoever speaks too; and which the address asks for. */
export function useStaffViews(): { open: StaffView[]; current: StaffView } {
  const roles = useView((view) => view.me.roles);
  const { view, role } = useRoute();
  const { person, entry } = useOwn();
  const isSpeaker = useOwnMoment() !== null || person?.panel === true || entry !== null;
  const isOver = useView((view) => (view.state?.session.endedAtMs ?? null) !== null);
  const open = STAFF_VIEWS.filter((one) => {
    if (one === 'speaker') return isSpeaker;
    if (one === 'replay') return isOver;
    const needed = NEEDED[one];
    return needed === null || mayCommand({ personId: '', roles }, needed);
  });
  // Who is a rapporteur above all comes to write, a liaison to sort questions; a link to a place that is not open ends there or at the console.
  const first = role ?? ROLES.find((one) => roles.includes(one));
  const home = first === 'rapporteur' ? 'desk' : first === 'liaison' ? 'questions' : 'console';
  return { open, current: view !== null && open.includes(view) ? view : home };
}
