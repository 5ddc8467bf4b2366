import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coldloop, type Ended, smallScenario, tooWide, workingFolder, writeScenario } from './built-command.ts';

const { folder, remove } = workingFolder();
afterAll(remove);

const site = smallScenario.slice(smallScenario.indexOf('site:'));
const pair = `title: Two ways\nbaseline: dry\n${site}variants:\n  dry: { system: systems/cold-plate-dry }\n  ../tower: { system: systems/cold-plate-tower }\n`;

describe('compare', () => {
  let plain: Ended;
  beforeAll(async () => {
    writeScenario(folder, 'pair.yaml', pair);
    writeScenario(folder, 'small.yaml', smallScenario);
    writeScenario(folder, 'other.yaml', smallScenario.replace('climates/ashburn', 'climates/oslo'));
    plain = await coldloop(['compare', 'pair.yaml'], folder);
  });

  it('prints the table no wider than a terminal', () => {
    expect(plain.error).toBe('');
    expect(plain.code).toBe(0);
    expect(plain.out).toContain('baseline: dry');
    expect(tooWide(plain.out)).toEqual([]);
  });

  it('writes report and summary, and says where the rest can be had', () => {
    expect(readdirSync(join(folder, 'results/pair')).sort()).toEqual(['report.html', 'summary.json']);
    expect(plain.out).toContain('Report: results/pair/report.html');
    expect(plain.out).toContain('add --out <folder>');
    const report = readFileSync(join(folder, 'results/pair/report.html'), 'utf8');
    expect(report).toContain('Content-Security-Policy');
  });

  it('with --out writes every variant into a folder of its own, never outside', async () => {
    const ended = await coldloop(
      ['compare', 'pair.yaml', '--out', 'all/here', '--report', 'page/r.html', '--json'],
      folder,
    );
    expect(ended.error).toBe('');
    expect(readdirSync(join(folder, 'all')).sort()).toEqual(['here']);
    expect(readdirSync(join(folder, 'all/here')).sort()).toEqual(['dry', 'summary.json', 'tower']);
    expect(readdirSync(join(folder, 'all/here/tower')).sort()).toEqual([
      'hours.csv',
      'hours.parquet',
      'scenario.yaml',
      'summary.json',
    ]);
    expect(existsSync(join(folder, 'page/r.html'))).toBe(true);
    const document = JSON.parse(ended.out) as { variants: { name: string }[]; differences: object[] };
    expect(document.variants.map(({ name }) => name)).toEqual(['dry', '../tower']);
    expect(document.differences.length).toBeGreaterThan(10);
  });

  it('takes scenario files, gives equal names a number and says when sites differ', async () => {
    const ended = await coldloop(['compare', 'small.yaml', 'other.yaml', 'small.yaml', '--baseline', 'other'], folder);
    expect(ended.error).toBe('');
    expect(ended.out).toContain('small-2');
    expect(ended.out).toContain('baseline: other');
    expect(ended.out.replaceAll(/\s+/g, ' ')).toContain('weather: different for the variants');
    expect(tooWide(ended.out)).toEqual([]);
  });

  it('refuses a baseline that is none, with what there is', async () => {
    const { code, error } = await coldloop(['compare', 'pair.yaml', '--baseline', 'dri'], folder);
    expect(error).toContain('did you mean "dry"');
    expect(code).toBe(1);
  });
});
