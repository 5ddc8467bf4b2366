/**
 * Laws on plants that nobody drew, in hours that nobody chose.
 */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ScenarioError } from '../../src/errors.ts';
import { assembleScenario } from '../../src/study/scenario-run.ts';
import { forcingOf, type MadeHour, preparedOf, ran, type Ran, scenarioOf, siteText } from './plants.ts';
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

/** Words shared by the plants below. */
const node =
  'server: servers/b200-8gpu, powerSupply: power-supplies/b200-psu, utilisation: loads/training, floorArea: 4 m^2';
const pump = 'mover: { head: 180 kPa, efficiency: 65 %, staticShare: 20 %, margin: 120 % }';
const plates = `racks: { kind: cold-plate-rack, load: { liquid: technology, air: hall }, ${node}, coldPlate: cold-plates/ocp-oam-1kw-pg25, fans: server-fans/b200-residual, racks: 100, nodesPerRack: 8 }`;
const hall = 'hall: { fluid: air, supply: 24 degC, flow: { by: loads }, mover: { head: 280 Pa, efficiency: 58 % } }';
const technology = (flow: string, supply = '36 degC'): string =>
  `technology: { fluid: propylene-glycol-25-volume, supply: ${supply}, flow: { ${flow} }, ${pump} }`;
const frost: MadeHour = { dryBulb: 272, humidityRatio: 0.001, utilisation: 0.7 };
const heat: MadeHour = { dryBulb: 315, humidityRatio: 0.01, utilisation: 0.8 };
const mild: MadeHour = { dryBulb: 288, humidityRatio: 0.006, utilisation: 1 };

