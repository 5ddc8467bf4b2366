import { describe, expect, it } from 'vitest';
import { mixtureTowerLeaving } from '../../src/study/validation/buildings-quirks.ts';
import { merkelDesign } from '../../src/study/validation/cases/cooling-tower.ts';
import { towerDay } from '../../src/study/validation/cases/tower-day.ts';
import { towerRun } from '../../src/study/validation/tower-transient.ts';
import { follow } from '../../src/study/validation/trajectory.ts';
import { cduFinding } from '../../src/study/validation/transient-samples.ts';
import { inputs, referenceFolder } from './inputs.ts';

describe('following a small plant', () => {
  it('tells every time asked for, a jump’s as it was before it, on the solution', () => {
    // y' = −y, and from 1 s on y' = −2 y.
    let steepness = 0;
    const seen: [number, number][] = [];
    follow(
      {
        initial: [1],
        rates: (_, y, dy) => {
          dy[0] = -steepness * y[0]!;
        },
        tolerances: [1e-12],
        jumps: [1],
        decide: (t) => {
          steepness = t < 1 ? 1 : 2;
        },
        maximumStep: 1,
      },
      [0, 0.5, 1, 2],
      (t, y) => seen.push([t, y[0]!]),
    );
    expect(seen.map(([t]) => t)).toEqual([0, 0.5, 1, 2]);
    [1, Math.exp(-0.5), Math.exp(-1), Math.exp(-3)].forEach((y, i) => expect(seen[i]![1]).toBeCloseTo(y, 6));
  });

  it('decides where a margin turns its sign: a sawtooth of period 2', () => {
    // A tank that fills at 1/s until 1 and empties at 1/s until 0.
    let rate = 1;
    const decided: number[] = [];
    follow(
      {
        initial: [0],
        rates: (_, __, dy) => {
          dy[0] = rate;
        },
        tolerances: [1e-9],
        margins: [(_, y) => y[0]! - 1, (_, y) => -y[0]!],
        decide: (t, y) => {
          if (y[0]! >= 1) rate = -1;
          else if (y[0]! <= 0) rate = 1;
          decided.push(t);
        },
        maximumStep: 10,
      },
      [0, 4.5],
      (t, y) => expect(y[0]).toBeCloseTo(t === 0 ? 0 : 0.5, 4),
    );
    // A margin that turns back is a moment to decide as well.
    const moments = new Set(decided.map((t) => Math.round(1e4 * t) / 1e4));
    expect([...moments]).toEqual([0, 1, 2, 3, 4, 4.5]);
  });
});

describe('the transients', () => {
  it('start the tower pump 15 times, as often as the stored tank has been at its upper point', () => {
    const tower = mixtureTowerLeaving({ ...merkelDesign, specificHeat: towerDay.waterSpecificHeat });
    const times = towerDay.wetBulb.map((_, i) => i * towerDay.interval);
    const { starts } = towerRun(tower, times, towerDay.wetBulb);
    expect(starts.length).toBe(15);
    // 2.5 K at 5250 W into 498 kg from 293.15 K, before the pump runs for the first time.
    const { mass, heat } = towerDay.tank;
    const first = ((towerDay.pump.onAt - towerDay.initial) * mass * towerDay.waterSpecificHeat) / heat;
    expect(starts[0]).toBeCloseTo(first, 3);
  });

  it('tell what the cap on the ratio of capacity rates does', () => {
    expect(cduFinding()).toMatch(/up to 0\.000\d of its stroke .* up to 0\.00\d\d K/);
  });

  it.skipIf(!referenceFolder)('print the values that the library stores', () => {
    const file = JSON.parse(inputs.reference('lbnl/cooling_tower_merkel.json')!);
    expect([...towerDay.leaving]).toEqual(file.variables['tow.TLvg'].values);
    expect(file.commit.startsWith('c4117ccec1')).toBe(true);
  });
});
