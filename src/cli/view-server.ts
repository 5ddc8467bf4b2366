/**
 * The viewer's server: the built page and the scenarios it was called with, to
 * this machine alone. Answers GET and HEAD for files that were in its folder
 * when it began, and nothing that another site's page might ask.
 */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, sep } from 'node:path';

/** A scenario with the files that lie beside it, in base 64. */
export interface ServedDocument {
  readonly file: string;
  readonly text: string;
  readonly beside: Readonly<Record<string, string>>;
  readonly results?: ServedResults;
}

/** Files of a stored run. Its columns are asked for by themselves: they are megabytes. */
export interface ServedResults {
  /** Name of the file of columns as the reader knows it, and where it lies. */
  readonly file: string;
  readonly path: string;
  /** Changes when the file does. */
  readonly version: string;
  readonly summary?: string;
}

export interface ViewerServer {
  readonly address: string;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
};

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const safety = {
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-cache',
};

/**
 * @param folder the built viewer
 * @param port 0 for any free one
 * @param documents what was opened, as it is now; undefined where nothing was
 */
export async function serveViewer(
  folder: string,
  port: number,
  documents: (() => readonly ServedDocument[]) | undefined,
): Promise<ViewerServer> {
  const files = filesOf(folder);
  const server = createServer((request, response) => {
    try {
      answer({ request, response, hosts: hostsOf(server), files, documents });
    } catch {
      // A file that is being written again, or was there a moment ago; the page asks once more.
      end(response, 503, 'not readable now\n', request.method);
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Asked {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Names of this machine under which the server may be asked. */
  readonly hosts: readonly string[];
  /** Where the files lie, by their paths. */
  readonly files: ReadonlyMap<string, string>;
  readonly documents: (() => readonly ServedDocument[]) | undefined;
}

function answer({ request, response, hosts, files, documents }: Asked): void {
  const refused = refusalOf(request, hosts);
  if (refused !== undefined) return end(response, refused, `${refused}\n`, request.method);
  const path = pathOf(request.url ?? '/');
  if (path === '/open.json' && documents !== undefined) return answerDocuments(request, response, documents);
  const stored = documents === undefined ? undefined : resultsAt(path, documents);
  if (stored !== undefined)
    return end(response, 200, readFileSync(stored), request.method, { 'Content-Type': 'application/octet-stream' });
  const file = path === undefined ? undefined : files.get(path);
  if (file === undefined) return end(response, 404, 'not found\n', request.method);
  const body = readFileSync(file);
  const isPage = path === '/index.html' && documents !== undefined;
  const shown = isPage ? withMark(body.toString('utf8')) : body;
  const type = { 'Content-Type': types[extname(file)] ?? 'text/plain; charset=utf-8', Vary: 'Accept-Encoding' };
  const smaller = takesBrotli(request) ? files.get(`${path}.br`) : undefined;
  if (smaller === undefined) return end(response, 200, shown, request.method, type);
  end(response, 200, readFileSync(smaller), request.method, { ...type, 'Content-Encoding': 'br' });
}

/** The file of columns of the document of that number, `/results/0`. */
function resultsAt(path: string | undefined, documents: () => readonly ServedDocument[]): string | undefined {
  const [, number] = /^\/results\/(\d{1,4})$/.exec(path ?? '') ?? [];
  if (number === undefined) return undefined;
  try {
    return documents()[Number(number)]?.results?.path;
  } catch {
    return undefined;
  }
}

/** The paths there are, so that no path can lead anywhere else. */
function filesOf(folder: string): ReadonlyMap<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [path.slice(folder.length).replaceAll(sep, '/'), path]));
}

function hostsOf(server: Server): readonly string[] {
  const { port } = server.address() as AddressInfo;
  return [`127.0.0.1:${port}`, `localhost:${port}`];
}

/** The status of a refusal; a foreign name that leads to this machine, or a foreign page, gets nothing. */
function refusalOf({ method, headers }: IncomingMessage, hosts: readonly string[]): number | undefined {
  if (!hosts.includes(headers.host ?? '')) return 403;
  if (headers.origin !== undefined && !hosts.some((host) => headers.origin === `http://${host}`)) return 403;
  if (headers['sec-fetch-site'] === 'cross-site' && headers['sec-fetch-mode'] !== 'navigate') return 403;
  return method === 'GET' || method === 'HEAD' ? undefined : 405;
}

/** Whether the answer may be in the form in which the build has compressed it. */
function takesBrotli({ headers }: IncomingMessage): boolean {
  const accepted = (headers['accept-encoding'] ?? '').split(',');
  return accepted.some((one) => /^\s*br\s*(;|$)/i.test(one) && !/;\s*q=0(\.0*)?\s*$/i.test(one));
}

function pathOf(url: string): string | undefined {
  const path = url.split(/[?#]/, 1)[0]!;
  try {
    return path === '/' ? '/index.html' : decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/** Tells the page that there is something to ask for. */
function withMark(page: string): string {
  return page.replace('</head>', '<meta name="coldloop-served" content="yes" /></head>');
}

function answerDocuments(
  request: IncomingMessage,
  response: ServerResponse,
  documents: () => readonly ServedDocument[],
): void {
  // Where a file lies on this machine is nobody's business.
  const body = JSON.stringify(documents(), (key, value: unknown) => (key === 'path' ? undefined : value));
  const tag = `"${createHash('sha256').update(body).digest('hex').slice(0, 32)}"`;
  if (request.headers['if-none-match'] === tag) return end(response, 304, '', 'HEAD', { ETag: tag });
  return end(response, 200, body, request.method, { 'Content-Type': 'application/json; charset=utf-8', ETag: tag });
}

function end(
  response: ServerResponse,
  status: number,
  body: string | Buffer,
  method: string | undefined,
  headers: Readonly<Record<string, string>> = { 'Content-Type': 'text/plain; charset=utf-8' },
): void {
  const length = status === 304 ? {} : { 'Content-Length': Buffer.byteLength(body) };
  const allow = status === 405 ? { Allow: 'GET, HEAD' } : {};
  response.writeHead(status, { ...safety, ...headers, ...length, ...allow });
  response.end(method === 'HEAD' ? undefined : body);
}
