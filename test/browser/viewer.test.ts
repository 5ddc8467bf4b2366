/**
 * The viewer as a reader has it, in a real browser: served with a strict
 * policy, and as one file from the disk. Its numbers are those of the core in
 * Node, its refusals those of the command line.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servedDocument } from '../../src/cli/view.ts';
import { serveViewer, type ViewerServer } from '../../src/cli/view-server.ts';
import { openScenarioFile, prepare } from '../../src/node.ts';
import { metricOf, runScenario, type ScenarioRun } from '../../src/index.ts';
import { coldloop, projectFolder, workingFolder } from '../cli/built-command.ts';
import { artifacts, launchBrowser, type PageRecord, recordOf } from './browser.ts';

/** What a page has and Node has not; the functions that use it run in the page. */
declare const document: {
  querySelectorAll(
    selector: string,
  ): ArrayLike<{ getAttribute(name: string): string | null }> &
    Iterable<{ getAttribute(name: string): string | null; readonly textContent: string }>;
  querySelector(selector: string): { getAttribute(name: string): string | null; readonly textContent: string } | null;
  readonly activeElement: { getAttribute(name: string): string | null } | null;
  readonly documentElement: { readonly lang: string; readonly scrollWidth: number };
};

const badScenarios = [
  'wrong-dimension',
  'unknown-key',
  'very-long-name',
  'tags',
  'prototype-names',
  'alias-bomb',
  'weather-missing',
  'comparison-broken-variant',
];
const views = ['compare', 'plant', 'year', 'chips', 'live'] as const;
const { folder, remove } = workingFolder();
let browser: Browser;
let plain: ViewerServer;

beforeAll(async () => {
  const build = (await import(pathToFileURL(join(projectFolder, 'web/build.mjs')).href)) as {
    buildViewer(): Promise<string>;
  };
  await build.buildViewer();
  plain = await serveViewer(join(projectFolder, 'dist/web'), 0, undefined);
  browser = await launchBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await plain?.close();
  remove();
});

interface Opened {
  readonly page: Page;
  readonly record: PageRecord;
}

async function opened(address: string, viewport = { width: 1280, height: 720 }): Promise<Opened> {
  const page = await browser.newPage({ viewport });
  const record = recordOf(page);
  await page.goto(address);
  return { page, record };
}

/** Waits for the year of the view that is open. */
const hasYear = (page: Page): Promise<unknown> => page.waitForSelector('.cursor .facts b', { timeout: 30_000 });

function ranInNode(variant: string): ScenarioRun {
  const {
    scenarios,
    folder: beside,
    library,
  } = openScenarioFile(join(projectFolder, 'scenarios/air-versus-liquid.yaml'));
  return runScenario(
    prepare(
      scenarios.find(({ name }) => name === variant)!,
      beside,
      library,
    ),
  );
}

const valueOn = async (page: Page, key: string): Promise<number> =>
  Number(await page.locator(`.card[data-key="${key}"]`).getAttribute('data-value'));

/** Two releases of the engine differ in the last digits of exp and log; a thousand of them are let through. */
function expectSame(shown: number, found: number, what: string): void {
  expect(found, what).not.toBe(0);
  expect(Math.abs(shown / found - 1), what).toBeLessThan(1e-12);
}

