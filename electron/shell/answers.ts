/** Everything the page may ask of the app, each with the schema of what it may send. */
import type { BrowserWindow } from 'electron';
import { z } from 'zod';
import { PLAN_FILE_BYTES_MAX, SESSION_FILE_BYTES_MAX, TITLE_CHARS_MAX } from '../../shared/lib/limits.ts';
import type { Problem } from '../../shared/lib/problems.ts';
import { idSchema } from '../../shared/lib/schema.ts';
import { planSchema } from '../../shared/plan.ts';
import { lanAddresses } from '../hub/address.ts';
import type { Hub } from '../hub/hub.ts';
import { CHANNELS } from './channels.ts';
import { answer, type Caller } from './ipc.ts';
import { isOwn, joinLink } from './links.ts';
import { pickPlan, readPlanBytes, saveFile } from './plan-files.ts';
import { fetchSession, pickSession, restoreBytes } from './session-files.ts';
import { createSharing } from './sharing.ts';

export type AnswersOptions = {
  hub: Hub;
  pageUrl: string;
  window: () => BrowserWindow;
  openWindow: (link: string) => void;
  takeLink: () => string | null;
};

const SAVED_CHARS_MAX = 32 * 1024 * 1024;
const fileNameSchema = z.string().min(1).max(TITLE_CHARS_MAX);
const nothing = z.tuple([]);

/** To be called once, before a page loads. */
export function setupAnswers({ hub, pageUrl, window, openWindow, takeLink }: AnswersOptions): void {
  const caller: Caller = { pageUrl, isOurWindow: (id) => window().webContents.id === id };
  const sharing = createSharing({ hub, lanAddresses });

  answer(CHANNELS.sessionsList, caller, nothing, () => hub.listSessions());
  answer(CHANNELS.sessionsCreate, caller, z.tuple([planSchema]), ([plan]) => hub.createSession(plan));
  answer(CHANNELS.sessionsOpen, caller, z.tuple([idSchema]), ([id]) => hub.openSession(id));

  const bytes = z
    .instanceof(Uint8Array)
    .refine((b) => b.length <= PLAN_FILE_BYTES_MAX, 'unfit' satisfies Problem);
  const document = z
    .instanceof(Uint8Array)
    .refine((b) => b.length <= SESSION_FILE_BYTES_MAX, 'unfit' satisfies Problem);
  const saved = z.tuple([fileNameSchema, z.union([z.string().max(SAVED_CHARS_MAX), document])]);
  const invitation = z
    .string()
    .refine((link) => joinLink(link) !== null, 'not-our-address' satisfies Problem);
  answer(CHANNELS.sessionsFetch, caller, z.tuple([invitation]), ([link]) => fetchSession(link));
  answer(CHANNELS.sessionsRestore, caller, nothing, () => pickSession(window(), hub));
  const kept = z.tuple([fileNameSchema, document]);
  answer(CHANNELS.sessionsRestoreBytes, caller, kept, ([name, file]) => restoreBytes(name, file, hub));
  const goAlone = ([name, file]: z.infer<typeof kept>) => restoreBytes(name, file, hub, { asOther: true });
  answer(CHANNELS.sessionsGoAlone, caller, kept, goAlone);
  answer(CHANNELS.plansPick, caller, nothing, () => pickPlan(window()));
  answer(CHANNELS.plansRead, caller, z.tuple([fileNameSchema, bytes]), (args) => readPlanBytes(...args));
  answer(CHANNELS.plansSave, caller, saved, ([name, content]) => saveFile(window(), name, content));

  answer(CHANNELS.sharingStart, caller, nothing, () => sharing.start());
  answer(CHANNELS.sharingAddresses, caller, nothing, () => sharing.addresses());

  const ownLink = z.string().refine((link) => isOwn(link, pageUrl), 'not-our-address' satisfies Problem);
  answer(CHANNELS.windowsOpen, caller, z.tuple([ownLink]), ([link]) => openWindow(link));
  answer(CHANNELS.joinTake, caller, nothing, () => takeLink());
}
