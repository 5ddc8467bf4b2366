import { describe, expect, it } from 'vitest';
import { humidityRatioFromWetBulb } from '../../src/fluids/moist-air.ts';
import type { PlacedMachine } from '../../src/plant/plant.ts';
import { hourStepper } from '../../src/solver/year.ts';
import { assembleScenario, type PreparedScenario } from '../../src/study/scenario-run.ts';
import { benches } from '../contract/benches.ts';
import { forcingOf, type MadeHour, preparedOf, ran, scenarioOf } from '../laws/plants.ts';

const bench = benches.find(({ kind }) => kind === 'indirect-air-cooler')!;
const prepared = preparedOf(scenarioOf(bench.plant));
const loads = [...prepared.scenario.loads.keys()];

function hour(celsius: number, wetBulbCelsius: number, utilisation = 1, pressure = 101_325): MadeHour {
  const dryBulb = celsius + 273.15;
  const humidityRatio = humidityRatioFromWetBulb(dryBulb, wetBulbCelsius + 273.15, pressure);
  return { dryBulb, humidityRatio, utilisation, pressure };
}

const through = (hours: readonly MadeHour[], of: PreparedScenario = prepared) =>
  ran(assembleScenario(of), forcingOf(hours, loads));

describe('an indirect air cooler', () => {
  it('uses fans first and water last', () => {
    const { of } = through([hour(-5, -7), hour(12, 8), hour(24, 14), hour(30, 20), hour(35, 23)]);
    const [speed, wet, makeUp] = ['airFraction', 'wetShare', 'makeUp'].map((name) => of(`cooler.${name}`));
    for (let h = 1; h < 5; h++) expect(speed![h]!).toBeGreaterThanOrEqual(speed![h - 1]!);
    expect(Array.from(wet!.slice(0, 2))).toEqual([0, 0]);
    expect(Array.from(makeUp!.slice(0, 2))).toEqual([0, 0]);
    expect(wet![3]!).toBeGreaterThan(0);
    expect(wet![4]!).toBeGreaterThan(wet![3]!);
    expect(speed![3]).toBe(1);
  });

  it('evaporates what the humidity of its air gains, and bleeds a third of it at four cycles', () => {
    const { of } = through([hour(34, 22)]);
    const gained = of('cooler.airOutletHumidityRatio')[0]! - humidityRatioFromWetBulb(307.15, 295.15, 101_325);
    expect(of('cooler.evaporation')[0]! / (gained * of('cooler.airFlow')[0]!)).toBeCloseTo(1, 9);
    expect(of('cooler.blowdown')[0]! / of('cooler.evaporation')[0]!).toBeCloseTo(1 / 3, 9);
  });

  it('leaves the humidity of the hall alone', () => {
    const { of } = through([hour(34, 22), hour(5, 4)]);
    expect(of('hall.humidityRatio')[0]).toBe(of('hall.humidityRatio')[1]);
  });

  it('draws a cube of its air: half the air an eighth of the power, but for density', () => {
    const { of, plant } = through([hour(10, 6), hour(14, 8)]);
    const rated = plant.sizes.find(({ owner, name }) => owner === 'cooler' && name === 'ratedFanPower')!.value * 6;
    const [y, power] = [of('cooler.airFraction'), of('cooler.power')];
    for (const h of [0, 1]) {
      expect(y[h]!).toBeGreaterThan(0.2);
      expect(power[h]! / (rated * y[h]! ** 3)).toBeGreaterThan(1);
      expect(power[h]! / (rated * y[h]! ** 3)).toBeLessThan(1.12);
    }
  });

  it('moves less heat in thin air, whose fans fix volume: asked for more than it can', () => {
    const plant = assembleScenario(prepared);
    hourStepper(plant, forcingOf([hour(33, 20)], loads))(0);
    const { machine, source } = plant.machines.find(({ name }) => name === 'cooler') as PlacedMachine;
    const { s, weather } = plant;
    // Dry pads: their wet bulb would be another at each pressure.
    s[weather.wetBulb] = 274;
    const most = (pressure: number) => {
      s[weather.pressure] = pressure;
      return machine.source!(s[source!.inlet]!, s[source!.flow]!, 10 * s[source!.duty]!);
    };
    const [sea, mountain] = [most(101_325), most(75_000)];
    expect(mountain / sea).toBeLessThan(0.95);
    expect(mountain / sea).toBeGreaterThan(0.75);
  });

  it('is built with more volume than its hall’s, as its air is less dense behind the design hour’s pads', () => {
    for (const pressure of [101_325, 75_000]) {
      const plant = assembleScenario({ ...prepared, design: { ...prepared.design, pressure } });
      const size = (owner: string, name: string) =>
        plant.sizes.find((each) => each.owner === owner && each.name === name)!.value;
      const density = pressure / (287.042 * size('cooler', 'ratedAir'));
      const ratio = (size('cooler', 'ratedOutdoorFlow') * density) / size('cooler', 'ratedHallFlow');
      expect(ratio).toBeCloseTo(1.2, 1);
    }
  });

  it('stands still where outdoor air would heat the hall, and tells plates below the dew point', () => {
    const hot = through([hour(48, 38)]);
    expect(hot.of('cooler.power')[0]).toBeGreaterThanOrEqual(0);
    expect(hot.of('cooler.duty')[0]).toBeGreaterThanOrEqual(0);
    const cold = through([hour(-20, -20.4)]);
    expect(cold.run.events.map(({ cause }) => cause)).toContainEqual(expect.stringContaining('plates colder'));
    expect(through([hour(25, 15)]).run.events.some(({ cause }) => cause.includes('plates colder'))).toBe(false);
  });

  it('answers a transient’s actuator as it answers the hour: the heat of a steady hour at its own fan speed', () => {
    const plant = assembleScenario(prepared);
    hourStepper(plant, forcingOf([hour(14, 8)], loads))(0);
    const { machine, source } = plant.machines.find(({ name }) => name === 'cooler') as PlacedMachine;
    const { s } = plant;
    const [inlet, flow, duty] = [s[source!.inlet]!, s[source!.flow]!, s[source!.duty]!];
    const fraction = plant.slots.find(({ name }) => name === 'cooler.airFraction')!.index;
    const steady = s[fraction]!;
    expect(steady).toBeGreaterThan(0.2);
    expect(machine.transient!.respond!(inlet, flow, 0.8 * steady, duty) / duty).toBeCloseTo(1, 9);
    expect(machine.transient!.respond!(inlet, flow, 0, duty)).toBe(0);
  });
});
