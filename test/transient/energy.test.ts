import { describe, expect, it } from 'vitest';
import { portHeats } from '../../src/audit/port-heat.ts';
import { solveTransient } from '../../src/solver/transient/run.ts';
import { transientSettings } from '../../src/solver/transient/settings.ts';
import { assembleScenario, type PreparedScenario } from '../../src/study/scenario-run.ts';
import { preparedOf, scenarioOf, siteText, systemIds } from '../laws/plants.ts';
import { ranTransient, ranWords, transientScenario } from './transients.ts';

describe.each(systemIds)('%s', (system) => {
  it('closes its energy to 1e-8 of its electricity through trips, load steps and a heat wave', () => {
    const { machines, circuits } = transientScenario({ system, transient: '{}' }).scenario;
    const cooling = machines.filter((machine) => machine.source !== undefined).map(({ name }) => name);
    const events = [
      `first: { at: 30 s, for: 2 min, trip: ${cooling[0]}, count: 1 }`,
      `pumps: { at: 4 min, for: 20 s, trip: ${circuits.find(({ fluid }) => fluid.phase !== 'boiling')!.name}, count: 1 }`,
      'less: { at: 6 min, for: 2 min, load: all, to: 0.4, over: 10 s }',
      `still: { at: 8 min, for: 1 min, trip: ${circuits.findLast(({ fluid }) => fluid.phase !== 'boiling')!.name} }`,
      'hot: { at: 5 min, warm: 3 K, over: 1 min }',
    ];
    const { run } = ranWords({
      system,
      transient: `{ duration: 12 min, hour: 4500, events: { ${events.join(', ')} } }`,
    });
    expect(run.energy.electricity).toBeGreaterThan(1e9);
    expect(run.energy.closure).toBeLessThanOrEqual(1e-8);
    expect(run.energy.worstRate).toBeLessThanOrEqual(1e-12);
  });
});

/** A bath on water at constant differential pressure: pumps that stand leave a trickle, on which temperatures hang steeply. */
const bathOnWater = `
title: A bath on chilled water
${siteText('phoenix')}
circuits:
  bath: { fluid: synthetic-hydrocarbon, supply: 35 degC, flow: { constant: 9 L/min/kW }, mover: { head: 60 kPa, efficiency: 55 % } }
  water: { fluid: water, supply: 27.92 degC, flow: { differentialPressure: 100 kPa }, mover: { head: 180 kPa, efficiency: 65 %, staticShare: 20 %, margin: 120 % } }
  condenser: { fluid: water, approach: 5 K, control: warmest, flow: { constant: 3.4 L/min/kW }, mover: { head: 180 kPa, efficiency: 65 %, staticShare: 20 %, margin: 120 % } }
machines:
  racks: { kind: immersion-rack, load: bath, server: servers/b200-8gpu, powerSupply: power-supplies/b200-psu, utilisation: loads/training, floorArea: 4 m^2, sink: immersion-sinks/directed-flow-1kw, racks: 8, nodesPerRack: 8 }
  exchanger: { kind: plate-exchanger, source: bath, load: water, approach: 5.916 K, rise: 5 K, units: 2, spare: 1 }
  rooms: { kind: room, load: water, constantPower: 5 kW }
  economizer: { kind: plate-exchanger, source: { on: water, stage: 1, flow: 55 %, sizedFor: 55 % }, load: condenser, approach: 2 K, units: 2, spare: 1, enableDifference: 5.886 K }
  chiller: { kind: chiller, source: { on: water, stage: 2 }, load: { on: condenser, after: economizer }, record: chillers/water-cooled-warm-carnot, units: 2, spare: 1 }
  tower: { kind: cooling-tower, source: condenser, units: 2, spare: 1 }
power: { transformer: { record: transformers/dry-type-mv }, ups: { record: ups/double-conversion, losses: rooms }, pdu: { record: pdus/lv-transformer, losses: rooms }, busway: { record: busways/415v, losses: rooms } }
transient: { duration: 3 min, step: 10 s, weather: held, hour: 3681, events: { still: { at: 37.1 s, for: 64.8 s, trip: water } } }
`;

