/**
 * A circuit in one hour: its headers, flow and mover, and the heat that every
 * port gives to it or takes out of it.
 */

import { specificVolume } from '../fluids/moist-air.ts';
import type { Circuit, Plant } from '../plant/plant.ts';
import { celsiusText, type Quantity } from '../units.ts';
import type { Reading } from './reading.ts';

export interface ExplainedPort {
  readonly machine: string;
  readonly role: 'load' | 'source';
  /** `stage 2`, `after economizer`, or nothing. */
  readonly place: string;
  /** [kg/s], [K], [W] */
  readonly flow: number;
  readonly inlet: number;
  readonly outlet: number;
  readonly heat: number;
}

export interface ExplainedCircuit {
  readonly name: string;
  readonly fluid: string;
  readonly phase: string;
  /** How set point and flow are found, in words. */
  readonly rules: string;
  readonly readings: readonly Reading[];
  readonly ports: readonly ExplainedPort[];
  /** What was active in the hour, in words. */
  readonly limits: readonly string[];
}

export function explainedCircuit(plant: Plant, circuit: Circuit): ExplainedCircuit {
  return {
    name: circuit.name,
    fluid: circuit.fluid.id,
    phase: circuit.fluid.phase,
    rules: rulesText(circuit),
    readings: circuitReadings(plant, circuit),
    ports: circuitPorts(plant, circuit),
    limits: circuitLimits(plant, circuit),
  };
}

function rulesText(circuit: Circuit): string {
  const { fluid, setpointRule, flowRule, rise } = circuit;
  if (fluid.phase === 'boiling') return boilingRules(circuit);
  const setpoint = {
    fixed: 'fixed',
    warmest: 'the warmest its loads can use',
    'wet-bulb reset': 'moved with the wet bulb',
  }[setpointRule];
  const flow = {
    constant: 'constant',
    rise: `for a rise of ${rise.toFixed(2)} K`,
    loads: 'what the loads take',
    'differential pressure': 'what the loads take, at a held pressure difference',
  }[flowRule];
  return `set point ${setpoint}; flow ${flow}`;
}

function boilingRules({ sealed, flowRule, mover }: Circuit): string {
  const pumped = flowRule === 'constant' ? 'flow constant' : 'flow what the loads take';
  const flow = mover === undefined && flowRule !== 'constant' ? 'flow is heat over latent heat' : pumped;
  const stands =
    sealed === undefined
      ? 'stands at saturation for the pressure outdoors'
      : `floats to where the condensers take all heat, from its set point to ${celsiusText(sealed.relief)}, where vapour is let off`;
  return `${stands}; ${flow}`;
}

function circuitReadings(plant: Plant, circuit: Circuit): readonly Reading[] {
  const { s } = plant;
  const { slots, fluid, mover } = circuit;
  const at = (key: keyof Circuit['slots'], label: string, quantity: Quantity): Reading => ({
    key,
    label,
    value: s[slots[key]]!,
    quantity,
  });
  const isAir = fluid.phase === 'air';
  if (fluid.phase === 'boiling') {
    return [
      ...(circuit.sealed === undefined ? [] : [at('setpoint', 'Set point', 'temperature')]),
      at('supply', 'Saturation', 'temperature'),
      {
        key: 'latentHeat',
        label: 'Latent heat',
        value: fluid.saturation!.latentHeat(s[slots.supply]!),
        quantity: 'enthalpy',
      },
      at('loadFlow', mover === undefined ? 'Liquid boiled' : 'Liquid pumped', 'mass flow'),
      at('heat', 'Heat of the loads', 'heat flow'),
      ...moverReadings(plant, circuit, at),
      at('vapourLoss', 'Heat lost as vapour', 'heat flow'),
    ];
  }
  return [
    at('setpoint', 'Set point', 'temperature'),
    at('supply', 'Supply', 'temperature'),
    ...(isAir ? [at('loadInlet', 'Entering the servers', 'temperature')] : []),
    at('returned', 'Return of the loads', 'temperature'),
    at('sourceInlet', 'Entering the sources', 'temperature'),
    ...(isAir ? [at('companion', 'Humidity ratio', 'humidity ratio')] : []),
    at('loadFlow', 'Flow through the loads', 'mass flow'),
    ...(circuit.flowRatio === 1 ? [] : [at('sourceFlow', 'Flow through the sources', 'mass flow')]),
    {
      key: 'volumeFlow',
      label: '  by volume, at the supply',
      value: s[slots.loadFlow]! / densityOf(plant, circuit),
      quantity: isAir ? 'air volume flow' : 'volume flow',
    },
    {
      key: 'specificHeat',
      label: 'c_p, mean of supply and return',
      value: meanSpecificHeat(plant, circuit),
      quantity: 'specific heat',
    },
    at('heat', 'Heat of the loads', 'heat flow'),
    ...moverReadings(plant, circuit, at),
  ];
}