describe('the viewer, served', () => {
  it.each(views)('opens %s without a complaint and asks nobody else', async (view) => {
    for (const theme of ['light', 'dark']) {
      const { page, record } = await opened(`${plain.address}#view=${view}&theme=${theme}`);
      await hasYear(page);
      if (view === 'compare')
        await page.waitForFunction(() => document.querySelectorAll('table.compare tbody tr').length === 12);
      expect(await page.locator(`#tab-${view}`).getAttribute('aria-selected')).toBe('true');
      expect(record.complaints).toEqual([]);
      expect(record.requests.filter((address) => !address.startsWith(plain.address))).toEqual([]);
      await page.waitForTimeout(150);
      await page.screenshot({ path: join(artifacts, `viewer-${view}-${theme}.png`) });
      await page.close();
    }
  });

  it('shows the numbers that the core finds in Node, of every variant', async () => {
    const { page } = await opened(`${plain.address}#view=compare`);
    await page.waitForFunction(() => document.querySelectorAll('table.compare tbody tr').length === 12, undefined, {
      timeout: 60_000,
    });
    for (const name of ['air-tower', 'cold-plate-dry', 'two-phase-tower']) {
      const { variant } = ranInNode(name);
      for (const key of ['energy.total', 'pue', 'tue', 'water.total', 'cost.total', 'chip.junctionMargin']) {
        const shown = await page.locator(`tr[data-name="${name}"] td[data-key="${key}"]`).getAttribute('data-value');
        expectSame(Number(shown), metricOf(variant, key)!.value, `${name} ${key}`);
      }
    }
    await page.close();
  });

  it('moves the year with a slider, keeps the base, and says both in the address', async () => {
    const { page, record } = await opened(`${plain.address}#view=live&of=cold-plate-dry`);
    await hasYear(page);
    const before = await valueOn(page, 'chip.junctionTemperature');
    const slider = page.locator('input[data-path="technology.supply"]');
    await slider.scrollIntoViewIfNeeded();
    const box = (await slider.boundingBox())!;
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + box.width * 0.45, y);
    await page.mouse.down();
    for (let share = 0.45; share <= 0.75; share += 0.03) await page.mouse.move(box.x + box.width * share, y);
    await page.mouse.up();
    const set = Number(await slider.inputValue());
    expect(set).toBeGreaterThan(42);
    await page.waitForFunction(
      (kelvin) =>
        Number(document.querySelector('.card[data-key="chip.junctionTemperature"]')?.getAttribute('data-value')) >
        kelvin + 2,
      before,
    );
    await page.waitForTimeout(1200);
    // A warmer supply warms the chips by as much, and a little more through leakage.
    const rise = (await valueOn(page, 'chip.junctionTemperature')) - before;
    expect(rise).toBeGreaterThan(set - 40 - 0.05);
    expect(rise).toBeLessThan((set - 40) * 1.3);
    expect(await page.locator('.card[data-key="energy.total"] .was').innerText()).toMatch(/^base [\d.]+ GWh$/);
    expect(decodeURIComponent(new URL(page.url()).hash).replaceAll('+', ' ')).toContain(
      `set=technology.supply=${await page.locator('.control.moved output').innerText()}`,
    );
    expect(await page.locator('#frame-time').innerText()).toMatch(/worker \d+ ms · drawing \d+ ms/);
    expect(record.complaints).toEqual([]);

    const again = await opened(page.url());
    await hasYear(again.page);
    expect(await valueOn(again.page, 'chip.junctionTemperature')).toBeCloseTo(before + rise, 9);
    await again.page.close();
    await page.close();
  });

  it('exports the scenario that it shows, which the command line runs to the same numbers', async () => {
    const { page } = await opened(
      `${plain.address}#view=live&of=cold-plate-dry&set=technology.supply%3D44+%C2%B0C&site=electricityPrice%3D0.2+USD/kWh`,
    );
    await hasYear(page);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export' }).click();
    const file = join(folder, 'exported.yaml');
    await (await download).saveAs(file);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('technology.supply: 44 °C');
    const { code, out } = await coldloop(['run', file, '--json', '--out', join(folder, 'out')], folder);
    expect(code).toBe(0);
    const cost = (JSON.parse(out) as { metrics: Record<string, { value: number }> }).metrics['cost.total']!.value;
    expect(cost / (await valueOn(page, 'cost.total'))).toBeCloseTo(1, 9);
    await page.close();
  });

  it('changes system and climate and says so in words when something cannot be run', async () => {
    const { page } = await opened(`${plain.address}#view=live&of=cold-plate-dry`);
    await hasYear(page);
    const before = await valueOn(page, 'pue');
    await page.getByLabel('Climate', { exact: true }).selectOption('climates/singapore');
    await page.waitForFunction(
      (pue) => Number(document.querySelector('.card[data-key="pue"]')?.getAttribute('data-value')) > pue + 0.005,
      before,
    );
    await page.getByLabel('System', { exact: true }).selectOption('systems/air-tower');
    await page.waitForFunction(() => document.querySelector('.shows h2')?.textContent === 'Air with towers');
    await page.goto(`${plain.address}#view=live&of=cold-plate-dry&set=technology.supply%3D4+%C2%B0C`);
    await page.waitForSelector('.notice');
    expect(await page.locator('.notice').getAttribute('role')).toBe('alert');
    expect(await page.locator('.notice pre').innerText()).toContain('technology');
    await page.close();
  });

  it('sorts every hour of the year into one mode', async () => {
    const { page } = await opened(`${plain.address}#view=year&of=cold-plate-dry`);
    const chart = page.locator('#psychrometric');
    await chart.waitFor();
    const hours = [...((await chart.getAttribute('aria-label')) ?? '').matchAll(/([\d,]+) hours/g)].map(([, number]) =>
      Number(number!.replace(',', '')),
    );
    expect(hours.reduce((sum, one) => sum + one, 0)).toBe(8760);
    const { run } = ranInNode('cold-plate-dry');
    const share = run.columns.find(({ name }) => name === 'chiller.compressorShare')!.values;
    expect(hours[0]).toBe(share.filter((one) => one <= 1e-6).length);
    await page.close();
  });

  it('speaks Chinese and inch-pound', async () => {
    const { page, record } = await opened(`${plain.address}#view=live`);
    await hasYear(page);
    await page.getByRole('button', { name: 'Language: 中文' }).click();
    await page.waitForFunction(() => document.querySelector('#tab-plant')?.textContent === '系统图');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
    expect(await page.locator('.cards').innerText()).toContain('用电量');
    await page.getByRole('button', { name: /IP$/ }).click();
    await page.waitForFunction(() => document.querySelector('.cursor .facts')?.textContent?.includes('°F'));
    expect(await page.locator('.cards').innerText()).toContain('°F');
    expect(record.complaints).toEqual([]);
    await page.close();
  });
});

