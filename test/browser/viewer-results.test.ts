/** Stored runs in the viewer: their columns as they are, in the time it takes to read them; bad ones refused in words. */

import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servedDocument } from '../../src/cli/view.ts';
import { columnsParquet } from '../../src/index.ts';
import { readColumnsCsv, readColumnsParquet } from '../../src/output/read-columns.ts';
import { coldloop, projectFolder, workingFolder } from '../cli/built-command.ts';
import { openedViewer, type OpenedViewer } from './opened-viewer.ts';

/** What a page has and Node has not; the functions that use it run in the page. */
declare const document: { querySelector(selector: string): { readonly textContent: string } | null };

const { folder, remove } = workingFolder();
const results = join(folder, 'results');
let viewer: OpenedViewer;
let opened = results;

beforeAll(async () => {
  const { code, error } = await coldloop(
    ['run', join(projectFolder, 'scenarios/cold-plate-dry.yaml'), '--out', results],
    folder,
  );
  if (code !== 0) throw new Error(error);
  viewer = await openedViewer(() => [servedDocument(opened)]);
}, 120_000);

afterAll(async () => {
  await viewer?.close();
  remove();
});

/** A copy of the results in which something was done to one file. */
function changed(name: string, file: string, change: (bytes: Buffer) => Buffer | string): string {
  const copy = join(folder, name);
  mkdirSync(copy);
  for (const one of ['scenario.yaml', 'summary.json', 'hours.parquet'])
    copyFileSync(join(results, one), join(copy, one));
  writeFileSync(join(copy, file), change(readFileSync(join(results, file))));
  return copy;
}

describe('a folder of results', () => {
  it('is shown as it was stored, not run again', async () => {
    // A year in which the facility drew twice as much and the summary says so: no run would find that.
    opened = changed('doubled', 'summary.json', (bytes) => withTotal(bytes, (total) => 2 * total));
    const table = await readColumnsParquet(readFileSync(join(results, 'hours.parquet')), 'hours.parquet');
    const { page, record } = await viewer.page('#view=live');
    await viewer.settled(page);
    const { value } = (
      JSON.parse(readFileSync(join(opened, 'summary.json'), 'utf8')) as { metrics: Record<string, { value: number }> }
    ).metrics['energy.total']!;
    const shown = Number(await page.locator('.card[data-key="energy.total"]').getAttribute('data-value'));
    expect(shown / 3.6e6 / value - 1).toBeCloseTo(0, 10);
    await page.locator('#tab-plant').click();
    await page.locator('.machine[data-name="chiller"]').click();
    const sheet = await page.locator('.sheet').innerText();
    expect(sheet).toContain(`${table.columns.get('chiller.duty [kW]')![4910]!.toFixed(1)} kW`);
    expect(record.complaints).toEqual([]);
    await page.close();
  });

  it('runs again once something is changed, with what is stored as the base', async () => {
    opened = results;
    const { page } = await viewer.page('#view=live');
    await viewer.settled(page);
    const slider = page.locator('input[data-path="technology.supply"]');
    await slider.focus();
    for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() =>
      document.querySelector('.card[data-key="energy.total"] .was')?.textContent.startsWith('base '),
    );
    await page.close();
  });

  it.each([
    [
      'cut',
      'hours.parquet',
      (bytes: Buffer) => bytes.subarray(0, bytes.length / 2),
      /hours\.parquet: found no Parquet file of columns/,
    ],
    ['empty', 'hours.parquet', () => '', /hours\.parquet: found no Parquet file of columns/],
    [
      'noise',
      'hours.parquet',
      (bytes: Buffer) => Buffer.from(bytes).fill(7, 4, 200_000),
      /hours\.parquet: found no Parquet file of columns|summary|found no column/,
    ],
    ['words', 'summary.json', () => '{ "metrics": ', /summary\.json: found no JSON/],
    ['list', 'summary.json', () => '[]', /summary\.json: found no "metrics"/],
    [
      'other',
      'scenario.yaml',
      () => readFileSync('scenarios/odd-plant.yaml', 'utf8'),
      /hours\.parquet: found no column .* and \d+ more; the scenario beside it has them/,
    ],
  ] as const)('is refused in words when it is %s', async (name, file, change, words) => {
    opened = changed(`bad-${name}`, file, change);
    const { page, record } = await viewer.page('#view=live');
    await page.waitForSelector('.notice pre', { timeout: 20_000 });
    expect(await page.locator('.notice pre').innerText()).toMatch(words);
    expect(record.complaints).toEqual([]);
    await page.close();
  });

  it('may be dropped as its files', async () => {
    opened = results;
    const { page } = await viewer.page('#view=live');
    await viewer.settled(page);
    const dropped = changed('dropped', 'summary.json', (bytes) => withTotal(bytes, () => 1e6));
    await page
      .locator('input[type="file"]')
      .setInputFiles(['scenario.yaml', 'hours.parquet', 'summary.json'].map((one) => join(dropped, one)));
    await page.waitForFunction(
      () => document.querySelector('.card[data-key="energy.total"] .number')?.textContent?.startsWith('1') === true,
    );
    await page.close();
  });

  it('of 8760 × 200 columns is read beside the page, which stays awake', async () => {
    const wide = join(folder, 'wide');
    mkdirSync(wide);
    copyFileSync(join(results, 'scenario.yaml'), join(wide, 'scenario.yaml'));
    const own = await readColumnsParquet(readFileSync(join(results, 'hours.parquet')), 'hours.parquet');
    const more = Array.from({ length: 200 - own.columns.size }, (_, i) => ({
      name: `own.column${i}`,
      quantity: 'dimensionless' as const,
      about: 'more of the same',
      values: Float64Array.from({ length: 8760 }, (__, hour) => Math.sin(hour * (i + 1))),
    }));
    const bytes = new Uint8Array(columnsParquet([...storedColumns(own.columns), ...more]));
    writeFileSync(join(wide, 'hours.parquet'), bytes);
    opened = wide;
    const page = await viewer.blankPage();
    await page.addInitScript(() => {
      // The longest time for which the page did not answer while it was opening.
      const waits = globalThis as unknown as { longest: number; last: number };
      Object.assign(waits, { longest: 0, last: performance.now() });
      setInterval(() => {
        waits.longest = Math.max(waits.longest, performance.now() - waits.last);
        waits.last = performance.now();
      }, 5);
    });
    await page.goto(`${viewer.address}#view=year`);
    await viewer.settled(page);
    const [opening, longest] = await page.evaluate(() => [
      performance.getEntriesByName('opened')[0]!.duration,
      (globalThis as unknown as { longest: number }).longest,
    ]);
    console.log(
      `8760 × 200 columns, ${(bytes.length / 1e6).toFixed(1)} MB: opened in ${opening!.toFixed(0)} ms, the page waited ${longest!.toFixed(0)} ms at most`,
    );
    // Reading takes some hundred milliseconds of a worker; in the page it would show here.
    expect(longest).toBeLessThan(opening!);
    await page.close();
  });
});