function moverReadings(
  { s }: Plant,
  { fluid, mover, slots }: Circuit,
  at: (key: keyof Circuit['slots'], label: string, quantity: Quantity) => Reading,
): readonly Reading[] {
  if (mover === undefined) return [];
  return [
    at('moverPower', fluid.phase === 'air' ? 'Fans' : 'Pumps', 'power'),
    at('moverHeat', '  of which into the fluid', 'heat flow'),
    {
      key: 'moverShare',
      label: '  flow over the rated',
      value: s[slots.sourceFlow]! / mover.ratedFlow,
      quantity: 'fraction',
    },
  ];
}

/** Of a liquid at the supply; of air, dry air over the volume of the moist. */
function densityOf({ s, weather }: Plant, { fluid, slots }: Circuit): number {
  if (fluid.phase === 'air') return 1 / specificVolume(s[slots.supply]!, s[slots.companion]!, s[weather.pressure]!);
  return fluid.density(s[slots.supply]!);
}

function meanSpecificHeat({ s }: Plant, { fluid, slots }: Circuit): number {
  const [supply, returned, companion] = [s[slots.supply]!, s[slots.returned]!, s[slots.companion]!];
  // A difference too small to divide by is replaced by half a kelvin about the supply.
  const [low, high] = Math.abs(returned - supply) > 0.1 ? [supply, returned] : [supply - 0.25, supply + 0.25];
  return (fluid.enthalpy(high, companion) - fluid.enthalpy(low, companion)) / (high - low);
}

function circuitPorts({ s, machines }: Plant, circuit: Circuit): readonly ExplainedPort[] {
  const nameOf = (machine: number) => machines[machine]!.name;
  const loads = circuit.loads.map(({ machine, port, after }): ExplainedPort => ({
    machine: nameOf(machine),
    role: 'load',
    place: after < 0 ? '' : `after ${nameOf(circuit.loads[after]!.machine)}`,
    flow: s[port.flow]!,
    inlet: s[port.inlet]!,
    outlet: s[port.outlet]!,
    heat: s[port.heat]!,
  }));
  const sources = circuit.stages.flatMap(({ number, sources: here }) =>
    here.map(({ machine, port }): ExplainedPort => ({
      machine: nameOf(machine),
      role: 'source',
      place: circuit.stages.length > 1 ? `stage ${number}` : '',
      flow: s[port.flow]!,
      inlet: s[port.inlet]!,
      outlet: s[port.outlet]!,
      heat: s[port.duty]!,
    })),
  );
  return [...loads, ...sources];
}

/** A millikelvin is no float, and a flow this near its limit stands at it. */
const leastFloat = 1e-3;
const nearly = 1 - 1e-9;

function circuitLimits({ s }: Plant, circuit: Circuit): readonly string[] {
  const { slots, mover, setpointRule, floor, supply } = circuit;
  const limits: string[] = [];
  if (circuit.fluid.phase === 'boiling') {
    if (s[slots.vapourLoss]! > 0) limits.push('the condenser cannot take the heat: vapour is lost');
    if (s[slots.floating]! > leastFloat)
      limits.push(`saturation floats ${s[slots.floating]!.toFixed(3)} K above its set point`);
    return limits;
  }
  const floating = s[slots.floating]!;
  if (floating > leastFloat) limits.push(`set point not held: the supply floats ${floating.toFixed(3)} K above it`);
  if (setpointRule === 'warmest' && s[slots.setpoint]! <= floor + 1e-9) limits.push('set point at its floor');
  else if (setpointRule === 'warmest' && s[slots.setpoint]! >= supply - 1e-9)
    limits.push('set point at the warmest allowed');
  if (mover === undefined || !(s[slots.sourceFlow]! > 0)) return limits;
  const speed = s[slots.sourceFlow]! / mover.ratedFlow;
  if (speed < mover.minimumSpeed) limits.push('mover at its lowest speed; flow is throttled');
  if (speed > 1 / nearly) limits.push(`mover above its rated flow by ${(100 * (speed - 1)).toFixed(1)} %`);
  return limits;
}
