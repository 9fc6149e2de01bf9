import type { ShellFailure } from '../shell-api.ts';

/** The names of all messages between the page and the main process. The preload offers these and no others. */
export const CHANNELS = {
  sessionsList: 'sessions/list',
  sessionsCreate: 'sessions/create',
  sessionsOpen: 'sessions/open',
  sessionsFetch: 'sessions/fetch',
  sessionsRestore: 'sessions/restore',
  sessionsRestoreBytes: 'sessions/restore-bytes',
  sessionsGoAlone: 'sessions/go-alone',
  plansPick: 'plans/pick',
  plansRead: 'plans/read',
  plansSave: 'plans/save',
  sharingStart: 'sharing/start',
  sharingAddresses: 'sharing/addresses',
  windowsOpen: 'windows/open',
  joinTake: 'join/take',
  joinArrived: 'join/arrived',
  menu: 'menu/chosen',
} as const;

export type Channel = (typeof CHANNELS)[keyof typeof CHANNELS];

/** An answer as it crosses: Electron would wrap a thrown error's sentence in its own words. */
export type Answer = { value: unknown } | { error: ShellFailure };
