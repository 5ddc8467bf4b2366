/** Curves of machines: they pass through the point at which the solver left the machine, and rise where physics says so. */

import { beforeAll, describe, expect, it } from 'vitest';
import type { Plant } from '../../src/plant/plant.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { solveHour } from '../../src/study/hour-run.ts';
import { type MachineCurve, machineCurves } from '../../src/study/machine-curves.ts';
import { recordCurves } from '../../src/study/record-curves.ts';
import { preparedFile, preparedOf, systemIds, systemScenario } from './plants.ts';

const names = [...systemIds, 'odd-plant.yaml'];
const hour = 4911;

describe.each(names)('the curves of %s', (name) => {
  let plant: Plant;
  let before: Float64Array;
  let curves: readonly (MachineCurve & { readonly machine: string })[];

  beforeAll(() => {
    const prepared = name.endsWith('.yaml') ? preparedFile(name) : preparedOf(systemScenario(name, 'ashburn'));
    ({ plant } = solveHour(prepared, hour));
    before = plant.s.slice();
    curves = plant.machines.flatMap((placed) =>
      machineCurves(plant, placed.name).map((curve) => ({ ...curve, machine: placed.name })),
    );
  });

  it('exist for racks and for whatever rejects heat, and leave the plant as it was', () => {
    const owners = new Set(curves.map(({ machine }) => machine));
    for (const { machine } of plant.chips) expect(owners, machine).toContain(machine);
    for (const { name: own, ambient, source } of plant.machines)
      if (ambient !== undefined && source !== undefined && plant.s[source.duty]! > 1000) expect(owners).toContain(own);
    expect(plant.s).toEqual(before);
  });

  it('pass through the point at which the machine stands', () => {
    for (const { machine, key, now, points } of curves) {
      const here = points.find(({ x }) => x === now!.x);
      expect(here, `${machine} ${key}`).toBeDefined();
      // What a machine can take out is at least what it took.
      if (key.startsWith('capacity')) expect(here!.y / now!.y, `${machine} ${key}`).toBeGreaterThan(1 - 1e-7);
      else expect(here!.y / now!.y - 1, `${machine} ${key}`).toBeCloseTo(0, 6);
    }
  });

  it('warmer coolant never cools a chip, and more heat never takes less electricity', () => {
    const staged = new Set(
      plant.machines.flatMap((placed) => (placed.machine.compressor === undefined ? [] : placed.name)),
    );
    for (const { machine, key, points } of curves.filter(({ key: one }) => /junction$|^power$/.test(one))) {
      const label = `${machine} ${key}`;
      expect(points.at(-1)!.y, label).toBeGreaterThan(points[0]!.y);
      // Where one more chiller starts, all of them run at a better load: a saw-tooth that is no fault.
      if (key === 'power' && staged.has(machine)) continue;
      points.slice(1).forEach(({ y }, i) => expect(y, label).toBeGreaterThanOrEqual(points[i]!.y * (1 - 1e-9)));
    }
  });
});

describe('the curves of records', () => {
  it('are the printed points of the cold plate: 14 points, resistance against flow', () => {
    const scenario: Scenario = systemScenario('systems/cold-plate-dry', 'ashburn');
    const racks = scenario.machines.find(({ name }) => name === 'racks')!;
    const found = recordCurves(racks.kind.parameters, racks.values as Record<string, unknown>);
    const plate = found.find(({ key }) => key.startsWith('cold-plates/'))!;
    expect([plate.x.quantity, plate.y.quantity]).toEqual(['volume flow', 'thermal resistance']);
    expect(plate.points.length).toBe(14);
    // The first and the last point as printed: 0.4 L/min with 0.0389 K/W, 2.4 L/min with 0.0197 K/W.
    expect(plate.points[0]!.x * 60_000).toBeCloseTo(0.4, 9);
    expect(plate.points[0]!.y).toBe(0.0389);
    expect(plate.points[13]!.x * 60_000).toBeCloseTo(2.4, 9);
    expect(plate.points[13]!.y).toBe(0.0197);
    plate.points.slice(1).forEach(({ x, y }, i) => {
      expect(x).toBeGreaterThan(plate.points[i]!.x);
      expect(y).toBeLessThan(plate.points[i]!.y);
    });
  });
});
