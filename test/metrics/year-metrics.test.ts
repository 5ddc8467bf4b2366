/**
 * Metrics from the columns of a year, by the definitions of their standards
 * written out once more here.
 */

import { beforeAll, describe, expect, it } from 'vitest';
import { hoursPerYear } from '../../src/constants.ts';
import { type YearMetrics, yearMetrics } from '../../src/metrics/year-metrics.ts';
import type { PreparedScenario } from '../../src/study/scenario-run.ts';
import { preparedOf, type Ran, ranScenario, spreadHours, systemScenario } from '../laws/plants.ts';

const sum = (column: Float64Array): number => column.reduce((total, value) => total + value, 0);
const joulesPerKilowattHour = 3.6e6;

let prepared: PreparedScenario;
let year: Ran;
let found: YearMetrics;
const metric = (key: string): number => found.metrics.find((candidate) => candidate.key === key)!.value;
/** Mean over the year [W], or whatever the column is in. */
const mean = (column: string): number => sum(year.of(column)) / hoursPerYear;

beforeAll(() => {
  prepared = preparedOf(systemScenario('systems/air-tower', 'phoenix'));
  year = ranScenario(prepared);
  found = yearMetrics(year.plant, year.run, prepared.scenario.site);
});

describe('effectiveness by its standards', () => {
  it('PUE is facility electricity over IT electricity at the PDU outputs', () => {
    expect(metric('pue')).toBeCloseTo(mean('facility.power') / mean('it.power'), 12);
  });

  it('the nearer to the racks IT is metered, the higher the PUE', () => {
    expect(metric('pue.category1')).toBeCloseTo(mean('facility.power') / mean('power.upsOutputIt'), 12);
    expect(metric('pue.category3')).toBeCloseTo(mean('facility.power') / mean('power.itInput'), 12);
    expect(metric('pue.category1')).toBeLessThan(metric('pue'));
    expect(metric('pue')).toBeLessThan(metric('pue.category3'));
  });

  it('TUE is ITUE times PUE, and what computes is rack input less supply losses, fans and support parts', () => {
    expect(metric('tue')).toBeCloseTo(metric('itue') * metric('pue'), 12);
    expect(metric('itue')).toBeCloseTo(mean('it.power') / mean('racks.computePower'), 12);
    expect(mean('racks.computePower')).toBeLessThan(mean('racks.itPower'));
  });

  it('partial PUE, MLC and ELC add up to the PUE with what is neither cooling nor electricity chain', () => {
    const other =
      found.consumers.find(({ name }) => name === 'other')!.energy / (mean('it.power') * hoursPerYear * 3600);
    expect(metric('ppue.cooling')).toBeCloseTo(1 + metric('mlc'), 12);
    // The loss of the busways lies inside IT of category 2 and outside it in ELC.
    const inside = mean('power.buswayLoss') / mean('it.power');
    expect(metric('ppue.cooling') + metric('elc') - inside + other).toBeCloseTo(metric('pue'), 12);
  });

  it('the consumers add up to the facility', () => {
    const all = found.consumers.reduce((total, { energy }) => total + energy, 0);
    expect(all / metric('energy.total')).toBeCloseTo(1, 12);
    expect(metric('energy.total')).toBeCloseTo(mean('facility.power') * hoursPerYear * 3600, -3);
  });

  it('CUE is PUE times the carbon of electricity', () => {
    expect(metric('cue')).toBeCloseTo(metric('pue') * prepared.scenario.site.carbonIntensity, 15);
  });
});

describe('water', () => {
  it('make-up is evaporation, drift and blowdown, and WUE is make-up over IT electricity', () => {
    expect(metric('water.total')).toBeCloseTo(
      metric('water.evaporation') + metric('water.drift') + metric('water.blowdown'),
      6,
    );
    const litres = (sum(year.of('tower.makeUp')) * 3600) / 0.9991;
    const perKilowattHour = litres / ((mean('it.power') * hoursPerYear * 3600) / joulesPerKilowattHour);
    expect(metric('wue') * 1000 * joulesPerKilowattHour).toBeCloseTo(perKilowattHour, 9);
  });

  it('with all heat booked as evaporation, make-up is heat over 2.45 MJ/kg with its blowdown on top', () => {
    const duty = sum(year.of('tower.duty')) * 3600;
    const kilograms = ((duty / 2.45e6) * sum(year.of('tower.makeUp'))) / sum(year.of('tower.evaporation'));
    const booked = metric('wue.allLatent') * mean('it.power') * hoursPerYear * 3600 * 999.1;
    expect(booked / kilograms).toBeCloseTo(1, 2);
  });

  it('in the desert the air that the tower cools takes water too: the honest figure is the higher', () => {
    expect(metric('wue')).toBeGreaterThan(metric('wue.allLatent'));
  });
});

describe('hours, chips and money', () => {
  it('compressor-free hours are those without any compressor', () => {
    const free = year.of('chiller.compressorShare').reduce((n, share) => n + (share > 0 ? 0 : 1), 0);
    expect(metric('hours.compressorFree')).toBe(free);
    expect(free).toBeGreaterThan(1000);
  });

  it('the margin is that of the hottest hour', () => {
    const hottest = year.of('racks.junctionTemperature').reduce((most, kelvin) => Math.max(most, kelvin), 0);
    const margin = found.metrics.find((candidate) => candidate.label === 'Margin to junction limit')!;
    expect(margin.value).toBeCloseTo(363.15 - hottest, 9);
    expect(found.breaksLimit).toBe(false);
  });

  it('delivered GPU-hours are utilisation times GPUs', () => {
    expect(metric('compute.delivered')).toBeCloseTo(sum(year.of('racks.delivered')) * 5760, 3);
  });

  it('cost is electricity and water at their prices', () => {
    const { electricityPrice, waterPrice } = prepared.scenario.site;
    expect(metric('cost.total')).toBeCloseTo(
      metric('energy.total') * electricityPrice + metric('water.total') * waterPrice,
      3,
    );
  });
});

describe('a plant too small', () => {
  it('throttles, delivers less, and is never free of a broken limit', () => {
    const small = preparedOf(
      systemScenario('systems/immersion-dry', 'phoenix', {
        'adiabatic-cooler.source.sizedFor': '50 %',
        'adiabatic-cooler.spare': '0',
      }),
    );
    const ran = ranScenario(small, spreadHours(200));
    const { breaksLimit } = yearMetrics(ran.plant, ran.run, small.scenario.site);
    expect(breaksLimit).toBe(true);
    expect(ran.run.events.some((event) => event.gravity === 'limit' && event.owner === 'racks')).toBe(true);
    const delivered = ran.of('racks.delivered');
    const asked = ran.of('load.loads/training');
    expect(delivered.some((share, h) => share < asked[h]! - 1e-3)).toBe(true);
    expect(Math.max(...ran.of('racks.junctionTemperature'))).toBeLessThanOrEqual(363.15 + 1e-6);
  });
});
