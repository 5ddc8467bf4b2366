/**
 * The design hour that sizes a plant: a published condition of the site, never
 * the simulated year itself unless nothing else is known.
 */

import { humidityRatioFromWetBulb } from '../fluids/moist-air.ts';
import type { DesignWeather } from '../machines/machine.ts';
import type { ValuesOf } from '../library/parameters.ts';
import type { siteParameters } from '../scenario/site.ts';
import type { WeatherYear } from '../scenario/weather/weather-year.ts';

export interface DesignHour extends DesignWeather {
  /** Where dry and wet bulb come from. */
  readonly source: string;
}

/** Dry bulb and wet bulb each at its own extreme: towers and dry coolers are both sized on the safe side. */
export function designHour(site: ValuesOf<typeof siteParameters>, weather: WeatherYear): DesignHour {
  const { design } = weather;
  const percent = { '0.4 %': 0.4, '1 %': 1, '2 %': 2, 'n-year extreme': 0.4 }[site.designDay];
  const longest = design.returnPeriods.filter((period) => period.years <= 20).sort((a, b) => b.years - a.years)[0];
  const extreme = site.designDay === 'n-year extreme';
  const publishedDry =
    design.cooling.find((condition) => condition.percent === percent)?.dryBulb ?? hottest(weather.dryBulb);
  const publishedWet =
    design.wetBulb.find((condition) => condition.percent === percent)?.wetBulb ?? hottest(weather.wetBulb);
  const dryBulb = site.designDryBulb ?? (extreme ? (longest?.maximumDryBulb ?? publishedDry) : publishedDry);
  const wetBulb = Math.min(
    dryBulb,
    site.designWetBulb ?? (extreme ? (design.extremeWetBulb ?? publishedWet) : publishedWet),
  );
  const pressure = weather.pressure.reduce((sum, value) => sum + value, 0) / weather.pressure.length;
  const stated =
    site.designDryBulb !== undefined || site.designWetBulb !== undefined ? 'stated in the scenario; else ' : '';
  const basis =
    design.basis === 'published'
      ? `${site.designDay}, ${design.source}`
      : `${site.designDay} of the simulated year itself`;
  return {
    dryBulb,
    wetBulb,
    pressure,
    humidityRatio: humidityRatioFromWetBulb(dryBulb, wetBulb, pressure),
    source: stated + basis,
  };
}

function hottest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, value), -Infinity);
}