/** Plants that chance found and the solver once failed on: what went wrong then, and the hours in which it did. */
const kept: readonly (readonly [string, readonly string[], readonly string[], readonly MadeHour[]])[] = [
  [
    'heat was moved uphill: a CDU after a coil whose return was hotter than its loop',
    [
      hall,
      technology('constant: 1.3 L/min/kW', '34 degC'),
      `water: { fluid: propylene-glycol-30-volume, supply: 18 degC, flow: { by: loads }, ${pump} }`,
    ],
    [
      plates,
      'coil: { kind: coil, source: hall, load: water, approach: 5.5 K, units: 3, spare: 3 }',
      'cdu: { kind: cdu, source: technology, load: { on: water, after: coil }, approach: 8 K, rise: 9 K, units: 3, spare: 3 }',
      'cooler: { kind: dry-cooler, source: water, units: 3, spare: 3, approach: 6 K }',
    ],
    [heat, frost, mild, heat],
  ],
  [
    'a valve after a coil swung between the return of the coil and the supply',
    [
      hall,
      technology('rise: 11 K', '40 degC'),
      `water: { fluid: water, supply: 18 degC, flow: { by: loads }, ${pump} }`,
    ],
    [
      plates,
      'coil: { kind: coil, source: hall, load: water, approach: 6 K, rise: 10 K }',
      'cdu: { kind: cdu, source: technology, load: { on: water, after: coil }, approach: 11 K, rise: 5 K }',
      'chiller: { kind: chiller, source: water, load: outdoors, record: chillers/air-cooled-warm-carnot }',
    ],
    [frost, mild, heat],
  ],
  [
    'a coil crossed its pinch and lost vapour did not balance: boiling tanks in heat, on water that keeps a rise',
    [
      'bath: { fluid: novec-649 }',
      `water: { fluid: propylene-glycol-30-volume, supply: 35 degC, flow: { rise: 7 K }, ${pump} }`,
    ],
    [
      `racks: { kind: boiling-rack, load: bath, ${node}, surface: boiling-surfaces/coated-spreader-novec649, racks: 50, nodesPerRack: 16 }`,
      'coil: { kind: condenser-coil, source: bath, load: water, approach: 12 K, rise: 6 K, units: 3, spare: 0 }',
      'cooler: { kind: dry-cooler, source: water, units: 3, spare: 0, approach: 6 K }',
    ],
    [mild, heat, { ...heat, pressure: 85_000 }],
  ],
  [
    'an economizer asked for warmer water than its kept rise can use, and came and went',
    [
      hall,
      technology('rise: 10 K', '43 degC'),
      `water: { fluid: water, supply: 17 degC, flow: { constant: 1.8 L/min/kW }, ${pump} }`,
      `condenser: { fluid: water, approach: 5 K, control: warmest, flow: { rise: 5 K }, ${pump} }`,
    ],
    [
      plates,
      'coil: { kind: coil, source: hall, load: water, approach: 6.7 K }',
      'cdu: { kind: cdu, source: technology, load: { on: water, after: coil }, approach: 8 K, rise: 9 K }',
      'economizer: { kind: plate-exchanger, source: { on: water, stage: 1, mode: exclusive }, load: condenser, approach: 2 K }',
      'chiller: { kind: chiller, source: { on: water, stage: 2 }, load: { on: condenser, after: economizer }, record: chillers/water-cooled-warm-carnot }',
      'tower: { kind: cooling-tower, source: condenser }',
    ],
    [{ ...frost, utilisation: 0 }, mild, frost, { ...frost, pressure: 80_000 }],
  ],
  [
    'condenser water came and went with a chiller that topped up by a breath',
    [
      hall,
      technology('rise: 10 K', '41 degC'),
      `water: { fluid: water, supply: 16 degC, flow: { constant: 1.8 L/min/kW }, ${pump} }`,
      `condenser: { fluid: water, supply: 29 degC, control: wet-bulb reset, reset: { coldest: 12 degC, fromWetBulb: 2 degC, toWetBulb: 20 degC }, flow: { by: loads }, ${pump} }`,
    ],
    [
      plates,
      'coil: { kind: coil, source: hall, load: water, approach: 5.5 K }',
      'cdu: { kind: cdu, source: technology, load: water, approach: 5.5 K, rise: 9 K }',
      'economizer: { kind: plate-exchanger, source: { on: water, stage: 1 }, load: condenser, approach: 2 K }',
      'chiller: { kind: chiller, source: { on: water, stage: 2 }, load: condenser, record: chillers/water-cooled-warm-carnot }',
      'tower: { kind: cooling-tower, source: condenser }',
    ],
    [{ ...frost, utilisation: 1 }, mild, { ...frost, pressure: 91_000 }, frost],
  ],
  [
    'a loop that had rested warm kept its economizer off',
    [
      hall,
      `water: { fluid: water, supply: 17 degC, flow: { by: loads }, ${pump} }`,
      `free-cooling: { fluid: propylene-glycol-30-volume, approach: 6 K, control: warmest, flow: { rise: 5 K }, ${pump} }`,
    ],
    [
      `racks: { kind: air-rack, load: hall, ${node}, heatSink: heat-sinks/b200-10u-air, fans: server-fans/b200-air, racks: 60, nodesPerRack: 3 }`,
      'coil: { kind: coil, source: hall, load: water, approach: 6 K }',
      'economizer: { kind: plate-exchanger, source: { on: water, stage: 1, mode: exclusive }, load: free-cooling, approach: 2 K }',
      'chiller: { kind: chiller, source: { on: water, stage: 2 }, load: outdoors, record: chillers/air-cooled-warm-carnot }',
      'free-cooler: { kind: dry-cooler, source: free-cooling }',
    ],
    [heat, { ...mild, dryBulb: 297 }, mild, frost, heat],
  ],
];

describe('plants that once went wrong', () => {
  it.each(kept)('%s', (_, circuits, machines, hours) => {
    const text = [
      'title: kept plant',
      siteText('ashburn'),
      'power: { transformer: { record: transformers/dry-type-mv }, ups: { record: ups/double-conversion, losses: rooms }, pdu: { record: pdus/lv-transformer, losses: rooms }, busway: { record: busways/415v, losses: rooms } }',
      'circuits:',
      ...circuits.map((line) => `  ${line}`),
      'machines:',
      ...[...machines, 'rooms: { kind: room, load: water, constantPower: 5 kW }'].map((line) => `  ${line}`),
    ].join('\n');
    const one = built({ text, hours });
    expect(one, 'the plant can be built').toBeDefined();
    expect(one!.run.audit.worst.worst).toBeLessThan(1e-9);
    expect(one!.run.audit.leastEntropy.value).toBeGreaterThanOrEqual(-1e-9);
  });
});
