import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coldloop, type Ended, smallScenario, tooWide, workingFolder, writeScenario } from './built-command.ts';

const { folder, remove } = workingFolder();
afterAll(remove);

const json = (ended: Ended) => JSON.parse(ended.out) as Record<string, unknown>;

describe('run', () => {
  let first: Ended;
  beforeAll(async () => {
    writeScenario(folder, 'small.yaml', smallScenario);
    first = await coldloop(['run', 'small.yaml'], folder);
  });

  it('prints a summary no wider than a terminal and says what it wrote', () => {
    expect(first.error).toBe('');
    expect(first.code).toBe(0);
    expect(first.out).toMatch(/PUE \(category 2\) +1\.\d{3}/);
    expect(first.out).toContain('SYNTHETIC');
    expect(first.out).toContain('Written to results/small:\n  hours.csv, hours.parquet, summary.json, scenario.yaml');
    expect(tooWide(first.out)).toEqual([]);
  });

  it('leaves four whole files and nothing else', async () => {
    const results = join(folder, 'results/small');
    expect(readdirSync(results).sort()).toEqual(['hours.csv', 'hours.parquet', 'scenario.yaml', 'summary.json']);
    const lines = readFileSync(join(results, 'hours.csv'), 'utf8').trimEnd().split('\r\n');
    expect(lines).toHaveLength(8761);
    const bytes = readFileSync(join(results, 'hours.parquet'));
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    const rows = await parquetReadObjects({ file, columns: ['weather.dryBulb [°C]'] });
    expect(rows).toHaveLength(8760);
    expect(rows[0]!['weather.dryBulb [°C]']).toBe(Number(lines[1]!.split(',')[1]));
    expect(JSON.parse(readFileSync(join(results, 'summary.json'), 'utf8'))).toMatchObject({ name: 'small' });
  });

  it('gives the same numbers to the last bit when what it wrote is run again', async () => {
    const again = await coldloop(
      ['run', 'results/small/scenario.yaml', '--out', 'again', '--quiet', '--units', 'ip'],
      folder,
    );
    expect(again.error).toBe('');
    expect(again.out).not.toContain('Written');
    expect(tooWide(again.out)).toEqual([]);
    const csv = (of: string) => readFileSync(join(folder, of, 'hours.csv'));
    expect(csv('again').equals(csv('results/small'))).toBe(true);
    const written = (of: string) =>
      readFileSync(join(folder, of, 'scenario.yaml'), 'utf8')
        .split('\n')
        .slice(1);
    expect(written('again')).toEqual(written('results/small'));
  });

  it('ends with 3 when a chip limit is broken and --strict was asked for', async () => {
    writeScenario(
      folder,
      'hot.yaml',
      `${smallScenario}set:\n  technology.supply: 65 degC\n  facility.supply: 60 degC\n`,
    );
    const { code, out } = await coldloop(['run', 'hot.yaml', '--out', 'hot', '--strict'], folder);
    expect(out).toContain('A limit is broken');
    expect(code).toBe(3);
  });

  it('of a comparison points to compare, and runs the variant it is told as one JSON document', async () => {
    const variants = `${smallScenario.split('\n').slice(2).join('\n')}variants:\n  a: { system: systems/cold-plate-dry }\n  b/../c: { system: systems/cold-plate-tower }\n`;
    writeScenario(folder, 'two.yaml', variants);
    const [all, wrong, one] = await Promise.all([
      coldloop(['run', 'two.yaml'], folder),
      coldloop(['run', 'two.yaml', '--variant', 'aa'], folder),
      coldloop(['run', 'two.yaml', '--variant', 'a', '--out', 'variant', '--json'], folder),
    ]);
    expect(all.error).toContain('is a comparison of 2 variants');
    expect(all.error).toContain('coldloop compare two.yaml');
    expect(wrong.error).toContain('did you mean "a"');
    expect([all.code, wrong.code, one.code]).toEqual([1, 1, 0]);
    expect(one.error).toBe('');
    const { name, metrics, written } = json(one) as {
      name: string;
      metrics: Record<string, object>;
      written: { files: string[] };
    };
    expect(name).toBe('a');
    expect(metrics.pue).toMatchObject({ value: expect.any(Number) as number, unit: '1' });
    expect(Object.values(metrics).every((metric) => 'value' in metric && 'unit' in metric)).toBe(true);
    expect(written.files).toContain('hours.parquet');
  });
});
