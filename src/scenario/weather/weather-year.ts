/**
 * What the rest of the program knows of the weather: one plain year of 8760
 * hours at one place, every moist-air column computed once. Files, fetched
 * years and the generator all end here. Sun, rain and sky are left out; wind
 * is kept where the source has it.
 */

import { hoursPerYear } from '../../constants.ts';
import { enthalpy, humidityRatio, saturationPressure, wetBulb } from '../../fluids/moist-air.ts';
import { designConditionsOfYear } from './design-conditions.ts';
import type { DesignConditions } from './design-conditions.ts';

/** One thing a reader must know of a series: a repair, a doubt, a convention. */
export interface RunNote {
  /** What it is about, `sterling.epw` or `climates/ashburn`. */
  readonly owner: string;
  readonly text: string;
  /** Hours concerned, where it can be counted. */
  readonly hours?: number;
}

/**
 * A year of weather, SI unless said.
 *
 * Index i (0 … 8759) stands for the whole hour i + 1 of local STANDARD time,
 * from i:00 to (i + 1):00 of the year: index 0 is 00:00 to 01:00 on
 * 1 January. Sources state temperature, dew point and pressure AT the end of
 * that hour, and that reading is held for all of it. (The mean of the
 * readings at both ends would be as defensible: annual sums hardly differ,
 * the time of a peak does by half an hour.) There is no daylight saving and
 * no 29 February.
 */
export interface WeatherYear {
  readonly title: string;
  /** `typical` years are stitched from months of several years; `synthetic` ones are generated. */
  readonly kind: 'measured' | 'typical' | 'synthetic';
  readonly source: string;
  readonly licence?: string;
  /** [rad], north positive */
  readonly latitude: number;
  /** [rad], east positive */
  readonly longitude: number;
  /** Standard time ahead of Greenwich. */
  readonly timeZoneHours: number;
  /** [m] above the sea */
  readonly elevation: number;
  /** The calendar year, where all hours belong to one. */
  readonly calendarYear?: number;
  readonly hours: number;
  readonly stepHours: number;
  /** [K] */
  readonly dryBulb: Float64Array;
  /** [K], never above the dry bulb */
  readonly dewPoint: Float64Array;
  /** [kg/kg dry] */
  readonly humidityRatio: Float64Array;
  /** Thermodynamic wet bulb [K] */
  readonly wetBulb: Float64Array;
  /** Of the station, not of sea level [Pa] */
  readonly pressure: Float64Array;
  /** [J/kg dry] */
  readonly enthalpy: Float64Array;
  /** [m/s]; NaN where the source has none */
  readonly windSpeed?: Float64Array;
  readonly design: DesignConditions;
  readonly notes: readonly RunNote[];
}

/** What a source of weather must bring; the moist-air columns follow from it. */
export interface WeatherSource {
  readonly title: string;
  readonly kind: WeatherYear['kind'];
  readonly source: string;
  readonly licence?: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly timeZoneHours: number;
  readonly elevation: number;
  readonly calendarYear?: number;
  readonly dryBulb: Float64Array;
  readonly dewPoint: Float64Array;
  readonly pressure: Float64Array;
  readonly windSpeed?: Float64Array;
  /** Absent: percentiles of the year stand in, marked. */
  readonly design?: DesignConditions;
  readonly notes: readonly RunNote[];
}

/**
 * The year with its humidity ratio, wet bulb and enthalpy.
 *
 * @param source complete columns of 8760 hours with dew point ≤ dry bulb
 * @throws {OutOfRangeError} where the moist-air functions do not hold
 */
export function weatherYear(source: WeatherSource): WeatherYear {
  const { dryBulb, dewPoint, pressure } = source;
  const humidity = new Float64Array(hoursPerYear);
  const wet = new Float64Array(hoursPerYear);
  const heat = new Float64Array(hoursPerYear);
  for (let i = 0; i < hoursPerYear; i++) {
    const ratio = humidityRatio(saturationPressure(dewPoint[i]!), pressure[i]!);
    humidity[i] = ratio;
    wet[i] = wetBulb(dryBulb[i]!, ratio, pressure[i]!);
    heat[i] = enthalpy(dryBulb[i]!, ratio);
  }
  return {
    ...source,
    hours: hoursPerYear,
    stepHours: 1,
    humidityRatio: humidity,
    wetBulb: wet,
    enthalpy: heat,
    design: source.design ?? designConditionsOfYear(dryBulb, wet),
  };
}
