/**
 * The auditor is tested by lying to it: a machine or a meter that is off by
 * one part in a million has to be named, and a machine that balances but
 * creates order has to be caught by the second law.
 */

import { beforeAll, describe, expect, it } from 'vitest';
import { type AuditReport, auditor, requireBalance } from '../../src/audit/audit.ts';
import { BalanceError } from '../../src/errors.ts';
import type { Machine } from '../../src/machines/machine.ts';
import type { PlacedMachine, Plant } from '../../src/plant/plant.ts';
import { hourStepper, solveYear } from '../../src/solver/year.ts';
import { assembleScenario, type PreparedScenario } from '../../src/study/scenario-run.ts';
import { pickedHours, preparedFile, preparedOf, ranScenario, systemIds, systemScenario } from '../laws/plants.ts';

const lie = 1e-6;
/** A warm, humid afternoon: chillers, towers and pads all have something to do. */
const afternoon = 4911;

const plants: readonly (readonly [string, () => PreparedScenario])[] = [
  ...systemIds.map((id) => [id, () => preparedOf(systemScenario(id, 'ashburn'))] as const),
  ['scenarios/odd-plant.yaml', () => preparedFile('odd-plant.yaml')],
];

/** The plant with one machine's behaviour replaced. */
function withMachine(plant: Plant, name: string, change: (machine: Machine, placed: PlacedMachine) => Machine): Plant {
  const machines = plant.machines.map((placed) =>
    placed.name === name ? { ...placed, machine: change(placed.machine, placed) } : placed,
  );
  return { ...plant, machines };
}

/** Solves one hour of a plant and lets the auditor look at it, after `tamper` changed the slots. */
function audited(
  plant: Plant,
  prepared: PreparedScenario,
  hour: number,
  tamper: (s: Float64Array) => void = () => undefined,
): AuditReport {
  const stepper = hourStepper(plant, pickedHours(prepared.forcing, [hour]));
  const audit = auditor(plant);
  stepper(0);
  tamper(plant.s);
  audit.step(0);
  return audit.report();
}

/** The owners that a broken balance names; none when it holds. */
function blamed(report: AuditReport): readonly string[] {
  try {
    requireBalance(report);
    return [];
  } catch (error) {
    if (!(error instanceof BalanceError)) throw error;
    return [...new Set(error.residuals.map((residual) => residual.owner))];
  }
}

