import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowColumns, rowReader } from '../../src/output/transient-columns.ts';
import { transientPage } from '../../src/output/transient-page.ts';
import { seriesRecorder } from '../../src/output/transient-series.ts';
import type { RowSink } from '../../src/solver/transient/rows.ts';
import { siteOf } from '../../src/study/comparison.ts';
import { openTransient } from '../../src/study/transient-run.ts';
import { preparedOf, scenarioOf, siteText } from '../laws/plants.ts';
import { artifacts, launchBrowser, recordOf } from './browser.ts';

/** What a page has and Node has not; the functions that use it run in the page. */
declare const document: { readonly documentElement: { readonly scrollWidth: number } };

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 120_000);
afterAll(() => browser?.close());

/** The page of facility pumps that stop, with a title that tries to be markup. */
function pageText(): string {
  const prepared = preparedOf(
    scenarioOf(
      [
        'title: "Pumps <script>alert(1)</script>"',
        'system: systems/cold-plate-dry',
        siteText('ashburn'),
        'transient: { duration: 10 min, step: 2 s, events: { pumps: { at: 1 min, trip: facility, for: 4 min } } }',
      ].join('\n'),
    ),
  );
  const sink: { take: RowSink } = { take: () => undefined };
  const open = openTransient(prepared, (...row) => sink.take(...row));
  const columns = rowColumns(open.plant, open.columns, 'chosen');
  const series = seriesRecorder(columns, 300);
  const read = rowReader(columns);
  sink.take = (time, mean, least, most) => series.take(time, read(mean, least, most));
  while (!open.isDone) open.goOn();
  const drawn = series.gathered();
  const finished = { outcome: open.outcome(), site: siteOf(prepared), plant: open.plant, drawn };
  return transientPage(finished, { system: 'si', version: '0.1.0' });
}

describe('the page of a transient', () => {
  it('is drawn in both lights, asks for nothing, and tells the values under the pointer', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'coldloop-transient-')), 'transient.html');
    writeFileSync(file, pageText());
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, colorScheme });
      const record = recordOf(page);
      await page.goto(`file://${file}`);
      expect(await page.locator('.panel .time-plot').count()).toBe(6);
      expect(await page.locator('#panel-junction path.line').getAttribute('d')).toMatch(/^M[\d.]+ [\d.]+L/);
      expect(await page.locator('#panel-junction text.limit').textContent()).toContain('throttles at');
      expect(await page.locator('#panel-junction text.span').textContent()).toMatch(/^\d:\d\d(\.\d)? to the limit$/);
      expect(await page.locator('.strip text').allTextContents()).toEqual([
        '1:00 pumps: 5 of 5 of facility stop',
        expect.stringMatching(/^\d:\d\d(\.\d)? racks: chips begin to throttle$/),
        '5:00 pumps: facility may start again',
      ]);
      expect(await page.locator('[data-line="2 1"]').textContent()).toBe('');
      const box = (await page.locator('#plot-drive').boundingBox())!;
      await page.locator('#plot-drive').hover({ position: { x: box.width * 0.4, y: box.height / 2 } });
      // Four minutes in, the facility's pumps stand still and the technology loop's do not.
      expect(await page.locator('#time-here').textContent()).toMatch(/^at 3:\d\d$/);
      expect(await page.locator('[data-line="2 1"]').textContent()).toMatch(/^−?0$/);
      expect(await page.locator('[data-line="2 0"]').textContent()).toBe('100');
      await page.screenshot({ path: join(artifacts, `transient-${colorScheme}.png`), fullPage: true });
      expect(record.complaints).toEqual([]);
      expect(record.requests).toEqual([]);
      await page.close();
    }
  });

  it('fits a narrow screen without scrolling sideways', async () => {
    const page = await browser.newPage({ viewport: { width: 600, height: 900 } });
    await page.setContent(pageText());
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(600);
    await page.close();
  });
});
