/**
 * A climate record: some 150 published or fitted numbers of a place, from
 * which a whole year of hours is generated. This file declares the kind and
 * turns a library record into the generator's input. The fewer numbers a
 * record has, the more is estimated; `climateYear` says which.
 */

import { atmosphericPressure } from '../../fluids/moist-air.ts';
import type { LibraryRecord, Parameters, ValuesOf } from '../../library/parameters.ts';
import type { DesignConditions } from './design-conditions.ts';
import { estimatedVariability } from './estimated-variability.ts';
import type { Quantiles } from './quantile-map.ts';

const outdoor = [183.15, 333.15] as const;
const months = 12;

/** What a record of kind `climate` may hold. */
export const climateParameters = {
  latitude: { quantity: 'latitude', range: [-Math.PI / 2, Math.PI / 2], about: 'Latitude, north positive' },
  longitude: { quantity: 'longitude', range: [-Math.PI, Math.PI], about: 'Longitude, east positive' },
  timeZone: { quantity: 'time', range: [-43_200, 50_400], about: 'Standard time ahead of Greenwich' },
  elevation: { quantity: 'length', range: [-500, 6000], about: 'Height above the sea' },
  fittedFrom: { text: true, about: 'The hours or tables the numbers were taken from' },
  meanDryBulb: { series: 'temperature', range: outdoor, length: months, about: 'Monthly mean dry bulb' },
  meanDailyRange: {
    series: 'temperature difference',
    range: [0, 40],
    length: months,
    about: 'Monthly mean of the difference between the highest and lowest hour of a day',
  },
  meanDewPoint: { series: 'temperature', range: outdoor, length: months, about: 'Monthly mean dew point' },
  dryBulbDeviation: {
    series: 'temperature difference',
    range: [0, 20],
    length: months,
    optional: true,
    about: 'Standard deviation of daily mean dry bulbs inside each month of one year',
  },
  dewPointDeviation: {
    series: 'temperature difference',
    range: [0, 20],
    length: months,
    optional: true,
    about: 'Standard deviation of daily mean dew points inside each month of one year',
  },
  dewPointCorrelation: {
    series: 'dimensionless',
    range: [-1, 1],
    length: months,
    optional: true,
    about: 'Correlation of daily mean dry bulb and dew point inside each month',
  },
  dailyRangeCorrelation: {
    series: 'dimensionless',
    range: [-1, 1],
    length: months,
    optional: true,
    about: 'Correlation of daily mean dry bulb and daily range inside each month',
  },
  dewPointSkewness: {
    series: 'dimensionless',
    range: [-5, 5],
    length: months,
    optional: true,
    about: 'Skewness of daily mean dew points inside each month',
  },
  dryBulbPersistence: {
    quantity: 'dimensionless',
    range: [0, 0.95],
    default: '0.65',
    about: 'Correlation of the dry-bulb anomalies of neighbouring days',
  },
  dewPointPersistence: {
    quantity: 'dimensionless',
    range: [0, 0.95],
    default: '0.62',
    about: 'Correlation of the dew-point anomalies of neighbouring days',
  },
  dailyRangeVariation: {
    quantity: 'dimensionless',
    range: [0, 1],
    default: '0.33',
    about: 'Standard deviation of the daily range over its mean',
  },
  meanPressure: {
    quantity: 'absolute pressure',
    range: [40_000, 110_000],
    optional: true,
    about: 'Annual mean pressure of the station; the standard atmosphere where absent',
  },
  pressureSwing: {
    quantity: 'absolute pressure',
    range: [-3000, 3000],
    default: '0 kPa',
    about: 'Half the difference of mean pressure between December to February and June to August',
  },
  meanWetBulb: {
    series: 'temperature',
    range: outdoor,
    length: months,
    optional: true,
    about: 'Monthly mean wet bulb',
  },
  percentiles: {
    table: {
      share: { quantity: 'fraction', range: [0, 1], order: 'rising', about: 'Share of the hours that lie below' },
      dryBulb: { quantity: 'temperature', range: outdoor, order: 'not falling', about: 'Dry bulb' },
      wetBulb: { quantity: 'temperature', range: outdoor, order: 'not falling', about: 'Wet bulb' },
    },
    optional: true,
    about: 'Annual distribution of the hours',
  },
  designDryBulb: {
    table: {
      share: { quantity: 'fraction', range: [0, 1], order: 'rising', about: 'Share of the hours that lie below' },
      dryBulb: { quantity: 'temperature', range: outdoor, order: 'not falling', about: 'Dry bulb' },
    },
    optional: true,
    about: 'Published design dry bulbs, where the whole distribution is not known',
  },
  designWetBulb: {
    table: {
      share: { quantity: 'fraction', range: [0, 1], order: 'rising', about: 'Share of the hours that lie below' },
      wetBulb: { quantity: 'temperature', range: outdoor, order: 'not falling', about: 'Wet bulb' },
    },
    optional: true,
    about: 'Published design wet bulbs, where the whole distribution is not known',
  },
  designConditions: {
    group: {
      edition: { text: true, about: 'Where they were published' },
      heating: {
        table: {
          share: { quantity: 'fraction', range: [0.5, 1], order: 'falling', about: 'Share of the hours above' },
          dryBulb: { quantity: 'temperature', range: outdoor, order: 'rising', about: 'Dry bulb' },
        },
        about: 'Heating dry bulbs',
      },
      cooling: {
        table: {
          share: { quantity: 'fraction', range: [0, 0.5], order: 'rising', about: 'Share of the hours above' },
          dryBulb: { quantity: 'temperature', range: outdoor, order: 'falling', about: 'Dry bulb' },
          wetBulb: { quantity: 'temperature', range: outdoor, order: 'falling', about: 'Wet bulb, on its own' },
        },
        about: 'Cooling dry bulbs and, independently, wet bulbs',
      },
    },
    optional: true,
    about: 'Long-term design conditions as published for the station; sizing uses them',
  },
} as const satisfies Parameters;

