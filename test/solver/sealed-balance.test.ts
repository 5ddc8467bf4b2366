/**
 * What a sealed boiling circuit promises: its saturation floats between set
 * point and relief to where the condensers take all heat.
 */

import { describe, expect, it } from 'vitest';
import { assembleScenario } from '../../src/study/scenario-run.ts';
import {
  forcingOf,
  type MadeHour,
  preparedOf,
  ran,
  type Ran,
  ranScenario,
  spreadHours,
  systemScenario,
} from '../laws/plants.ts';

const hours = spreadHours(300);
const sealed = { 'bath.tank': 'sealed', 'bath.supply': '46 degC', 'bath.reliefPressure': '120 kPa' };
/** Coils for less than the heat, and few coolers behind them. */
const short = { 'condenser-coil.approach': '10 K', 'condenser-coil.source.sizedFor': '70 %' };
const year = (settings: Readonly<Record<string, string>>): Ran =>
  ranScenario(preparedOf(systemScenario('systems/two-phase-dry', 'phoenix', settings)), hours);

describe('a sealed boiling circuit', () => {
  it('stands at its set point while the coils can do more', () => {
    const run = year({ ...sealed, 'bath.supply': '49 degC' });
    const covered = run.of('condenser-coil.coveredShare');
    expect(run.of('bath.supplyTemperature').every((temperature) => temperature === 49 + 273.15)).toBe(true);
    expect(covered.every((share) => share < 1)).toBe(true);
    expect(run.run.events.filter(({ owner }) => owner === 'bath')).toEqual([]);
  });

  it('floats where they cannot, with the whole coil covered and nothing lost', () => {
    const run = year({ ...sealed, ...short });
    const [floating, covered] = [run.of('bath.floating'), run.of('condenser-coil.coveredShare')];
    expect(floating.every((kelvin) => kelvin > 1)).toBe(true);
    for (let h = 0; h < hours.length; h++) expect(covered[h]!).toBeCloseTo(1, 8);
    expect(run.of('bath.vapourLoss').every((loss) => loss === 0)).toBe(true);
    expect(run.run.events.filter(({ owner }) => owner === 'bath').map(({ gravity }) => gravity)).toEqual(['float']);
    expect(run.run.audit.worst.worst).toBeLessThan(1e-9);
  });

  it('warmer water makes warmer vapour, kelvin for kelvin as long as no heat changes', () => {
    const [cold, warm] = ['35 degC', '36 degC'].map((supply) =>
      year({ ...sealed, ...short, 'facility.supply': supply }),
    );
    for (let h = 0; h < hours.length; h++) {
      const water = warm!.of('facility.supplyTemperature')[h]! - cold!.of('facility.supplyTemperature')[h]!;
      const vapour = warm!.of('bath.supplyTemperature')[h]! - cold!.of('bath.supplyTemperature')[h]!;
      // The chips leak more and water's heat falls a little: not quite the same difference.
      expect(vapour).toBeGreaterThan(0.98 * water);
      expect(vapour).toBeLessThan(1.05 * water);
    }
  });

  it('loses vapour only at its relief pressure, and balances there', () => {
    const relief = { 'bath.reliefPressure': '120 kPa', 'condenser-coil.source.sizedFor': '60 %' };
    const run = year({ ...sealed, ...relief, 'adiabatic-cooler.source.sizedFor': '70 %' });
    const [loss, temperature] = [run.of('bath.vapourLoss'), run.of('bath.supplyTemperature')];
    const highest = Math.max(...temperature);
    const lost = hours.filter((_, h) => loss[h]! > 0);
    expect(lost.length).toBeGreaterThan(5);
    expect(lost.length).toBeLessThan(hours.length);
    for (let h = 0; h < hours.length; h++) if (loss[h]! > 0) expect(temperature[h]!).toBe(highest);
    expect(run.run.audit.worst.worst).toBeLessThan(1e-9);
  });

  it('that opens where it is set does as a vented one', () => {
    const weak = { 'condenser-coil.approach': '10 K', 'condenser-coil.source.sizedFor': '60 %' };
    const vented = preparedOf(systemScenario('systems/two-phase-dry', 'phoenix', weak));
    const { pressure } = vented.design;
    const { saturation } = vented.scenario.circuits.find(({ name }) => name === 'bath')!.fluid;
    const same = preparedOf(
      systemScenario('systems/two-phase-dry', 'phoenix', {
        ...weak,
        'bath.tank': 'sealed',
        'bath.supply': `${saturation!.temperature(pressure)} K`,
        'bath.reliefPressure': `${pressure} Pa`,
      }),
    );
    const made: readonly MadeHour[] = [270, 290, 305, 315].flatMap((dryBulb) =>
      [0.2, 1].map((utilisation) => ({ dryBulb, humidityRatio: 0.003, utilisation, pressure })),
    );
    const [open, shut] = [vented, same].map((prepared) =>
      ran(assembleScenario(prepared), forcingOf(made, prepared.scenario.loads.keys())),
    );
    expect(open!.of('bath.vapourLoss').some((loss) => loss > 1000)).toBe(true);
    for (const column of open!.run.columns) {
      if (column.name === 'solver.passes') continue;
      const other = shut!.of(column.name);
      for (let h = 0; h < made.length; h++) {
        const miss = Math.abs(other[h]! - column.values[h]!);
        expect(miss, column.name).toBeLessThanOrEqual(1e-8 * Math.max(1, Math.abs(column.values[h]!)));
      }
    }
  });
});
