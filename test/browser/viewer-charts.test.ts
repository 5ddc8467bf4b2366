/** Charts say the same four ways: drawing, sentence, table and file; and their numbers are those of the core. */

import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { energyFlows, metricOf, runScenario, type ScenarioRun } from '../../src/index.ts';
import { openScenarioFile, prepare } from '../../src/node.ts';
import { energyGraph } from '../../web/views/energy-graph.ts';
import { openedViewer, type OpenedViewer } from './opened-viewer.ts';

/** What a page has and Node has not; the functions that use it run in the page. */
declare const document: {
  querySelectorAll(selector: string): Iterable<{ readonly textContent: string }>;
  readonly documentElement: { getAttribute(name: string): string | null };
};
declare const getComputedStyle: (element: unknown) => { readonly display: string };

let viewer: OpenedViewer;
let ran: ScenarioRun;

beforeAll(async () => {
  viewer = await openedViewer();
  const { scenarios, folder, library } = openScenarioFile('scenarios/air-versus-liquid.yaml');
  const scenario = scenarios.find(({ name }) => name === 'cold-plate-dry')!;
  ran = runScenario(prepare(scenario, folder, library));
}, 120_000);

afterAll(() => viewer?.close());

const columnOf = (name: string): Float64Array => ran.run.columns.find((column) => column.name === name)!.values;

async function yearPage(): Promise<{ readonly page: Page; readonly complaints: readonly string[] }> {
  const { page, record } = await viewer.page('#view=year&of=cold-plate-dry');
  await viewer.settled(page);
  return { page, complaints: record.complaints };
}

async function chosen(page: Page, chart: string, item: string): Promise<void> {
  await page.locator(`[data-chart="${chart}"] details.menu summary`).click();
  await page.locator(`[data-chart="${chart}"] details.menu button`, { hasText: item }).click();
}

