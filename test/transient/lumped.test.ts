/**
 * Lumped cases with closed forms, through the whole solver: a chip on its
 * resistance, heat through metal, a mixed header, a long pipe, pumps that run
 * down. The plant is as small as one gets: tanks of chips without leakage, a
 * supply too large to move, an ideal cooler.
 */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { curveEnthalpy, curveTemperature } from '../../src/fluids/enthalpy-curve.ts';
import { modelsFolder, openModels, prepare } from '../../src/node.ts';
import { readScenario } from '../../src/scenario/read-scenario.ts';
import { transportDelay } from '../../src/solver/transient/transport-delay.ts';
import { siteText } from '../laws/plants.ts';
import { type RanTransient, ranTransient } from './transients.ts';

const folder = mkdtempSync(join(tmpdir(), 'coldloop-'));
afterAll(() => rmSync(folder, { recursive: true }));

const step = 10;
const returnVolume = 3;
const delay = 20;
const capacity = 400;
const partsTime = 60;
const chips = 4 * 8 * 8;

function small(transient: string): RanTransient {
  const server = readFileSync(join(modelsFolder, 'servers/b200-8gpu.yaml'), 'utf8')
    .replace('leakageShare: 15 %', 'leakageShare: 0 %')
    .replace('junctionLimit: 90 degC', 'junctionLimit: 120 degC');
  writeFileSync(join(folder, 'server.yaml'), server);
  const text = [
    'title: four tanks',
    siteText('ashburn'),
    'power: { transformer: { record: transformers/dry-type-mv }, ups: { record: ups/double-conversion, losses: outdoors }, pdu: { record: pdus/lv-transformer, losses: outdoors }, busway: { record: busways/415v, losses: outdoors } }',
    'circuits: { bath: { fluid: synthetic-hydrocarbon, supply: 40 degC, flow: { constant: 9 L/min/kW }, mover: { head: 60 kPa, efficiency: 55 % } } }',
    'machines:',
    `  racks: { kind: immersion-rack, load: bath, server: ./server.yaml, powerSupply: power-supplies/b200-psu, utilisation: loads/training, floorArea: 4 m^2, sink: immersion-sinks/directed-flow-1kw, racks: 4, nodesPerRack: 8, chipHeatCapacity: ${capacity} J/K, partsTime: ${partsTime} s }`,
    '  cooler: { kind: ideal-cooler, source: bath, against: dry bulb, approach: 1 K, power: 1 % }',
    `transient: ${transient}`,
  ].join('\n');
  const models = openModels(folder);
  return ranTransient(prepare(readScenario(text, 'small.yaml', models), folder, models.library));
}

/** Values at the ends of the rows of a column that only falls. */
function falling({ rows, run }: RanTransient, column: string): readonly number[] {
  const i = run.columns.findIndex(({ name }) => name === column);
  return rows.least.map((row) => row[i]!);
}

