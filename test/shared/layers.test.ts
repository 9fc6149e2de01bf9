import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LAYERS, OWNED } from '../support/layers.ts';

const ROOT = join(import.meta.dirname, '../..');
const FOLDERS = ['shared', 'electron', 'renderer'];
const LINES_MAX = 350;

type Import = { from: string; to: string; isType: boolean; isPackage: boolean };

const files = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
);

/** Static imports and exports-from, and `import()` of a literal. */
function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const found = [
    ...text.matchAll(/^(?:import|export)\s+(type\s)?[^'";]*?from\s+'([^']+)'/gm),
    ...text.matchAll(/^import\s+()'([^']+)'/gm),
    ...text.matchAll(/\bimport\(\s*()'([^']+)'\s*\)/g),
  ];
  return found.map(([, isType, specifier = '']) => {
    const isPackage = !specifier.startsWith('.');
    const path = specifier.replace(/\?.*$/, '');
    const to = isPackage ? specifier : relative(ROOT, join(ROOT, dirname(file), path)).replaceAll('\\', '/');
    return { from: file, to, isType: Boolean(isType), isPackage };
  });
}

const imports = files.flatMap(importsOf);
const layerOf = (file: string) =>
  Object.keys(LAYERS)
    .filter((prefix) => file === prefix || file.startsWith(`${prefix}/`))
    .toSorted((a, b) => b.length - a.length)[0] ?? file;
const isUnder = (file: string, prefix: string) => file === prefix || file.startsWith(`${prefix}/`);

function mayImport({ from, to, isType }: Import): boolean {
  if (/\.(?:css|json|svg|png)$/.test(to)) return true;
  const layer = layerOf(from);
  if (layerOf(to) === layer || (LAYERS[layer] ?? []).some((allowed) => isUnder(to, allowed))) return true;
  if (!isType) return false;
  // Types may point back: from anywhere to shared/, and inside the renderer.
  return (
    isUnder(to, 'shared') ||
    (isUnder(from, 'renderer') && isUnder(to, 'renderer')) ||
    to === 'electron/shell-api.ts'
  );
}

/** Files that importing `start` runs too, by value. */
function reachable(start: string): Set<string> {
  const seen = new Set([start]);
  for (const file of seen) {
    for (const one of importsOf(file))
      if (!one.isType && !one.isPackage && files.includes(one.to)) seen.add(one.to);
  }
  return seen;
}

describe('the layout', () => {
  test('imports go strictly down the table of layers', () => {
    const inner = imports.filter((one) => !one.isPackage);
    expect(inner.length).toBeGreaterThan(100);
    const broken = inner.filter((one) => !mayImport(one)).map(({ from, to }) => `${from} → ${to}`);
    expect(broken).toEqual([]);
    const missing = inner
      .filter(({ to }) => !existsSync(join(ROOT, to)))
      .map(({ from, to }) => `${from} → ${to}`);
    expect(missing).toEqual([]);
  });

  test('packages are used only where they belong', () => {
    const broken = imports
      .filter((one) => one.isPackage && !one.isType)
      .filter(({ from, to }) => OWNED.some((rule) => rule.package.test(to) && !rule.by.test(from)))
      .map(({ from, to }) => `${from} → ${to}`);
    expect(broken).toEqual([]);
  });

  test('no value-import cycle', () => {
    const cycles: string[] = [];
    const done = new Set<string>();
    const visit = (file: string, path: string[]) => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      if (done.has(file)) return;
      done.add(file);
      for (const one of importsOf(file)) {
        if (!one.isType && !one.isPackage && files.includes(one.to)) visit(one.to, [...path, file]);
      }
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });

  test('no page carries the schema library', () => {
    const pages = files.filter((file) => file.startsWith('renderer/'));
    const carrying = pages.filter((page) =>
      [...reachable(page)].some((file) => importsOf(file).some((one) => one.to === 'zod' && !one.isType)),
    );
    expect(carrying).toEqual([]);
  });

  test(`no file is longer than ${LINES_MAX} lines`, () => {
    const long = files.filter(
      (file) => readFileSync(join(ROOT, file), 'utf8').split('\n').length > LINES_MAX + 1,
    );
    expect(long).toEqual([]);
  });

  test('the meeting knows no clock and no chance', () => {
    const impure = files
      .filter((file) => file.startsWith('shared/'))
      .filter((file) =>
        /\b(?:Date\.now|new Date\(\)|Math\.random|performance\.|setTimeout|setInterval|await |async )/.test(
          readFileSync(join(ROOT, file), 'utf8'),
        ),
      );
    expect(impure).toEqual([]);
  });
});
