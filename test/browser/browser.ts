/**
 * A real Chromium for tests: the system's where there is one, else the one
 * that the package `@sparticuz/chromium` carries. Used by every test that
 * opens a page.
 */

import { existsSync, mkdirSync, rmdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import packedChromium from '@sparticuz/chromium';
import { chromium, type Browser, type ConsoleMessage, type Page } from 'playwright-core';

/** Where tests leave screenshots; not in git. */
export const artifacts = resolve(import.meta.dirname, '../artifacts');

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/** A browser; close it when done. */
export async function launchBrowser(): Promise<Browser> {
  mkdirSync(artifacts, { recursive: true });
  const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
  const executablePath = installed ?? (await unpackedChromium());
  return chromium.launch({ executablePath, args: installed ? args : [...args, '--headless=shell'] });
}

/** The package unpacks itself into the temporary directory once; two at a time would run a half-written file. */
async function unpackedChromium(): Promise<string> {
  const lock = join(tmpdir(), 'coldloop-chromium.lock');
  for (let attempt = 0; attempt < 600; attempt += 1) {
    try {
      mkdirSync(lock);
      break;
    } catch {
      const isForgotten = existsSync(lock) && Date.now() - statSync(lock).mtimeMs > 60_000;
      if (isForgotten) rmdirSync(lock);
      else await new Promise((wait) => setTimeout(wait, 100));
    }
  }
  try {
    return await packedChromium.executablePath();
  } finally {
    if (existsSync(lock)) rmdirSync(lock);
  }
}

/** What a page said and asked for while it was open. */
export interface PageRecord {
  /** Errors and warnings of the console, and uncaught exceptions. */
  readonly complaints: readonly string[];
  /** Addresses asked for, but for `data:`, `blob:` and the page itself. */
  readonly requests: readonly string[];
}

/** Listens to a page from now on; the lists grow. */
export function recordOf(page: Page): PageRecord {
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message: ConsoleMessage) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const isInside = /^(data|blob):/.test(request.url()) || request.isNavigationRequest();
    if (!isInside) requests.push(request.url());
  });
  return { complaints, requests };
}
