/** The page in 中文 says no sentence of the core in English; a link brings a failure back; what happens is told at the curve. */

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { libraryTexts } from './library-texts.ts';
import { openedViewer, type OpenedViewer } from './opened-viewer.ts';

interface PageElement {
  readonly childNodes: Iterable<{ readonly nodeType: number; readonly textContent: string | null }>;
  readonly outerHTML: string;
  closest(selector: string): PageElement | null;
  querySelector(selector: string): PageElement | null;
  getAttribute(name: string): string | null;
}

/** What a page has and Node has not; the functions that use it run in the page. */
declare const document: { querySelectorAll(selector: string): Iterable<PageElement> };

let viewer: OpenedViewer;

beforeAll(async () => {
  viewer = await openedViewer();
}, 120_000);

afterAll(() => viewer?.close());

/** Names of records, places and sources, as their authors wrote them. */
const properNames = [
  ...Object.values(libraryTexts).flatMap((text) => /^title: (.*)$/m.exec(text)?.[1] ?? []),
  'Ashburn, Virginia (Washington Dulles airport)',
  'the TMY3 typical year of Washington Dulles airport',
  'Des Moines, Iowa',
  "Guiyang, Guizhou (for the Gui'an district too)",
  'Hohhot, Inner Mongolia (nearest to Ulanqab and Zhangjiakou in the library)',
  'San Francisco, California',
  'San Jose, California',
  'Santiago de Chile',
  'Yinchuan, Ningxia (stands in for Zhongwei, 150 km up the river)',
  'Patterson et al. 2013',
];

/** Texts and labels with three Latin words in a row; titles of documents and faults of files stay as they are. */
async function englishOn(page: Page): Promise<readonly string[]> {
  const texts = await page.evaluate(() => {
    const found: string[] = [];
    for (const element of document.querySelectorAll('body *')) {
      if (element.closest('noscript, script, style, .source, .notice pre') !== null) continue;
      for (const node of element.childNodes) if (node.nodeType === 3) found.push(node.textContent ?? '');
      for (const name of ['aria-label', 'title', 'aria-valuetext']) found.push(element.getAttribute(name) ?? '');
    }
    return found;
  });
  const left = texts.map((text) => properNames.reduce((rest, name) => rest.replaceAll(name, '…'), text));
  return [...new Set(left)].filter((text) => /[a-z]{2,}(?:[\s,;:]+[a-z]{2,}){2,}/i.test(text));
}

const there: Readonly<Record<string, string>> = {
  compare: 'table.compare',
  failure: '.cards .card',
  hall: '.rack-table tbody tr',
};

describe('in 中文', () => {
  it.each(['compare', 'plant', 'year', 'chips', 'hall', 'failure', 'live'])(
    '%s says nothing in English',
    async (view) => {
      const { page, record } = await viewer.page(`#view=${view}&language=zh&of=cold-plate-dry`);
      await viewer.settled(page);
      await page.waitForSelector(there[view] ?? 'main', { timeout: 60_000 });
      await page
        .locator('main details.menu .items button:first-child')
        .evaluateAll((buttons) => buttons.forEach((button) => (button as unknown as { click(): void }).click()));
      expect(await page.locator('main').innerText()).toMatch(/\p{Script=Han}/u);
      expect(await englishOn(page)).toEqual([]);
      if (view === 'plant')
        for (const name of ['racks', 'cdu', 'chiller', 'adiabatic-cooler']) {
          await page.locator(`.machine[data-name="${name}"]`).press('Enter');
          await page.waitForSelector('.sheet .curve');
          expect(await englishOn(page)).toEqual([]);
          await page.locator(`.machine[data-name="${name}"]`).press('Enter');
        }
      expect(record.complaints).toEqual([]);
      await page.close();
    },
  );

  it.each(['machine chiller', 'utility', 'blackout', 'load'])('tells a failure of %s in Chinese', async (what) => {
    const entries = new URLSearchParams({ view: 'failure', language: 'zh', of: 'cold-plate-dry', fails: what });
    const { page } = await viewer.page(`#${entries}`);
    await page.waitForSelector('.cards .card', { timeout: 60_000 });
    expect(await englishOn(page)).toEqual([]);
    await page.close();
  });

  it('introduces a fault of a file in Chinese', async () => {
    const { page } = await viewer.page('#view=live&language=zh&of=cold-plate-dry&set=technology.supply%3D4+%C2%B0C');
    await page.waitForSelector('.notice');
    expect(await page.locator('.notice b').innerText()).toBe('此更改无法运行');
    expect(await page.locator('.notice pre').innerText()).toMatch(/technology/);
    expect(await englishOn(page)).toEqual([]);
    await page.close();
  });

  it('changes its language and back', async () => {
    const { page } = await viewer.page('#view=compare&of=cold-plate-dry');
    await viewer.settled(page);
    const english = await page.locator('.answer').innerText();
    await page.getByRole('button', { name: '中文' }).click();
    await page.waitForSelector('html[lang="zh-CN"]');
    await expect.poll(() => page.locator('.answer').innerText()).toMatch(/^与“.*用电少/);
    await page.getByRole('button', { name: '语言: EN' }).click();
    await expect.poll(() => page.locator('.answer').innerText()).toBe(english);
    await page.close();
  });
});

