import { describe, expect, it } from 'vitest';
import { air, setHumidity } from '../../src/fluids/air.ts';
import { dewPoint, enthalpy, humidityRatioFromWetBulb, saturatedHumidityRatio } from '../../src/fluids/moist-air.ts';
import { ScenarioError } from '../../src/errors.ts';
import { assembleScenario } from '../../src/study/scenario-run.ts';
import { benches } from '../contract/benches.ts';
import { forcingOf, type MadeHour, preparedOf, ran, type Ran, scenarioOf } from '../laws/plants.ts';

const bench = benches.find(({ kind }) => kind === 'air-economizer')!;

/** Dry bulb and dew point [°C]. */
function hour(celsius: number, dew: number, pressure = 101_325): MadeHour {
  return {
    dryBulb: celsius + 273.15,
    humidityRatio: saturatedHumidityRatio(dew + 273.15, pressure),
    utilisation: 1,
    pressure,
  };
}

function through(hours: readonly MadeHour[], written = bench.plant): Ran {
  const prepared = preparedOf(scenarioOf(written));
  return ran(assembleScenario(prepared), forcingOf(hours, prepared.scenario.loads.keys()));
}

const at = (of: Ran, name: string, h = 0): number => of.of(name)[h]!;

describe('an air economizer', () => {
  it('lets in as much as mixes to the set point: the lever rule of enthalpies', () => {
    const one = through([hour(10, 5)]);
    const W = at(one, 'hall.humidityRatio');
    const [inlet, supply] = [at(one, 'economizer.inletTemperature'), at(one, 'economizer.outletTemperature')];
    const share = (enthalpy(inlet, W) - enthalpy(supply, W)) / (enthalpy(inlet, W) - enthalpy(283.15, W));
    expect(at(one, 'economizer.outdoorShare')).toBeCloseTo(share, 9);
    expect(supply).toBeCloseTo(309.15, 6);
  });

  it('makes the hall as humid as the air it lets in, however little, and lets no moisture get lost', () => {
    const hours = [hour(3, 2.5), hour(10, 5), hour(25, 14)];
    const { of } = through(hours);
    hours.forEach(({ humidityRatio }, h) => {
      expect(of('hall.humidityRatio')[h]!).toBeCloseTo(humidityRatio, 12);
      expect(of('economizer.airOutletHumidityRatio')[h]!).toBeCloseTo(humidityRatio, 12);
      expect(of('economizer.makeUp')[h]!).toBeCloseTo(0, 12);
    });
  });

  it('wets air that is too dry to the lowest dew point, with water that the moisture balance finds again', () => {
    const dry = through([hour(15, -12)]);
    const W = at(dry, 'hall.humidityRatio');
    expect(dewPoint(W, 101_325)).toBeCloseTo(275.15, 6);
    const added = at(dry, 'economizer.airFlow') * (W - saturatedHumidityRatio(261.15, 101_325));
    expect(at(dry, 'economizer.makeUp') / added).toBeCloseTo(1, 9);
    expect(at(dry, 'economizer.humidifierPower') / at(dry, 'economizer.makeUp')).toBeCloseTo(15_000, 6);
    // Evaporation cools too: less air is wanted than without.
    const unwetted = through([hour(15, -12)], bench.plant.replace('humidifier: adiabatic', 'humidifier: none'));
    expect(at(dry, 'economizer.outdoorShare')).toBeLessThan(at(unwetted, 'economizer.outdoorShare') - 0.05);
    expect(unwetted.run.events.map(({ cause }) => cause)).toContain('hall drier than its lowest dew point');
    expect(dry.run.events.map(({ cause }) => cause)).not.toContain('hall drier than its lowest dew point');
  });

  it('wets the mixture and not the frosty air: the lowest dew point is held in any cold', () => {
    const frosty = through([hour(-25, -28)]);
    expect(dewPoint(at(frosty, 'hall.humidityRatio'), 101_325)).toBeCloseTo(275.15, 6);
    expect(at(frosty, 'economizer.outletTemperature')).toBeCloseTo(309.15, 6);
    expect(frosty.run.audit.worst.worst).toBeLessThan(1e-9);
  });

  it('closes above its dew point, its dry bulb and its enthalpy; then the hall has its own humidity and the coil the heat', () => {
    const own = saturatedHumidityRatio(283.15, preparedOf(scenarioOf(bench.plant)).design.pressure);
    const limits: readonly (readonly [MadeHour, string])[] = [
      [hour(25, 23), ''],
      [hour(27, 10), 'highDryBulb: 26 degC, '],
      [hour(24, 15), 'highEnthalpy: 50 kJ/kg, '],
    ];
    for (const [weather, limit] of limits) {
      const written = bench.plant.replace('kind: air-economizer,', `kind: air-economizer, ${limit}`);
      const one = through([weather], written);
      expect(at(one, 'economizer.duty'), limit).toBe(0);
      expect(at(one, 'economizer.power'), limit).toBe(0);
      expect(at(one, 'hall.humidityRatio'), limit).toBe(own);
      expect(at(one, 'coil.duty'), limit).toBeGreaterThan(0);
      expect(one.run.audit.worst.worst).toBeLessThan(1e-9);
    }
    expect(through([hour(25, 23)]).run.events.map(({ cause }) => cause)).toContain(
      'outdoor dew point above the limit: closed',
    );
  });

  it('shares with the coil where outdoor air alone is too warm', () => {
    const warm = through([hour(38, 10)]);
    expect(at(warm, 'economizer.outdoorShare')).toBe(1);
    expect(at(warm, 'economizer.duty')).toBeGreaterThan(0);
    expect(at(warm, 'coil.duty')).toBeGreaterThan(0);
  });

  it('moves more volume of thin air for the same share, and draws more for it', () => {
    const [sea, mountain] = [101_325, 75_000].map((pressure) => through([hour(10, 5, pressure)]));
    const perMass = (one: Ran) => at(one, 'economizer.power') / at(one, 'economizer.airFlow');
    expect(perMass(mountain!) / perMass(sea!)).toBeGreaterThan(1.3);
  });

  it('answers a transient’s damper as it answers the hour', () => {
    const prepared = preparedOf(scenarioOf(bench.plant));
    const plant = assembleScenario(prepared);
    const one = ran(plant, forcingOf([hour(10, 5)], prepared.scenario.loads.keys()));
    const { machine, source } = plant.machines.find(({ name }) => name === 'economizer')!;
    const { s } = plant;
    const [inlet, flow, duty, share] = [
      s[source!.inlet]!,
      s[source!.flow]!,
      s[source!.duty]!,
      at(one, 'economizer.outdoorShare'),
    ];
    expect(machine.transient!.respond!(inlet, flow, share, duty) / duty).toBeCloseTo(1, 9);
  });

  it('refuses limits in the wrong order, fog by its own limit, and to stand last', () => {
    const written = (text: string) => () => through([hour(10, 5)], bench.plant.replace('lowDewPoint: 2 degC', text));
    expect(written('lowDewPoint: 19 degC')).not.toThrow();
    expect(() => through([hour(10, 5)], bench.plant.replace('highDewPoint: 22 degC', 'highDewPoint: 1 degC'))).toThrow(
      /lowDewPoint.*wanted below highDewPoint/,
    );
    const cool = bench.plant
      .replace('supply: 36 degC', 'supply: 30 degC')
      .replace('highDewPoint: 22', 'highDewPoint: 30');
    expect(() => through([hour(10, 5)], cool)).toThrow(ScenarioError);
    expect(() => through([hour(10, 5)], bench.plant.replace('on: hall, stage: 1', 'on: hall, stage: 3'))).toThrow(
      /nothing comes after it/,
    );
  });
});

describe('the enthalpy of a hall', () => {
  it('given another humidity in place is the curve made anew, inverse and all', () => {
    const moved = air.enthalpyCurve(0.003).slice();
    setHumidity(moved, 0.0142);
    const fresh = air.enthalpyCurve(0.0142);
    moved.forEach((value, i) =>
      expect(Math.abs(value - fresh[i]!)).toBeLessThan(1e-9 * Math.max(1, Math.abs(fresh[i]!))),
    );
  });

  it('comes back from a humid hour: a dry one after it is as if it had come first', () => {
    const [dry, humid] = [hour(10, 2), hour(24, 18)];
    const [after, first] = [through([humid, dry]), through([dry])];
    for (const name of [
      'hall.supplyTemperature',
      'economizer.outdoorShare',
      'facility.power',
      'hall.returnTemperature',
    ])
      expect(at(after, name, 1) / at(first, name), name).toBeCloseTo(1, 8);
    expect(humidityRatioFromWetBulb(283.15, 283.15, 101_325)).toBeGreaterThan(at(first, 'hall.humidityRatio'));
  });
});
