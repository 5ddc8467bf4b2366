/** Against an archive of our own on this machine, with invented answers. */

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { type FetchedYearRequest, fetchYear } from '../../src/cli/weather-fetch.ts';
import { openMeteoAnswer } from './open-meteo-answer.ts';

let server: Server;
let folder: string;
let asked: string[];
let reply: (response: ServerResponse, count: number) => void;

const json = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
};
const sound = (temperature: (hour: number) => number | null = (n) => 10 + 5 * Math.sin((2 * Math.PI * n) / 24)) =>
  openMeteoAnswer({ calendarYear: 2023, temperature });

beforeEach(async () => {
  asked = [];
  reply = (response) => json(response, 200, sound());
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    reply(response, asked.length);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  folder = await mkdtemp(path.join(tmpdir(), 'coldloop-weather-'));
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

const request = (change: Partial<FetchedYearRequest> = {}): FetchedYearRequest => ({
  latitude: (50.11 * Math.PI) / 180,
  longitude: (8.68 * Math.PI) / 180,
  calendarYear: 2023,
  timeZoneHours: 1,
  title: 'Frankfurt, invented',
  model: 'era5',
  cacheFolder: folder,
  endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/archive`,
  answerSeconds: 5,
  busySeconds: 0.01,
  ...change,
});

describe('a fetched year', () => {
  it('is written whole as an EPW file with source, licence and weekday, and read back', async () => {
    const { weather, file, from } = await fetchYear(request());
    expect(from).toBe('archive');
    expect(weather.kind).toBe('measured');
    expect(weather.calendarYear).toBe(2023);
    expect(weather.licence).toBe('CC BY 4.0');
    expect(weather.elevation).toBe(111);
    expect(weather.dryBulb[0]! - 273.15).toBeCloseTo(10 + 5 * Math.sin(0), 2);
    expect(weather.dryBulb[6]! - 273.15).toBeCloseTo(15, 2);
    const text = await readFile(file, 'utf8');
    expect(text).toContain('Weather data by Open-Meteo.com (CC BY 4.0');
    expect(text).toContain('LOCATION,Frankfurt invented,');
    expect(text).toContain('DATA PERIODS,1,1,Data,Sunday,1/1,12/31');
    expect(await readdir(folder)).toEqual(['open-meteo_50.11_8.68_2023_era5_utc1.epw']);
  });

  it('comes from the cache the second time, and anew when the kept file is damaged', async () => {
    const first = await fetchYear(request());
    expect((await fetchYear(request())).from).toBe('cache');
    expect(asked).toHaveLength(1);
    await writeFile(first.file, (await readFile(first.file, 'utf8')).slice(0, 5000));
    const again = await fetchYear(request());
    expect(again.from).toBe('archive');
    expect(again.weather.dryBulb).toEqual(first.weather.dryBulb);
  });

  it('takes the zone from the longitude where none is given', async () => {
    const { weather } = await fetchYear({ ...request(), longitude: (-77 * Math.PI) / 180, timeZoneHours: -5 });
    expect(weather.timeZoneHours).toBe(-5);
    const { timeZoneHours: _, ...zoneless } = request({ longitude: (-77 * Math.PI) / 180 });
    expect((await fetchYear(zoneless)).from).toBe('cache');
  });

  it('tells the address before it asks, and asks once', async () => {
    const told: string[] = [];
    await fetchYear(request({ onAsk: (address) => told.push(address) }));
    expect(told).toHaveLength(1);
    expect(asked[0]).toContain('timezone=GMT');
    expect(told[0]).toContain('start_date=2022-12-31');
  });

  it('bridges short gaps and counts what was empty', async () => {
    reply = (response) =>
      json(
        response,
        200,
        sound((n) => (n >= 500 && n < 504 ? null : 8)),
      );
    const { weather, file } = await fetchYear(request());
    expect(weather.notes).toContainEqual(expect.objectContaining({ hours: 4 }));
    expect(await readFile(file, 'utf8')).toContain('8 values were empty');
  });
});

describe('no year is kept', () => {
  const nothingKept = async (): Promise<void> => expect(await readdir(folder)).toEqual([]);

  it('when gaps are too long', async () => {
    reply = (response) =>
      json(
        response,
        200,
        sound((n) => (n >= 500 && n < 600 ? null : 8)),
      );
    await expect(fetchYear(request())).rejects.toThrow('found none for 100 hours, 21 January hour 21 to');
    await nothingKept();
  });

  it('when the archive refuses, with its reason', async () => {
    reply = (response) =>
      json(response, 400, { error: true, reason: "Parameter 'start_date' is out of allowed range" });
    await expect(fetchYear(request())).rejects.toMatchObject({
      tag: 'weather-fetch',
      reason: 'refused',
      message: "the archive refused (400): Parameter 'start_date' is out of allowed range",
    });
    await nothingKept();
  });

  it('when it stays busy after three tries; once it is not, all is well', async () => {
    reply = (response) => json(response, 429, { error: true, reason: 'Hourly API request limit exceeded' });
    await expect(fetchYear(request())).rejects.toMatchObject({ reason: 'too many requests' });
    expect(asked).toHaveLength(3);
    await nothingKept();
    asked = [];
    reply = (response, count) => (count < 3 ? json(response, 429, {}) : json(response, 200, sound()));
    expect((await fetchYear(request())).from).toBe('archive');
  });

  it('when there is no connection, and the message says what works without', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    await expect(fetchYear(request({ endpoint: `http://127.0.0.1:${port}/v1/archive` }))).rejects.toMatchObject({
      reason: 'no connection',
      message: `no connection to 127.0.0.1:${port}; coldloop needs none for the climates of its library or an EPW file of yours`,
    });
    await nothingKept();
  });

  it('when no answer comes in time', async () => {
    reply = () => undefined;
    await expect(fetchYear(request({ answerSeconds: 0.1 }))).rejects.toMatchObject({
      reason: 'no answer in time',
      message: expect.stringMatching(/^no answer from 127\.0\.0\.1:\d+ in 0\.1 s$/),
    });
    await nothingKept();
  });

  it.each([
    ['a web page', '<html>Bad gateway</html>', 'the answer is no JSON; it begins "<html>Bad gateway</html>"'],
    ['half an answer', JSON.stringify(sound()).slice(0, 5000), 'the answer is no JSON'],
    ['something else', '{"ok":true}', 'hourly.time: found no list of times'],
  ])('when the answer is %s', async (_, body, message) => {
    reply = (response) => response.end(body);
    await expect(fetchYear(request())).rejects.toThrow(message);
    await nothingKept();
  });
});
