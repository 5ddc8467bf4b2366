/**
 * What every kind of machine promises, tested on a bench of its own. A new
 * kind without a bench fails; a case is left out only with a reason.
 */

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { ScenarioError } from '../../src/errors.ts';
import { humidityRatioFromWetBulb, wetBulb } from '../../src/fluids/moist-air.ts';
import type { Parameter } from '../../src/library/parameters.ts';
import { machineKinds } from '../../src/machines/index.ts';
import type { Circuit, PlacedMachine, Plant } from '../../src/plant/plant.ts';
import { hourStepper } from '../../src/solver/year.ts';
import { assembleScenario, type PreparedScenario } from '../../src/study/scenario-run.ts';
import { forcingOf, type MadeHour, preparedOf, ran, type Ran, scenarioOf } from '../laws/plants.ts';
import { benches, type Case, type KindBench } from './benches.ts';

it('every kind has a bench', () => {
  expect([...new Set(benches.map((bench) => bench.kind))].toSorted()).toEqual(
    machineKinds.map((kind) => kind.kind).toSorted(),
  );
});

/** Hours from frost to heat, idle to full; dry bulb [°C], share of the saturated humidity, utilisation. */
const hours: readonly MadeHour[] = [
  [-15, 0.6, 1],
  [-2, 0.95, 0.3],
  [6, 0.8, 0],
  [6, 0.8, 1],
  [14, 0.5, 0.6],
  [19, 0.97, 1],
  [24, 0.4, 0.05],
  [30, 0.3, 0.8],
  [30, 0.75, 1],
  [39, 0.15, 1],
].map(([celsius, share, utilisation]) => madeHour(celsius! + 273.15, share!, utilisation!));

function madeHour(dryBulb: number, share: number, utilisation: number): MadeHour {
  return { dryBulb, humidityRatio: share * humidityRatioFromWetBulb(dryBulb, dryBulb, 101_325), utilisation };
}

/** The hour the plant is sized at, with every chip busy; `dryer` and `wetter` move it [K]. */
function designHourOf({ design }: PreparedScenario, warmer = 0, wetter = 0): MadeHour {
  const dryBulb = design.dryBulb + warmer;
  const humidityRatio = humidityRatioFromWetBulb(dryBulb, design.wetBulb + wetter, design.pressure);
  return { dryBulb, humidityRatio, utilisation: 1, pressure: design.pressure };
}

/**
 * Exchangers take specific heats where the streams enter. Over a rise of 15 K that of a glycol is off by 0.1 % on the
 * way, so a vanishing stream may leave that part of the difference beyond the other's inlet [1].
 */
const pinchTolerance = 0.003;

const machineOf = (plant: Plant, name: string): PlacedMachine =>
  plant.machines.find((machine) => machine.name === name)!;
const circuitOf = (plant: Plant, name: string): Circuit => plant.circuits.find((circuit) => circuit.name === name)!;
const runs = (bench: KindBench, left: Case): boolean => bench.skips?.[left] === undefined;

function meters(plant: Plant, owner: string): readonly number[] {
  return plant.meters.filter((meter) => meter.owner === owner).map((meter) => plant.s[meter.slot]!);
}

