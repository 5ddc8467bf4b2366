/**
 * What a year of weather amounts to: means, extremes, percentiles, degree
 * hours and hours that would cool for free, in SI.
 */

import { quantileOfSorted } from '../scenario/weather/design-conditions.ts';
import type { WeatherYear } from '../scenario/weather/weather-year.ts';
import type { Quantity } from '../units.ts';

export interface WeatherStatistic {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly quantity: Quantity;
}

/** Percentiles of dry and wet bulb that are told, highest first. */
const shares = [1, 0.996, 0.99, 0.98, 0.9, 0.5, 0.1, 0.004, 0] as const;

/** Wet bulbs [K] below which towers, and dry bulbs below which dry coolers, serve warm and cool loops alone. */
const freeCoolingLimits = [283.15, 288.15, 293.15, 298.15] as const;

export function weatherStatistics(year: WeatherYear): readonly WeatherStatistic[] {
  return [
    ...seriesStatistics('dryBulb', 'Dry bulb', year.dryBulb),
    ...seriesStatistics('wetBulb', 'Wet bulb', year.wetBulb),
    {
      key: 'humidityRatio.mean',
      label: 'Humidity ratio, mean',
      value: mean(year.humidityRatio),
      quantity: 'humidity ratio',
    },
    {
      key: 'pressure.mean',
      label: 'Station pressure, mean',
      value: mean(year.pressure),
      quantity: 'absolute pressure',
    },
    ...freeCoolingLimits.flatMap((limit) => [
      hoursBelow('dryBulb', 'dry bulb', year.dryBulb, limit),
      hoursBelow('wetBulb', 'wet bulb', year.wetBulb, limit),
    ]),
  ];
}

function seriesStatistics(key: string, label: string, values: Float64Array): readonly WeatherStatistic[] {
  const sorted = Float64Array.from(values).sort();
  const at = (share: number): WeatherStatistic => {
    const name =
      share === 1
        ? 'highest'
        : share === 0
          ? 'lowest'
          : share === 0.5
            ? 'median'
            : `${Number((100 * share).toFixed(1))} % of hours below`;
    return {
      key: `${key}.${share}`,
      label: `${label}, ${name}`,
      value: quantileOfSorted(sorted, share),
      quantity: 'temperature',
    };
  };
  return [
    { key: `${key}.mean`, label: `${label}, mean`, value: mean(values), quantity: 'temperature' },
    ...shares.map(at),
  ];
}

function hoursBelow(key: string, label: string, values: Float64Array, limit: number): WeatherStatistic {
  const celsius = Math.round(limit - 273.15);
  return {
    key: `hours.${key}Below${celsius}`,
    label: `Hours with a ${label} below ${celsius} °C`,
    value: values.reduce((hours, value) => hours + (value < limit ? 1 : 0), 0),
    quantity: 'dimensionless',
  };
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
