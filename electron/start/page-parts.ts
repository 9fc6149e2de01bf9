/**
 * Of the build, not of the page: what always comes together is one file. Left alone, the bundler makes a file for every
 * set of places that share something, forty for a console; a browser asks for six at a time.
 */
import type { Rolldown } from 'vite';

type Graph = { getModuleInfo(id: string): Rolldown.ModuleInfo | null };
type Places = ReadonlySet<string>;

/** The page's entry, and the two pages that it shows to phones and on the stage. */
const FIRST = ['index', 'ParticipantView?light', 'StageView?light'];
const STAFF = ['full', 'StaffView'];

/** For the bundler's groups: the file into which a module goes, null where it may choose. */
export function partOf(id: string, graph: Graph): string | null {
  const places = placesOf(id, graph);
  if (places.has('index')) return 'first';
  if (!STAFF.some((place) => places.has(place))) return null;
  // Of the staff and phones, such as the names of styles: little, and a phone too is better served by one file.
  if (FIRST.some((place) => places.has(place))) return 'first';
  return [...places].some((place) => place.endsWith('?light')) ? 'shared' : 'staff';
}

/** What is loaded by itself and needs this module: the page's entry, and whatever is imported when it is needed. */
function placesOf(id: string, graph: Graph): Places {
  const places = new Set<string>();
  const seen = new Set<string>();
  const visit = (one: string) => {
    const info = graph.getModuleInfo(one);
    if (seen.has(one) || !info) return;
    seen.add(one);
    if (info.isEntry || info.dynamicImporters.length > 0) places.add(nameOf(one));
    for (const importer of info.importers) visit(importer);
  };
  visit(id);
  return places;
}

/** Of a place: `StageView`, and `StageView?light` where it is built with Preact. */
function nameOf(id: string): string {
  const file = id.split(/[\\/]/).at(-1) ?? id;
  return file.replace(/\.(?:tsx?|html)(?=\?|$)/, '');
}