describe('after a step of the load', () => {
  let one: RanTransient;
  let at: (column: string, time: number) => number;
  let law: ReturnType<typeof closedForm>;
  beforeAll(() => {
    one = small(
      `{ duration: 3 min, step: 1 s, tolerance: 1e-9, circuits: { bath: { supplyVolume: 1000000 m^3, returnVolume: ${returnVolume} m^3, returnDelay: ${delay} s } }, events: { less: { at: ${step} s, load: all, to: 40 % } } }`,
    );
    at = (column, time) => falling(one, column)[Math.round(time) - 1]!;
    law = closedForm();
  });

  /** What a hand calculation needs is read before and long after the step; the course between is the law's. */
  function closedForm() {
    const { fluid, supply } = one.plant.circuits[0]!;
    const curve = fluid.enthalpyCurve(0);
    const [before, after] = [5, 100];
    const coolant = at('bath.supplyTemperature', before);
    const [power0, power1] = [at('racks.chipPower', before), at('racks.chipPower', after)];
    const resistance = (at('racks.caseTemperature', before) - coolant) / power0;
    const tau = resistance * capacity;
    const through0 = at('bath.heat', before) - chips * power0;
    const through1 = at('racks.itPower', after) - chips * power1;
    const flow = at('bath.flow', before);
    const mass = returnVolume * fluid.density(supply);
    const given = (t: number) => power1 + (power0 - power1) * Math.exp(-t / tau);
    const metal = (t: number) => through1 + (through0 - through1) * Math.exp(-t / partsTime);
    /** Enthalpy of the return less what it settles at [J/kg], of a mixed header fed by two fading heats. */
    const above = (t: number) => {
      const parts = [
        { heat: chips * (power0 - power1), tau },
        { heat: through0 - through1, tau: partsTime },
      ].map((fading) => ({ ...fading, share: fading.heat / (flow - mass / fading.tau) }));
      const start = parts.reduce((sum, { heat }) => sum + heat / flow, 0);
      const shares = parts.reduce((sum, { share }) => sum + share, 0);
      const faded = parts.reduce((sum, part) => sum + part.share * Math.exp(-t / part.tau), 0);
      return (start - shares) * Math.exp((-flow * t) / mass) + faded;
    };
    const settled = curveEnthalpy(curve, at('bath.sourceInletTemperature', before)) - above(0);
    return {
      tau,
      caseTemperature: (t: number) => coolant + resistance * given(t),
      heat: (t: number) => chips * given(t) + metal(t),
      returned: (t: number) => curveTemperature(curve, settled + above(Math.max(0, t))),
    };
  }

  const times = Array.from({ length: 60 }, (_, i) => i + 1);

  it('a chip comes to its new temperature as e^(−t/RC)', () => {
    const span = law.caseTemperature(0) - law.caseTemperature(1000);
    expect(law.tau).toBeGreaterThan(5);
    expect(span).toBeGreaterThan(3);
    for (const t of times)
      expect(Math.abs(at('racks.caseTemperature', step + t) - law.caseTemperature(t)) / span).toBeLessThan(1e-6);
  });

  it('the bath takes up the heat of chips and of metal as two exponentials', () => {
    const span = law.heat(0) - law.heat(1000);
    for (const t of times) expect(Math.abs(at('bath.heat', step + t) - law.heat(t)) / span).toBeLessThan(1e-6);
  });

  it('the return mixes as a tank that two fading heats feed: three exponentials', () => {
    const span = law.returned(0) - law.returned(1000);
    expect(span).toBeGreaterThan(1);
    for (const t of times)
      expect(Math.abs(at('bath.sourceInletTemperature', step + t) - law.returned(t)) / span).toBeLessThan(1e-6);
  });

  it('the cooler sees the return when the pipe has passed it on, unmixed', () => {
    const span = law.returned(0) - law.returned(1000);
    for (const t of times)
      expect(Math.abs(at('cooler.inletTemperature', step + t) - law.returned(t - delay)) / span).toBeLessThan(2e-6);
  });
});

it('pumps that lose their power run down as e^(−t/τ), and the flow with them', () => {
  const one = small(
    '{ duration: 30 s, step: 100 ms, tolerance: 1e-9, circuits: { bath: { coastDown: 4 s } }, events: { it: { at: 1 s, trip: bath } } }',
  );
  const turning = falling(one, 'bath.movers-at-speed');
  for (let r = 10; r < 200; r += 7)
    expect(Math.abs(turning[r]! - Math.exp(-(one.rows.time[r]! - 1) / 4))).toBeLessThan(1e-6);
  const flow = falling(one, 'bath.flow');
  for (let r = 10; r < 299; r++) expect(flow[r]!).toBeLessThanOrEqual(flow[r - 1]!);
  expect(flow.at(-1)! / flow[0]!).toBeLessThan(0.01);
});

describe('a long pipe', () => {
  const mass = 40;
  /** Flow 2 + sin t, mass passed since the start. */
  const passed = (t: number) => 2 * t + 1 - Math.cos(t);
  const filled = (entering: (m: number) => number, slope: (m: number) => number, by: number) => {
    const pipe = transportDelay(mass);
    for (let t = 0; t <= 100 + by / 2; t += by) pipe.push(passed(t), entering(passed(t)), slope(passed(t)));
    return pipe;
  };

  it('gives back a sine late by its mass, whatever the flow did, with an error of order four', () => {
    const error = (by: number) => {
      const pipe = filled(Math.sin, Math.cos, by);
      return Math.max(
        ...Array.from({ length: 300 }, (_, i) => 50 + i / 6).map((t) =>
          Math.abs(pipe.leaving(passed(t), NaN) - Math.sin(passed(t) - mass)),
        ),
      );
    };
    // A cubic through both ends misses by h⁴/384 of the fourth derivative; h is at most 3 times the step in time.
    expect(error(0.1)).toBeLessThan(0.3 ** 4 / 384);
    expect(error(0.05) / error(0.1)).toBeLessThan(1 / 12);
  });

  it('gives back a step as a step', () => {
    const pipe = transportDelay(mass);
    pipe.push(0, 1, 0);
    pipe.push(10, 1, 0);
    pipe.push(10, 5, 0);
    pipe.push(30, 5, 0);
    expect(pipe.leaving(10 + mass - 1e-6, NaN)).toBeCloseTo(1, 3);
    expect(pipe.leaving(10 + mass + 1e-6, NaN)).toBeCloseTo(5, 3);
  });

  it('holds what is in it: mass times what entered', () => {
    const pipe = filled(
      (m) => 3 + m,
      () => 1,
      0.1,
    );
    const m = passed(80);
    expect(pipe.held(m)).toBeCloseTo(mass * (3 + m - mass / 2), 6);
  });
});
