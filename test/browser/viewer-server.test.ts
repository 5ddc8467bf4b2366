/** The viewer's server answers this machine's own pages, files of its folder, GET and HEAD; and nothing else. */

import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runsIn, servedDocument } from '../../src/cli/view.ts';
import { serveViewer, type ViewerServer } from '../../src/cli/view-server.ts';
import { command, projectFolder } from '../cli/built-command.ts';

const root = mkdtempSync(join(tmpdir(), 'coldloop-viewer-'));
const folder = join(root, 'web');
let server: ViewerServer;
let port: number;
let text = 'title: one\n';

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<head></head><p>page</p>');
  writeFileSync(join(folder, 'assets/a.js'), 'let a = 1;');
  writeFileSync(join(root, 'secret.txt'), 'secret');
  server = await serveViewer(folder, 0, () => [{ file: 'a.yaml', text, beside: {} }]);
  port = Number(new URL(server.address).port);
});

afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A raw request: nothing tidies the path or the headers. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => (body += part));
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body }));
    });
    sent.on('error', reject).end();
  });
}

describe('the viewer server', () => {
  it('gives the page and its files with a policy that lets nothing in from elsewhere', async () => {
    const page = await ask('/');
    expect(page.status).toBe(200);
    expect(page.body).toContain('<p>page</p>');
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    const policy = page.headers['content-security-policy']!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(page.headers['x-content-type-options']).toBe('nosniff');
    expect(page.headers['access-control-allow-origin']).toBeUndefined();
    expect(await ask('/assets/a.js')).toMatchObject({ status: 200, body: 'let a = 1;' });
  });

  it('listens on the loopback alone', async () => {
    expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const outside = await new Promise<string>((resolve) => {
      const socket = connect({ host: '::1', port }, () => resolve('open'));
      socket.on('error', () => resolve('refused'));
    });
    expect(outside).toBe('refused');
  });

  it('takes GET and HEAD only', async () => {
    expect(await ask('/', {}, 'HEAD')).toMatchObject({ status: 200, body: '' });
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
      expect(await ask('/', {}, method), method).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
    }
  });

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..\\secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '//etc/passwd',
    '/%00',
    '/%',
    '/assets',
    '/assets/',
    '/__proto__',
    '/constructor',
  ])('finds nothing at %s', async (path) => {
    const { status, body } = await ask(path);
    expect(status).toBe(404);
    expect(body).not.toContain('secret');
  });

  it.each(['evil.example', '127.0.0.1', 'localhost.evil.example', 'localhost:1'])(
    'refuses the host %j',
    async (host) => {
      expect((await ask('/open.json', { Host: host })).status).toBeGreaterThanOrEqual(400);
    },
  );

  it('knows localhost as itself', async () => {
    expect((await ask('/', { Host: `localhost:${port}` })).status).toBe(200);
  });

  it.each(['http://evil.example', 'null', 'https://127.0.0.1:1'])('refuses the origin %s', async (origin) => {
    expect(await ask('/open.json', { Origin: origin })).toMatchObject({ status: 403 });
    expect((await ask('/open.json', { Origin: `http://127.0.0.1:${port}` })).status).toBe(200);
  });

  it('refuses what a foreign page embeds', async () => {
    expect((await ask('/open.json', { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' })).status).toBe(403);
  });

  it('gives the files again when they have changed, and only then', async () => {
    const first = await ask('/open.json');
    const tag = first.headers.etag!;
    expect(JSON.parse(first.body)).toEqual([{ file: 'a.yaml', text: 'title: one\n', beside: {} }]);
    expect(await ask('/open.json', { 'If-None-Match': tag })).toMatchObject({ status: 304, body: '' });
    text = 'title: two\n';
    const second = await ask('/open.json', { 'If-None-Match': tag });
    expect(second.status).toBe(200);
    expect(second.body).toContain('title: two');
  });
});

describe('files that come and go', () => {
  it('a file that is gone for a moment, as while the viewer is built anew, is not readable now and no end of the server', async () => {
    const asset = join(folder, 'assets/a.js');
    rmSync(asset);
    expect(await ask('/assets/a.js')).toMatchObject({ status: 503, body: 'not readable now\n' });
    writeFileSync(asset, 'let a = 2;');
    expect(await ask('/assets/a.js')).toMatchObject({ status: 200, body: 'let a = 2;' });
  });

  it('a document that cannot be read now is asked for once more', async () => {
    const broken = await serveViewer(folder, 0, () => {
      throw new Error('half-written');
    });
    const answered = await fetch(`${broken.address}open.json`);
    expect([answered.status, await answered.text()]).toEqual([503, 'not readable now\n']);
    expect((await fetch(`${broken.address}results/0`)).status).toBe(404);
    await broken.close();
  });
});

describe('the files beside a scenario', () => {
  it('are those that it names, inside its own folder', () => {
    const own = join(root, 'own');
    mkdirSync(own);
    writeFileSync(
      join(own, 'a.yaml'),
      'site: { weather: ./a.epw }\nload: ./load.yaml\nsecret: ./../secret.txt\nlink: ./link.txt\n',
    );
    writeFileSync(join(own, 'a.epw'), 'LOCATION');
    writeFileSync(join(own, 'load.yaml'), 'trace: { file: trace.csv }\n');
    writeFileSync(join(own, 'trace.csv'), '1');
    writeFileSync(join(own, 'other.csv'), '2');
    symlinkSync(join(root, 'secret.txt'), join(own, 'link.txt'));
    const { beside } = servedDocument(join(own, 'a.yaml'));
    expect(Object.keys(beside).toSorted()).toEqual(['./a.epw', './load.yaml', './trace.csv']);
    expect(Buffer.from(beside['./a.epw']!, 'base64').toString()).toBe('LOCATION');
  });
});

describe('what is to be viewed', () => {
  it('is a file, a run, or every run in the folder of a comparison; a folder of anything else is refused', () => {
    const results = join(root, 'results');
    for (const name of ['wet', 'dry']) {
      mkdirSync(join(results, name), { recursive: true });
      writeFileSync(join(results, name, 'scenario.yaml'), 'title: x');
    }
    mkdirSync(join(results, 'pictures'));
    writeFileSync(join(results, 'report.html'), '');
    expect(runsIn(results)).toEqual([join(results, 'dry'), join(results, 'wet')]);
    expect(runsIn(join(results, 'wet'))).toEqual([join(results, 'wet')]);
    expect(runsIn('no-such.yaml')).toEqual(['no-such.yaml']);
    expect(() => runsIn(join(results, 'pictures'))).toThrow(/pictures: found no scenario\.yaml, which a run leaves/);
  });
});

describe('coldloop view', () => {
  it('says its address and ends with 0 when it is interrupted', async () => {
    const child = spawn(process.execPath, [command, 'view', '--no-open', 'scenarios/odd-plant.yaml'], {
      cwd: projectFolder,
    });
    const said = await new Promise<string>((resolve) =>
      child.stdout.once('data', (part: Buffer) => resolve(part.toString())),
    );
    expect(said).toMatch(/^The viewer is at http:\/\/127\.0\.0\.1:\d+\/ - Ctrl\+C ends it\.\n$/);
    child.kill('SIGINT');
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0);
  });

  it('refuses a file that is not there', async () => {
    const child = spawn(process.execPath, [command, 'view', '--no-open', 'no-such.yaml'], { cwd: projectFolder });
    const said = await new Promise<string>((resolve) =>
      child.stderr.once('data', (part: Buffer) => resolve(part.toString())),
    );
    expect(said).toContain('no-such.yaml');
    expect(said).toContain('found no such file');
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(1);
  });

  it('says that another program has its port, and ends with 1', async () => {
    const args = [command, 'view', '--no-open', '--port', String(port), 'scenarios/odd-plant.yaml'];
    const child = spawn(process.execPath, args, { cwd: projectFolder });
    const said = await new Promise<string>((resolve) =>
      child.stderr.once('data', (part: Buffer) => resolve(part.toString())),
    );
    expect(said).toBe(`--port ${port}: another program has it; 0 takes any that is free\n`);
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(1);
  });
});
