/**
 * `coldloop view`: serves the viewer on this machine with the scenarios it was
 * called with, reads them again when they change, and opens a browser unless
 * told not to. Ends when it is interrupted.
 */

import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readTextFile } from '../node.ts';
import { type ExitCode, UsageError } from './exit.ts';
import { printJson, printText } from './print.ts';
import { type ServedDocument, type ServedResults, serveViewer } from './view-server.ts';

export interface ViewOptions {
  readonly open: boolean;
  readonly port: string;
  readonly json?: boolean;
}

const viewerFolder = fileURLToPath(new URL('../../dist/web', import.meta.url));

/** Larger files beside a scenario are not sent to the page. */
const largestFile = 100_000_000;

export async function view(files: readonly string[], { open, port, json }: ViewOptions): Promise<ExitCode> {
  const wanted = Number(port);
  if (!/^\d+$/.test(port) || wanted > 65_535) throw new UsageError(`--port ${port}: wanted a whole number, 0 to 65535`);
  if (!existsSync(join(viewerFolder, 'index.html')))
    throw new UsageError('the viewer is not built; npm run build makes it');
  const documents = (): readonly ServedDocument[] => files.flatMap(runsIn).map(servedDocument);
  // A file that is not there is said here, not in the page.
  documents();
  const server = await serveViewer(viewerFolder, wanted, files.length === 0 ? undefined : documents).catch(
    (error: unknown) => {
      throw isTaken(error) ? new UsageError(`--port ${port}: another program has it; 0 takes any that is free`) : error;
    },
  );
  const interrupted = new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });
  if (json === true) printJson({ address: server.address, files });
  else printText(`The viewer is at ${server.address} - Ctrl+C ends it.`);
  if (open) openBrowser(server.address);
  await interrupted;
  await server.close();
  return 0;
}

const isTaken = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EADDRINUSE';

/** A folder of results holds the scenario that was run. */
const resolvedName = 'scenario.yaml';

/** A file or a folder of one run is itself; a comparison's folder is the runs in it. */
export function runsIn(named: string): readonly string[] {
  const isRun = (path: string): boolean => existsSync(join(path, resolvedName));
  if (!existsSync(named) || !statSync(named).isDirectory() || isRun(named)) return [named];
  const runs = readdirSync(named)
    .map((name) => join(named, name))
    .filter(isRun)
    .toSorted();
  if (runs.length > 0) return runs;
  throw new UsageError(
    `${named}: found no ${resolvedName}, which a run leaves in its folder; wanted a scenario, or results of run or of compare --out`,
  );
}

/** A scenario file, or a folder of one run, with everything beside it that it names. */
export function servedDocument(named: string): ServedDocument {
  const resolved = join(named, resolvedName);
  const file = existsSync(resolved) ? resolved : named;
  const text = readTextFile(resolve(file), file);
  const folder = realpathSync(dirname(resolve(file)));
  const beside: Record<string, string> = {};
  gather(text, folder, beside);
  const results = file === resolved ? storedResults(named) : undefined;
  return { file, text, beside, ...(results === undefined ? {} : { results }) };
}

/** Columns and summary of a folder of results; nothing where there are no columns, so that its scenario is run. */
function storedResults(folder: string): ServedResults | undefined {
  const name = ['hours.parquet', 'hours.csv'].find((one) => existsSync(join(folder, one)));
  if (name === undefined) return undefined;
  const path = join(folder, name);
  const { size, mtimeMs, isFile } = describedFile(path);
  if (!isFile) throw new UsageError(`${path}: found a folder; wanted a file`);
  if (size > largestFile)
    throw new UsageError(`${path}: found ${Math.round(size / 1e6)} MB; wanted at most ${largestFile / 1e6} MB`);
  const summary = join(folder, 'summary.json');
  return {
    file: path,
    path,
    version: `${size}-${mtimeMs}`,
    ...(existsSync(summary) ? { summary: readTextFile(resolve(summary), summary) } : {}),
  };
}

function describedFile(path: string): { readonly size: number; readonly mtimeMs: number; readonly isFile: boolean } {
  const status = statSync(path);
  return { size: status.size, mtimeMs: status.mtimeMs, isFile: status.isFile() };
}

/** Files that a text names, and those that records among them name. Only inside the scenario's own folder. */
function gather(text: string, folder: string, beside: Record<string, string>): void {
  for (const [, name] of text.matchAll(
    /(?:^|[\s:'"[{,])((?:\.\/)?[^\s'"[\]{},:]+\.(?:yaml|yml|epw|csv)|\.\/[^\s'"[\]{},:]+)/gim,
  )) {
    const id = name!.startsWith('./') ? name! : `./${name}`;
    const path = insidePath(join(folder, id), folder);
    if (path === undefined || Object.hasOwn(beside, id)) continue;
    const bytes = readFileSync(path);
    beside[id] = bytes.toString('base64');
    if (/\.ya?ml$/i.test(path)) gather(bytes.toString('utf8'), folder, beside);
  }
}

function insidePath(path: string, folder: string): string | undefined {
  if (!existsSync(path)) return undefined;
  const real = realpathSync(path);
  const status = statSync(real);
  return real.startsWith(folder + sep) && status.isFile() && status.size <= largestFile ? real : undefined;
}

/** With what the system opens addresses; a machine without one has the address on the screen. */
function openBrowser(address: string): void {
  const openers: Readonly<Record<string, readonly [string, ...string[]]>> = {
    darwin: ['open', address],
    win32: ['cmd', '/c', 'start', '', address],
  };
  const [command, ...args] = openers[process.platform] ?? ['xdg-open', address];
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
