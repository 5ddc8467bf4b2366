// Builds the viewer: dist/web, a folder for any web server, and
// dist/web/coldloop.html, one file that opens from a disk. There no module and
// no worker can be fetched, so both scripts stand in the file: the page's as a
// classic script that the policy names by its hash, the worker's as text from
// which a Blob is made. Does nothing when nothing it is made from has changed.

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { fileURLToPath } from 'node:url';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(project, 'dist/web');
const stampFile = join(folder, 'stamp.txt');
const madeFrom = ['web', 'src', 'models', 'scenarios', 'package-lock.json'];

/** Builds what is stale; returns what was done, in words. */
export async function buildViewer() {
  const stamp = stampOf();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return 'viewer: up to date';
  let vite;
  try {
    vite = await import('vite');
  } catch {
    // An installation without development packages keeps what it came with.
    return 'viewer: not built, vite is not installed';
  }
  const configFile = join(project, 'web/vite.config.ts');
  await vite.build({ configFile, logLevel: 'error' });
  const [page, worker] = [
    await scriptOf(vite, configFile, 'main.ts', { 'open-worker.ts': 'open-inline-worker.ts' }),
    await scriptOf(vite, configFile, 'simulation/worker.ts', { 'record-texts.ts': 'inline-record-texts.ts' }),
  ];
  const html = singleFile(page, worker, readFileSync(join(project, 'web/style.css'), 'utf8'));
  writeFileSync(join(folder, 'coldloop.html'), html);
  compressAll();
  writeFileSync(stampFile, stamp);
  return `viewer: dist/web and coldloop.html, ${(html.length / 1e6).toFixed(2)} MB`;
}

/** Of the content, not of times, which a fresh clone changes. */
function stampOf() {
  const hash = createHash('sha256');
  for (const part of madeFrom) {
    const path = join(project, part);
    const names = part.includes('.') ? [''] : readdirSync(path, { recursive: true, encoding: 'utf8' }).toSorted();
    for (const name of names) {
      if (name !== '' && !/\.\w+$/.test(name)) continue;
      hash.update(`${part}/${name}\n`).update(readFileSync(join(path, name)));
    }
  }
  return hash.digest('hex');
}

/** Beside each file that the served page asks for, the same in a third of the bytes. */
function compressAll() {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/^(assets|records)[/\\].*\.(js|css|json)$/.test(name)) continue;
    const text = readFileSync(join(folder, name));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: text.length };
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(text, { params }));
  }
}

/** One classic script with everything in it; modules that fetch give way to others that need not. */
async function scriptOf(vite, configFile, entry, instead) {
  const alias = Object.entries(instead).map(([module, other]) => ({
    find: new RegExp(`^\\./(?:simulation/)?${module.replace('.', '\\.')}$`),
    replacement: join(project, 'web/simulation', other),
  }));
  const built = await vite.build({
    configFile,
    logLevel: 'error',
    resolve: { alias },
    build: {
      write: false,
      emptyOutDir: false,
      rolldownOptions: {
        input: join(project, 'web', entry),
        output: { format: 'iife', codeSplitting: false },
      },
    },
  });
  const chunk = [built].flat()[0].output.find(({ type }) => type === 'chunk');
  return chunk.code;
}

function singleFile(page, worker, style) {
  // Inside a script element only its own end tag and the start of a comment are special.
  const safe = (script) => script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
  const [pageScript, workerScript] = [safe(page), safe(worker)];
  const hash = createHash('sha256').update(pageScript).digest('base64');
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${hash}' blob:`,
    'worker-src blob:',
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>coldloop</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<div id="page"></div>
<script type="text/plain" id="worker-script">${workerScript}</script>
<script>${pageScript}</script>
</body>
</html>
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await buildViewer());
