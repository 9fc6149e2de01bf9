/**
 * What the desktop app adds to the page it shows, as `window.evenfloor`. Absent in a browser: whatever is only
 * there must have another way. All that a socket can carry goes over the socket, also here.
 */
import type { Plan, PlanInput } from '../shared/plan.ts';
import type { OpenedSession, RestoredSession, SessionSummary } from './hub/hub.ts';
import type { PlanErrorCode } from './importers/plan-error.ts';
import type { StoreErrorCode } from './store/event-store.ts';

/** A file that an importer understood. */
export type ReadPlan = { fileName: string; plan: Plan };

/** What a menu entry asks of the page; the page does it, so that a key, a button and the menu are one thing. */
export type MenuCommand =
  | 'session/new'
  | 'session/join'
  | 'session/restore'
  | 'plan/open'
  | 'plan/save'
  | 'import/show'
  | 'sharing/show'
  | 'keys/show';

/**
 * What a call rejects with. A plain object, since an Error loses all but its message on the way to the page.
 * `message` is one sentence; with a code the page has better words, in its own language.
 */
export type ShellFailure =
  | { about: 'plan'; code: PlanErrorCode; params: Record<string, string | number>; message: string }
  | { about: 'store'; code: StoreErrorCode; message: string }
  | { about?: undefined; message: string };

/** Every call may reject with a {@link ShellFailure}. */
export type ShellApi = {
  platform: NodeJS.Platform;
  version: string;
  sessions: {
    /** All sessions kept on this computer. */
    list(): Promise<SessionSummary[]>;
    create(plan: PlanInput): Promise<OpenedSession>;
    open(sessionId: string): Promise<OpenedSession>;
    /** Asks for a session file and takes it in; null when the person thought better of it. */
    restore(): Promise<RestoredSession | null>;
    /** For a session file that was dropped on the page, or that the page has kept. */
    restoreBytes(fileName: string, bytes: Uint8Array): Promise<RestoredSession>;
    /** For a copy of a session of the cluster: as another one, which is this computer's alone. */
    goAlone(fileName: string, bytes: Uint8Array): Promise<RestoredSession>;
    /** The session behind an invitation to another hub, as a file, with the header that names it. */
    fetch(link: string): Promise<{ disposition: string | null; bytes: Uint8Array<ArrayBuffer> }>;
  };
  plans: {
    /** Asks for a file; null when the person thought better of it. */
    pick(): Promise<ReadPlan | null>;
    /** For a file that was dropped on the page. */
    read(fileName: string, bytes: Uint8Array): Promise<ReadPlan>;
    /** Asks where to write a file; false when the person thought better of it. */
    save(defaultName: string, content: string | Uint8Array): Promise<boolean>;
  };
  sharing: {
    /** Opens the hub to the local network until the app quits; the addresses that phones there can use. */
    start(): Promise<string[]>;
    /** The same addresses, none while only this computer reaches the hub. */
    addresses(): Promise<string[]>;
  };
  windows: {
    /** Shows one of this hub's own links in a window of its own, such as the stage on the projector. */
    open(link: string): Promise<void>;
  };
  /** Menu entries chosen from now on. Returns what ends it. */
  onMenu(callback: (command: MenuCommand) => void): () => void;
  /** Invitation links that the app was started with, or that a second start handed over. Returns what ends it. */
  onJoin(callback: (link: string) => void): () => void;
};
