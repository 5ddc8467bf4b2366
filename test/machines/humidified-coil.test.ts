import { describe, expect, it } from 'vitest';
import { ScenarioError } from '../../src/errors.ts';
import { saturatedHumidityRatio } from '../../src/fluids/moist-air.ts';
import { assembleScenario } from '../../src/study/scenario-run.ts';
import { benches } from '../contract/benches.ts';
import { forcingOf, preparedOf, ran, type Ran, scenarioOf } from '../laws/plants.ts';

const bench = benches.find(({ title }) => title.includes('steam'))!;

/** A hall at 28 °C kept at a dew point, water at 21 °C. */
function hall(humidifier: string, dewPoint: number, change: (plant: string) => string = (plant) => plant): Ran {
  const written = change(
    bench.plant
      .replace('humidifier: steam, ', humidifier === '' ? '' : `humidifier: ${humidifier}, `)
      .replace('dewPoint: 24 degC', `dewPoint: ${dewPoint} degC`),
  );
  const prepared = preparedOf(scenarioOf(written));
  const hours = [1, 0.4].map((utilisation) => ({ dryBulb: 288.15, humidityRatio: 0.006, utilisation }));
  return ran(assembleScenario(prepared), forcingOf(hours, prepared.scenario.loads.keys()));
}

const at = (of: Ran, name: string, h = 0): number => of.of(name)[h]!;

describe('a coil in a hall whose humidity is held', () => {
  it('is the dry coil where the hall is drier than its water is cold, to the last bit', () => {
    const [dry, wet] = [hall('', 12), hall('steam', 12)];
    for (const { name, values } of dry.run.columns) expect(wet.of(name), name).toEqual(values);
    expect(at(wet, 'coil.condensate')).toBe(0);
  });

  it('puts back what it condenses, and both are metered', () => {
    for (const humidifier of ['adiabatic', 'steam']) {
      const wet = hall(humidifier, 25);
      for (const h of [0, 1]) {
        expect(at(wet, 'coil.condensate', h)).toBeGreaterThan(1e-3);
        expect(at(wet, 'coil.makeUp', h)).toBe(at(wet, 'coil.condensate', h));
        expect(at(wet, 'coil.blowdown', h)).toBe(at(wet, 'coil.condensate', h));
      }
      expect(wet.run.audit.worst.worst).toBeLessThan(1e-9);
    }
  });

  it('boils its water: 2.62 MJ of electricity a kilogram from 15 °C, heat that the chiller carries again', () => {
    const [dry, steam] = [hall('', 25), hall('steam', 25)];
    const condensate = at(steam, 'coil.condensate');
    expect(at(steam, 'coil.humidifierPower') / condensate / 2.62e6).toBeCloseTo(1, 2);
    const more = at(steam, 'coil.water.heat') - at(dry, 'coil.water.heat');
    // Steam of 100 °C against condensate of some 23 °C: 2687 less 96 kJ a kilogram.
    expect(more / condensate / 2.591e6).toBeCloseTo(1, 2);
    expect(at(steam, 'facility.power')).toBeGreaterThan(at(dry, 'facility.power') + at(steam, 'coil.humidifierPower'));
  });

  it('with fog costs the chiller nothing: it evaporates what the coil condensed', () => {
    const [dry, fog] = [hall('', 25), hall('adiabatic', 25)];
    expect(at(fog, 'chiller.duty') / at(dry, 'chiller.duty')).toBeCloseTo(1, 2);
    expect(at(fog, 'coil.humidifierPower') / at(fog, 'coil.condensate')).toBeCloseTo(15_000, 6);
  });

  it('condenses the more the damper the hall, from nothing on and without a jump', () => {
    const dews = Array.from({ length: 19 }, (_, i) => 20.5 + 0.25 * i);
    const condensate = dews.map((dew) => at(hall('steam', dew), 'coil.condensate'));
    expect(condensate[0]).toBe(0);
    const steps = condensate.map((value, i) => (i === 0 ? 0 : value - condensate[i - 1]!));
    for (let i = 1; i < steps.length; i++) {
      expect(steps[i]!).toBeGreaterThanOrEqual(0);
      // It grows like the square of what the dew point lies above the surface: no step is much more than the one before.
      expect(steps[i]! - steps[i - 1]!).toBeLessThan(0.08 * condensate.at(-1)!);
    }
    expect(condensate.at(-1)!).toBeGreaterThan(1e-3);
    const most = at(hall('steam', 25), 'coil.flow') * saturatedHumidityRatio(298.15, 101_325);
    expect(condensate.at(-1)!).toBeLessThan(most);
  });

  it('holds its set point, and works at constant flow', () => {
    for (const flow of ['by: loads', 'constant: 1.6 L/min/kW']) {
      const wet = hall('adiabatic', 25, (plant) =>
        plant.replace('21 degC, flow: { by: loads }', `21 degC, flow: { ${flow} }`),
      );
      expect(at(wet, 'hall.supplyTemperature', 1), flow).toBeCloseTo(301.15, 6);
      expect(wet.run.audit.worst.worst).toBeLessThan(1e-9);
    }
  });

  it('refuses a guard, an economizer’s wait and a flow by rise', () => {
    const refused = (change: (plant: string) => string) => () => hall('steam', 24, change);
    expect(refused((plant) => plant.replace('humidifier:', 'dewPointMargin: 1 K, humidifier:'))).toThrow(ScenarioError);
    expect(refused((plant) => plant.replace('humidifier:', 'dewPointMargin: 1 K, humidifier:'))).toThrow(/has no use/);
    expect(refused((plant) => plant.replace('21 degC, flow: { by: loads }', '21 degC, flow: { rise: 8 K }'))).toThrow(
      /a flow and a set point of its own/,
    );
  });
});
