/** A stager in front of the integrator: its margins and its timers alone tell when to decide. */

import { describe, expect, it } from 'vitest';
import { stager, type StagerSettings, type StagerState } from '../../src/controls/staging.ts';
import { firstCrossing } from '../../src/numerics/event-location.ts';
import { stiffIntegrator } from '../../src/numerics/rosenbrock.ts';

const settings: StagerSettings = {
  steps: [0, 1, 2].map(() => ({ up: 296, down: 293 })),
  upDelay: 120,
  downDelay: 180,
  minimumOnTime: 600,
  minimumOffTime: 400,
};
const heatCapacity = 4e6;
const unitHeat = 40_000;
const load = (t: number) => 55_000 + 50_000 * Math.sin((2 * Math.PI * t) / 9000);
const warming = (t: number, units: number) => (load(t) - units * unitHeat) / heatCapacity;

interface Kept {
  readonly time: number;
  readonly temperature: number;
  readonly state: StagerState;
}

/** Changes [s, units] from what was kept until a time, and what to keep there. */
function run(from: Kept, end: number): { changes: readonly (readonly [number, number])[]; kept: Kept } {
  const one = stager(settings, 0);
  one.restore(from.state);
  const changes: (readonly [number, number])[] = [];
  const integrator = stiffIntegrator(
    {
      size: 1,
      derivative: (t, _, dy) => {
        dy[0] = warming(t, one.units);
      },
    },
    { relative: 1e-10, absolute: Float64Array.of(1e-8), maximumStep: 300 },
  );
  integrator.restart(from.time, Float64Array.of(from.temperature));
  const margins = new Float64Array(2);
  const functions = [0, 1].map((which) => (t: number) => {
    one.margins(integrator.valueAt(t, 0), margins, 0);
    return margins[which]!;
  });
  while (integrator.time < end) {
    const due = Math.min(end, one.nextDecision(integrator.time));
    integrator.step(due);
    const { startTime, time } = integrator;
    const crossing = firstCrossing(functions, { from: startTime, to: time, tolerance: 1e-4, pieces: 4 });
    const moment = crossing?.time ?? time;
    if (crossing === undefined && time < due) continue;
    const temperature = integrator.valueAt(moment, 0);
    const before = one.units;
    if (one.decide(moment, temperature) !== before) changes.push([moment, one.units]);
    integrator.restart(moment, Float64Array.of(temperature));
  }
  return { changes, kept: { time: end, temperature: integrator.y[0]!, state: one.snapshot() } };
}

const start: Kept = { time: 0, temperature: 294, state: stager(settings, 0).snapshot() };
const end = 20_000;

describe('a stager before the integrator', () => {
  it('changes when a clock of a hundredth of a second says so', () => {
    const clocked = stager(settings, 0);
    const changes: [number, number][] = [];
    let temperature = start.temperature;
    const tick = 0.01;
    for (let i = 0; i * tick < end; i++) {
      const before = clocked.units;
      if (clocked.decide(i * tick, temperature) !== before) changes.push([i * tick, clocked.units]);
      temperature += tick * warming((i + 0.5) * tick, clocked.units);
    }
    const events = run(start, end).changes;
    expect(events.length).toBeGreaterThan(5);
    expect(events.map(([, units]) => units)).toEqual(changes.map(([, units]) => units));
    // Each change is late by up to a tick there, which a slow crossing later stretches.
    events.forEach(([t], i) => expect(Math.abs(t - changes[i]![0])).toBeLessThan(1));
  });

  it('goes on from what was kept, through JSON, to the same changes', () => {
    const whole = run(start, end).changes;
    for (const cut of [1234, 5000, 12_345]) {
      const first = run(start, cut);
      const second = run(JSON.parse(JSON.stringify(first.kept)), end);
      const joined = [...first.changes, ...second.changes];
      expect(joined.map(([, units]) => units)).toEqual(whole.map(([, units]) => units));
      joined.forEach(([t], i) => expect(t).toBeCloseTo(whole[i]![0], 2));
    }
  });
});
