import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { metricOf, type Comparison, type Variant } from '../../src/metrics/metric.ts';
import { comparisonReport } from '../../src/output/comparison-report.ts';
import { displayUnit, type UnitSystem } from '../../src/units.ts';
import { inventedComparison } from '../output/invented-comparison.ts';
import { artifacts, launchBrowser, recordOf, type PageRecord } from './browser.ts';

/** What a page has and Node has not; the functions that use it run in the page. */
declare const window: object;
declare const document: {
  querySelectorAll(selector: string): { readonly length: number };
  createElement(name: string): { textContent: string };
  readonly documentElement: { readonly scrollWidth: number };
  readonly body: { append(element: object): void };
};
declare function getComputedStyle(element: object): { readonly backgroundColor: string; readonly fill: string };
declare function dispatchEvent(event: Event): boolean;

/** An element that carries its value as data. */
interface ValueCell {
  readonly dataset: { readonly value: string };
}

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'coldloop-report-'));
const charts = ['energy', 'efficiency', 'water', 'duration', 'monthly', 'bridge', 'chain', 'heat'] as const;
const comparison = inventedComparison();
let browser: Browser;
let plotly: string;

beforeAll(async () => {
  const assets = (await import(pathToFileURL(join(root, '.ci/assets.mjs')).href)) as {
    prepareAssets(): Promise<string>;
  };
  await assets.prepareAssets();
  plotly = readFileSync(join(root, 'dist/assets/plotly.min.js'), 'utf8');
  browser = await launchBrowser();
}, 120_000);

afterAll(() => browser?.close());

interface Opened {
  readonly page: Page;
  readonly record: PageRecord;
}

/** The report as a file on the disk, opened and drawn. */
async function opened(
  reported: Comparison,
  system: UnitSystem = 'si',
  context: BrowserContextOptions = {},
): Promise<Opened> {
  const file = join(folder, `${Math.abs(reported.title.length)}-${system}-${reported.variants.length}.html`);
  writeFileSync(file, comparisonReport(reported, { system, plotly, version: '0.1.0' }));
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, ...context });
  const record = recordOf(page);
  await page.goto(pathToFileURL(file).href);
  await page.waitForFunction((count) => document.querySelectorAll('.plot .main-svg').length >= count, charts.length);
  return { page, record };
}

const cellText = (page: Page, row: string, column: number): Promise<string> =>
  page.locator('#headline tbody tr', { hasText: row }).first().locator('td').nth(column).locator('.value').innerText();