/** What the generator works from: SI, twelve values January first. */
export interface ClimateRecord {
  readonly id: string;
  readonly title: string;
  readonly fittedFrom: string;
  /** [rad] */
  readonly latitude: number;
  /** [rad] */
  readonly longitude: number;
  readonly timeZoneHours: number;
  /** [m] */
  readonly elevation: number;
  readonly meanDryBulb: Float64Array;
  readonly meanDailyRange: Float64Array;
  readonly meanDewPoint: Float64Array;
  readonly dryBulbDeviation: Float64Array;
  readonly dewPointDeviation: Float64Array;
  readonly dewPointCorrelation: Float64Array;
  readonly dailyRangeCorrelation: Float64Array;
  readonly dewPointSkewness: Float64Array;
  readonly dryBulbPersistence: number;
  readonly dewPointPersistence: number;
  readonly dailyRangeVariation: number;
  readonly meanPressure: number;
  readonly pressureSwing: number;
  readonly distribution: Distribution;
  readonly design?: DesignConditions;
  /** Numbers the record does not give and that were estimated, in words. */
  readonly estimated: readonly string[];
}

/** How much is known of the year's distribution of hours: all of it, its tails, or nothing. */
export type Distribution =
  | {
      readonly known: 'whole';
      readonly dryBulb: Quantiles;
      readonly wetBulb: Quantiles;
      readonly meanWetBulb?: Float64Array;
    }
  | { readonly known: 'tails'; readonly dryBulb?: Quantiles; readonly wetBulb?: Quantiles }
  | { readonly known: 'nothing' };

type ClimateValues = ValuesOf<typeof climateParameters>;

/** The generator's input from a library record of kind `climate`, already checked against `climateParameters`. */
export function climateRecord(record: LibraryRecord): ClimateRecord {
  const values = record.values as unknown as ClimateValues;
  const design = values.designConditions;
  const variability = estimatedVariability(values);
  return {
    id: record.id,
    title: record.title,
    fittedFrom: values.fittedFrom,
    latitude: values.latitude,
    longitude: values.longitude,
    timeZoneHours: values.timeZone / 3600,
    elevation: values.elevation,
    meanDryBulb: values.meanDryBulb,
    meanDailyRange: values.meanDailyRange,
    meanDewPoint: values.meanDewPoint,
    dryBulbDeviation: values.dryBulbDeviation ?? variability.dryBulbDeviation,
    dewPointDeviation: values.dewPointDeviation ?? variability.dewPointDeviation,
    dewPointCorrelation: values.dewPointCorrelation ?? variability.dewPointCorrelation,
    dailyRangeCorrelation: values.dailyRangeCorrelation ?? variability.dailyRangeCorrelation,
    dewPointSkewness: values.dewPointSkewness ?? variability.dewPointSkewness,
    dryBulbPersistence: values.dryBulbPersistence,
    dewPointPersistence: values.dewPointPersistence,
    dailyRangeVariation: values.dailyRangeVariation,
    meanPressure: values.meanPressure ?? atmosphericPressure(values.elevation),
    pressureSwing: values.pressureSwing,
    distribution: distributionOf(values),
    ...(design === undefined ? {} : { design: publishedConditions(design) }),
    estimated: variabilityNames
      .filter((name) => values[name] === undefined)
      .map((name) => climateParameters[name].about),
  };
}

const variabilityNames = [
  'dryBulbDeviation',
  'dewPointDeviation',
  'dewPointCorrelation',
  'dailyRangeCorrelation',
  'dewPointSkewness',
] as const;

function distributionOf(values: ClimateValues): Distribution {
  const { percentiles, designDryBulb, designWetBulb, meanWetBulb } = values;
  if (percentiles !== undefined) {
    return {
      known: 'whole',
      dryBulb: { shares: percentiles.share, values: percentiles.dryBulb },
      wetBulb: { shares: percentiles.share, values: percentiles.wetBulb },
      ...(meanWetBulb === undefined ? {} : { meanWetBulb }),
    };
  }
  if (designDryBulb === undefined && designWetBulb === undefined) return { known: 'nothing' };
  return {
    known: 'tails',
    ...(designDryBulb === undefined ? {} : { dryBulb: { shares: designDryBulb.share, values: designDryBulb.dryBulb } }),
    ...(designWetBulb === undefined ? {} : { wetBulb: { shares: designWetBulb.share, values: designWetBulb.wetBulb } }),
  };
}

function publishedConditions(design: NonNullable<ClimateValues['designConditions']>): DesignConditions {
  const percentOf = (share: number): number => Math.round(share * 1e4) / 100;
  const { heating, cooling } = design;
  return {
    source: design.edition,
    basis: 'published',
    heating: Array.from(heating.share, (share, i) => ({ percent: percentOf(share), dryBulb: heating.dryBulb[i]! })),
    cooling: Array.from(cooling.share, (share, i) => ({ percent: percentOf(share), dryBulb: cooling.dryBulb[i]! })),
    wetBulb: Array.from(cooling.share, (share, i) => ({ percent: percentOf(share), wetBulb: cooling.wetBulb[i]! })),
    returnPeriods: [],
  };
}