/** What the cards of a failure say. */
const cardsOf = (page: Page): Promise<readonly (string | null)[]> =>
  Promise.all(['throttle', 'shutdown', 'margin', 'lost'].map((key) => cardOf(page, key)));

const cardOf = (page: Page, key: string): Promise<string | null> =>
  page.locator(`.cards [data-key="${key}"]`).getAttribute('data-value');

async function ran(page: Page): Promise<void> {
  await page.waitForSelector('.cards .card', { timeout: 60_000 });
  await expect.poll(() => page.locator('.run-state').count(), { timeout: 60_000 }).toBe(0);
}

describe('a failure', () => {
  it('is in the address, and comes back from it with the same result', async () => {
    const { page } = await viewer.page('#view=failure&of=cold-plate-dry');
    await ran(page);
    expect(new URL(page.url()).hash).not.toContain('fails');
    await page.locator('select[aria-label="What fails"]').selectOption('machine adiabatic-cooler');
    await page.locator('select[aria-label="From"]').selectOption('cursor');
    await page.waitForSelector('input[data-key="buffer facility"]', { timeout: 60_000 });
    for (const key of ['lasts', 'buffer facility'])
      for (let i = 0; i < 4; i++) await page.locator(`input[data-key="${key}"]`).press('ArrowRight');
    await page.waitForSelector('.cards .was:not(:empty)', { timeout: 60_000 });
    await ran(page);
    const entries = new URLSearchParams(new URL(page.url()).hash.slice(1));
    expect(entries.get('fails')).toBe('machine adiabatic-cooler');
    expect(entries.get('lasts')).toBe('200');
    const other = await viewer.page(new URL(page.url()).hash);
    await ran(other.page);
    const isAlike = async (): Promise<boolean> => String(await cardsOf(page)) === String(await cardsOf(other.page));
    await expect.poll(isAlike, { timeout: 60_000 }).toBe(true);
    expect(new URL(other.page.url()).hash).toBe(new URL(page.url()).hash);
    expect(await other.page.locator('input[data-key="lasts"]').inputValue()).toBe('200');
    expect(other.record.complaints).toEqual([]);
    // Another variant begins anew.
    await other.page.locator('.top select[aria-label="Variant"]').selectOption('air-tower');
    await expect.poll(() => new URL(other.page.url()).hash).not.toContain('fails');
    await Promise.all([page.close(), other.page.close()]);
  }, 240_000);

  it('that an address has wrong is refused in words', async () => {
    const { page, record } = await viewer.page(
      '#view=failure&of=cold-plate-dry&fails=machine+__proto__&count=-3&buffer=%3Cimg+src%3Dx%3E%3D1',
    );
    await page.waitForSelector('.notice pre');
    expect(await page.locator('.notice b').innerText()).toBe('The failure in the address is none of this plant');
    const text = await page.locator('.notice pre').innerText();
    expect(text.split('\n').length).toBe(3);
    expect(text).toContain('fails: found "machine __proto__"; wanted pumps technology');
    await ran(page);
    expect(record.complaints).toEqual([]);
    await page.close();
  }, 120_000);

  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 820],
  ])(
    'has its events told above the curve, none over another (%s, %i wide)',
    async (theme, width) => {
      const { page } = await viewer.page(`#view=failure&of=cold-plate-dry&theme=${theme}`, { width, height: 720 });
      await ran(page);
      const labels = page.locator('[data-chart="failure-junction"] .mark-lane span');
      const texts = await labels.allInnerTexts();
      expect(texts.length).toBeGreaterThanOrEqual(4);
      expect(texts[0]).toMatch(/^1:00 .*technology stop$/);
      expect(texts.join(' ')).toContain('chips begin to throttle');
      const boxes = await Promise.all((await labels.all()).map((label) => label.boundingBox()));
      const frame = (await page.locator('[data-chart="failure-junction"]').boundingBox())!;
      boxes.forEach((one, i) => {
        expect(one!.x + one!.width).toBeLessThanOrEqual(frame.x + frame.width);
        for (const other of boxes.slice(i + 1)) {
          const apart = one!.x + one!.width <= other!.x || other!.x + other!.width <= one!.x;
          expect(apart || one!.y + one!.height <= other!.y + 0.5 || other!.y + other!.height <= one!.y + 0.5).toBe(
            true,
          );
        }
      });
      await page.close();
    },
    120_000,
  );

  it('says nothing of the temperature of a circuit that rests', async () => {
    const { page } = await viewer.page('#view=failure&of=cold-plate-dry');
    await ran(page);
    const figure = page.locator('[data-chart="failure-circuits"]');
    expect(await figure.locator('figcaption').innerText()).toContain('faint dots: nothing flows');
    const flow = page.locator('[data-chart="failure-flow"] .key > span', { hasText: 'free-cooling' });
    expect(await flow.innerText()).toMatch(/\s0 %$/);
    for (const key of await figure.locator('.key > span', { hasText: 'free-cooling' }).allInnerTexts())
      expect(key).toMatch(/at rest$/);
    for (const key of await figure.locator('.key > span', { hasText: 'technology' }).allInnerTexts())
      expect(key).toMatch(/°C$/);
    await page.close();
  }, 120_000);
});

