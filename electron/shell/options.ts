/**
 * The app's own command line. `--data-dir=DIR` and `--hub-port=N` keep a test away from a person's sessions and
 * from other tests; `--page-url=URL` shows the dev server's page, never in a packaged app. `--store`, `--store-creds` and
 * `--store-ca` are the hub's. An invitation link may stand anywhere.
 */
import { z } from 'zod';
import { joinLink } from './links.ts';

export type ShellOptions = {
  dataDir: string | null;
  hubPort: number | null;
  pageUrl: string | null;
  store: string | null;
  storeCreds: string | null;
  storeCa: string | null;
  link: string | null;
};

const portSchema = z.string().regex(/^\d+$/).transform(Number).pipe(z.int().max(65_535));

/** Reads what is ours and leaves the rest to Chromium, which has hundreds of switches. */
export function readOptions(args: string[], isPackaged: boolean): ShellOptions {
  const port = portSchema.safeParse(switchValue(args, 'hub-port'));
  return {
    dataDir: switchValue(args, 'data-dir'),
    hubPort: port.success ? port.data : null,
    // Whoever could choose the page would have the app's own calls.
    pageUrl: isPackaged ? null : switchValue(args, 'page-url'),
    store: switchValue(args, 'store'),
    storeCreds: switchValue(args, 'store-creds'),
    storeCa: switchValue(args, 'store-ca'),
    link: args.map(joinLink).find((link) => link !== null) ?? null,
  };
}

function switchValue(args: string[], name: string): string | null {
  const option = `--${name}`;
  const at = args.findIndex((arg) => arg === option || arg.startsWith(`${option}=`));
  const found = args[at];
  if (found === undefined) return null;
  if (found !== option) return found.slice(option.length + 1) || null;
  const next = args[at + 1];
  return next === undefined || next.startsWith('-') ? null : next;
}
