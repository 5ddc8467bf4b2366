/** The built viewer, served, in a browser: what every test of it starts from. */

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { serveViewer, type ServedDocument } from '../../src/cli/view-server.ts';
import { projectFolder } from '../cli/built-command.ts';
import { launchBrowser, type PageRecord, recordOf } from './browser.ts';

/** What a page has and Node has not; the functions that use it run in the page. */
declare const document: {
  querySelector(selector: string): { readonly textContent: string } | null;
  querySelectorAll(selector: string): ArrayLike<unknown>;
};

export interface OpenedViewer {
  readonly address: string;
  /** A new page at this place of the viewer, `#view=year`. */
  page(hash: string, viewport?: { readonly width: number; readonly height: number }): Promise<ViewerPage>;
  /** A page that has not gone anywhere yet. */
  blankPage(): Promise<Page>;
  /** Waits until nothing is being computed. */
  settled(page: Page): Promise<void>;
  close(): Promise<void>;
}

export interface ViewerPage {
  readonly page: Page;
  readonly record: PageRecord;
}

/** @param documents what `coldloop view` was called with; nothing unless given */
export async function openedViewer(documents?: () => readonly ServedDocument[]): Promise<OpenedViewer> {
  const build = (await import(pathToFileURL(join(projectFolder, 'web/build.mjs')).href)) as {
    buildViewer(): Promise<string>;
  };
  await build.buildViewer();
  const server = await serveViewer(join(projectFolder, 'dist/web'), 0, documents);
  const browser = await launchBrowser();
  return {
    address: server.address,
    async page(hash, viewport = { width: 1280, height: 720 }) {
      const page = await browser.newPage({ viewport });
      const record = recordOf(page);
      await page.goto(`${server.address}${hash}`);
      return { page, record };
    },
    blankPage: () => browser.newPage(),
    async settled(page) {
      await page.waitForSelector('.cursor .facts b', { timeout: 30_000 });
      await page.waitForFunction(
        () => {
          const isComparing = document.querySelectorAll('#tab-compare[aria-selected="true"]').length > 0;
          const wanted = document.querySelectorAll('.top select[aria-label="Variant"] option').length;
          const isComplete = document.querySelectorAll('table.compare tbody tr').length >= wanted;
          return (!isComparing || isComplete) && document.querySelectorAll('.skeleton').length === 0;
        },
        undefined,
        { timeout: 60_000 },
      );
      await page.waitForTimeout(100);
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