describe('the menu of a chart', () => {
  it.each(['plant', 'compare', 'year', 'chips', 'failure', 'live', 'hall'])(
    'is at every drawing of %s',
    async (view) => {
      const { page } = await viewer.page(`#view=${view}&of=cold-plate-dry`);
      await viewer.settled(page);
      await page.waitForSelector(there[view] ?? 'main', { timeout: 60_000 });
      const bare = await page.locator('main :is(canvas.plot, svg.diagram, table.compare)').evaluateAll((drawings) =>
        (drawings as unknown as readonly PageElement[]).flatMap((drawing) => {
          const chart = drawing.closest('[data-chart]');
          return (chart?.querySelector('details.menu') ?? null) === null ? [drawing.outerHTML.slice(0, 80)] : [];
        }),
      );
      expect(bare).toEqual([]);
      await page.close();
    },
  );

  it('of the plant shows its state as a table', async () => {
    const { page } = await viewer.page('#view=plant&of=cold-plate-dry');
    await viewer.settled(page);
    const plant = page.locator('[data-chart="plant"]');
    await plant.locator('details.menu summary').click();
    await plant.locator('details.menu button').first().click();
    const rows = plant.locator('.chart-table tbody tr');
    expect(await rows.locator('th').allInnerTexts()).toContain('technology');
    expect(await rows.filter({ hasText: 'free-cooler' }).innerText()).toContain('off');
    await page.close();
  });
});
