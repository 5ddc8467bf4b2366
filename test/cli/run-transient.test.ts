import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  coldloop,
  command,
  type Ended,
  smallScenario,
  tooWide,
  workingFolder,
  writeScenario,
} from './built-command.ts';

const { folder, remove } = workingFolder();
afterAll(remove);

/** Facility pumps stop for five minutes; chips come to their limit. */
const pumps = `${smallScenario}transient:
  duration: 20 min
  step: 5 s
  events:
    pumps: { at: 1 min, trip: facility, for: 5 min }
`;

const text = (...path: string[]) => readFileSync(join(folder, ...path), 'utf8');
const rowsOf = (...path: string[]) =>
  text(...path)
    .trimEnd()
    .split('\r\n');

/** Every `{ value, unit }` there is, by its path; numbers that stand without a unit. */
function numbersOf(document: unknown, path = ''): { readonly bare: string[]; readonly dressed: string[] } {
  if (typeof document === 'number') return { bare: [path], dressed: [] };
  if (typeof document !== 'object' || document === null) return { bare: [], dressed: [] };
  if ('value' in document && 'unit' in document) return { bare: [], dressed: [path] };
  const inner = Object.entries(document).map(([key, value]) => numbersOf(value, `${path}.${key}`));
  return { bare: inner.flatMap(({ bare }) => bare), dressed: inner.flatMap(({ dressed }) => dressed) };
}

