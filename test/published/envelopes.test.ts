/**
 * Our systems in places of six climate zones against the published quantiles
 * of like plants. Their authors book all heat of a tower as evaporation, so
 * water is compared with that booking; the honest figure stands beside it.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { yearMetrics } from '../../src/metrics/year-metrics.ts';
import { preparedOf, ranScenario, systemScenario } from '../laws/plants.ts';
import { dryPlantWater, likePlants, outside, places } from './envelopes.ts';

const reference = process.env['COLDLOOP_REFERENCE'];
if (!reference) console.warn('skipped: annual PUE and WUE against published envelopes; COLDLOOP_REFERENCE is not set');

type Quantiles = readonly [number, number, number];
interface Envelopes {
  readonly cases: readonly {
    readonly case: string;
    readonly zones: Readonly<Record<string, { readonly PUE: Quantiles; readonly WUE: Quantiles }>>;
  }[];
}

const joulesPerKilowattHour = 3.6e6;

describe.skipIf(!reference)('annual PUE and WUE lie where published models of like plants put them', () => {
  const text = reference ? readFileSync(join(reference, 'pue-wue-envelopes.json'), 'utf8') : '{ "cases": [] }';
  const envelopes = JSON.parse(text) as Envelopes;
  const table: string[] = [];

  describe.each(places)('$zone: $climate', ({ zone, byDegreeDays, climate }) => {
    it('its degree days are those that are stated', () => {
      const { dryBulb } = preparedOf(systemScenario('systems/air-tower', climate)).weather;
      expect(thermalZone(dryBulb)).toBe(byDegreeDays);
    });

    it.each(likePlants)('$ours as $theirs: $about', ({ theirs, ours }) => {
      const { PUE, WUE } = envelopes.cases.find((each) => each.case === theirs)!.zones[zone]!;
      const prepared = preparedOf(systemScenario(ours, climate));
      const { plant, run } = ranScenario(prepared);
      const { metrics } = yearMetrics(plant, run, prepared.scenario.site);
      const value = (key: string): number => metrics.find((metric) => metric.key === key)!.value;
      const pue = value('pue');
      // Litres per kWh.
      const [all, honest] = ['wue.allLatent', 'wue'].map((key) => value(key) * 1000 * joulesPerKilowattHour);
      table.push(
        `${ours.slice(8)} ${zone} ${climate}: PUE ${pue.toFixed(3)} (${PUE.join(', ')}), WUE ${all!.toFixed(2)} (${WUE.join(', ')}), honest ${honest!.toFixed(2)}`,
      );
      const isExempt = (of: string): boolean =>
        outside.some((each) => each.theirs === theirs && each.zone === zone && each.of === of);
      const inside = (figure: number, [low, , high]: Quantiles): boolean => figure >= low && figure <= high;
      expect(inside(pue, PUE), `PUE ${pue} in ${PUE[0]} … ${PUE[2]}`).toBe(!isExempt('PUE'));
      if ((dryPlantWater.theirs as readonly string[]).includes(theirs)) {
        if ((dryPlantWater.lessIn as readonly string[]).includes(zone)) expect(honest!).toBeLessThan(WUE[0]);
        if ((dryPlantWater.moreIn as readonly string[]).includes(zone)) expect(honest!).toBeGreaterThan(WUE[2]);
        return;
      }
      expect(inside(all!, WUE), `WUE ${all} in ${WUE[0]} … ${WUE[2]}`).toBe(!isExempt('WUE'));
    });
  });

  it('tells the honest water beside it', () => {
    console.info(
      ['PUE and WUE against p5, p50, p95; WUE with all heat booked as evaporation, then as it is:', ...table].join(
        '\n',
      ),
    );
    expect(table.length).toBe(places.length * likePlants.length);
  });
});

/** Thermal zone of ANSI/ASHRAE 169 by its degree days: cooling above 10 °C, heating below 18.3 °C, of daily means. */
function thermalZone(dryBulb: Float64Array): number {
  let cooling = 0;
  let heating = 0;
  for (let day = 0; day < 365; day++) {
    let mean = 0;
    for (let hour = 0; hour < 24; hour++) mean += (dryBulb[24 * day + hour]! - 273.15) / 24;
    cooling += Math.max(0, mean - 10);
    heating += Math.max(0, 18.3 - mean);
  }
  if (cooling > 6000) return 0;
  if (cooling > 5000) return 1;
  if (cooling > 3500) return 2;
  return [2000, 3000, 4000, 5000, 7000].filter((limit) => heating > limit).length + 3;
}
