/** Nobody is shut out of the viewer: axe-core finds nothing serious in any view, light or dark, folded or not. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openedViewer, type OpenedViewer } from './opened-viewer.ts';

/** What a page has once axe is in it. */
declare const axe: { run(options: RunOptions): Promise<AxeResults> };

const axeScript = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const views = ['compare', 'plant', 'year', 'chips', 'hall', 'failure', 'live'] as const;
const themes = ['light', 'dark'] as const;
let viewer: OpenedViewer;

beforeAll(async () => {
  viewer = await openedViewer();
}, 120_000);

afterAll(() => viewer?.close());

/** Broken rules with the first element that breaks each. */
async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(axeScript);
  const found = await page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    return axe.run({ runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
  });
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical' || impact === 'moderate')
    .map(({ id, help, nodes }) => `${id} (${help}): ${nodes.length} × ${nodes[0]!.html.slice(0, 160)}`);
}

describe.each(themes)('in the %s theme', (theme) => {
  it.each(views)('%s breaks no rule that matters', async (view) => {
    const { page } = await viewer.page(`#view=${view}&theme=${theme}&of=cold-plate-dry`);
    await viewer.settled(page);
    if (view === 'failure') await page.waitForSelector('.cards .card', { timeout: 60_000 });
    if (view === 'hall') await page.waitForSelector('.rack-table tbody tr', { timeout: 60_000 });
    expect(await violationsOn(page)).toEqual([]);
    // With every table unfolded, one menu open, and whatever a click opens.
    for (const menu of await page.locator('main details.menu summary').all()) {
      await menu.click();
      await page.locator('details.menu[open] button', { hasText: 'Table' }).click();
    }
    if (view === 'plant') {
      await page.locator('.machine[data-name="cdu"]').click();
      await page.waitForSelector('.sheet .curve');
    } else await page.locator('main details.menu summary').first().click();
    expect(await violationsOn(page)).toEqual([]);
    await page.close();
  });

  it('a refusal breaks no rule that matters', async () => {
    const { page } = await viewer.page(`#view=live&theme=${theme}&of=cold-plate-dry&set=technology.supply%3D4+%C2%B0C`);
    await page.waitForSelector('.notice');
    expect(await violationsOn(page)).toEqual([]);
    await page.close();
  });
});
