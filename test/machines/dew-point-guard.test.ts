import { describe, expect, it } from 'vitest';
import { ScenarioError } from '../../src/errors.ts';
import { dewPoint, saturatedHumidityRatio } from '../../src/fluids/moist-air.ts';
import { assembleScenario } from '../../src/study/scenario-run.ts';
import { benches } from '../contract/benches.ts';
import { forcingOf, preparedOf, ran, type Ran, scenarioOf } from '../laws/plants.ts';

const door = benches.find(({ kind }) => kind === 'rear-door')!;

/** The bench of the doors with a hall of 18 °C dew point, the water's set point and a guard. */
function through(supply: string, guard: string, flow = 'by: loads'): Ran {
  const plant = door.plant
    .replace('supply: 31 degC', 'supply: 31 degC, dewPoint: 18 degC')
    .replace('supply: 26 degC, flow: { by: loads }', `supply: ${supply}, flow: { ${flow} }`)
    .replace('kind: rear-door,', `kind: rear-door, ${guard}`);
  expect(plant).toContain(supply);
  const prepared = preparedOf(scenarioOf(plant));
  const hours = [1, 0.3].map((utilisation) => ({ dryBulb: 278.15, humidityRatio: 0.004, utilisation }));
  return ran(assembleScenario(prepared), forcingOf(hours, prepared.scenario.loads.keys()));
}

const guarded = 'dewPointMargin: 2 K,';
const causes = ({ run }: Ran) =>
  run.events.filter(({ owner, cause }) => owner === 'door' && /dew/.test(cause)).map(({ cause }) => cause);

describe('the dew-point guard of a rear door', () => {
  it('takes less of water that is too cold, and gives it back as warm as water of its own floor would leave', () => {
    const [open, held] = [through('12 degC', ''), through('12 degC', guarded)];
    expect(causes(open)[0]).toContain('below the dew point');
    expect(causes(held)[0]).toContain('dew-point guard');
    const flow = 'door.water.flow';
    for (const h of [0, 1]) {
      // Held at 20 °C, a door that cooled its water from 12 °C needs more water inside and has it leave warmer.
      expect(held.of('door.water.outletTemperature')[h]!).toBeGreaterThan(293.15);
      expect(held.of('door.duty')[h]! / open.of('door.duty')[h]!).toBeCloseTo(1, 6);
      expect(held.of(flow)[h]!).toBeGreaterThan(0);
      expect(held.of('hall.supplyTemperature')[h]!).toBeCloseTo(open.of('hall.supplyTemperature')[h]!, 6);
    }
    expect(held.run.audit.worst.worst).toBeLessThan(1e-9);
  });

  it('is inside the door that an unguarded one is whose circuit brings water as warm as the floor', () => {
    const held = through('12 degC', guarded);
    const floor = 12 + held.run.events.find(({ cause }) => cause.includes('guard'))!.worst;
    const warm = through(`${floor} degC`, '');
    for (const h of [0, 1]) {
      const outlet = warm.of('door.water.outletTemperature')[h]! - 273.15;
      expect(held.of('door.water.outletTemperature')[h]! - 273.15).toBeCloseTo(outlet, 4);
      const ratio = held.of('door.water.flow')[h]! / warm.of('door.water.flow')[h]!;
      // The specific heat of water moves by 0.2 % over these temperatures.
      expect(ratio / ((outlet - floor) / (outlet - 12))).toBeCloseTo(1, 2);
    }
  });

  it('is the unguarded door where the water is warm enough', () => {
    const [open, held] = [through('24 degC', ''), through('24 degC', guarded)];
    expect(causes(held)).toEqual([]);
    for (const { name, values } of open.run.columns) expect(held.of(name), name).toEqual(values);
  });

  it('tells by how many kelvin it raised the water: dew point and margin above what came', () => {
    const { run } = through('12 degC', guarded);
    const event = run.events.find(({ cause }) => cause.includes('guard'))!;
    // The humidity is that of the design pressure; the hour has another, and with it another dew point.
    const dew = dewPoint(saturatedHumidityRatio(291.15, 101_325), 101_325);
    expect(Math.abs(event.worst - (dew + 2 - 285.15))).toBeLessThan(0.3);
  });

  it('holds at constant flow, and refuses a flow by rise and a rating colder than its floor', () => {
    expect(through('12 degC', guarded, 'constant: 1.6 L/min/kW').run.audit.worst.worst).toBeLessThan(1e-9);
    expect(() => through('12 degC', guarded, 'rise: 8 K')).toThrow(/cannot follow a rise/);
    expect(() => through('12 degC', 'dewPointMargin: 9 K,')).toThrow(ScenarioError);
    expect(() => through('12 degC', 'dewPointMargin: 9 K,')).toThrow(/27\.\d °C or warmer/);
  });
});