describe('the report in a browser', () => {
  it('opens from a disk, draws every chart, asks for nothing and complains of nothing', async () => {
    const { page, record } = await opened(comparison);
    for (const chart of charts) {
      expect(await page.locator(`#plot-${chart} .main-svg`).count(), chart).toBeGreaterThan(0);
    }
    expect(await page.locator('#plot-energy .bars path').count()).toBe(7 * comparison.variants.length);
    expect(await page.locator('#plot-heat .hm image').count()).toBe(1);
    expect(record.requests).toEqual([]);
    expect(record.complaints).toEqual([]);
    await page.screenshot({ path: join(artifacts, 'report-first-screen.png') });
    await page.screenshot({ path: join(artifacts, 'report-light.png'), fullPage: true });
    await page.close();
  });

  it.each(['si', 'ip'] as const)('shows the numbers of the data in %s', async (system) => {
    const { page } = await opened(comparison, system);
    const metrics = comparison.variants[2]!.metrics;
    const shown = (key: string): number => {
      const metric = metrics.find((one) => one.key === key)!;
      return displayUnit(metric.quantity, system).fromSi(metric.value);
    };
    const numbers = await page
      .locator('#headline tbody tr')
      .nth(2)
      .locator('td')
      .evaluateAll((cells) => cells.map((cell) => Number((cell as unknown as ValueCell).dataset.value)));
    const [electricity, peak, pue] = numbers as [number, number, number];
    expect(electricity).toBeCloseTo(shown('energy.total') / 1e6, 9);
    expect(peak).toBeCloseTo(shown('power.peak'), 9);
    expect(pue).toBe(shown('pue'));
    expect(await cellText(page, 'Cold plate with tower', 2)).toBe(shown('pue').toFixed(3));
    expect(numbers).toContain(shown('chip.junctionTemperature'));
    expect(await page.locator('#headline thead').innerText()).toContain(system === 'si' ? '°C' : '°F');
    await page.close();
  });

  it('marks as best the least of those that keep every limit', async () => {
    const { page } = await opened(comparison);
    const best = await page
      .locator('#headline td.best:nth-child(2)')
      .evaluateAll((cells) => cells.map((cell) => cell.parentElement!.querySelector('.name')!.textContent));
    const fair = comparison.variants.filter((variant) => !variant.breaksLimit);
    const least = fair.reduce((a, b) =>
      metricOf(a, 'energy.total')!.value < metricOf(b, 'energy.total')!.value ? a : b,
    );
    expect(best).toEqual([least.title]);
    expect(await page.locator('#headline .tag.broken').count()).toBe(
      comparison.variants.filter((variant) => variant.breaksLimit).length,
    );
    await page.close();
  });

  it('sorts by a column, down and up again', async () => {
    const { page } = await opened(comparison);
    const button = page.locator('#headline thead th').nth(1).locator('button');
    const values = (): Promise<number[]> =>
      page
        .locator('#headline tbody tr td:nth-child(2)')
        .evaluateAll((cells) => cells.map((cell) => Number((cell as unknown as ValueCell).dataset.value)));
    const inOrder = [...(await values())].sort((a, b) => a - b);
    await button.click();
    expect(await values()).toEqual(inOrder);
    expect(await page.locator('#headline thead th').nth(1).getAttribute('aria-sort')).toBe('ascending');
    await button.click();
    expect(await values()).toEqual(inOrder.reverse());
    await page.close();
  });

  it('takes differences, and draws, against another baseline', async () => {
    const { page } = await opened(comparison);
    await page.locator('#baseline').selectOption({ label: 'Cold plate with dry cooler' });
    const energy = (name: string): number =>
      metricOf(
        comparison.variants.find((variant) => variant.name === name)!,
        'energy.total',
      )!.value;
    const change = 100 * (energy('air-dry') / energy('cold-plate-dry') - 1);
    const row = page.locator('#headline tbody tr', { hasText: 'Air with dry cooler' });
    expect(await row.locator('td').first().locator('.change').innerText()).toBe(`+${change.toFixed(1)} %`);
    expect(await page.locator('#headline .tag.baseline:visible').count()).toBe(1);
    const words = await page.locator('#figure-bridge figure').getAttribute('aria-label');
    expect(words).toContain('against Cold plate with dry cooler');
    await page.locator('#chosen').selectOption({ label: 'Air with dry cooler' });
    const sum = await page.locator('#plot-bridge .annotation-text').last().textContent();
    expect(sum).toBe(`+${((energy('air-dry') - energy('cold-plate-dry')) / 3.6e12).toFixed(2)}`);
    await page.close();
  });

  it('draws the IT bar when asked', async () => {
    const { page, record } = await opened(comparison);
    await page.locator('#with-it').check();
    expect(await page.locator('#plot-energy .bars path').count()).toBe(8 * comparison.variants.length);
    expect(record.complaints).toEqual([]);
    await page.close();
  });

  it('is dark where the reader’s system is', async () => {
    const { page, record } = await opened(comparison, 'si', { colorScheme: 'dark' });
    const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(background).toBe('rgb(20, 23, 27)');
    const ink = await page
      .locator('#plot-energy .ytick text')
      .first()
      .evaluate((tick) => getComputedStyle(tick).fill);
    expect(ink).toBe('rgb(230, 233, 237)');
    await page.emulateMedia({ colorScheme: 'light' });
    await expect
      .poll(() =>
        page
          .locator('#plot-energy .ytick text')
          .first()
          .evaluate((tick) => getComputedStyle(tick).fill),
      )
      .toBe('rgb(26, 31, 38)');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.waitForTimeout(200);
    await page.screenshot({ path: join(artifacts, 'report-dark.png'), fullPage: true });
    expect(record.complaints).toEqual([]);
    await page.close();
  });

  it('fits a tablet without scrolling sideways, and prints in light colours', async () => {
    const { page } = await opened(comparison, 'si', { viewport: { width: 820, height: 1180 }, colorScheme: 'dark' });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(820);
    await page.screenshot({ path: join(artifacts, 'report-tablet.png') });
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)');
    const tick = page.locator('#plot-energy .ytick text').first();
    expect(await tick.evaluate((text) => getComputedStyle(text).fill)).toBe('rgb(26, 31, 38)');
    expect(await page.locator('details:not(.data):not([open])').count()).toBe(0);
    await page.screenshot({ path: join(artifacts, 'report-print.png'), fullPage: true });
    await page.close();
  });

  it('says every chart in words and numbers to those who do not see it', async () => {
    const { page } = await opened(comparison);
    for (const chart of charts) {
      const figure = page.locator(`#figure-${chart}`);
      expect((await figure.locator('figure[role=img]').getAttribute('aria-label'))!.length).toBeGreaterThan(40);
      expect(await figure.locator('details table tbody tr').count()).toBe(comparison.variants.length);
    }
    expect(await page.locator('.tag.synthetic').innerText()).toBe('synthetic year');
    await page.close();
  });

  it('leaves hostile titles inert', async () => {
    const attack = '</script><script>window.broken=1</script><img src=x onerror="window.broken=2">';
    const link = '<a href="javascript:window.broken=3">x</a> "\'><svg/onload=window.broken=4>';
    const spoiled = comparison.variants.map((variant, i): Variant => ({
      ...variant,
      title: i === 1 ? link : `${variant.title} ${attack}`,
      notes: [attack],
      consumers: [...variant.consumers, { name: `${i} ${attack}`, energy: 1e12 }],
      chipChain: variant.chipChain.map((step) => ({ ...step, name: `${step.name}${attack}` })),
      events: variant.events.map((event) => ({ ...event, owner: attack })),
    }));
    const hostile = {
      ...comparison,
      title: attack,
      variants: spoiled,
      assumptions: [attack, '<!-- '],
      sources: [link],
    };
    const { page, record } = await opened(hostile);
    await page.locator('#chosen').selectOption('1');
    await page.locator('#baseline').selectOption('2');
    expect(await page.evaluate(() => 'broken' in window)).toBe(false);
    expect(await page.locator('main img, .bar img, main a, main svg[onload]').count()).toBe(0);
    expect(await page.locator('h1').innerText()).toBe(attack);
    expect(record).toEqual({ complaints: [], requests: [] });
    await page.close();
  });

  it('prints markup in names as it is spelled, in charts too', async () => {
    const link = '<a href="https://example.org">l</a>';
    const variants = comparison.variants.map((variant, i): Variant => ({
      ...variant,
      title: `<b>x</b> ${i} &amp;`,
      consumers: variant.consumers.map((consumer, k) => (k === 1 ? { ...consumer, name: link } : consumer)),
      chipChain: variant.chipChain.map((step) => ({ ...step, name: '<i>y</i>' })),
    }));
    const { page } = await opened({ ...comparison, title: 'Markup', variants });
    expect(await page.locator('#plot-energy .ytick text').first().textContent()).toBe('<b>x</b> 0 &amp;');
    expect(await page.locator('#plot-chain .xtick text').first().textContent()).toBe('<i>y</i>');
    expect(await page.locator('#plot-bridge .xtick').allTextContents()).toContain('<ahref="https://example.org">l</a>');
    expect(await page.locator('main a').count()).toBe(0);
    await page.close();
  });

  it('lets no other script run, by its policy', async () => {
    const { page, record } = await opened(comparison);
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.broken = 1';
      document.body.append(script);
    });
    expect(await page.evaluate(() => 'broken' in window)).toBe(false);
    expect(record.complaints.join()).toContain('Content Security Policy');
    await page.close();
  });

  it('draws what is there when columns, chips, water and consumers are missing', async () => {
    const bare = comparison.variants.slice(0, 2).map((variant): Variant => ({
      ...variant,
      columns: [],
      consumers: [],
      chipChain: [],
      metrics: variant.metrics.filter(({ key }) => key === 'energy.total'),
    }));
    const { page, record } = await opened({ ...comparison, variants: bare, differences: [] });
    await page.locator('#chosen').selectOption('0');
    expect(record).toEqual({ complaints: [], requests: [] });
    await page.close();
  });
});

describe('the report’s size', () => {
  it('stays under 1.5 MB beside Plotly, with ten systems of a year', () => {
    const report = comparisonReport(comparison, { system: 'si', plotly: '' });
    expect(Buffer.byteLength(report)).toBeLessThan(1.5e6);
  });
});