it('energy closes though pumps stand and leave a trickle', () => {
  const { run } = ranTransient(preparedOf(scenarioOf(bathOnWater)));
  expect(run.log).toHaveLength(2);
  expect(run.energy.closure).toBeLessThanOrEqual(1e-8);
});

/** Volumes of the headers of a circuit [m³], so that a test can know what they hold. */
const volumes = { supply: 20, returned: 30 };

/**
 * Energy held [J] and power in less power out [W] of a plant at a moment, from outside: header temperatures with their
 * fluids' enthalpies, states that machines show in slots, outdoor air at its port, the meter of the utility.
 */
function witness(prepared: PreparedScenario) {
  const plant = assembleScenario(prepared);
  const { s } = plant;
  const heats = portHeats(plant);
  const outdoors = plant.losses.filter((loss) => loss.to === 'outdoors');
  // Densities as at the design hour, before anything has moved.
  const headers = plant.circuits
    .filter(({ fluid }) => fluid.phase === 'liquid')
    .map(({ fluid, supply, slots }) => ({ fluid, slots, density: fluid.density(supply) }));
  return {
    plant,
    held() {
      let energy = 0;
      for (const { fluid, slots, density } of headers) {
        energy += volumes.supply * density * fluid.enthalpy(s[slots.supply]!, 0);
        energy += volumes.returned * density * fluid.enthalpy(s[slots.sourceInlet]!, 0);
      }
      for (const { machine } of plant.machines)
        for (const state of machine.transient?.states ?? []) energy += state.capacity * s[state.value]!;
      return energy;
    },
    entering() {
      heats.measure();
      let power = s[plant.power.slots.utility]!;
      for (const { ambient } of plant.machines) if (ambient !== undefined) power -= heats.heat[heats.ambient(ambient)]!;
      for (const loss of outdoors) power -= s[loss.slot]!;
      for (const { slots } of plant.circuits) power -= s[slots.vapourLoss]!;
      return power;
    },
  };
}

// Plants without air circuits: what a hall's air holds is not in a slot.
it.each(['immersion-tower', 'immersion-dry', 'two-phase-tower', 'two-phase-dry'])(
  'what %s holds changes by what its meters and the outdoor air say, while a machine stands and comes back',
  (name) => {
    const words = { system: `systems/${name}`, transient: '{}' };
    const { circuits, machines } = transientScenario(words).scenario;
    const held = circuits
      .filter(({ fluid }) => fluid.phase === 'liquid')
      .map(
        (circuit) => `${circuit.name}: { supplyVolume: ${volumes.supply} m^3, returnVolume: ${volumes.returned} m^3 }`,
      );
    const trips = machines
      .filter(
        (machine) => machine.source !== undefined && !['chiller', 'economizer', 'free-cooler'].includes(machine.name),
      )
      .map((machine, i) => `trip${i}: { at: ${2 + i} s, for: 10 s, trip: ${machine.name}, count: 2 }`);
    expect(trips.length).toBeGreaterThan(1);
    const prepared = transientScenario({
      ...words,
      transient: `{ duration: 40 s, step: 50 ms, tolerance: 1e-7, hour: 4500, circuits: { ${held.join(', ')} }, events: { ${trips.join(', ')} } }`,
    });
    const { plant, ...outside } = witness(prepared);
    const settings = transientSettings(prepared.scenario.transient!);
    const moments: { readonly time: number; readonly held: number; readonly entering: number }[] = [];
    const { energy } = solveTransient(plant, prepared.forcing, settings, (time) =>
      moments.push({ time, held: outside.held(), entering: outside.entering() }),
    );
    let came = 0;
    let least = Infinity;
    let most = -Infinity;
    for (let i = 1; i < moments.length; i++) {
      const [a, b] = [moments[i - 1]!, moments[i]!];
      came += 0.5 * (b.time - a.time) * (a.entering + b.entering);
      least = Math.min(least, b.held);
      most = Math.max(most, b.held);
    }
    // The trapezoidal rule over 50 ms, with the jumps of trips in single steps, is good to some 1e-5 of what moves.
    expect(most - least).toBeGreaterThan(1e-3 * energy.electricity);
    expect(Math.abs(moments.at(-1)!.held - moments[0]!.held - came)).toBeLessThan(1e-4 * energy.electricity);
  },
);
