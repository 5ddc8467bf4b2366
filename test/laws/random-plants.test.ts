/**
 * Laws on plants that nobody drew, in hours that nobody chose.
 */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ScenarioError } from '../../src/errors.ts';
import { assembleScenario } from '../../src/study/scenario-run.ts';
import { forcingOf, preparedOf, ran, type Ran, scenarioOf } from './plants.ts';
import { randomPlant } from './random-plant.ts';

/** The plant over its hours; undefined where it cannot be built and says so. */
function built({
  text,
  hours,
}: {
  readonly text: string;
  readonly hours: Parameters<typeof forcingOf>[0];
}): Ran | undefined {
  const prepared = preparedOf(scenarioOf(text));
  try {
    return ran(assembleScenario(prepared), forcingOf(hours, prepared.scenario.loads.keys()));
  } catch (error) {
    if (error instanceof ScenarioError) return undefined;
    throw error;
  }
}

describe('plants at random', () => {
  it('balance in every hour, are finite, cool nothing below its set point and lose nothing', () => {
    let runs = 0;
    fc.assert(
      fc.property(randomPlant, (plant) => {
        const one = built(plant);
        if (one === undefined) return;
        runs++;
        const { run } = one;
        expect(run.audit.worst.worst).toBeLessThan(1e-9);
        expect(run.audit.leastEntropy.value).toBeGreaterThanOrEqual(-1e-9);
        for (const column of run.columns) expect(column.values.every(Number.isFinite), column.name).toBe(true);
        for (const circuit of one.plant.circuits) {
          if (circuit.fluid.phase === 'boiling') continue;
          const [supply, setpoint] = [one.of(`${circuit.name}.supplyTemperature`), one.of(`${circuit.name}.setpoint`)];
          for (let h = 0; h < run.hours; h++)
            expect(supply[h]!, circuit.name).toBeGreaterThanOrEqual(setpoint[h]! - 1e-9);
        }
      }),
      { seed: 7, numRuns: 120 },
    );
    expect(runs, 'plants that could be built').toBeGreaterThan(70);
  });

  it('say by an event whenever a set point floats or vapour is lost', () => {
    let floated = 0;
    fc.assert(
      fc.property(randomPlant, (plant) => {
        const one = built(plant);
        if (one === undefined) return;
        for (const circuit of one.plant.circuits) {
          const column = circuit.fluid.phase === 'boiling' ? `${circuit.name}.vapourLoss` : `${circuit.name}.floating`;
          const least = circuit.fluid.phase === 'boiling' ? 0 : 1e-3;
          one.of(column).forEach((size, h) => {
            const told = one.run.events.some(
              (event) => event.owner === circuit.name && event.firstStep <= h && event.lastStep >= h,
            );
            if (size > least) {
              floated++;
              expect(told, `${circuit.name} in hour ${h}`).toBe(true);
            }
          });
        }
      }),
      { seed: 11, numRuns: 40 },
    );
    expect(floated).toBeGreaterThan(50);
  });
});
