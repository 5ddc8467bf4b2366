/**
 * What only looks: models, weather, schema.
 */

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { coldloop, tooWide, workingFolder } from './built-command.ts';

const { folder, remove } = workingFolder();
afterAll(remove);

describe('models', () => {
  it('lists the library no wider than a terminal, and as JSON', async () => {
    const [text, json, kind] = await Promise.all([
      coldloop(['models'], folder),
      coldloop(['models', '--json'], folder),
      coldloop(['models', 'chillers'], folder),
    ]);
    expect(text).toMatchObject({ code: 0, error: '' });
    expect(tooWide(text.out)).toEqual([]);
    const { records } = JSON.parse(json.out) as { records: { id: string; title: string; status: string }[] };
    expect(records.length).toBeGreaterThan(80);
    for (const { id, title, status } of records)
      expect({ id, known: title !== '' && status !== '' }).toEqual({ id, known: true });
    expect(kind.out.split('\n')[0]).toBe('chillers');
  });

  it('shows a record with units, sources as documents, and assumptions', async () => {
    const [text, json] = await Promise.all([
      coldloop(['models', 'cold-plates/ocp-oam-1kw-pg25'], folder),
      coldloop(['models', 'cold-plates/ocp-oam-1kw-pg25', '--json'], folder),
    ]);
    expect(text.out).toMatch(/maximumFlow +2\.4 L\/min/);
    expect(text.out).toMatch(/Sources\n- coolant, points: .*/);
    expect(text.out).toContain('Assumed');
    expect(tooWide(text.out)).toEqual([]);
    expect(JSON.parse(json.out)).toMatchObject({
      values: { maximumFlow: { value: 2.4, unit: 'L/min' } },
      sources: [{ document: { title: expect.any(String) as string } }],
    });
  });

  it('shows every kind of record no wider than a terminal', async () => {
    const ids = [
      'servers/gb200-nvl72-rack',
      'chillers/york-yt-1055kw',
      'climates/ashburn',
      'coolants/novec-649',
      'loads/inference-diurnal',
    ];
    const ends = await Promise.all(ids.map((id) => coldloop(['models', id], folder)));
    for (const { code, out } of ends) {
      expect(code).toBe(0);
      expect(tooWide(out)).toEqual([]);
    }
  });

  it('suggests a kind and a record', async () => {
    const [kind, record] = await Promise.all([
      coldloop(['models', 'chiller'], folder),
      coldloop(['models', 'chillers/york-yt-1055k'], folder),
    ]);
    expect(kind.error).toContain('did you mean "chillers"');
    expect(record.error).toContain('did you mean "chillers/york-yt-1055kw"');
    expect([kind.code, record.code]).toEqual([1, 1]);
  });
});

describe('weather', () => {
  it('inspects a climate of the library, and says that it is synthetic', async () => {
    const [text, json] = await Promise.all([
      coldloop(['weather', 'inspect', 'ashburn'], folder),
      coldloop(['weather', 'inspect', 'climates/ashburn', '--json'], folder),
    ]);
    expect(text.out).toContain('SYNTHETIC');
    expect(tooWide(text.out)).toEqual([]);
    expect(JSON.parse(json.out)).toMatchObject({ kind: 'synthetic', statistics: { 'dryBulb.mean': { unit: '°C' } } });
  });

  it('suggests a climate, refuses a folder', async () => {
    const [near, dir] = await Promise.all([
      coldloop(['weather', 'inspect', 'ashborn'], folder),
      coldloop(['weather', 'inspect', '.'], folder),
    ]);
    expect(near.error).toContain('did you mean "ashburn"');
    expect(dir.error).toContain('found a folder');
    expect([near.code, dir.code]).toEqual([1, 1]);
  });

  it('fetches a year from an archive, keeps it, and reads it as a file', async () => {
    const { server, address, asked } = await stubArchive();
    const args = [
      'weather',
      'fetch',
      '--lat',
      '39.04',
      '--lon',
      '-77.49',
      '--year',
      '2023',
      '--endpoint',
      address,
      '--json',
    ];
    const first = await coldloop(args, folder);
    const second = await coldloop(args, folder);
    server.close();
    expect(first).toMatchObject({ code: 0, error: '' });
    expect(JSON.parse(first.out)).toMatchObject({ from: 'archive', kind: 'measured', calendarYear: 2023 });
    expect(JSON.parse(second.out)).toMatchObject({ from: 'cache' });
    expect(asked).toHaveLength(1);
    const [file] = readdirSync(join(folder, 'weather'));
    const inspected = await coldloop(['weather', 'inspect', join('weather', file!)], folder);
    expect(inspected.out).toContain('Measured year');
  });

  it('says when there is no network, with exit 2', async () => {
    const ended = await coldloop(
      [
        'weather',
        'fetch',
        '--lat',
        '1',
        '--lon',
        '2',
        '--year',
        '2020',
        '--endpoint',
        'http://127.0.0.1:9/x',
        '--out',
        'none',
      ],
      folder,
    );
    expect(ended.error).toContain('no connection to 127.0.0.1:9');
    expect(ended.code).toBe(2);
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });

  it('wants degrees and a year', async () => {
    const ended = await coldloop(['weather', 'fetch', '--lat', '91', '--lon', '2', '--year', '2020'], folder);
    expect(ended.error).toContain('--lat: found 91');
    expect(ended.code).toBe(1);
  });
});

/** Answers with a smooth invented year in the archive's own form. */
async function stubArchive(): Promise<{ server: Server; address: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url!);
    const { searchParams } = new URL(request.url!, 'http://stub');
    const start = Date.parse(`${searchParams.get('start_date')}T00:00Z`);
    const end = Date.parse(`${searchParams.get('end_date')}T23:00Z`);
    const hours = (end - start) / 3.6e6 + 1;
    const time = Array.from({ length: hours }, (_, i) => new Date(start + i * 3.6e6).toISOString().slice(0, 16));
    const names = (searchParams.get('hourly') ?? '').split(',');
    const invented: Record<string, number> = {
      temperature_2m: 12,
      dew_point_2m: 6,
      relative_humidity_2m: 66,
      surface_pressure: 1008,
      wind_speed_10m: 3,
    };
    const units = Object.fromEntries(
      names.map((name) => [
        name,
        {
          temperature_2m: '°C',
          dew_point_2m: '°C',
          relative_humidity_2m: '%',
          surface_pressure: 'hPa',
          wind_speed_10m: 'm/s',
        }[name] ?? '',
      ]),
    );
    const hourly = Object.fromEntries(
      names.map((name) => [name, time.map((_, i) => (invented[name] ?? 0) + Math.sin(i / 100))]),
    );
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({
        latitude: 39.04,
        longitude: -77.49,
        elevation: 90,
        utc_offset_seconds: 0,
        timezone: 'GMT',
        hourly_units: { time: 'iso8601', ...units },
        hourly: { time, ...hourly },
      }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/archive`, asked };
}