describe('run of a scenario with a transient', () => {
  let first: Ended;
  beforeAll(async () => {
    writeScenario(folder, 'pumps.yaml', pumps);
    first = await coldloop(['run', 'pumps.yaml'], folder);
  });

  it('says what was done, what happened when, how the chips fared and what bound them, in a terminal', () => {
    expect(first.error).toBe('');
    expect(first.code).toBe(0);
    expect(first.out).toMatch(/20:00 from the design hour at full load, \d/);
    expect(first.out).toMatch(/^ +1:00 {2}pumps: 5 of 5 of facility stop$/m);
    expect(first.out).toMatch(/^ +2:0\d(\.\d)? {2}racks: chips begin to throttle$/m);
    expect(first.out).toMatch(/racks bound by facility: flow is at \d %/);
    expect(first.out).toMatch(/% of the work is lost/);
    expect(first.out).toMatch(/Energy closes to \d\.\de-\d+ of the electricity/);
    expect(first.out).toMatch(/simulated seconds in one of the clock/);
    expect(first.out).toContain('SYNTHETIC');
    expect(tooWide(first.out)).toEqual([]);
  });

  it('prints what is needed to check the time to the limit by hand: m c of the loop and its heat', () => {
    const line = /^ {2}technology +([\d,]+) +([\d.]+) +([\d,]+) +[\d.]+ +([\d,]+) +([\d.]+)$/m.exec(first.out)!;
    const [mass, specificHeat, capacity, heat, warming] = line.slice(1).map((word) => Number(word.replaceAll(',', '')));
    expect(Math.abs((mass! * specificHeat!) / capacity! - 1)).toBeLessThan(1e-3);
    expect(Math.abs((60 * heat!) / capacity! / warming! - 1)).toBeLessThan(0.01);
  });

  it('leaves whole files and nothing else, a row for every step with heads that say what they are', () => {
    const names = [
      'events.csv',
      'scenario.yaml',
      'summary.json',
      'transient.csv',
      'transient.html',
      'transient.parquet',
    ];
    expect(readdirSync(join(folder, 'results/pumps')).toSorted()).toEqual(names);
    const [head, ...rows] = rowsOf('results/pumps/transient.csv');
    expect(head).toMatch(/^time \[s\],weather\.dryBulb \[°C\],/);
    expect(head).toContain('racks.junctionTemperature [°C],racks.junctionTemperature most [°C]');
    expect(rows).toHaveLength(240);
    expect(rows.map((row) => Number(row.split(',')[0]))).toEqual(Array.from({ length: 240 }, (_, i) => 5 * (i + 1)));
    const columns = head!.split(',').length;
    expect(rows.every((row) => row.split(',').length === columns)).toBe(true);
    expect(rowsOf('results/pumps/events.csv').slice(0, 2)).toEqual([
      'time [s],kind,what',
      '60,event,"pumps: 5 of 5 of facility stop"',
    ]);
  });

  it('has the same heads and values in Parquet', async () => {
    const [head, ...lines] = rowsOf('results/pumps/transient.csv');
    const bytes = readFileSync(join(folder, 'results/pumps/transient.parquet'));
    const read = await parquetReadObjects({ file: new Uint8Array(bytes).buffer });
    expect(Object.keys(read[0]!)).toEqual(head!.split(','));
    expect(read.map((row) => Object.values(row).map(String))).toEqual(lines.map((line) => line.split(',')));
  });

  it('gives the same rows to the last letter when what it wrote is run again, in other units too', async () => {
    const again = await coldloop(
      ['run', 'results/pumps/scenario.yaml', '--out', 'again', '--quiet', '--units', 'ip'],
      folder,
    );
    expect(again.error).toBe('');
    expect(again.out).toContain('°F');
    expect(tooWide(again.out)).toEqual([]);
    expect(text('again/transient.csv')).toBe(text('results/pumps/transient.csv'));
  });

  it('with --json prints one document in which every number has its unit', async () => {
    const { out, error, code } = await coldloop(['run', 'pumps.yaml', '--out', 'json', '--json'], folder);
    expect([code, error]).toEqual([0, '']);
    const document = JSON.parse(out) as Record<string, unknown>;
    const { bare, dressed } = numbersOf(document);
    expect(bare).toEqual([]);
    expect(dressed.length).toBeGreaterThan(100);
    expect(document).toMatchObject({
      breaksLimit: true,
      duration: { value: 1200, unit: 's' },
      groups: [
        { name: 'racks', shutdown: { value: null, unit: 's', reason: 'did not happen' }, cause: { owner: 'facility' } },
      ],
      timing: { wall: { unit: 's' } },
      written: { folder: 'json' },
    });
    const summary = JSON.parse(text('json/summary.json')) as object;
    expect(document).toMatchObject(summary);
    expect(summary).not.toHaveProperty('timing');
  });

  it('ends with 3 when chips throttled and --strict was asked for, with 0 when they did not', async () => {
    writeScenario(folder, 'calm.yaml', `${smallScenario}transient: { duration: 1 min }\n`);
    const [broken, calm] = await Promise.all([
      coldloop(['run', 'pumps.yaml', '--out', 'strict', '--strict', '--quiet'], folder),
      coldloop(['run', 'calm.yaml', '--strict', '--quiet'], folder),
    ]);
    expect([broken.code, calm.code]).toEqual([3, 0]);
    expect(calm.out).toContain('no chip throttles');
  });

  it('runs the year of it when asked to, and writes every column with its extremes when asked to', async () => {
    const [year, all] = await Promise.all([
      coldloop(['run', 'pumps.yaml', '--year'], folder),
      coldloop(['run', 'calm.yaml', '--columns', 'all', '--out', 'all'], folder),
    ]);
    expect(year.out).toMatch(/PUE \(category 2\) +1\.\d{3}/);
    expect(readdirSync(join(folder, 'results/pumps-year'))).toContain('hours.csv');
    expect([year.code, all.code]).toEqual([0, 0]);
    const [head, ...rows] = rowsOf('all/transient.csv');
    const heads = head!.split(',');
    expect(heads.length).toBeGreaterThan(3 * 100);
    const place = (name: string) => heads.indexOf(name);
    for (const name of ['facility.supplyTemperature', 'technology.heat']) {
      const unit = heads.find((each) => each.startsWith(`${name} [`))!.slice(name.length);
      const fields = rows[30]!.split(',').map(Number);
      const [least, mean, most] = ['least', '', 'most'].map(
        (part) => fields[place(`${name}${part === '' ? '' : ` ${part}`}${unit}`)]!,
      );
      expect(least!).toBeLessThanOrEqual(mean! * (1 + 1e-8));
      expect(mean!).toBeLessThanOrEqual(most! * (1 + 1e-8));
    }
  });
});

