// Prepares dist/assets/plotly.min.js, the chart library that the HTML report
// carries inside itself and the viewer loads. plotly.js-dist ships one 10 MB
// file with every kind of trace; the report needs seven of them, so the list of
// registered traces is cut, the modules nobody asks for any more are shaken out
// and the rest is minified: 1.3 MB, and no map library or WebGL code inside.
// Called at the end of `npm run build`; does nothing when the file is current.
// Writes dist/scenario.schema.json for editors as well, builds the viewer (web/build.mjs), bundles the
// command (command.mjs) and lets it be run as a file.

import { chmodSync, mkdirSync, openSync, readFileSync, readSync, closeSync, writeFileSync, existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createRequire } from 'node:module';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const target = resolve(root, 'dist/assets/plotly.min.js');

/** Raise when this file changes what it makes. */
const recipe = 3;

/** What is drawn by the report or the viewer; scatter is part of Plotly's core. */
const traces = ['bar', 'box', 'contour', 'heatmap', 'histogram', 'sankey', 'waterfall'];

/** Writes the file if it is missing or stale; returns what was done, in words. */
export async function prepareAssets() {
  const require = createRequire(import.meta.url);
  const sourceFile = require.resolve('plotly.js-dist/plotly.js');
  const { version } = JSON.parse(readFileSync(resolve(dirname(sourceFile), 'package.json'), 'utf8'));
  const stamp = `/*! plotly.js ${version}, Copyright 2012-2026 Plotly, Inc., MIT licence; coldloop recipe ${recipe} */`;
  if (isCurrent(stamp)) return 'plotly.min.js is up to date';

  const source = readFileSync(sourceFile, 'utf8');
  const { code, how } = await reduced(source);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, `${how === 'whole' ? '' : `${stamp}\n`}${code}`);
  return `plotly.min.js: ${how}, ${(code.length / 1e6).toFixed(2)} MB`;
}

/** The stamp stands at the very beginning, so that a look costs no read of the whole. */
function isCurrent(stamp) {
  if (!existsSync(target)) return false;
  const head = Buffer.alloc(stamp.length);
  const file = openSync(target, 'r');
  readSync(file, head, 0, head.length, 0);
  closeSync(file);
  return head.toString('latin1') === stamp;
}

async function reduced(source) {
  let esbuild;
  try {
    esbuild = await import('esbuild');
  } catch {
    // An installation without development packages: large, but it draws the same.
    return { code: source, how: 'whole' };
  }
  const liftedSource = liftedModules(source);
  if (liftedSource === undefined) {
    const { code } = await esbuild.transform(source, { minify: true, target: 'es2022', legalComments: 'inline' });
    return { code, how: 'minified, every trace (the file is not laid out as expected)' };
  }
  const built = await esbuild.build({
    stdin: { contents: liftedSource, loader: 'js' },
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    globalName: 'Plotly',
    platform: 'browser',
    target: 'es2022',
    legalComments: 'inline',
    logLevel: 'error',
  });
  return { code: built.outputFiles[0].text, how: `traces ${traces.join(', ')}` };
}

/**
 * Plotly's modules at the top level, each marked as free of effects, so that a
 * bundler can drop those that are not reached from the shortened list; or
 * undefined when the file is not laid out as expected.
 */
function liftedModules(source) {
  const head = 'var Plotly = (() => {\n';
  const tail = '\n  return require_index();\n})();';
  const from = source.indexOf(head);
  const to = source.lastIndexOf(tail);
  const list = /Plotly\.register\(\[([\s\S]*?)\]\)/.exec(source);
  if (from < 0 || to < 0 || list === null) return undefined;

  const kept = traces.map((name) => new RegExp(`require_${name}\\d*\\(\\)`).exec(list[1])?.[0]);
  if (kept.includes(undefined)) return undefined;

  const modules = source
    .slice(from + head.length, to)
    .replace(list[0], `Plotly.register([${kept.join(', ')}])`)
    // The style sheet of the map library, asked for by Plotly's core whether or not a map is drawn.
    .replace(/^\s*require_maplibre_gl\(\);$/m, '')
    .replace(/= (__commonJS|__esm)\(\{/g, '= /* @__PURE__ */ $1({');
  return `${modules}\nmodule.exports = require_index();\n`;
}

/** Writes the JSON Schema of scenario files from the compiled declarations. */
export async function writeSchema() {
  const { scenarioSchema } = await import(pathToFileURL(resolve(root, 'dist/scenario/scenario-schema.js')).href);
  const text = `${JSON.stringify(scenarioSchema(), undefined, 2)}\n`;
  writeFileSync(resolve(root, 'dist/scenario.schema.json'), text);
  return `scenario.schema.json: ${Math.round(text.length / 1000)} kB`;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(await prepareAssets());
  console.log(await writeSchema());
  console.log(await (await import('../web/build.mjs')).buildViewer());
  console.log(await (await import('./command.mjs')).bundleCommand());
  chmodSync(resolve(root, 'dist/cli/main.js'), 0o755);
}
