/**
 * The viewer's build: a folder for any web server, or with `--mode single` the
 * two scripts of which `build.mjs` makes one file that opens from a disk.
 */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const project = join(import.meta.dirname, '..');

/** Texts below a folder by their path without the ending. */
function textsOf(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' }).sort();
  const texts = files
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => [file.replaceAll('\\', '/').slice(0, -5), readFileSync(join(project, folder, file), 'utf8')]);
  return Object.fromEntries(texts) as Record<string, string>;
}

/** Texts of a folder as a module that a bundle carries. */
function textModule(name: string, folder: string): Plugin {
  const id = `virtual:${name}`;
  return {
    name: `coldloop-${name}`,
    resolveId: (wanted) => (wanted === id ? `\0${id}` : undefined),
    load(wanted) {
      if (wanted !== `\0${id}`) return undefined;
      const json = JSON.stringify(JSON.stringify(textsOf(folder)));
      return `export const ${name} = JSON.parse(${json});`;
    },
  };
}

/**
 * Records as files beside the bundle, asked for when a scenario needs them:
 * each climate by itself, all others together. The bundle knows their names
 * and in which file each is.
 */
function recordFiles(): Plugin {
  const id = 'virtual:record-files';
  const texts = textsOf('models');
  const groupOf = (name: string): string => (name.startsWith('climates/') ? name : 'plants');
  const groups = [...new Set(Object.keys(texts).map(groupOf))];
  const files = groups.map((group) => {
    const names = Object.keys(texts).filter((name) => groupOf(name) === group);
    const source = JSON.stringify(Object.fromEntries(names.map((name) => [name, texts[name]])));
    const hash = createHash('sha256').update(source).digest('hex').slice(0, 8);
    return { fileName: `records/${group.replace('/', '-')}-${hash}.json`, names, source };
  });
  const titleOf = (name: string): string =>
    /^title: (.*)$/m.exec(texts[name]!)?.[1]?.replaceAll(/^['"]|['"]$/g, '') ?? name;
  return {
    name: 'coldloop-record-files',
    resolveId: (wanted) => (wanted === id ? `\0${id}` : undefined),
    load(wanted) {
      if (wanted !== `\0${id}`) return undefined;
      const index = files.map(({ fileName, names }) => ({ fileName, names }));
      const climates = Object.keys(texts).filter((name) => name.startsWith('climates/'));
      const titles = Object.fromEntries(climates.map((name) => [name, titleOf(name)]));
      return `export const files = ${JSON.stringify(index)};\nexport const titles = ${JSON.stringify(titles)};`;
    },
    generateBundle() {
      for (const { fileName, source } of files) this.emitFile({ type: 'asset', fileName, source });
    },
  };
}

/** No module of the core does anything by being imported, so the page takes only what it names. */
const core = `${join(project, 'src')}/`;
const treeshake = {
  moduleSideEffects: (id: string) => !id.replaceAll('\\', '/').startsWith(core.replaceAll('\\', '/')),
};

export const plugins = () => [textModule('models', 'models'), textModule('scenarios', 'scenarios'), recordFiles()];

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: plugins(),
  worker: { format: 'es', plugins, rolldownOptions: { treeshake } },
  resolve: {
    alias: [
      { find: 'mathjs/lib/browser/math.js', replacement: join(import.meta.dirname, 'simulation/parser.ts') },
      { find: /^.*\/utils\/latex\.js$/, replacement: join(import.meta.dirname, 'simulation/no-latex.ts') },
    ],
  },
  build: {
    outDir: join(project, 'dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: { treeshake },
  },
});
