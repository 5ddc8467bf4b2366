/**
 * A pumped boiling loop in time: liquid and vapour of the whole loop stand at
 * one saturation, whose pressure floats with what boils and what condenses.
 *
 *     dE/dt = Q + pump heat − Q_condensed − ṁ_relief (h_v − h_ref)     E(T, m) of the inventory in its volume
 *     dm/dt = −ṁ_relief,   ṁ_relief h_fg = C (T − T_relief)/τ_r above T_relief
 *     dT_p/dt = (T − T_p)/τ_p                                          T_p liquid at the pump
 *
 * E is carried as T₀ + (E − E₀)/C, in kelvin, C = dE/dT at the set point. Where
 * pressure falls faster than liquid comes from the receiver, p_sat(T_p) passes
 * what stands at the pump's inlet, and its head falls. Condensers bring T back
 * to the set point with a time constant of their controller. Leaves out
 * subcooling in the condensers, pressure drops between plates and receiver, and
 * gas that does not condense.
 */

import type { Circuit, Plant } from '../../plant/plant.ts';
import { requireTemperature } from '../../errors.ts';
import { twoPhaseInventory } from '../../physics/two-phase-inventory.ts';
import { bathPorts, noPipes, reserveOf } from './bath-ports.ts';
import type { BoilingBlock } from './boiling-block.ts';
import { circuitMovers } from './movers.ts';
import type { Operations } from './operations.ts';
import { controlTime, reliefTime } from './sealed-block.ts';
import { type CircuitDynamics, headerMasses } from './settings.ts';
import type { StateBook } from './state-book.ts';

/** Rounds in which the temperature of an energy is found, and how nearly [K]. */
const mostRounds = 30;
const sameTemperature = 1e-11;

/** A temperature that was held to the end of a range lies beyond it [K]. */
function insideOf([low, high]: readonly [number, number]): readonly [number, number] {
  return [low + sameTemperature, high - sameTemperature];
}

export function pumpedBlock(
  plant: Plant,
  circuit: Circuit,
  dynamics: CircuitDynamics,
  operations: Operations,
  book: StateBook,
): BoilingBlock {
  const { s } = plant;
  const { slots, name: owner, fluid, supply: setpoint } = circuit;
  const { relief } = circuit.sealed!;
  const saturation = fluid.saturation!;
  const ports = bathPorts(plant, circuit);
  const headers = headerMasses(plant, circuit, dynamics, fluid.density(setpoint));
  const volumes = {
    liquid: headers.supply / fluid.density(setpoint),
    vapour: headers.returned / fluid.density(setpoint),
  };
  const reference = fluid.enthalpy(relief, 0);
  const inventory = twoPhaseInventory(fluid, volumes.liquid + volumes.vapour, reference);
  const charge = inventory.charge(volumes.liquid, volumes.vapour, setpoint);
  const capacity = inventory.energy(charge, setpoint + 0.5) - inventory.energy(charge, setpoint - 0.5);
  const zero = inventory.energy(charge, setpoint);
  const reserve = reserveOf(plant, circuit, dynamics);
  const held = book.take(
    { owner, name: 'saturation', scale: 10, capacity },
    () => setpoint + (inventory.energy(charge, s[slots.supply]!) - zero) / capacity,
  );
  const lost = book.take({ owner, name: 'vapour lost', scale: Math.max(1, reserve), capacity: 0 }, () => 0);
  const atPump = book.take({ owner, name: 'liquid at the pump', scale: 10, capacity: 0 }, () => s[slots.supply]!);
  const movers = circuitMovers(plant, circuit, dynamics, operations, book);
  const loads = circuit.loads.map(({ port }) => port);

  /** Stages of a step that will be rejected may lie far off: properties are asked for within their range alone. */
  const within = (temperature: number): number =>
    temperature < fluid.range[0] ? fluid.range[0] : temperature > fluid.range[1] ? fluid.range[1] : temperature;

  /** T of E(T, m) as the state has it, by secants from the temperature that a constant C would give. */
  function temperatureOf(y: Float64Array): number {
    const mass = charge - y[lost]!;
    const wanted = zero + capacity * (y[held]! - setpoint);
    let before = within(y[held]!);
    let missBefore = inventory.energy(mass, before) - wanted;
    let temperature = within(before - missBefore / capacity);
    for (let round = 0; round < mostRounds && Math.abs(temperature - before) > sameTemperature; round++) {
      const miss = inventory.energy(mass, temperature) - wanted;
      const slope = (miss - missBefore) / (temperature - before);
      before = temperature;
      missBefore = miss;
      temperature = within(temperature - miss / (slope > 0 ? slope : capacity));
    }
    return temperature;
  }

  /** Pressure at the pump's inlet above what its liquid boils at, and what it needs beside [Pa]. */
  const suctionLeft = (y: Float64Array): number =>
    dynamics.suctionMargin + saturation.pressure(s[slots.supply]!) - saturation.pressure(within(y[atPump]!));

  return {
    ...noPipes,
    circuit,
    lost,
    heated: held,
    reserve,
    emptied: { says: 'the receiver is empty, its pumps trip', stops: 'pumps' },
    notices: [
      { says: 'the relief valve opens', value: (y) => (y[lost]! < reserve ? s[slots.supply]! - relief : -1) },
      { says: 'liquid boils at the pumps’ inlet, they cavitate', value: (y) => -suctionLeft(y) },
    ],
    wanted: () =>
      Math.max(0, s[slots.heat]! + s[slots.moverHeat]! + (capacity * (s[slots.supply]! - setpoint)) / controlTime),
    accept: () => requireTemperature(`saturation of ${owner}`, s[slots.supply]!, insideOf(fluid.range)),
    open(y) {
      s[slots.setpoint] = setpoint;
      ports.stand(temperatureOf(y), movers.driven(y));
    },
    gather(y) {
      ports.gather();
      let flow = 0;
      for (let i = 0; i < loads.length; i++) flow += s[loads[i]!.flow]!;
      s[slots.loadFlow] = s[slots.sourceFlow] = flow;
      movers.turn(y, flow / movers.driven(y));
    },
    rates(y, dy) {
      const temperature = s[slots.supply]!;
      const over = temperature - relief;
      const perKilogram = fluid.enthalpy(temperature, 1) - reference;
      const leaving = over > 0 ? (capacity * over) / (reliefTime * saturation.latentHeat(temperature)) : 0;
      s[slots.vapourLoss] = leaving * perKilogram;
      s[slots.floating] = Math.max(0, temperature - setpoint);
      dy[held] = (s[slots.heat]! + s[slots.moverHeat]! - ports.condensed() - s[slots.vapourLoss]!) / capacity;
      dy[lost] = leaving;
      dy[atPump] = (temperature - y[atPump]!) / dynamics.suctionTime;
      const left = suctionLeft(y) / dynamics.suctionMargin;
      const grip = left >= 0 ? 1 : Math.max(0, 1 + left);
      movers.rates(y, dy, movers.drive(y) * movers.drive(y), grip);
    },
  };
}
