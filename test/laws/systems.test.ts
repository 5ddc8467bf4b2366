/**
 * Laws that every shipped system obeys, whatever its numbers: no law here
 * knows a machine by name, but those who add up units or switch.
 */

import { beforeAll, describe, expect, it } from 'vitest';
import type { Circuit, Plant } from '../../src/plant/plant.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { assembleScenario, type PreparedScenario } from '../../src/study/scenario-run.ts';
import type { Quantity } from '../../src/units.ts';
import { saturatedHumidityRatio } from '../../src/fluids/moist-air.ts';
import {
  forcingOf,
  type MadeHour,
  preparedFile,
  preparedOf,
  pickedHours,
  ran,
  type Ran,
  ranScenario,
  spreadHours,
  systemIds,
  systemScenario,
} from './plants.ts';

const plants: readonly (readonly [string, () => PreparedScenario])[] = [
  ...systemIds.map((id) => [id, () => preparedOf(systemScenario(id, 'ashburn'))] as const),
  ['scenarios/odd-plant.yaml', () => preparedFile('odd-plant.yaml')],
];

/** Dry bulbs from frost to heat at one humidity ratio, half a kelvin apart. */
function warming(humidityRatio: number, utilisation: number): readonly MadeHour[] {
  const hours: MadeHour[] = [];
  for (let celsius = -18; celsius <= 44; celsius += 0.5) {
    const dryBulb = celsius + 273.15;
    if (saturatedHumidityRatio(dryBulb, 101_325) > 1.02 * humidityRatio)
      hours.push({ dryBulb, humidityRatio, utilisation });
  }
  return hours;
}

const madeUp = (prepared: PreparedScenario, hours: readonly MadeHour[]): Ran =>
  ran(assembleScenario(prepared), forcingOf(hours, prepared.scenario.loads.keys()));
const column = (of: Ran, name: string): Float64Array | undefined =>
  of.run.columns.find((candidate) => candidate.name === name)?.values;
const floats = (circuit: Circuit): boolean => circuit.fluid.phase !== 'boiling';

/** Which machines work, how many units, wet or dry: what must not change between two hours that are compared. */
function staging(of: Ran, h: number): string {
  const working = of.plant.machines.map(({ name, source }) => {
    const works = source === undefined ? '' : of.of(`${name}.duty`)[h]! > 1;
    const wet = column(of, `${name}.wetShare`)?.[h];
    return `${works}${column(of, `${name}.running`)?.[h]}${wet === undefined ? '' : wet > 0}`;
  });
  return working.join(' ');
}

