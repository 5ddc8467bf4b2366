/**
 * Who may import whom: every part of the core only itself and what stands
 * before it here. The cli and the Node face stand on everything, index.ts on
 * all of the core.
 */

import type { SourceFile } from './source-files.ts';

const order = [
  ['constants.ts', 'errors.ts', 'units', 'units.ts'],
  ['library'],
  ['numerics'],
  ['fluids'],
  ['physics'],
  ['controls'],
  ['results'],
  ['machines'],
  ['scenario'],
  ['plant'],
  ['audit'],
  ['solver'],
  ['metrics'],
  ['study', 'output'],
  ['index.ts'],
  ['node.ts'],
  ['cli'],
] as const;

/** Parts that may touch files, the clock and the screen. */
const outside = ['cli', 'node.ts'];

/** Packages that the core may use, and where. */
const corePackages: Readonly<Record<string, RegExp>> = {
  mathjs: /^src\/(units\.ts|units\/|scenario\/expression\.ts)/,
  yaml: /^src\/(library|output)\//,
  hyparquet: /^src\/output\/read-columns\.ts$/,
  'hyparquet-writer': /^src\/output\/(transient-)?parquet\.ts$/,
};

/** `src/units/read.ts` is of the part `units`. */
export function partOf(path: string): string {
  return path.split('/')[1]!;
}

/** Rings of files that import each other, each told once from its first file on. */
export function importRings(files: readonly SourceFile[]): readonly string[] {
  const importsOf = new Map(files.map(({ path, imports }) => [path, imports.flatMap(({ file }) => file ?? [])]));
  const done = new Set<string>();
  const rings: string[] = [];
  const visit = (path: string, way: readonly string[]): void => {
    const ring = way.includes(path) ? way.slice(way.indexOf(path)) : [];
    if (ring.length > 0) rings.push([...ring, path].join(' → '));
    if (done.has(path) || way.includes(path)) return;
    for (const next of importsOf.get(path) ?? []) visit(next, [...way, path]);
    done.add(path);
  };
  for (const { path } of files) visit(path, []);
  return rings;
}

/** What is wrong with the imports of a file; nothing of a good one. */
export function directionFaults({ path, imports }: SourceFile): readonly string[] {
  const own = levelOf(path);
  if (own < 0) return [`${path}: ${partOf(path)} has no place in the order`];
  return imports.flatMap(({ written, file }) => {
    if (file === undefined) return packageFault(path, written);
    if (!file.startsWith('src/')) return [`${path} imports ${written}, which lies outside of src`];
    const other = levelOf(file);
    return other <= own ? [] : [`${path} imports ${file}: ${partOf(file)} stands above ${partOf(path)}`];
  });
}

function levelOf(path: string): number {
  return order.findIndex((parts) => (parts as readonly string[]).includes(partOf(path)));
}

function packageFault(path: string, written: string): readonly string[] {
  if (outside.includes(partOf(path))) return [];
  if (written.startsWith('node:')) return [`${path} imports ${written}; the core runs in a browser`];
  const name = written.split('/')[0]!;
  return (corePackages[name] ?? /^$/).test(path) ? [] : [`${path} imports ${written}, which has no place there`];
}

const nodeWords =
  /\b(console\s*\.|process\s*\.|Buffer\b\s*[.(]|Date\.now|new Date\(\s*\)|Math\.random|performance\.now|__dirname|require\()/;

/** Words of Node, the clock and chance, which the core does not know. */
export function outsideWords({ path, code }: SourceFile): readonly string[] {
  if (outside.includes(partOf(path)) || path.endsWith('.d.ts')) return [];
  const lines = code.split('\n').filter((line) => nodeWords.test(line));
  return lines.map((line) => `${path}: ${line.trim()}`);
}