/** A summary with another annual electricity [kWh]. */
function withTotal(bytes: Buffer, change: (total: number) => number): string {
  const summary = JSON.parse(bytes.toString('utf8')) as { metrics: Record<string, { value: number }> };
  const total = summary.metrics['energy.total']!;
  total.value = change(total.value);
  return JSON.stringify(summary);
}

/** Columns as they stand in the file, under heads that are their names with their units. */
function storedColumns(columns: ReadonlyMap<string, Float64Array>) {
  return [...columns].map(([name, values]) => ({ name, quantity: 'dimensionless' as const, about: '', values }));
}

describe('columns from CSV', () => {
  const text = readColumnsText();

  it('are those from Parquet, number by number', async () => {
    const csv = readColumnsCsv(readFileSync(join(results, 'hours.csv'), 'utf8'), 'hours.csv');
    const parquet = await readColumnsParquet(readFileSync(join(results, 'hours.parquet')), 'hours.parquet');
    expect([...csv.columns.keys()]).toEqual([...parquet.columns.keys()]);
    for (const [head, values] of csv.columns) expect(values, head).toEqual(parquet.columns.get(head));
  });

  it.each([
    ['a row short', text.split('\r\n').slice(0, -2).join('\r\n'), /found 8759 rows; wanted 8760/],
    ['no time', text.replace('time', 'hour'), /found "hour" as the first column; wanted "time"/],
    ['a head twice', text.replace('time,a', 'time,b'), /found the column "b" twice/],
    ['a word', text.replace('\r\n0,1,2', '\r\n0,one,2'), /line 2: found "one" in "a"; wanted a number/],
    ['a field too many', text.replace('\r\n0,1,2', '\r\n0,1,2,3'), /line 2: found 4 fields; wanted 3/],
    ['nothing', '', /found 0 rows|found -1 rows/],
  ])('are refused with %s', (_, bad, words) => {
    expect(() => readColumnsCsv(bad, 'hours.csv')).toThrow(words);
  });
});

function readColumnsText(): string {
  return `time,a,b\r\n${Array.from({ length: 8760 }, (_, hour) => `${hour},1,2`).join('\r\n')}\r\n`;
}
