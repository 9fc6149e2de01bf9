/**
 * Who may import whom (docs/architecture.md), as data. A file belongs to the longest prefix; it may import its own
 * layer and those named. `import type` may point back inside `shared/` and `renderer/`, and from both to
 * anywhere in `shared/`.
 */
const BOTTOM = ['renderer/sync', 'renderer/messages'];

export const LAYERS: Record<string, readonly string[]> = {
  'shared/lib': [],
  'shared/domain/context.ts': ['shared/lib'],
  'shared/domain/fairness': ['shared/lib', 'shared/domain/context.ts'],
  'shared/domain/queue': ['shared/lib', 'shared/domain/context.ts', 'shared/domain/fairness'],
  'shared/domain/floor': [
    'shared/lib',
    'shared/domain/context.ts',
    'shared/domain/queue',
    'shared/domain/fairness',
  ],
  'shared/domain/session': ['shared/lib', 'shared/domain/context.ts', 'shared/domain/fairness/settings.ts'],
  'shared/domain/agenda': ['shared/lib', 'shared/domain/context.ts'],
  'shared/domain/people': ['shared/lib', 'shared/domain/context.ts'],
  'shared/domain/backchannel': ['shared/lib', 'shared/domain/context.ts'],
  'shared/domain/invites': ['shared/lib', 'shared/domain/context.ts'],
  'shared/domain/history': ['shared/lib', 'shared/domain/context.ts'],
  'shared/words': ['shared/lib'],
  shared: ['shared/lib', 'shared/domain'],
  'shared/projections': ['shared', 'shared/lib', 'shared/domain'],
  'electron/store': ['shared', 'shared/lib'],
  'electron/importers': ['shared', 'shared/lib', 'shared/domain', 'shared/words'],
  'electron/exporters': ['shared', 'shared/lib', 'shared/domain', 'shared/projections', 'shared/words'],
  'electron/hub': [
    'shared',
    'shared/lib',
    'shared/domain',
    'shared/projections',
    'shared/words',
    'electron/exporters',
    'electron/importers',
    'electron/store/backend.ts',
    'electron/store/event-store.ts',
    'electron/store/open.ts',
    'electron/store/peers.ts',
    'electron/store/secrets.ts',
    'electron/store/folder.ts',
  ],
  'electron/shell': [
    'shared',
    'shared/lib',
    'electron/hub',
    'electron/importers',
    'electron/store',
    'electron',
  ],
  'electron/start': ['electron'],
  electron: [
    'shared',
    'shared/lib',
    'shared/projections',
    'electron/hub',
    'electron/store',
    'electron/importers',
    'electron/exporters',
    'electron/shell',
  ],
  'renderer/messages': ['shared'],
  'renderer/sync': ['shared'],
  'renderer/store': ['shared', ...BOTTOM],
  'renderer/hooks': ['shared', ...BOTTOM, 'renderer/store'],
  'renderer/input': ['shared', ...BOTTOM, 'renderer/store', 'renderer/hooks'],
  'renderer/components': ['shared', ...BOTTOM, 'renderer/store', 'renderer/hooks', 'renderer/input'],
  'renderer/panels': [
    'shared',
    ...BOTTOM,
    'renderer/store',
    'renderer/hooks',
    'renderer/input',
    'renderer/components',
  ],
  'renderer/views': [
    'shared',
    'assets',
    ...BOTTOM,
    'renderer/store',
    'renderer/hooks',
    'renderer/input',
    'renderer/components',
    'renderer/panels',
  ],
  renderer: ['shared', 'renderer'],
};

/** Only these may import what they are named for. */
export const OWNED: { package: RegExp; by: RegExp }[] = [
  {
    package: /^electron(?:\/|$)/,
    by: /^electron\/(?:main|window|menu|preload|start\/default-app)\.ts$|^electron\/shell\//,
  },
  { package: /^zod$/, by: /^(?:shared|electron)\// },
  // The decoder is large: it is loaded by its worker, when somebody scans, and by no page.
  { package: /^@nuintun\/qrcode$/, by: /^renderer\/hooks\/qr-text\.ts$/ },
  // So is the table of sounds: it is loaded by a console whose roster has Chinese names.
  { package: /^pinyin-pro$/, by: /^renderer\/hooks\/use-sounds\.ts$/ },
  // They are large too: a thread loads the one, and both come only when somebody saves.
  { package: /^docx(?:\/|$)/, by: /^electron\/exporters\/docx\// },
  { package: /^csv-stringify(?:\/|$)/, by: /^electron\/exporters\/csv\.ts$/ },
  { package: /^csv-parse(?:\/|$)/, by: /^electron\/importers\/import\/table\.ts$|^test\// },
  { package: /^read-excel-file(?:\/|$)/, by: /^electron\/importers\/import\/xlsx\.ts$/ },
  { package: /^@tanstack\//, by: /^renderer\/hooks\// },
  { package: /^react(?:-dom)?(?:\/|$)|^zustand/, by: /^renderer\// },
  { package: /^(?:node:|ws$|sirv$|@photostructure)/, by: /^electron\// },
];