/** Of the integration, by default: what going on may cost. */
const tolerance = 1e-5;

function farthestApart(row: string, other: string): number {
  const values = other.split(',').map(Number);
  return Math.max(
    ...row.split(',').map((field, i) => Math.abs(Number(field) - values[i]!) / Math.max(1, Math.abs(values[i]!))),
  );
}

/** Points of the page's figures; rows from before the stop are among them. */
function drawnNumbers(of: string): readonly number[] {
  const json = /id="transient-data">(.*?)<\/script>/.exec(text(of, 'transient.html'))![1]!;
  const { panels } = JSON.parse(json) as { panels: { lines: (number | null)[][] }[] };
  return panels.flatMap(({ lines }) => lines.flat()).filter((value) => value !== null);
}

describe('a transient that is killed', () => {
  const scenario = `${smallScenario}transient:
  duration: 5 h
  step: 5 s
  hour: 4600
  events:
    pumps: { at: 40 min, trip: facility, for: 3 min }
    warmer: { at: 3 h, warm: 3 K, over: 20 min }
`;

  /** Where the checkpoint stands [s]; −1 while there is none. */
  function keptTime(of: string): number {
    const path = join(folder, of, 'checkpoint.json');
    if (!existsSync(path)) return -1;
    return (JSON.parse(readFileSync(path, 'utf8')) as { stopped: { simulation: { time: number } } }).stopped.simulation
      .time;
  }

  let endedBy: unknown;
  beforeAll(async () => {
    writeScenario(folder, 'long.yaml', scenario);
    await coldloop(['run', 'long.yaml', '--out', 'whole', '--quiet'], folder);
    const child = spawn(process.execPath, [command, 'run', 'long.yaml', '--out', 'killed'], {
      cwd: folder,
      stdio: 'ignore',
    });
    const ended = new Promise((resolve) => child.on('close', (_, signal) => resolve(signal)));
    for (let i = 0; i < 3000 && keptTime('killed') < 3600; i++) await setTimeout(10);
    child.kill('SIGKILL');
    endedBy = await ended;
  }, 60_000);

  it('has left nothing under its final name, and goes on with the rows of a run that was not', async () => {
    expect(endedBy).toBe('SIGKILL');
    expect(readdirSync(join(folder, 'killed')).filter((name) => !name.endsWith('.part'))).toEqual(['checkpoint.json']);
    const kept = keptTime('killed');
    expect(kept).toBeGreaterThanOrEqual(3600);
    expect(kept).toBeLessThan(5 * 3600);
    // What came after the checkpoint, cut in the middle of a row.
    appendFileSync(join(folder, 'killed/transient.csv.part'), '99999,1,2,3\r\n99999,1');

    const { out, error, code } = await coldloop(['run', 'long.yaml', '--resume', 'killed'], folder);
    expect([code, error]).toEqual([0, '']);
    expect(readdirSync(join(folder, 'killed')).toSorted()).toEqual(readdirSync(join(folder, 'whole')).toSorted());
    expect(text('killed/scenario.yaml')).toBe(text('whole/scenario.yaml'));
    const [rows, whole] = [rowsOf('killed/transient.csv'), rowsOf('whole/transient.csv')];
    expect(rows).toHaveLength(3601);
    const before = 1 + kept / 5;
    expect(rows.slice(0, before)).toEqual(whole.slice(0, before));
    const apart = rows.slice(before).map((row, i) => farthestApart(row, whole[before + i]!));
    expect(Math.max(...apart)).toBeLessThan(tolerance);
    expect(drawnNumbers('killed')).toHaveLength(drawnNumbers('whole').length);
    expect(out).toMatch(/^\d:\d\d:\d\d in \d/m);
  }, 60_000);

  it('is not gone on with by another scenario, other columns, or where nothing was stopped', async () => {
    writeScenario(folder, 'stopped.yaml', scenario);
    const stopped = spawn(process.execPath, [command, 'run', 'stopped.yaml', '--out', 'stopped'], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const said: string[] = [];
    stopped.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString('utf8')));
    const ended = new Promise((resolve) => stopped.on('close', resolve));
    for (let i = 0; i < 3000 && keptTime('stopped') < 0; i++) await setTimeout(10);
    stopped.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(said.join('')).toContain('--resume stopped goes on');

    writeScenario(folder, 'other.yaml', scenario.replace('warm: 3 K', 'warm: 4 K'));
    const faults = await Promise.all(
      [
        ['other.yaml', '--resume', 'stopped'],
        ['stopped.yaml', '--resume', 'stopped', '--columns', 'all'],
        ['stopped.yaml', '--resume', 'whole'],
        ['stopped.yaml', '--resume', 'stopped', '--out', 'elsewhere'],
        ['stopped.yaml', '--resume', 'stopped', '--year'],
      ].map((args) => coldloop(['run', ...args], folder)),
    );
    expect(faults.map(({ code }) => code)).toEqual([1, 1, 1, 1, 1]);
    const words = ['another scenario', 'other columns', 'no run that was stopped', 'not both', 'leave --resume out'];
    faults.forEach(({ error }, i) => expect(error).toContain(words[i]));

    writeFileSync(join(folder, 'stopped/transient.csv.part'), 'time [s]');
    const short = await coldloop(['run', 'stopped.yaml', '--resume', 'stopped'], folder);
    expect(short.code).toBe(1);
    expect(short.error).toContain('shorter than it was');

    for (const broken of ['{"half', 'null', '7']) {
      writeFileSync(join(folder, 'stopped/checkpoint.json'), broken);
      const half = await coldloop(['run', 'stopped.yaml', '--resume', 'stopped'], folder);
      expect(half.code).toBe(1);
      expect(half.error).toContain('cannot be read');
    }
  }, 60_000);

  it('is not gone on with once the load that it follows was changed', async () => {
    const rows = Array.from({ length: 300 }, (_, i) => `${i * 60},${50 + (i % 40)}`);
    const write = (last: string) =>
      writeFileSync(join(folder, 'load.csv'), ['time [s],utilisation [%]', ...rows, last].join('\n'));
    write('18000,50');
    writeScenario(folder, 'traced.yaml', `${scenario}  trace: ./load.csv\n`);
    const child = spawn(process.execPath, [command, 'run', 'traced.yaml', '--out', 'traced'], {
      cwd: folder,
      stdio: 'ignore',
    });
    const ended = new Promise((resolve) => child.on('close', resolve));
    for (let i = 0; i < 3000 && keptTime('traced') < 0; i++) await setTimeout(10);
    child.kill('SIGINT');
    await ended;
    write('18000,51');
    const { error, code } = await coldloop(['run', 'traced.yaml', '--resume', 'traced'], folder);
    expect(code).toBe(1);
    expect(error).toContain('another scenario');
    write('18000,50');
    expect((await coldloop(['run', 'traced.yaml', '--resume', 'traced'], folder)).code).toBe(0);
  }, 60_000);

  it('keeps no half checkpoint where the disk takes no more, and says which file it was', async () => {
    writeScenario(folder, 'full.yaml', scenario.replace('step: 5 s', 'step: 1 h'));
    // A limit on the size of files does what a full disk does: it takes a part, and refuses only the rest.
    const limited = spawn(
      'bash',
      ['-c', 'ulimit -f 4; exec "$0" "$@"', process.execPath, command, 'run', 'full.yaml'],
      {
        cwd: folder,
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    const said: string[] = [];
    limited.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString('utf8')));
    expect(await new Promise((resolve) => limited.on('close', resolve))).toBe(2);
    expect(said.join('')).toContain('cannot use results/full/checkpoint.json.part: the file would be larger');
    expect(existsSync(join(folder, 'results/full/checkpoint.json'))).toBe(false);
  }, 60_000);
});
