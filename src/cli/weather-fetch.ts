/**
 * Fetches a year of weather for any place and keeps it as an EPW file. The
 * only part of coldloop that reaches for a network, and only when asked to:
 * no simulation needs it. Asks Open-Meteo's historical archive.
 */

import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { SeriesError } from '../errors.ts';
import { weekday } from '../scenario/load/local-clock.ts';
import { readEpw } from '../scenario/weather/epw.ts';
import { epwText } from '../scenario/weather/epw-text.ts';
import { openMeteoAddress, openMeteoYear } from '../scenario/weather/open-meteo.ts';
import type { WeatherYear } from '../scenario/weather/weather-year.ts';

/** The free archive, for non-commercial use; commercial users pass their own. */
export const openMeteoArchive = 'https://archive-api.open-meteo.com/v1/archive';

/** Longest wait for an answer [s]. */
const answerSeconds = 60;
/** Wait when the archive says it is asked too often [s], and how often it is asked again. */
const busySeconds = 60;
const tries = 3;
const largestAnswer = 20e6;

export interface FetchedYearRequest {
  /** [rad], north positive */
  readonly latitude: number;
  /** [rad], east positive */
  readonly longitude: number;
  readonly calendarYear: number;
  /** Standard time ahead of Greenwich; the nearest full hour of the longitude where absent. */
  readonly timeZoneHours?: number;
  readonly title?: string;
  readonly model: string;
  readonly cacheFolder: string;
  readonly endpoint: string;
  /** Called with the address before it is asked. */
  readonly onAsk?: (address: string) => void;
  /** [s] */
  readonly answerSeconds?: number;
  /** [s] */
  readonly busySeconds?: number;
}

export interface FetchedYear {
  readonly file: string;
  readonly weather: WeatherYear;
  readonly from: 'cache' | 'archive';
}

/** Why no year could be fetched. */
export class WeatherFetchError extends Error {
  readonly tag = 'weather-fetch';
  readonly reason: 'no connection' | 'no answer in time' | 'refused' | 'too many requests' | 'not understood';

  constructor(reason: WeatherFetchError['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}

/**
 * A year of weather at a place, from the cache or the archive.
 *
 * The file is written whole or not at all, and read back as any EPW file is,
 * so that gaps too long to bridge are refused before anything is kept.
 *
 * @throws {WeatherFetchError} when the archive cannot be reached, refuses, or is not understood
 * @throws {SeriesError} when its hours cannot be used
 */
export async function fetchYear(request: FetchedYearRequest): Promise<FetchedYear> {
  const timeZoneHours = request.timeZoneHours ?? Math.round((request.longitude * 12) / Math.PI);
  const file = path.join(request.cacheFolder, cacheName(request, timeZoneHours));
  const kept = await readIfThere(file);
  if (kept !== undefined) {
    const weather = readable(kept, file);
    if (weather !== undefined) return { file, weather, from: 'cache' };
  }
  const address = openMeteoAddress(request.endpoint, request);
  const answer = await askPatiently(address, request);
  const text = epwOf(answer, request, timeZoneHours);
  const weather = readEpw(text, file);
  await writeWhole(file, text);
  return { file, weather, from: 'archive' };
}

function cacheName(request: FetchedYearRequest, timeZoneHours: number): string {
  const degrees = 180 / Math.PI;
  const place = `${(request.latitude * degrees).toFixed(2)}_${(request.longitude * degrees).toFixed(2)}`;
  const model = request.model.replaceAll(/[^A-Za-z0-9_-]/g, '');
  return `open-meteo_${place}_${request.calendarYear}_${model}_utc${timeZoneHours}.epw`;
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** A kept file that is damaged is fetched anew. */
function readable(text: string, file: string): WeatherYear | undefined {
  try {
    return readEpw(text, file);
  } catch (error) {
    if (error instanceof SeriesError) return undefined;
    throw error;
  }
}

async function askPatiently(address: string, request: FetchedYearRequest): Promise<unknown> {
  for (let count = 1; ; count++) {
    request.onAsk?.(address);
    const answer = await ask(address, request.answerSeconds ?? answerSeconds);
    if (answer.status !== 429) return understood(answer);
    if (count === tries) {
      throw new WeatherFetchError('too many requests', `the archive is asked too often: ${reasonIn(answer.body)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 1000 * (request.busySeconds ?? busySeconds)));
  }
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

async function ask(address: string, seconds: number): Promise<Answer> {
  const { host } = new URL(address);
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(1000 * seconds) });
    return { status: response.status, body: await response.text() };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'TimeoutError') {
      throw new WeatherFetchError('no answer in time', `no answer from ${host} in ${seconds} s`);
    }
    throw new WeatherFetchError(
      'no connection',
      `no connection to ${host}; coldloop needs none for the climates of its library or an EPW file of yours`,
    );
  }
}

function understood(answer: Answer): unknown {
  if (answer.status !== 200) {
    throw new WeatherFetchError('refused', `the archive refused (${answer.status}): ${reasonIn(answer.body)}`);
  }
  if (answer.body.length > largestAnswer) {
    throw new WeatherFetchError('not understood', `the answer is too large: ${answer.body.length} characters`);
  }
  try {
    return JSON.parse(answer.body) as unknown;
  } catch {
    throw new WeatherFetchError('not understood', `the answer is no JSON; it begins "${firstWords(answer.body)}"`);
  }
}

/** The archive explains itself in a field `reason`. */
function reasonIn(body: string): string {
  try {
    const parsed = JSON.parse(body) as { reason?: unknown };
    if (typeof parsed.reason === 'string') return parsed.reason;
  } catch {
    // Not JSON: its first words are shown instead.
  }
  return firstWords(body);
}

function firstWords(text: string): string {
  return text.replaceAll(/[^\x20-\x7e]+/g, ' ').slice(0, 80);
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function epwOf(answer: unknown, request: FetchedYearRequest, timeZoneHours: number): string {
  const { calendarYear, model } = request;
  const year = openMeteoYear(answer, { calendarYear, timeZoneHours }, 'answer of the archive');
  const degrees = 180 / Math.PI;
  const cell = `${(year.latitude * degrees).toFixed(3)}, ${(year.longitude * degrees).toFixed(3)}, ${year.elevation} m`;
  const place = `${(request.latitude * degrees).toFixed(2)} ${(request.longitude * degrees).toFixed(2)}`;
  return epwText({
    title: request.title ?? place,
    dataSet: 'Open-Meteo archive',
    latitude: year.latitude,
    longitude: year.longitude,
    timeZoneHours,
    elevation: year.elevation,
    calendarYear,
    firstWeekday: weekdays[weekday(calendarYear, 1, 1)]!,
    comments: [
      `Weather data by Open-Meteo.com (CC BY 4.0; https://open-meteo.com/); model ${model}; contains modified Copernicus Climate Change Service information`,
      `Grid cell ${cell}; fetched ${new Date().toISOString().slice(0, 10)}; changed: shifted to local standard time, 29 February left out; ${year.empty} values were empty`,
    ],
    readings: year.readings,
  });
}

/** Writes under another name and renames, so that a broken run leaves no half file. */
async function writeWhole(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.part`;
  try {
    await writeFile(draft, text, 'utf8');
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
