/** Parts of the page that come when they are needed: a line that fails meanwhile is waited out. */
import { backoffMs } from './backoff.ts';
import { browserEnvironment } from './browser.ts';
import type { Environment } from './environment.ts';

/** Half a minute in all. Then it may be another reason, such as a hub that has been updated: the page says so. */
const TRIES_MAX = 8;

/** Style sheets that have not come. The bundler asks for each once only. */
const unstyled = new Set<HTMLLinkElement>();
// They say so to nobody above themselves, so on the way down.
window.addEventListener('error', ({ target }) => note(target), true);

function note(target: EventTarget | null): void {
  if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') unstyled.add(target);
}

/** What `load` imports, with its styles; tried again and again before it rejects. */
export async function part<T>(
  load: () => Promise<T>,
  { after, random }: Pick<Environment, 'after' | 'random'> = browserEnvironment,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const loaded = await load();
      await Promise.all([...unstyled].map(asked));
      return loaded;
    } catch (error) {
      if (attempt === TRIES_MAX) throw error;
      await new Promise<void>((resolve) => after(backoffMs(attempt, random), resolve));
    }
  }
}

/** Once more: an element that has failed stays so. */
function asked(link: HTMLLinkElement): Promise<unknown> {
  unstyled.delete(link);
  const again = link.cloneNode() as HTMLLinkElement;
  return new Promise((resolve, reject) => {
    again.addEventListener('load', resolve);
    again.addEventListener('error', reject);
    link.replaceWith(again);
  });
}