describe.each(benches.map((bench) => [`${bench.kind}: ${bench.title}`, bench] as const))('%s', (_, bench) => {
  let prepared: PreparedScenario;
  let loads: readonly string[];
  const fresh = (): Plant => assembleScenario(prepared);
  const through = (made: readonly MadeHour[]): Ran => ran(fresh(), forcingOf(made, loads));
  beforeAll(() => {
    prepared = preparedOf(scenarioOf(bench.plant));
    loads = [...prepared.scenario.loads.keys()];
  });

  it('stands on a bench of its kind', () => {
    expect(machineOf(fresh(), bench.machine).kind).toBe(bench.kind);
  });

  it('balances from frost to heat, from idle to full', () => {
    const { run } = through(hours);
    expect(run.audit.worst.worst).toBeLessThan(1e-9);
    expect(run.audit.leastEntropy.value).toBeGreaterThanOrEqual(0);
    for (const column of run.columns) expect(column.values.every(Number.isFinite), column.name).toBe(true);
  });

  it('idle racks draw their idle power, and nothing is not finite', () => {
    const idle = through(hours.map((hour) => ({ ...hour, utilisation: 0 })));
    const busy = through(hours.map((hour) => ({ ...hour, utilisation: 1 })));
    expect(idle.of('it.power').every((power, h) => power > 0 && power < busy.of('it.power')[h]!)).toBe(true);
    expect(idle.run.audit.worst.worst).toBeLessThan(1e-9);
  });

  it.runIf(runs(bench, 'no heat wanted'))(
    'takes nothing and draws nothing where no heat is wanted, with and without flow',
    () => {
      const plant = fresh();
      const stepper = hourStepper(plant, forcingOf(hours, loads));
      const { machine, source, loads: ports } = machineOf(plant, bench.machine);
      for (let h = 0; h < hours.length; h++) {
        stepper(h);
        const { s } = plant;
        const inlet = s[source!.inlet]!;
        for (const flow of [s[source!.flow]!, 0]) {
          expect(machine.source!(inlet, flow, 0)).toBe(0);
          for (const power of meters(plant, bench.machine)) expect(power).toBe(0);
          for (const port of ports) expect(Number.isFinite(s[port.flow]!)).toBe(true);
        }
      }
    },
  );

  it.runIf(runs(bench, 'design hour') && bench.holds !== undefined)(
    'does at the design hour just what it was sized for',
    () => {
      const { plant, run } = through([designHourOf(prepared)]);
      const circuit = circuitOf(plant, bench.holds!);
      expect(plant.s[circuit.slots.floating]!, 'K above its set point').toBeLessThan(2e-3);
      expect((plant.s[circuit.slots.heat]! + plant.s[circuit.slots.moverHeat]!) / circuit.design.heat).toBeGreaterThan(
        0.985,
      );
      const { source, loads: ports } = machineOf(plant, bench.machine);
      if (source !== undefined) {
        expect(plant.s[source.duty]! / source.design.heat, 'duty over design').toBeGreaterThan(0.97);
        expect(plant.s[source.duty]! / source.design.heat, 'duty over design').toBeLessThan(1 + 1e-4);
        for (const port of ports)
          expect(plant.s[port.flow]! / plant.s[port.heat]!, 'flow is finite').toBeGreaterThan(0);
      }
      expect(
        run.events.filter(
          (event) => event.owner === bench.machine || (event.owner === bench.holds && event.gravity !== 'note'),
        ),
      ).toEqual([]);
    },
  );

  it.runIf(bench.boundBy !== undefined)(
    'has nothing to spare: one kelvin more outdoors and its set point floats',
    () => {
      const warmer = bench.boundBy === 'dry bulb' ? designHourOf(prepared, 1, 0) : designHourOf(prepared, 0, 1);
      const { plant, run } = through([warmer]);
      const floating = plant.s[circuitOf(plant, bench.holds!).slots.floating]!;
      expect(floating).toBeGreaterThan(0.3);
      expect(floating).toBeLessThan(1.5);
      expect(run.events.some((event) => event.owner === bench.holds && event.gravity === 'float')).toBe(true);
    },
  );

  it('no source on its circuits cools below the set point', () => {
    const { plant, of } = through(hours);
    for (const circuit of plant.circuits.filter((candidate) => candidate.fluid.phase !== 'boiling')) {
      for (const { sources } of circuit.stages) {
        for (const { machine } of sources) {
          const outlet = of(`${plant.machines[machine]!.name}.outletTemperature`);
          const setpoint = of(`${circuit.name}.setpoint`);
          for (let h = 0; h < hours.length; h++) expect(outlet[h]!).toBeGreaterThanOrEqual(setpoint[h]! - 1e-7);
        }
      }
    }
  });

  it.runIf(runs(bench, 'no heat wanted'))(
    'never takes more than is wanted, never crosses its pinch, never draws less than nothing',
    () => {
      const plant = fresh();
      const { machine, source, loads: ports } = machineOf(plant, bench.machine);
      const { s, weather } = plant;
      const { fluid, design } = source!;
      const circuit = circuitOf(plant, source!.circuit);
      hourStepper(plant, forcingOf([designHourOf(prepared)], loads))(0);
      const boiling = fluid.phase === 'boiling';
      const cases = fc.record({
        dryBulb: fc.double({ min: 255, max: 318, noNaN: true }),
        share: fc.double({ min: 0.05, max: 1, noNaN: true }),
        flow: fc.double({ min: 0.02, max: 1.5, noNaN: true }),
        inlet: fc.double({ min: 0.01, max: 25, noNaN: true }),
        part: fc.double({ min: 1e-4, max: 1, noNaN: true }),
        sink: fc.double({ min: -12, max: 12, noNaN: true }),
      });
      const sinks = ports.map((port) => s[port.inlet]!);
      fc.assert(
        fc.property(cases, ({ dryBulb, share, flow, inlet, part, sink }) => {
          s[weather.dryBulb] = dryBulb;
          s[weather.humidityRatio] = madeHour(dryBulb, share, 0).humidityRatio;
          s[weather.wetBulb] = wetBulb(dryBulb, s[weather.humidityRatio]!, s[weather.pressure]!);
          ports.forEach((port, i) => {
            s[port.inlet] = sinks[i]! + sink;
            s[port.reach] = s[port.inlet]!;
          });
          machine.begin?.();
          const through = flow * design.flow;
          const companion = design.companion;
          const entering = boiling ? s[source!.inlet]! : circuit.supply + inlet;
          const hot = fluid.enthalpy(entering, companion);
          const wanted = boiling
            ? part * 1.5 * design.heat
            : part * through * (hot - fluid.enthalpy(circuit.supply, companion));
          const heat = machine.source!(entering, through, wanted);
          expect(heat).toBeGreaterThanOrEqual(0);
          expect(heat).toBeLessThanOrEqual(wanted * (1 + 1e-12));
          for (const power of meters(plant, bench.machine)) expect(power).toBeGreaterThanOrEqual(0);
          for (const port of ports) expect(s[port.flow]!).toBeGreaterThanOrEqual(0);
          if (bench.pinch === undefined || !(heat > 0)) return;
          const leaving = boiling ? entering : fluid.temperature(hot - heat / through, companion);
          const coldest =
            bench.pinch === 'load inlet'
              ? s[ports[0]!.inlet]!
              : s[bench.pinch === 'dry bulb' ? weather.dryBulb : weather.wetBulb]!;
          expect(leaving).toBeGreaterThan(coldest - pinchTolerance * (entering - coldest) - 1e-9);
          if (bench.pinch !== 'load inlet') return;
          const { fluid: cold, inlet: coldInlet, flow: coldFlow } = ports[0]!;
          const out = cold.temperature(
            cold.enthalpy(s[coldInlet]!, s[ports[0]!.companion]!) + heat / s[coldFlow]!,
            s[ports[0]!.companion]!,
          );
          expect(out).toBeLessThan(entering + pinchTolerance * (entering - coldest) + 1e-9);
        }),
        { seed: 2, numRuns: 150 },
      );
    },
  );

  it('parameters at the ends of their ranges are refused or give finite numbers', () => {
    const { scenario } = prepared;
    const kind = machineKinds.find((candidate) => candidate.kind === bench.kind)!;
    let tried = 0;
    for (const [name, parameter] of Object.entries(kind.parameters)) {
      for (const end of endsOf(parameter)) {
        const machines = scenario.machines.map((machine) =>
          machine.name === bench.machine ? { ...machine, values: { ...machine.values, [name]: end } } : machine,
        );
        const changed = { ...prepared, scenario: { ...scenario, machines } };
        const where = `${name} = ${end}`;
        try {
          const { run } = ran(assembleScenario(changed), forcingOf(hours, loads));
          for (const column of run.columns)
            expect(column.values.every(Number.isFinite), `${where}: ${column.name}`).toBe(true);
        } catch (error) {
          if (!(error instanceof ScenarioError)) throw new Error(`${where}: ${String(error)}`, { cause: error });
          for (const fault of error.faults) expect(fault.message, where).not.toMatch(/NaN|undefined|Infinity/);
        }
        tried++;
      }
    }
    expect(tried).toBeGreaterThan(3);
  });
});

/** Both ends of a number's range; none of records, texts and choices. */
function endsOf(parameter: Parameter): readonly number[] {
  if ('quantity' in parameter) return parameter.range;
  if ('count' in parameter) return parameter.count;
  return [];
}
