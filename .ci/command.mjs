// Gathers the command and all it needs into a few files, dist/command: Node
// opens and links three hundred modules in a quarter of a second, these in a
// fifth of that. dist/cli/main.js, which package.json names, then only leads
// there. Of mathjs the parser alone goes in, as in the viewer
// (web/simulation/parser.ts). Called at the end of `npm run build`.

import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(project, 'dist/command');
const entry = join(project, 'dist/cli/main.js');
const lead = "#!/usr/bin/env node\nimport '../command/main.js';\n";

/** Bundles what the compiler has just written; returns what was done, in words. */
export async function bundleCommand() {
  if (readFileSync(entry, 'utf8') === lead && existsSync(join(folder, 'main.js'))) return 'command: up to date';
  rmSync(folder, { recursive: true, force: true });
  let esbuild;
  try {
    esbuild = await import('esbuild');
  } catch {
    // An installation without development packages: the same from many files.
    return 'command: not bundled, esbuild is not installed';
  }
  await esbuild.build({
    entryPoints: [entry],
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    legalComments: 'inline',
    logLevel: 'error',
    // Packages written for `require` ask for Node's own modules by it.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    plugins: [parserAlone, ownPlace],
  });
  writeFileSync(entry, lead);
  return `command: ${readdirSync(folder).length} files`;
}

/** The parser in place of the whole of mathjs. */
const parserAlone = {
  name: 'parser alone',
  setup(build) {
    build.onResolve({ filter: /^mathjs\/lib\/browser\/math\.js$/ }, () => ({
      path: join(project, 'web/simulation/parser.ts'),
    }));
  },
};

/** A module that looks for files beside itself goes on looking from where it was. */
const ownPlace = {
  name: 'own place',
  setup(build) {
    build.onLoad({ filter: /\.js$/ }, ({ path }) => {
      if (!path.startsWith(join(project, 'dist'))) return undefined;
      const place = relative(folder, path).replaceAll('\\', '/');
      const contents = readFileSync(path, 'utf8').replaceAll(
        'import.meta.url',
        `new URL('${place}', import.meta.url).href`,
      );
      return { contents, loader: 'js' };
    });
  },
};
