/** English for the first page: begin a session, go on with one, or join somebody else's. */
import { plural } from '../../shared/words/words.ts';
import type { Translated } from './translated.ts';

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
  fileHint:
    'A workshop proposal as text, or a plan as JSON. You look it over before anything begins. A session file (.evenfloor) goes on where it had stopped.',
  drop: 'Drop a file here',
  sessionTooLarge: (name: string) => `“${name}” is larger than 64 MB and cannot be a session.`,
  choose: 'Choose a file',
  picking: 'Choose a file in the dialog.',
  reading: (name: string) => `Reading ${name}…`,
  tooLarge: (name: string) => `“${name}” is larger than 2 MB and cannot be a plan: choose another file.`,
  oneFile: 'Drop one file at a time.',
  creating: 'Creating the session…',
  failed: (sentence: string) => sentence,
  recent: 'Sessions on this computer',
  recentNone: 'None yet. What you begin here stays on this computer.',
  length: (minutes: number) => `${minutes} min`,
  copies: 'Copies of sessions on other computers',
  copyFrom: (when: string) => `copy from ${when}`,
  restore: 'Open a session file',
  restoring: 'The session file is being read…',
  restoredTitle: 'A session was taken in',
  restored: (title: string, asOf: string) =>
    `“${title}” is on this computer as it was at ${asOf}. Links given out before do not lead here: hand out the new ones under Invitations.`,
  restoredOpen: 'Open it',
  states: { planned: 'planned', running: 'running', ended: 'ended' },
  join: 'Join by link or QR code',
  scan: 'Scan a QR code',
  scanStop: 'Stop scanning',
  scanStates: {
    starting: 'Starting the camera. Allow it if you are asked.',
    looking: 'Hold the invitation’s code in front of the camera.',
    other: 'This QR code is no invitation. Hold the invitation’s code in front of the camera.',
  },
  scanFailures: {
    denied:
      'The camera is not allowed here. Allow it in the settings of the browser or the system and scan again, or paste the link.',
    none: 'No camera was found. Paste the link, or choose a picture of the code.',
    failed:
      'Scanning failed; perhaps another program is using the camera. Scan again, paste the link, or choose a picture of the code.',
  },
  scanElsewhere:
    'A browser gives the camera to https pages only, and this is none. Scan the code with the phone’s own camera app, which opens the link; or paste the link; or choose a picture of the code.',
  picture: 'QR code from a picture',
  pictureStates: {
    reading: 'Looking for the code…',
    unreadable: 'This file cannot be read as a picture. Choose a screenshot or photo of the code.',
    none: 'No QR code could be made out. Choose a picture in which it is larger or sharper.',
    other: 'The QR code in this picture is no invitation. Choose a picture of the invitation’s code.',
  },
  browser: 'To run a session of your own',
  browserHint: 'Open the Evenfloor app, or start a hub on your computer with:',
};

export type HomeMessages = Translated<typeof homeEn>;