describe('a file that is opened', () => {
  const drop = async (page: Page, names: readonly string[]): Promise<void> => {
    await page.locator('input[type="file"]').setInputFiles(names.map((name) => join(folder, name)));
  };

  it('is run with what lies beside it', async () => {
    const load = readFileSync(join(projectFolder, 'models/loads/constant-100.yaml'), 'utf8');
    writeFileSync(join(folder, 'own-load.yaml'), load.replace('100 %', '50 %'));
    const text = readFileSync(join(projectFolder, 'scenarios/cold-plate-dry.yaml'), 'utf8');
    writeFileSync(join(folder, 'own.yaml'), `${text}\nset: { racks.utilisation: ./own-load.yaml }\n`);
    const { page } = await opened(`${plain.address}#view=live`);
    await hasYear(page);
    await drop(page, ['own.yaml', 'own-load.yaml']);
    await page.waitForFunction(
      () =>
        document.querySelector('.shows .card .was') !== null &&
        document.querySelector('select.opened')?.textContent?.startsWith('own.yaml'),
    );
    await page.waitForTimeout(1500);
    const scenario = openScenarioFile(join(folder, 'own.yaml'));
    const { variant } = runScenario(prepare(scenario.scenarios[0]!, folder, scenario.library));
    expectSame(await valueOn(page, 'energy.total'), metricOf(variant, 'energy.total')!.value, 'energy.total');
    await page.close();
  });

  it('is refused in the words of the command line', async () => {
    const { page } = await opened(`${plain.address}#view=compare`);
    await hasYear(page);
    for (const name of badScenarios) {
      const text = readFileSync(join(projectFolder, `test/bad-scenarios/${name}.yaml`), 'utf8');
      writeFileSync(join(folder, `${name}.yaml`), text);
      await drop(page, [`${name}.yaml`]);
      const { code, error } = await coldloop(['check', `${name}.yaml`], folder);
      expect(code, name).toBe(1);
      await page.waitForFunction((file) => document.querySelector('.notice pre')?.textContent.includes(file), name);
      expect((await page.locator('.notice pre').innerText()).trim(), name).toBe(error.trim());
      await page.getByRole('button', { name: 'Dismiss' }).click();
    }
    await page.close();
  });

  it('comes from the command line, and again when it changes', async () => {
    const file = join(folder, 'watched.yaml');
    const text = readFileSync(join(projectFolder, 'scenarios/cold-plate-dry.yaml'), 'utf8');
    writeFileSync(file, text);
    const server = await serveViewer(join(projectFolder, 'dist/web'), 0, () => [servedDocument(file)]);
    const { page, record } = await opened(`${server.address}#view=live`);
    await hasYear(page);
    const before = await valueOn(page, 'chip.junctionTemperature');
    writeFileSync(file, `${text}\nset: { technology.supply: 45 degC }\n`);
    await page.waitForFunction(
      (kelvin) =>
        Number(document.querySelector('.card[data-key="chip.junctionTemperature"]')?.getAttribute('data-value')) >
        kelvin + 4,
      before,
      { timeout: 15_000 },
    );
    expect(record.complaints).toEqual([]);
    await page.close();
    await server.close();
  });
});

