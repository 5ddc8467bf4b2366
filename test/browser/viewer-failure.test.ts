/** The failure view and the hall in a browser: the solver's numbers on the page, moved by sliders, in both languages. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../house/source-files.ts';
import { artifacts } from './browser.ts';
import { openedViewer, type OpenedViewer } from './opened-viewer.ts';
import { solvedTransient } from './solved-transient.ts';

let viewer: OpenedViewer;

beforeAll(async () => {
  viewer = await openedViewer();
}, 120_000);

afterAll(() => viewer?.close());

const answered = '.cards [data-key="throttle"]';
const tabled = '.rack-table tbody tr';

async function opened(
  hash: string,
  there: string,
): Promise<{ readonly page: Page; readonly complaints: readonly string[] }> {
  const { page, record } = await viewer.page(hash);
  await page.waitForSelector(there, { timeout: 60_000 });
  return { page, complaints: record.complaints };
}

const cardOf = async (page: Page, key: string): Promise<number> =>
  Number(await page.locator(`.cards [data-key="${key}"]`).getAttribute('data-value'));

/** Moves a slider by its keys, and waits for the base to stand under the number. */
async function moved(page: Page, key: string, presses: number): Promise<void> {
  const slider = page.locator(`input[data-key="${key}"]`);
  for (let i = 0; i < Math.abs(presses); i++) await slider.press(presses > 0 ? 'ArrowRight' : 'ArrowLeft');
  await page.waitForSelector('.cards [data-key="throttle"] .was:not(:empty)', { timeout: 60_000 });
  await expect.poll(() => page.locator('.run-state').count(), { timeout: 60_000 }).toBe(0);
}

/** The viewer's own failure of the shipped comparison, as a scenario of its own. */
const text = (events: string, rest = ''): string => `title: x
system: systems/cold-plate-dry
site: { weather: climates/ashburn, electricityPrice: 0.1 USD/kWh, waterPrice: 2 USD/m³, carbonIntensity: 0.3 kg/kWh, tokenRate: 1000 token/s }
transient: { duration: 20 min, step: 1 s, events: { ${events} } ${rest} }`;

describe('the failure view', () => {
  it('runs the transient of a scenario, and tells when its chips throttle and switch off', async () => {
    const { page, complaints } = await opened('#view=failure&open=cdu-pump-trip', answered);
    const { run } = solvedTransient(readFileSync(join(projectFolder, 'scenarios/cdu-pump-trip.yaml'), 'utf8'));
    const [group] = run.groups;
    for (const [key, value] of [
      ['throttle', group!.firstThrottle],
      ['shutdown', group!.shutdown],
      ['margin', group!.margin],
      ['lost', group!.lostChipTime],
    ] as const)
      // Moments are found to 1e-4 s, and texts of units are read by another parser.
      expect((await cardOf(page, key)) / value, key).toBeCloseTo(1, 5);
    const after = (group!.firstThrottle - 60).toFixed(1);
    expect(await page.locator('.answer').innerText()).toContain(`throttle after ${after}\u00a0s`);
    expect(await page.locator('.happenings li').count()).toBe(run.log.length);
    expect(await page.locator('select[aria-label="What fails"]').inputValue()).toBe('written');
    expect(complaints).toEqual([]);
    await page.close();
  }, 120_000);

  it('has something fail in a scenario without a transient, and again while sliders move, over the base', async () => {
    const { page, complaints } = await opened('#view=failure&of=cold-plate-dry&theme=light', answered);
    const { run } = solvedTransient(text('failure: { at: 60 s, for: 180 s, trip: technology }'));
    const first = await cardOf(page, 'throttle');
    expect(first).toBeCloseTo(run.groups[0]!.firstThrottle, 3);
    await page.screenshot({ path: join(artifacts, 'failure-light.png') });
    await moved(page, 'lasts', -35);
    const short = solvedTransient(text('failure: { at: 60 s, for: 5 s, trip: technology }')).run.groups[0]!;
    // Answers to the slider's way there come and go; the last is what stays.
    await expect.poll(() => cardOf(page, 'margin'), { timeout: 60_000 }).toBeCloseTo(short.margin, 3);
    expect(await page.locator('.cards [data-key="margin"] .was').innerText()).toMatch(/^base -/);
    await page.getByRole('button', { name: 'Reset all' }).click();
    await expect.poll(() => cardOf(page, 'throttle'), { timeout: 60_000 }).toBe(first);
    expect(complaints).toEqual([]);
    await page.close();
  }, 180_000);

  it('saves every second of a chart as the solver has it, and zooms', async () => {
    const { page } = await opened('#view=failure&open=cdu-pump-trip', answered);
    await page.locator('[data-chart="failure-circuits"] details.menu summary').click();
    const waiting = page.waitForEvent('download');
    await page.locator('[data-chart="failure-circuits"] details.menu button', { hasText: 'Save CSV' }).click();
    const download: Download = await waiting;
    const lines = readFileSync(await download.path(), 'utf8')
      .trimEnd()
      .split('\r\n');
    expect(lines[0]).toMatch(
      /^Time \[s\],technology supply \[°C\],technology supply least \[°C\],technology supply most/,
    );
    const { mean } = solvedTransient(readFileSync(join(projectFolder, 'scenarios/cdu-pump-trip.yaml'), 'utf8'));
    const supply = mean('technology.supplyTemperature');
    expect(lines.length).toBe(supply.length + 1);
    for (const row of [0, 150, 599])
      expect(Number(lines[row + 1]!.split(',')[1]) + 273.15).toBeCloseTo(supply[row]!, 3);
    const plot = page.locator('[data-chart="failure-junction"] .plot-frame');
    await plot.scrollIntoViewIfNeeded();
    const box = (await plot.boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.3, box.y + 40);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.5, box.y + 40, { steps: 4 });
    await page.mouse.up();
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByRole('button', { name: 'Show all' }).waitFor({ state: 'hidden' });
    await page.close();
  }, 120_000);

  it('speaks 中文 and degrees Fahrenheit, in the dark too', async () => {
    const { page, complaints } = await opened(
      '#view=failure&open=cdu-pump-trip&language=zh&units=ip&theme=dark',
      answered,
    );
    const sentence = await page.locator('.answer').innerText();
    expect(sentence).toMatch(/芯片在 .+ 后降频/);
    expect(sentence).not.toMatch(/[A-Za-z]{4,} [a-z]{3,} [a-z]{2,}/);
    expect(await page.locator('.cards [data-key="junction"] .number').innerText()).toMatch(/°F$/);
    const unseen =
      await page.evaluate(`[...document.querySelectorAll('.shows h3, .shows figcaption, .controls .control > span')]
      .map((one) => one.textContent).filter((one) => !/[\\u4e00-\\u9fff]/.test(one))`);
    expect(unseen).toEqual([]);
    await page.screenshot({ path: join(artifacts, 'failure-dark.png') });
    await page.locator('button', { hasText: 'EN' }).click();
    await expect.poll(() => page.locator('.answer').innerText()).toContain('throttle after');
    expect(complaints).toEqual([]);
    await page.close();
  }, 120_000);

  it('says why a failure cannot be run, in the words of the command line', async () => {
    const { page } = await viewer.page('#view=failure&of=cold-plate-dry&set=technology.supply%3D4+%C2%B0C');
    await page.waitForSelector('.notice', { timeout: 60_000 });
    expect(await page.locator('.notice pre').first().innerText()).toContain('technology');
    await page.close();
  }, 120_000);
});