async function saved(
  page: Page,
  chart: string,
  item: string,
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const waiting = page.waitForEvent('download');
  await chosen(page, chart, item);
  const download: Download = await waiting;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

describe('the energy of the year', () => {
  it('closes at every node, and is the electricity of the metrics', async () => {
    const { page } = await yearPage();
    const figure = page.locator('[data-chart="energy-flow"]');
    const links = JSON.parse((await figure.getAttribute('data-links'))!) as {
      from: string;
      to: string;
      value: number;
    }[];
    const into = (name: string): number => links.reduce((sum, { to, value }) => sum + (to === name ? value : 0), 0);
    const outOf = (name: string): number =>
      links.reduce((sum, { from, value }) => sum + (from === name ? value : 0), 0);
    for (const name of new Set(links.map(({ from }) => from)))
      if (into(name) > 0) expect(outOf(name) / into(name) - 1, name).toBeCloseTo(0, 9);
    expect(outOf('electricity') / metricOf(ran.variant, 'energy.total')!.value - 1).toBeCloseTo(0, 12);
    for (const { name, energy } of ran.variant.consumers) expect(into(name) / energy - 1, name).toBeCloseTo(0, 12);
    const evaporated = metricOf(ran.variant, 'water.evaporation')!.value * 999.1;
    expect(into('water vapour') / evaporated).toBeGreaterThan(2.38e6);
    expect(into('water vapour') / evaporated).toBeLessThan(2.56e6);
    expect(await figure.locator('figcaption').innerText()).toMatch(/^Electricity 82\.78 GWh: IT .* Its heat ends in /);
    await page.close();
  });

  it('puts a sink that gave heat among the sources, so that no band is below nothing', () => {
    const { electricity, consumers } = energyFlows(ran.plant, ran.run);
    const { nodes, links } = energyGraph({
      electricity,
      consumers,
      envelope: 0,
      rejected: [
        { owner: 'tower', sink: 'water vapour', energy: electricity * 1.25 },
        { owner: 'tower', sink: 'outdoor air', energy: -electricity * 0.25 },
      ],
    });
    expect(links.every(({ value }) => value > 0)).toBe(true);
    expect(nodes.find(({ name }) => name === 'outdoor air')!.is).toBe('inflow');
    const heat = nodes.findIndex(({ is }) => is === 'heat');
    const into = links.reduce((sum, { to, value }) => sum + (to === heat ? value : 0), 0);
    expect(into / electricity).toBeCloseTo(1.25, 9);
  });
});

describe('a chart', () => {
  it('shows the table behind it: months with mean, least and most of the hours', async () => {
    const { page, complaints } = await yearPage();
    await chosen(page, 'lines-power', 'Table');
    const rows = page.locator('[data-chart="lines-power"] .chart-table tbody tr');
    expect(await rows.count()).toBe(12);
    const july = columnOf('facility.power').subarray(181 * 24, 212 * 24);
    const megawatts = (watts: number): string => (watts / 1e6).toFixed(2);
    const mean = july.reduce((sum, power) => sum + power, 0) / july.length;
    const text = await rows.nth(6).locator('td').first().innerText();
    expect(text).toBe(`${megawatts(mean)} (${megawatts(Math.min(...july))} … ${megawatts(Math.max(...july))})`);
    // Another hour moves the marks and leaves the table where it is.
    await page.locator('.cursor input').press('ArrowRight');
    expect(await rows.count()).toBe(12);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('saves its hours as CSV', async () => {
    const { page } = await yearPage();
    const { name, bytes } = await saved(page, 'lines-power', 'Save CSV');
    expect(name).toBe('cold-plate-dry-facility-power.csv');
    const lines = bytes.toString('utf8').trimEnd().split('\r\n');
    expect(lines.length).toBe(8761);
    expect(lines[0]).toBe('Hour of the year,Facility power [MW],IT power [MW]');
    for (const hour of [0, 4910, 8759]) {
      const [number, facility, it] = lines[hour + 1]!.split(',').map(Number);
      expect(number).toBe(hour + 1);
      expect(facility! * 1e6).toBeCloseTo(columnOf('facility.power')[hour]!, -1);
      expect(it! * 1e6).toBeCloseTo(columnOf('it.power')[hour]!, -1);
    }
    await page.close();
  });

  it('leaves out the temperatures of a circuit that rests, which its headers only keep', async () => {
    const { page } = await yearPage();
    await page.getByLabel('Hour by day 2').selectOption('free-cooling.supply');
    const { bytes } = await saved(page, 'map-1', 'Save CSV');
    const values = bytes.toString('utf8').trimEnd().split('\r\n').slice(1);
    const flow = columnOf('free-cooling.flow');
    expect(flow.some((one) => one === 0) && flow.some((one) => one > 0)).toBe(true);
    values.forEach((line, hour) => expect(line.endsWith(','), line).toBe(!(flow[hour]! > 0)));
    await page.close();
  });

  it.each(['energy-flow', 'lines-temperature', 'psychrometric'])('saves %s as a PNG, asking nobody', async (chart) => {
    const { page, record } = await viewer.page('#view=year&of=cold-plate-dry');
    await viewer.settled(page);
    const before = record.requests.length;
    const { name, bytes } = await saved(page, chart, 'Save PNG');
    expect(name).toMatch(/^cold-plate-dry-[a-z-]+\.png$/);
    const box = (await page.locator(`[data-chart="${chart}"]`).boundingBox())!;
    const { width, height, colours } = pictureIn(bytes);
    expect(width).toBe(Math.ceil((box.width + 28) * 2));
    expect(height).toBe(Math.ceil((box.height + 28) * 2));
    expect(colours).toBeGreaterThan(20);
    expect(record.requests.length).toBe(before);
    expect(record.complaints).toEqual([]);
    await page.close();
  });

  it('can be reached and left by the keyboard', async () => {
    const { page } = await yearPage();
    const summary = page.locator('[data-chart="energy-flow"] details.menu summary');
    await summary.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').innerText()).toBe('Table');
    await page.keyboard.press('Enter');
    expect(await page.locator('[data-chart="energy-flow"] tbody tr').count()).toBeGreaterThan(10);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    expect(await page.locator('[data-chart="energy-flow"] details.menu').getAttribute('open')).toBeNull();
    expect(await summary.evaluate((element) => element.ownerDocument.activeElement === element)).toBe(true);
    await page.close();
  });
});

describe('the sheet of a machine', () => {
  it('shows its curve with the point at which the hour left it, and the printed points of its records', async () => {
    const { page, record } = await viewer.page('#view=plant&of=cold-plate-dry&hour=4911');
    await viewer.settled(page);
    await page.locator('.machine[data-name="chiller"]').click();
    const power = page.locator('[data-chart="curve-chiller-power"]');
    await power.waitFor();
    const now = JSON.parse((await power.getAttribute('data-now'))!) as { x: number; y: number };
    expect(now.x / columnOf('chiller.duty')[4910]! - 1).toBeCloseTo(0, 9);
    expect(now.y / columnOf('chiller.power')[4910]! - 1).toBeCloseTo(0, 9);
    await page.locator('.machine[data-name="racks"]').click();
    const plate = page.locator('[data-chart^="curve-racks-cold-plates/"]');
    await plate.waitFor();
    await plate.locator('summary').click();
    await plate.locator('button', { hasText: 'Table' }).click();
    expect(await plate.locator('tbody tr').count()).toBe(14);
    expect(record.complaints).toEqual([]);
    await page.close();
  });
});

describe('a printed page', () => {
  it.each(['compare', 'plant', 'year', 'chips', 'live'])('of %s is light and says what it is of', async (view) => {
    const { page, record } = await viewer.page(`#view=${view}&theme=dark&of=cold-plate-dry`);
    await viewer.settled(page);
    await page.emulateMedia({ media: 'print' });
    await page.waitForFunction(() => document.documentElement.getAttribute('data-theme') === 'light');
    expect(await page.locator('.paper').innerText()).toMatch(/cold-plate-dry · synthetic year: Ashburn/);
    const seen = await page.evaluate(
      () =>
        [...document.querySelectorAll('.top, .views, .cursor, .menu, .controls, .tools')].filter(
          (element) => getComputedStyle(element).display !== 'none',
        ).length,
    );
    expect(seen).toBe(0);
    await page.emulateMedia({ media: 'screen' });
    await page.waitForFunction(() => document.documentElement.getAttribute('data-theme') === 'dark');
    expect(record.complaints).toEqual([]);
    await page.close();
  });
});

/** Size of a PNG of 8-bit RGBA, and how many colours a sample of its bytes has. */
function pictureIn(bytes: Buffer): { readonly width: number; readonly height: number; readonly colours: number } {
  expect(bytes.subarray(0, 8).toString('latin1')).toBe('\u0089PNG\r\n\u001a\n');
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const parts: Buffer[] = [];
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const pixels = inflateSync(Buffer.concat(parts));
  const seen = new Set<number>();
  for (let i = 0; i + 4 < pixels.length; i += 4) seen.add(pixels.readUInt32LE(i));
  return { width, height, colours: seen.size };
}