describe.each(plants)('%s', (name, prepare) => {
  // Its tank remembers earlier hours, its tank and heat customer follow the clock and are not scaled with the racks: laws
  // that compare hours freely or double the plant cannot hold of it. odd-plant.test.ts has those that can.
  const isOdd = name.endsWith('.yaml');
  let prepared: PreparedScenario;
  beforeAll(() => {
    prepared = prepare();
  });

  it('gives the same bits twice', () => {
    const [once, again] = [ranScenario(prepared, spreadHours(60)), ranScenario(prepared, spreadHours(60))];
    for (const { name: key, values } of once.run.columns) expect(values, key).toEqual(again.of(key));
  });

  it('gives the same numbers whatever the order of its keys', () => {
    const { scenario } = prepared;
    const turned: Scenario = {
      ...scenario,
      circuits: scenario.circuits.toReversed(),
      machines: scenario.machines.toReversed(),
    };
    const [straight, reversed] = [prepared, { ...prepared, scenario: turned }].map((one) =>
      ranScenario(one, spreadHours(60)),
    );
    for (const { name: key, quantity, values } of straight!.run.columns) {
      if (key === 'solver.passes') continue;
      const others = reversed!.of(key);
      for (let h = 0; h < values.length; h++)
        expectSame(values[h]!, others[h]!, quantity, `${key} in hour ${h}`, straight!.plant);
    }
  });

  it.skipIf(isOdd)('forgets after one hour where it came from', () => {
    const cold = { dryBulb: 262, humidityRatio: 0.001, utilisation: 0.2 };
    const hot = { dryBulb: 308, humidityRatio: 0.014, utilisation: 1 };
    let switched = 0;
    for (const [dryBulb, humidityRatio] of [
      [276, 0.004],
      [285, 0.006],
      [291, 0.008],
      [297, 0.009],
      [303, 0.012],
    ] as const) {
      for (const utilisation of [0.4, 1]) {
        const hour = { dryBulb, humidityRatio, utilisation };
        const [once, again] = [madeUp(prepared, [cold, hour]), madeUp(prepared, [hot, hour])];
        // At the switch of a unit its water decides how many are needed, and both numbers may stand.
        if (staging(once, 1) !== staging(again, 1)) switched++;
        else
          for (const { name: key, quantity, values } of once.run.columns)
            if (key !== 'solver.passes')
              expectSame(values[1]!, again.of(key)[1]!, quantity, `${key} at ${dryBulb} K`, once.plant);
      }
    }
    expect(switched).toBeLessThanOrEqual(1);
  });

  it('does not need less electricity for more work', () => {
    for (const [celsius, humidityRatio] of [
      [-5, 0.002],
      [12, 0.006],
      [22, 0.012],
      [33, 0.014],
    ] as const) {
      const hours = Array.from({ length: 21 }, (_, i) => ({
        dryBulb: celsius + 273.15,
        humidityRatio,
        utilisation: i / 20,
      }));
      const power = madeUp(prepared, hours).of('facility.power');
      // The tank and the customer of the odd plant follow the clock: there hours of one sweep are not alike.
      for (let h = 1; h < hours.length; h++)
        if (!isOdd || h > 18) expect(power[h]!, `${celsius} °C, load ${h * 5} %`).toBeGreaterThan(power[h - 1]!);
    }
  });

  it.skipIf(isOdd)('hotter air at one humidity does not lower its power while nothing switches', () => {
    let compared = 0;
    for (const humidityRatio of [0.001, 0.004, 0.009, 0.016]) {
      for (const utilisation of [0.3, 0.9]) {
        const hours = warming(humidityRatio, utilisation);
        const swept = madeUp(prepared, hours);
        const power = swept.of('facility.power');
        const held = (h: number): boolean =>
          swept.plant.circuits.filter(floats).every((circuit) => swept.of(`${circuit.name}.floating`)[h]! < 1e-6);
        for (let h = 1; h < hours.length; h++) {
          if (staging(swept, h) !== staging(swept, h - 1) || !held(h) || !held(h - 1)) continue;
          expect(
            power[h]! / power[h - 1]!,
            `${hours[h]!.dryBulb - 273.15} °C, W ${humidityRatio}, load ${utilisation}`,
          ).toBeGreaterThan(1 - 1e-9);
          compared++;
        }
      }
    }
    expect(compared).toBeGreaterThan(100);
  });

  it('a warmer set point does not raise the compressor hours of its circuit', () => {
    const compressors = compressorsBehind(assembleScenario(prepared));
    expect(compressors.size).toBeGreaterThan(0);
    for (const [circuit, machines] of compressors) {
      const shares = [-1.4, -0.7, 0].map((warmer) => {
        const circuits = prepared.scenario.circuits.map((described) =>
          described.name === circuit
            ? { ...described, values: { ...described.values, supply: described.values.supply! + warmer } }
            : described,
        );
        const swept = ranScenario({ ...prepared, scenario: { ...prepared.scenario, circuits } }, spreadHours(250));
        return machines.map((machine) =>
          swept.of(`${machine}.compressorShare`).reduce((total, share) => total + share, 0),
        );
      });
      for (let k = 1; k < shares.length; k++)
        machines.forEach((machine, i) =>
          expect(shares[k]![i]!, `${machine} with ${circuit} warmer`).toBeLessThanOrEqual(shares[k - 1]![i]! + 1e-9),
        );
    }
  });

  it.skipIf(isOdd)(
    'twice the racks on the same units have twice the flows and powers, and the same temperatures',
    () => {
      const doubled = scaled(prepared, ['racks', 'constantPower', 'envelopeGain']);
      const [one, two] = [prepared, doubled].map((each) => ranScenario(each, spreadHours(60)));
      expectTwice(one!, two!, (key) => (key.endsWith('.running') ? 1 : undefined));
    },
  );

  it.skipIf(isOdd)('twice of everything, units too, has twice the flows and powers, and the same temperatures', () => {
    const doubled = scaled(prepared, ['racks', 'constantPower', 'envelopeGain', 'units', 'spare']);
    const [one, two] = [prepared, doubled].map((each) => ranScenario(each, spreadHours(60)));
    // Twice as many chillers follow the heat in smaller steps: hours count in which just twice as many run.
    const running = one!.run.columns.filter((each) => each.name.endsWith('.running')).map((each) => each.name);
    const isTwice = (h: number): boolean => running.every((key) => two!.of(key)[h] === 2 * one!.of(key)[h]!);
    expect(spreadHours(60).filter((_, h) => isTwice(h)).length).toBeGreaterThan(30);
    expectTwice(one!, two!, (key) => (key.endsWith('.running') ? 2 : undefined), isTwice);
  });
});