describe('the hall', () => {
  it('shows every rack of an hour in which nothing fails as the solver has it', async () => {
    const { page, complaints } = await opened('#view=hall&of=cold-plate-dry&theme=light', tabled);
    const { most } = solvedTransient(
      text('', ', halls: { racks: { rows: 10 } }').replace('duration: 20 min', 'duration: 1 s, weather: held'),
    );
    expect(await page.locator(tabled).count()).toBe(90);
    const junction = (rack: string): string => (most(`${rack}.junctionTemperature`)[0]! - 273.15).toFixed(1);
    for (const [line, rack] of [[0, 'racks-01'] as const, [46, 'racks-47'] as const]) {
      const cells = await page.locator(tabled).nth(line).locator('th, td').allInnerTexts();
      expect(cells[0]).toBe(rack);
      expect(cells[5]).toBe(junction(rack));
    }
    await page.getByRole('button', { name: /Hottest junction/ }).click();
    await page.getByRole('button', { name: /Hottest junction/ }).click();
    const sorted = await page.locator(`${tabled} td:nth-child(6)`).allInnerTexts();
    expect(sorted).toEqual(sorted.toSorted((a, b) => Number(b) - Number(a)));
    await page.locator('.plan').focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key);
    expect(await page.locator('.rack-read').innerText()).toContain(`racks-11, row 2, place 2: `);
    expect(await page.locator('.rack-read').innerText()).toContain(`Hottest junction ${junction('racks-11')}`);
    expect(complaints).toEqual([]);
    await page.close();
  }, 120_000);

  it('follows the slider through a failure on a scale that stands still, and shows the curves of a rack', async () => {
    const { page, complaints } = await opened('#view=hall&open=cdu-pump-trip&theme=dark', tabled);
    await page.getByLabel('Shows').selectOption('failure');
    await page.waitForSelector('.time-row:not([hidden])', { timeout: 60_000 });
    const legend = await page.locator('.plan-key .range').innerText();
    const slider = page.locator('.time-row input');
    const box = (await slider.boundingBox())!;
    await page.mouse.move(box.x + 8, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.35, box.y + box.height / 2, { steps: 30 });
    await page.mouse.up();
    expect(Number(await slider.inputValue())).toBeGreaterThan(80);
    expect(await page.locator('.plan-key .range').innerText()).toBe(legend);
    const plan = (await page.locator('.plan').boundingBox())!;
    await page.mouse.click(plan.x + 70, plan.y + 30);
    await page.waitForSelector('[data-chart="hall-junctionTemperature"]');
    expect(await page.locator('[data-chart="hall-junctionTemperature"] h3').innerText()).toMatch(/^racks-01: /);
    await page.screenshot({ path: join(artifacts, 'hall-dark.png') });
    expect(complaints).toEqual([]);
    await page.close();
  }, 180_000);

  it('stops a run when it is told to, and runs it when it is wanted again', async () => {
    const { page, complaints } = await opened('#view=hall&of=cold-plate-dry', tabled);
    await page.getByLabel('Shows').selectOption('failure');
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByText('The run was stopped.').waitFor();
    // Another failure is wanted while one runs: the newest is what comes.
    await page.getByRole('button', { name: 'Run it' }).click();
    await page.locator('select[aria-label="What fails"]').selectOption('load');
    for (let i = 0; i < 18; i++) await page.locator('input[data-key="length"]').press('ArrowLeft');
    await page.waitForSelector('.time-row:not([hidden])', { timeout: 60_000 });
    await expect.poll(() => page.locator('.run-state').count(), { timeout: 60_000 }).toBe(0);
    await expect.poll(() => page.locator('.time-row input').getAttribute('max'), { timeout: 60_000 }).toBe('120');
    expect(complaints).toEqual([]);
    await page.close();
  }, 180_000);
});
