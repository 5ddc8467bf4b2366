/**
 * The arrow Jacobian against differences of the whole system, state by state.
 */

import { describe, expect, it } from 'vitest';
import { placeIndex } from '../../src/numerics/sparse-pattern.ts';
import { arrowJacobian } from '../../src/solver/transient/arrow-jacobian.ts';
import { conservingJacobian } from '../../src/solver/transient/conserving-jacobian.ts';
import { allRunning } from '../../src/solver/transient/operations.ts';
import { transientSettings } from '../../src/solver/transient/settings.ts';
import { steadyStart } from '../../src/solver/transient/start.ts';
import { transientSystem } from '../../src/solver/transient/system.ts';
import { assembleTransient } from '../../src/study/transient-plant.ts';
import { transientScenario, type TransientWords } from './transients.ts';

function systemOf(words: TransientWords) {
  const prepared = transientScenario(words);
  const plant = assembleTransient(prepared);
  const settings = transientSettings(prepared.scenario.transient!);
  const { outside } = steadyStart(plant, prepared.forcing, settings);
  const system = transientSystem(
    plant,
    settings,
    allRunning(plant, () => 5),
    outside,
  );
  const y = system.begin();
  // Off the start, where nothing moves and much is at a limit.
  system.places.forEach((place, i) => {
    if (place.name === 'supply' || place.name === 'return') y[i]! += 0.02 * place.scale;
    if (place.name.startsWith('case')) y[i]! += 3;
    if (place.name.startsWith('clock')) y[i] = 0.9;
    if (place.name === 'drive') y[i] = 0.93;
    if (place.name === 'movers at speed') y[i] = 0.9;
    if (place.name === 'integral' || place.name.startsWith('governor')) y[i] = 0.5;
  });
  return { system, y };
}

/** ∂f/∂y by central differences of the whole system, column by column. */
function column(system: ReturnType<typeof systemOf>['system'], y: Float64Array, j: number): Float64Array {
  const by = 1e-5 * Math.max(Math.abs(y[j]!), system.places[j]!.scale);
  const rates = [-1, 1].map((side) => {
    const moved = Float64Array.from(y);
    moved[j]! += side * by;
    const dy = new Float64Array(y.length);
    system.evaluate(0, moved, dy);
    return dy;
  });
  return rates[1]!.map((rate, i) => (rate - rates[0]![i]!) / (2 * by));
}

describe.each([
  ['one rack group', { system: 'systems/cold-plate-tower', transient: '{ duration: 1 min }' }],
  [
    'a hall of eight racks',
    {
      system: 'systems/cold-plate-tower',
      set: { 'racks.racks': '8' },
      transient: '{ duration: 1 min, halls: { racks: { rows: 2, loadSpread: 30 % } } }',
    },
  ],
  ['tanks that boil', { system: 'systems/two-phase-tower', transient: '{ duration: 1 min }' }],
])('the Jacobian of %s', (_, words) => {
  const { system, y } = systemOf(words);
  const { aside, net } = system.arrow();
  const { pattern, jacobian } = conservingJacobian(arrowJacobian(system.arrow(), y), system);
  const values = new Float64Array(pattern.row.length);
  const dy = new Float64Array(y.length);
  system.evaluate(0, y, dy);
  jacobian(0, y, dy, values);

  it('is what moving each state alone shows, in every place but those that are left out', () => {
    const wrong: string[] = [];
    for (let j = 0; j < y.length; j++) {
      const alone = column(system, y, j);
      for (let i = 0; i < y.length; i++) {
        if (aside.includes(i) || i === net.row) continue;
        const size = Math.abs(alone[i]!);
        // What a unit of the column's scale does to the row, over the row's scale in a second.
        const weight = (size * system.places[j]!.scale) / system.places[i]!.scale;
        if (!(weight > 1e-6)) continue;
        const k = pattern.row.subarray(pattern.columnStart[j], pattern.columnStart[j + 1]).indexOf(i);
        const found = k < 0 ? 0 : values[placeIndex(pattern, [i, j])]!;
        if (Math.abs(found - alone[i]!) > 2e-3 * size + (1e-6 * system.places[i]!.scale) / system.places[j]!.scale)
          wrong.push(
            `${system.places[i]!.owner} ${system.places[i]!.name} by ${system.places[j]!.owner} ${system.places[j]!.name}: ${found}, alone ${alone[i]}`,
          );
      }
    }
    expect(wrong).toEqual([]);
  });

  it('holds nought where a move shows rounding alone', () => {
    const { leaves, scale } = system.arrow();
    const ofRacks = new Set(leaves.flatMap(({ states }) => states));
    const felt: number[] = [];
    let places = 0;
    for (let j = 0; j < y.length; j++) {
      if (ofRacks.has(j)) continue;
      for (let p = pattern.columnStart[j]!; p < pattern.columnStart[j + 1]!; p++) {
        const i = pattern.row[p]!;
        if (i === net.row) continue;
        places++;
        if (values[p] !== 0) felt.push((Math.abs(values[p]!) * scale[j]!) / scale[i]!);
      }
    }
    expect(Math.min(...felt)).toBeGreaterThan(1e-7);
    expect(felt.length).toBeLessThan(0.9 * places);
  });

  it('keeps energy: what a column gives to stores it takes from the net', () => {
    for (let j = 0; j < y.length; j++) {
      let held = 0;
      let size = 0;
      for (let p = pattern.columnStart[j]!; p < pattern.columnStart[j + 1]!; p++) {
        const i = pattern.row[p]!;
        held += system.places[i]!.capacity * values[p]!;
        size += Math.abs(system.places[i]!.capacity * values[p]!);
        if (i === system.net) held -= 1e9 * values[p]!;
      }
      expect(Math.abs(held)).toBeLessThanOrEqual(1e-6 * size + 1);
    }
  });
});