describe.each(plants)('%s', (_, prepare) => {
  let prepared: PreparedScenario;
  let plant: Plant;
  let truth: Float64Array;
  let audit: ReturnType<typeof auditor>;
  beforeAll(() => {
    prepared = prepare();
    plant = assembleScenario(prepared);
    hourStepper(plant, pickedHours(prepared.forcing, [afternoon]))(0);
    truth = plant.s.slice();
  });

  /** Whom a single wrong slot incriminates, in a solved hour. */
  function blamedFor(slot: number, wrong: (right: number) => number): readonly string[] {
    plant.s.set(truth);
    const stored = plant.machines.flatMap(({ machine }) => (machine.stored === undefined ? [] : [machine.stored]));
    const fresh = assembleScenario(prepared);
    for (const index of stored) plant.s[index] = fresh.s[index]!;
    audit = auditor(plant);
    plant.s.set(truth);
    plant.s[slot] = wrong(truth[slot]!);
    audit.step(0);
    const owners = blamed(audit.report());
    plant.s.set(truth);
    return owners;
  }

  it('balances as it is', () => {
    expect(blamedFor(plant.weather.dryBulb, (right) => right)).toEqual([]);
  });

  it('a meter that is off by 1e-6 is caught by its machine or circuit and by the power chain', () => {
    let caught = 0;
    for (const meter of plant.meters) {
      if (truth[meter.slot] === 0) continue;
      const owners = blamedFor(meter.slot, (right) => right * (1 + lie));
      expect(owners, `${meter.owner}.${meter.name}`).toContain(meter.owner);
      if (truth[meter.slot]! > 0.01 * truth[plant.power.slots.utility]!)
        expect(owners, meter.owner).toContain('power chain');
      caught++;
    }
    expect(caught).toBeGreaterThanOrEqual(6);
  });

  it('a loss of the power chain and the utility meter that are off by 1e-6 are caught', () => {
    const { slots } = plant.power;
    for (const slot of [slots.utility, slots.transformerLoss, slots.upsLoss, slots.pduLoss, slots.buswayLoss])
      expect(blamedFor(slot, (right) => right * (1 + lie))).toContain('power chain');
  });

  it('flow or temperature of a port that is off by 1e-6 of its rise is caught by its machine and its circuit', () => {
    for (const { name, loads, source } of plant.machines) {
      for (const port of [...loads, ...(source === undefined ? [] : [source])]) {
        if (!(truth[port.flow]! > 0) || Math.abs(truth[port.outlet]! - truth[port.inlet]!) < 0.1) continue;
        const where = `${name} on ${port.circuit}`;
        expect(
          blamedFor(port.flow, (right) => right * (1 + lie)),
          where,
        ).toContain(name);
        const rise = truth[port.outlet]! - truth[port.inlet]!;
        const owners = blamedFor(port.outlet, (right) => right + 10 * lie * rise);
        expect(owners, where).toContain(name);
        const heat = Math.abs(truth[port.flow]! * rise);
        const whole = Math.max(
          ...plant.circuits
            .filter((c) => c.name === port.circuit)
            .map((c) => truth[c.slots.loadFlow]! * Math.abs(truth[c.slots.returned]! - truth[c.slots.supply]!)),
        );
        if (heat > 0.01 * whole) expect(owners, where).toContain(port.circuit);
      }
    }
  });

  it('air, water and heat to the ambient that are off by 1e-6 are caught by their machine', () => {
    let caught = 0;
    for (const { name, ambient } of plant.machines) {
      if (ambient === undefined || !(truth[ambient.airFlow]! > 1)) continue;
      if (Math.abs(truth[ambient.outletTemperature]! - truth[plant.weather.dryBulb]!) > 0.1) {
        expect(
          blamedFor(ambient.outletTemperature, (right) => right * (1 + lie)),
          name,
        ).toContain(name);
        caught++;
      }
      if (!(truth[ambient.evaporation]! > 0)) continue;
      for (const slot of [ambient.makeUp, ambient.blowdown, ambient.outletHumidityRatio])
        expect(
          blamedFor(slot, (right) => right * (1 + lie)),
          name,
        ).toContain(name);
    }
    expect(caught).toBeGreaterThan(0);
  });

  it('a machine that gives on 1e-6 more than it takes is named', () => {
    let named = 0;
    for (const { name, source, loads, machine } of plant.machines) {
      if (
        source === undefined ||
        machine.rejection === undefined ||
        loads.length === 0 ||
        !(truth[source.duty]! > 1000)
      )
        continue;
      const fresh = assembleScenario(prepared);
      let told = NaN;
      const lying = withMachine(fresh, name, (honest) => ({
        ...honest,
        source(inlet, flow, wanted) {
          const heat = honest.source!(inlet, flow, wanted);
          // Exchangers write their part given on once, chillers in every call.
          const right = fresh.s[honest.rejection!]!;
          if (right !== told) fresh.s[honest.rejection!] = told = right * (1 + lie);
          return heat;
        },
      }));
      expect(blamed(audited(lying, prepared, afternoon)), name).toContain(name);
      named++;
    }
    expect(named).toBeGreaterThan(0);
  });

  it('racks whose heat is 1e-6 more than their electricity are named', () => {
    for (const chips of plant.machines.filter(
      ({ machine, kind }) => machine.load !== undefined && kind.endsWith('rack'),
    )) {
      const fresh = assembleScenario(prepared);
      const lying = withMachine(fresh, chips.name, (honest, placed) => ({
        ...honest,
        load() {
          honest.load!();
          const { heat } = placed.loads[0]!;
          fresh.s[heat] = fresh.s[heat]! * (1 + lie);
        },
      }));
      expect(blamed(audited(lying, prepared, afternoon)), chips.name).toContain(chips.name);
    }
  });

  it('a year balances in every step and as a whole', () => {
    const { audit: report } = ranScenario(prepared).run;
    for (const { owner, equation, worst, run } of report.closures) {
      expect(worst, `${owner}: ${equation}`).toBeLessThan(1e-9);
      expect(run, `${owner}: ${equation}`).toBeLessThan(1e-9);
    }
    expect(report.leastEntropy.value).toBeGreaterThanOrEqual(0);
  });
});

describe('the second law', () => {
  const prepared = preparedOf(systemScenario('systems/air-tower', 'ashburn'));

  it('an exchanger that moves heat up a gradient balances and is caught all the same', () => {
    const plant = assembleScenario(prepared);
    const { s } = plant;
    const magic = withMachine(plant, 'economizer', (honest, placed) => ({
      ...honest,
      source(_inlet, _flow, wanted) {
        s[placed.loads[0]!.flow] = 500;
        return wanted;
      },
      warmest: () => Infinity,
    }));
    const report = audited(magic, prepared, afternoon);
    expect(report.worst.worst).toBeLessThan(1e-9);
    expect(report.leastEntropy.value).toBeLessThan(0);
    expect(blamed(report)).toEqual(['economizer']);
  });

  it('a chiller that needs less than Carnot is caught', () => {
    const plant = assembleScenario(prepared);
    const { s } = plant;
    const power = plant.meters.find((meter) => meter.owner === 'chiller')!.slot;
    const { duty } = plant.machines.find((placed) => placed.name === 'chiller')!.source!;
    const magic = withMachine(plant, 'chiller', (honest) => ({
      ...honest,
      finish() {
        s[power] = s[duty]! / 100;
      },
      source(inlet, flow, wanted) {
        const heat = honest.source!(inlet, flow, wanted);
        s[power] = heat / 100;
        s[honest.rejection!] = 1 + 1 / 100;
        return heat;
      },
    }));
    const report = audited(magic, prepared, afternoon);
    expect(report.worst.worst).toBeLessThan(1e-9);
    expect(blamed(report)).toEqual(['chiller']);
  });

  it('a year that breaks a law does not return', () => {
    const plant = assembleScenario(prepared);
    const { s } = plant;
    const power = plant.meters.find((meter) => meter.owner === 'tower')!.slot;
    const lying = withMachine(plant, 'tower', (honest) => ({
      ...honest,
      finish() {
        honest.finish!();
        s[power] = s[power]! * (1 + 1e-3);
      },
    }));
    const year = (): unknown => solveYear(lying, pickedHours(prepared.forcing, [afternoon]));
    expect(year).toThrow(BalanceError);
    expect(year).toThrow(/tower electricity and heat in = heat out/);
  });
});