/** The same plant with numbers of its machines doubled. */
function scaled(prepared: PreparedScenario, doubled: readonly string[]): PreparedScenario {
  const { scenario } = prepared;
  const machines = scenario.machines.map((machine) => ({
    ...machine,
    values: Object.fromEntries(
      Object.entries(machine.values).map(([key, value]) => [
        key,
        typeof value === 'number' && doubled.includes(key) ? 2 * value : value,
      ]),
    ),
  }));
  return { ...prepared, scenario: { ...scenario, machines } };
}

function expectTwice(
  one: Ran,
  two: Ran,
  factorOf: (key: string) => number | undefined,
  counts: (h: number) => boolean = () => true,
): void {
  for (const { name: key, quantity, values } of one.run.columns) {
    if (key === 'solver.passes') continue;
    const factor = factorOf(key) ?? (extensive.includes(quantity) && !perUnit.test(key) ? 2 : 1);
    const others = two.of(key);
    for (let h = 0; h < values.length; h++)
      if (counts(h)) expectSame(values[h]! * factor, others[h]!, quantity, `${key} in hour ${h}`, one.plant);
  }
}

/** Quantities of which twice the plant has twice as much. */
const extensive: readonly Quantity[] = ['mass flow', 'power', 'heat flow'];
/** Powers and flows that are those of one chip or plate. */
const perUnit = /\.(chipPower|plateFlow|sinkFlow)$/;

/** Equal to 1e-9: temperatures by a rise of 10 K, flows and powers by the size of the plant at least. */
function expectSame(value: number, other: number, quantity: Quantity, where: string, plant: Plant): void {
  const whole = plant.s[plant.power.slots.utility]!;
  const least =
    quantity === 'power' || quantity === 'heat flow'
      ? 1e-2 * whole
      : quantity === 'temperature' || quantity === 'temperature difference'
        ? 10
        : 0.1;
  const scale = quantity === 'temperature' ? 10 : Math.max(Math.abs(value), least);
  const off = Math.abs(value - other) / scale;
  if (!(off <= tolerance)) expect.fail(`${where}: ${value} is not ${other}, off by ${off}`);
}

/** Passes end when the next would move less than 1e-9; what follows from what moved may be some times that off [1]. */
const tolerance = 3e-8;

/** Circuits with compressors among their sources, and these. */
function compressorsBehind(plant: Plant): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { name, machine, source } of plant.machines) {
    if (machine.compressor === undefined || source === undefined) continue;
    found.set(source.circuit, [...(found.get(source.circuit) ?? []), name]);
  }
  return found;
}

describe('weathers of other places', () => {
  it.each(['singapore', 'phoenix', 'chicago', 'lulea'])('systems that can be sized in %s balance there', (climate) => {
    let sized = 0;
    for (const id of systemIds) {
      const prepared = preparedOf(systemScenario(id, climate));
      try {
        assembleScenario(prepared);
      } catch {
        continue;
      }
      sized++;
      const run = ran(assembleScenario(prepared), pickedHours(prepared.forcing, spreadHours(120))).run;
      expect(run.audit.worst.worst, id).toBeLessThan(1e-9);
    }
    expect(sized, 'systems that can be built').toBeGreaterThan(9);
  });
});
