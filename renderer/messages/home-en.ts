/** English for the first page: begin a session, go on with one, or join somebody else's. */
import { plural } from '../../shared/words/words.ts';
import type { Translated } from './catalogue.ts';

export const homeEn = {
  title: 'Evenfloor',
  tagline: 'One floor for the room and for everybody online.',
  begin: 'New session',
  templates: 'From a template',
  templateNames: {
    'hybrid-panel-90': 'Hybrid panel',
    'round-table-60': 'Round table',
    'town-hall-60': 'Town hall',
  } as Record<string, string>,
  templateSize: (minutes: number, items: number) => `${minutes} min · ${plural(items, 'item', 'items')}`,
  file: 'From a file',
  fileHint: 'A workshop proposal as text, or a plan as JSON. You look it over before anything begins.',
  drop: 'Drop a file here',
  choose: 'Choose a file',
  picking: 'Choose a file in the dialog.',
  reading: (name: string) => `Reading ${name}…`,
  tooLarge: (name: string) => `“${name}” is larger than 2 MB and cannot be a plan: choose another file.`,
  oneFile: 'Drop one file at a time.',
  creating: 'Creating the session…',
  failed: (sentence: string) => sentence,
  recent: 'Sessions on this computer',
  recentNone: 'None yet. What you begin here stays on this computer.',
  states: { planned: 'planned', running: 'running', ended: 'ended' },
  join: 'Join with a link',
  joinField: 'Invitation link',
  joinHint: 'The host or a moderator gives it to you. It may lead to another computer.',
  joinButton: 'Join',
  joinBad: 'This is no invitation link. It begins with http and ends with # and a long code.',
  scan: 'Scan a QR code',
  scanning: 'Hold the code in front of the camera.',
  scanStop: 'Stop scanning',
  scanElsewhere: 'To scan a QR code, use the camera of a phone: it opens the link there.',
  scanFailed: 'The camera cannot be used here. Paste the link instead.',
  browser: 'To run a session of your own',
  browserHint: 'Open the Evenfloor app, or start a hub on your computer with:',
};

export type HomeMessages = Translated<typeof homeEn>;
