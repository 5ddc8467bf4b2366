/**
 * The viewer's build: a folder for any web server, or with `--mode single` the
 * two scripts of which `build.mjs` makes one file that opens from a disk.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const project = join(import.meta.dirname, '..');

/** Texts of a folder as a module that a bundle carries. */
function textModule(name: string, folder: string): Plugin {
  const id = `virtual:${name}`;
  return {
    name: `coldloop-${name}`,
    resolveId: (wanted) => (wanted === id ? `\0${id}` : undefined),
    load(wanted) {
      if (wanted !== `\0${id}`) return undefined;
      const files = readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' }).sort();
      const texts = files
        .filter((file) => file.endsWith('.yaml'))
        .map((file) => [file.replaceAll('\\', '/').slice(0, -5), readFileSync(join(project, folder, file), 'utf8')]);
      const json = JSON.stringify(JSON.stringify(Object.fromEntries(texts)));
      return `export const ${name} = JSON.parse(${json});`;
    },
  };
}

/** No module of the core does anything by being imported, so the page takes only what it names. */
const core = `${join(project, 'src')}/`;
const treeshake = {
  moduleSideEffects: (id: string) => !id.replaceAll('\\', '/').startsWith(core.replaceAll('\\', '/')),
};

export const plugins = () => [textModule('models', 'models'), textModule('scenarios', 'scenarios')];

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: plugins(),
  worker: { format: 'es', plugins, rolldownOptions: { treeshake } },
  resolve: { alias: { 'mathjs/lib/browser/math.js': join(import.meta.dirname, 'simulation/parser.ts') } },
  build: {
    outDir: join(project, 'dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: { treeshake },
  },
});
