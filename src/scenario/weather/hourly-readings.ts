/**
 * What a weather file says, hour by hour and in SI, before anything is filled
 * in: NaN marks a missing reading. Readers of EPW, TMY3 and fetched years
 * fill it; `completedReadings` repairs it.
 */

import { hoursPerYear } from '../../constants.ts';

export interface HourlyReadings {
  /** [K] */
  readonly dryBulb: Float64Array;
  /** [K] */
  readonly dewPoint: Float64Array;
  /** 0 … 1.1 */
  readonly relativeHumidity: Float64Array;
  /** [Pa] */
  readonly pressure: Float64Array;
  /** [m/s] */
  readonly windSpeed: Float64Array;
  /** Line of the file that holds the hour's (last) reading; 0 where there is none. */
  readonly lines: Int32Array;
}

export function hourlyReadings(): HourlyReadings {
  const missing = () => new Float64Array(hoursPerYear).fill(NaN);
  return {
    dryBulb: missing(),
    dewPoint: missing(),
    relativeHumidity: missing(),
    pressure: missing(),
    windSpeed: missing(),
    lines: new Int32Array(hoursPerYear),
  };
}

export type Reading = 'dryBulb' | 'dewPoint' | 'relativeHumidity' | 'pressure' | 'windSpeed';

/** How a file writes one reading: where it may lie, what stands for none, and how it becomes SI. */
export interface ReadingColumn {
  readonly reading: Reading;
  /** In the field's words, for messages. */
  readonly name: string;
  readonly unit: string;
  /** Readings outside are faults [printed unit], both ends excluded where `missing` says so. */
  readonly range: readonly [number, number];
  /** At or above this a reading is missing [printed unit]. */
  readonly missingFrom: number;
  /** At or below this too, where the format says so. */
  readonly missingUpTo?: number;
  /** SI = printed · factor + offset */
  readonly factor: number;
  readonly offset: number;
}
