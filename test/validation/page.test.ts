import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { validationPage } from '../../src/output/validation-page.ts';
import { measureValidation } from '../../src/study/validation/measure-validation.ts';
import { artifacts, launchBrowser, recordOf } from '../browser/browser.ts';
import { inputs } from './inputs.ts';

/** What a page has and Node has not; the functions that use it run in the page. */
declare const document: { querySelectorAll(selector: string): { readonly length: number } };

const root = resolve(import.meta.dirname, '../..');
const validation = measureValidation(inputs);
const file = join(mkdtempSync(join(tmpdir(), 'coldloop-validation-')), 'validation.html');
let browser: Browser;

beforeAll(async () => {
  const assets = (await import(pathToFileURL(join(root, '.ci/assets.mjs')).href)) as {
    prepareAssets(): Promise<string>;
  };
  await assets.prepareAssets();
  const plotly = readFileSync(join(root, 'dist/assets/plotly.min.js'), 'utf8');
  writeFileSync(file, validationPage(validation, { plotly, version: '0.1.0' }));
  browser = await launchBrowser();
}, 120_000);

afterAll(() => browser?.close());

describe('the validation in a browser', () => {
  it('opens from a disk, draws what comes near and asks for nothing', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const record = recordOf(page);
    await page.goto(pathToFileURL(file).href);
    await page.waitForFunction(() => document.querySelectorAll('#plot-overview .point').length > 0);
    expect(await page.locator('#plot-overview .point').count()).toBe(validation.measured.length);
    const water = validation.measured.findIndex(({ subject }) => subject.quantity === 'density, water');
    await page.locator(`#plot-${water}`).scrollIntoViewIfNeeded();
    await page.locator(`#plot-${water} .point`).first().waitFor();
    // Each value twice: against the published one, and as an error.
    expect(await page.locator(`#plot-${water} .point`).count()).toBe(2 * validation.measured[water]!.samples.length);
    await page.screenshot({ path: join(artifacts, 'validation.png') });
    expect(record.requests).toEqual([]);
    expect(record.complaints).toEqual([]);
  });

  it('draws every case without a complaint, in the dark and on a telephone', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 800 }, colorScheme: 'dark' });
    const record = recordOf(page);
    await page.goto(pathToFileURL(file).href);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    const drawn = validation.measured.filter(({ samples }) => samples.length >= 3).length + 1;
    await page.waitForFunction((count) => document.querySelectorAll('.plot .main-svg').length >= count, drawn);
    expect(record.complaints).toEqual([]);
  });
});