describe('the viewer for those who do not use a mouse', () => {
  it('has a name for everything that can be reached, in the order of reading', async () => {
    const { page } = await opened(`${plain.address}#view=live`);
    await hasYear(page);
    const reached: string[] = [];
    for (let i = 0; i < 24; i++) {
      await page.keyboard.press('Tab');
      reached.push(
        await page.locator(':focus').evaluate((element) => {
          const { labels } = element as unknown as { readonly labels?: ArrayLike<{ readonly textContent: string }> };
          return element.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? element.textContent ?? '';
        }),
      );
    }
    expect(reached.filter((name) => name.trim() === '')).toEqual([]);
    expect(reached[0]).toBe('Skip to the view');
    const [share, live, system] = ['Share', 'Live', 'System'].map((name) => reached.indexOf(name));
    expect(share).toBeGreaterThan(0);
    expect(live).toBeGreaterThan(share!);
    expect(system).toBeGreaterThan(live!);
    await page.close();
  });

  it('gives every drawing a role and a text', async () => {
    const { page } = await opened(`${plain.address}#view=compare`);
    await hasYear(page);
    for (const view of views) {
      await page.locator(`#tab-${view}`).click();
      await page.waitForFunction(
        (name) => document.querySelector('main')?.getAttribute('aria-labelledby') === `tab-${name}`,
        view,
      );
      const nameless = await page.evaluate(
        () =>
          [...document.querySelectorAll('main canvas, main svg, main input, main select')].filter(
            (one) =>
              (one.getAttribute('aria-label') ?? '') === '' &&
              one.getAttribute('aria-hidden') === null &&
              one.getAttribute('type') !== 'checkbox',
          ).length,
      );
      expect(nameless, view).toBe(0);
    }
    await page.close();
  });

  it('goes from machine to machine with the arrows and opens its sheet with Enter', async () => {
    const { page, record } = await opened(`${plain.address}#view=plant&of=cold-plate-dry&hour=4911`);
    await hasYear(page);
    await page.locator('.machine[data-name="racks"]').focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-name'))).toBe('cdu');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.sheet');
    const sheet = await page.locator('.sheet').innerText();
    expect(sheet).toContain('State in this hour');
    const { plant, run } = ranInNode('cold-plate-dry');
    const duty = run.columns.find(({ name }) => name === 'cdu.duty')!.values[4910]!;
    expect(sheet).toContain(`${(duty / 1000).toFixed(1)} kW`);
    expect(await page.locator('.diagram .machine').count()).toBe(plant.machines.length);
    expect(record.complaints).toEqual([]);
    await page.screenshot({ path: join(artifacts, 'viewer-plant-sheet.png') });
    await page.close();
  });
});

describe('the viewer in one file', () => {
  it('opens from a disk, simulates in a worker and asks for nothing', async () => {
    const { page, record } = await opened(
      `${pathToFileURL(join(projectFolder, 'dist/web/coldloop.html')).href}#view=live&of=air-tower`,
    );
    await hasYear(page);
    expectSame(
      await valueOn(page, 'energy.total'),
      metricOf(ranInNode('air-tower').variant, 'energy.total')!.value,
      'energy.total',
    );
    expect(record.requests).toEqual([]);
    expect(record.complaints).toEqual([]);
    await page.close();
  });
});
