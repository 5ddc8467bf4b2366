/** What the viewer's page weighs on the wire, and how it is sent. */

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../cli/built-command.ts';
import { openedViewer, type OpenedViewer } from './opened-viewer.ts';

let viewer: OpenedViewer;

beforeAll(async () => {
  viewer = await openedViewer();
}, 120_000);

afterAll(() => viewer?.close());

describe('the size of the page', () => {
  it('stays below 200 kB until a scenario is asked for, and asks for the records of that scenario alone', async () => {
    const page = await viewer.blankPage();
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    const paths = new Map<string, string>();
    const sizes = new Map<string, number>();
    session.on('Network.responseReceived', ({ requestId, response }) =>
      paths.set(requestId, new URL(response.url).pathname),
    );
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
      sizes.set(paths.get(requestId)!, encodedDataLength),
    );
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${viewer.address}#view=live&of=cold-plate-dry`);
    await viewer.settled(page);
    const worker = readdirSync(join(projectFolder, 'dist/web/assets')).find((name) => /^worker.*\.js\.br$/.test(name))!;
    // The session of a page does not hear what its workers load: that is taken from the file that is sent.
    const ofWorker = statSync(join(projectFolder, 'dist/web/assets', worker)).size;
    const ofPage = [...sizes].filter(([path]) => !path.includes('worker')).reduce((sum, [, size]) => sum + size, 0);
    expect(ofPage).toBeGreaterThan(20_000);
    expect(ofPage + ofWorker).toBeLessThan(200_000);
    const records = [...new Set(asked)].filter((path) => path.startsWith('/records/'));
    expect(
      records.every((path) => /^\/records\/(plants|climates-ashburn)-[0-9a-f]{8}\.json$/.test(path)),
      String(records),
    ).toBe(true);
    await page.close();
  });

  it('is sent as the build compressed it, to whoever can read that', async () => {
    const script = readdirSync(join(projectFolder, 'dist/web/assets')).find((name) => /^index.*\.js$/.test(name))!;
    const ask = (encoding: string) =>
      fetch(`${viewer.address}assets/${script}`, { headers: { 'Accept-Encoding': encoding } });
    const [small, whole, refused] = await Promise.all(['gzip, br', 'gzip', 'br;q=0'].map(ask));
    expect(small!.headers.get('content-encoding')).toBe('br');
    expect(Number(small!.headers.get('content-length'))).toBeLessThan(Number(whole!.headers.get('content-length')) / 2);
    for (const plainly of [whole!, refused!]) expect(plainly.headers.get('content-encoding')).toBeNull();
    expect(await small!.text()).toBe(readFileSync(join(projectFolder, 'dist/web/assets', script), 'utf8'));
  });
});
