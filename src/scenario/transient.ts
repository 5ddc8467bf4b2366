/**
 * How a transient is written: how long, from which hour, what the circuits
 * hold, how machines are controlled, what the UPS carries, and what happens.
 * Declared once, for reader, documentation and schema.
 */

import type { Parameters, ValuesOf } from '../library/parameters.ts';
import { boilingDynamicsParameters } from './boiling-dynamics.ts';

export const circuitDynamicsParameters = {
  supplyVolume: {
    quantity: 'volume',
    range: [1e-4, 1e6],
    about:
      'Coolant between sources and loads, buffer included; what passes in 30 s at the design hour where absent. Boiling and pumped: all liquid',
    optional: true,
  },
  returnVolume: {
    quantity: 'volume',
    range: [1e-4, 1e6],
    about:
      'Coolant between loads and sources; what passes in 30 s at the design hour where absent. Boiling and pumped: room of all vapour',
    optional: true,
  },
  supplyDelay: {
    quantity: 'time',
    range: [0, 3600],
    about:
      'Time on the way to the loads at the design flow, in long pipes or a stratified tank: unmixed, beside supplyVolume',
    default: '0 s',
  },
  returnDelay: {
    quantity: 'time',
    range: [0, 3600],
    about: 'The same on the way back',
    default: '0 s',
  },
  movers: {
    count: [1, 10_000],
    about:
      'Pumps or fans in parallel, all running; as many as the margin says where absent (125 %: five, of which four carry)',
    optional: true,
  },
  coastDown: {
    quantity: 'time',
    range: [0.1, 600],
    about: 'Time constant in which a mover without power comes to rest, and one with power to speed',
    default: '3 s',
  },
  stroke: { quantity: 'time', range: [0.1, 3600], about: 'Full speed range of a drive', default: '30 s' },
  gain: {
    quantity: 'dimensionless',
    range: [1e-3, 100],
    about: 'Gain of the speed controller on the differential pressure over its set point',
    default: '0.5',
  },
  integralTime: { quantity: 'time', range: [0.1, 36_000], about: 'Its integral time', default: '20 s' },
  buildingCapacity: {
    quantity: 'heat capacity',
    range: [0, 1e12],
    about:
      'Air: floor, walls and racks that the return air warms; 100 kJ/K for each m² of the racks’ floor where absent',
    optional: true,
  },
  buildingConductance: {
    quantity: 'conductance',
    range: [0, 1e9],
    about: 'Air: from the return air to that mass; 10 W/K for each m² of the racks’ floor where absent',
    optional: true,
  },
  expansion: {
    quantity: 'volume',
    range: [0, 1e5],
    about: 'Liquid that may leak out before pumps trip; 0.5 % of what the circuit holds, at least 3 L, where absent',
    optional: true,
  },
  makeUp: {
    quantity: 'volume flow',
    range: [0, 10],
    about: 'Liquid: make-up that replaces a leak',
    default: '0 L/min',
  },
  resetTime: {
    quantity: 'time',
    range: [1, 36_000],
    about: 'Time constant in which a set point that follows its loads or the wet bulb is moved',
    default: '2 min',
  },
  ...boilingDynamicsParameters,
} as const satisfies Parameters;

export const machineDynamicsParameters = {
  gain: {
    quantity: 'dimensionless',
    range: [1e-3, 100],
    about: 'Gain of the controller on its leaving temperature, for an error of one scale',
    default: '1',
  },
  scale: { quantity: 'temperature difference', range: [0.1, 100], about: 'Error that counts as one', default: '10 K' },
  integralTime: { quantity: 'time', range: [0.1, 36_000], about: 'Integral time', default: '60 s' },
  stroke: {
    quantity: 'time',
    range: [0.1, 3600],
    about: 'Full stroke of its actuator; what its kind says where absent',
    optional: true,
  },
  sensorTime: { quantity: 'time', range: [0.1, 600], about: 'Time constant of the temperature sensor', default: '5 s' },
  stageDelay: {
    quantity: 'time',
    range: [0, 7200],
    about: 'Machines of several units: how long the load stands beyond those that run before one starts or stops',
    default: '2 min',
  },
  stageUp: {
    quantity: 'fraction',
    range: [0.5, 1],
    about: 'Load of the running units above which one more starts',
    default: '99.9 %',
  },
  stageDown: {
    quantity: 'fraction',
    range: [0.1, 0.99],
    about: 'Load that the rest would have, below which one stops',
    default: '85 %',
  },
  minimumOn: { quantity: 'time', range: [0, 36_000], about: 'Least time that a unit runs', default: '10 min' },
  minimumOff: { quantity: 'time', range: [0, 36_000], about: 'Least time that a unit stands', default: '10 min' },
  whenTripped: {
    choice: ['isolated', 'open'],
    about: 'Units that trip are shut off by their valves, or flow through them goes on and mixes',
    default: 'isolated',
  },
  restart: {
    quantity: 'time',
    range: [0, 7200],
    about: 'From power back to cooling; what its kind says where absent (chillers 3 min)',
    optional: true,
  },
} as const satisfies Parameters;

export const transientEventParameters = {
  at: { quantity: 'time', range: [0, 604_800], about: 'When, after the start' },
  for: { quantity: 'time', range: [0, 604_800], about: 'How long; to the end where absent', optional: true },
  trip: {
    text: true,
    about: 'Machine whose units stop, or circuit whose pumps or fans stop',
    optional: true,
  },
  count: { count: [1, 10_000], about: 'So many of them; all where absent', optional: true },
  stick: { text: true, about: 'Machine whose actuator stays where it is, or where `to` says', optional: true },
  degrade: { text: true, about: 'Machine or circuit of which only the part `to` is left', optional: true },
  lose: { choice: ['utility', 'generator'], about: 'Supply of electricity that fails', optional: true },
  load: { text: true, about: 'Load series (or `all`) that goes to the utilisation `to`', optional: true },
  to: { quantity: 'fraction', range: [0, 1], about: 'What load, degrade or stick go to', optional: true },
  over: { quantity: 'time', range: [0, 604_800], about: 'Ramp of load or weather', default: '0 s' },
  swing: {
    text: true,
    about: 'Load series (or `all`) that swings between its utilisation and `to`, as training jobs do',
    optional: true,
  },
  frequency: { quantity: 'frequency', range: [1e-5, 10], about: 'Frequency of the swing', optional: true },
  warm: {
    quantity: 'temperature difference',
    range: [-40, 40],
    about: 'Dry bulb beyond the weather file (humidity ratio stays, but for what the air cannot hold)',
    optional: true,
  },
  sensor: { text: true, about: 'Machine whose temperature sensor is wrong by `bias`', optional: true },
  bias: {
    quantity: 'temperature difference',
    range: [-60, 60],
    about: 'What the sensor shows too much',
    optional: true,
  },
  leak: {
    text: true,
    about:
      'Liquid circuit that loses coolant; its pumps trip once `expansion` is gone. Tight and filled again after `for`',
    optional: true,
  },
  flow: {
    quantity: 'volume flow',
    range: [1e-9, 10],
    about: 'What leaks; 1 % of the design flow of its circuit where absent',
    optional: true,
  },
  isolate: {
    text: true,
    about:
      'Machine on the leaking circuit whose branch is shut off; `count` of its units or of the racks of a hall, one where absent',
    optional: true,
  },
  detection: {
    quantity: 'time',
    range: [0, 604_800],
    about: 'From the beginning of a leak to the order that isolates it; 30 s where absent',
    optional: true,
  },
  valves: {
    quantity: 'time',
    range: [0, 3600],
    about: 'Stroke of the valves that isolate, 10 s where absent: until then the branch works and leaks less and less',
    optional: true,
  },
} as const satisfies Parameters;

export const hallParameters = {
  rows: { count: [1, 1000], about: 'Rows that the racks stand in, each fed on its own', default: 10 },
  returns: {
    choice: ['direct', 'reverse'],
    about: 'Return of a row: direct (the nearest rack has the shortest way) or reverse (all ways are as long)',
    default: 'direct',
  },
  pitch: { quantity: 'length', range: [0.1, 10], about: 'From rack to rack along a header', default: '0.8 m' },
  headerVelocity: {
    quantity: 'velocity',
    range: [0.1, 5],
    about: 'Velocity at the beginning of a row’s headers, which sizes them',
    default: '1.5 m/s',
  },
  teeLoss: {
    quantity: 'dimensionless',
    range: [0, 5],
    about: 'K of a tee in a header, for what runs on',
    default: '0.3',
  },
  rackPressureDrop: {
    quantity: 'pressure',
    range: [1e3, 1e6],
    about: 'Manifold, couplings and plates of one rack at its rated flow',
    default: '90 kPa',
  },
  rackExponent: { quantity: 'dimensionless', range: [1, 2], about: 'n of that drop against flow', default: '1.85' },
  loadSpread: {
    quantity: 'fraction',
    range: [0, 0.5],
    about: 'Largest difference of a rack’s utilisation from the mean of all, part of that mean; evenly drawn',
    default: '10 %',
  },
  seed: { count: [1, 2_999_999], about: 'Seed of that draw', default: 1 },
} as const satisfies Parameters;

export const transientParameters = {
  duration: { quantity: 'time', range: [1, 604_800], about: 'Length of the transient', default: '20 min' },
  step: { quantity: 'time', range: [0.01, 3600], about: 'Step of the results', default: '1 s' },
  hour: {
    count: [1, 8760],
    about: 'Hour of the year it starts in (1 = 1 January 00:00–01:00); the design hour at full load where absent',
    optional: true,
  },
  weather: {
    choice: ['moving', 'held'],
    about: 'Weather and loads go on from hour to hour, or stand as at the start',
    default: 'moving',
  },
  trace: {
    text: true,
    about:
      'CSV beside the scenario (time [s], utilisation [%]) that all racks follow from the start, straight between rows',
    optional: true,
  },
  tolerance: {
    quantity: 'dimensionless',
    range: [1e-10, 1e-2],
    about: 'Relative tolerance of the integration',
    default: '1e-5',
  },
  ups: {
    quantity: 'time',
    range: [0, 86_400],
    about: 'Time for which the batteries carry the design load of the UPS',
    default: '5 min',
  },
  generatorStart: {
    quantity: 'time',
    range: [0, 3600],
    about: 'From loss of the utility to the generators on the boards',
    default: '15 s',
  },
  restartInterval: {
    quantity: 'time',
    range: [0, 600],
    about: 'Between the restarts of machines on the mechanical board, in the order of the plant',
    default: '5 s',
  },
  halls: {
    each: hallParameters,
    about: 'Rack groups, by their names, that are resolved rack by rack',
    optional: true,
  },
  circuits: { each: circuitDynamicsParameters, about: 'What circuits hold, by their names', optional: true },
  machines: { each: machineDynamicsParameters, about: 'How machines are controlled, by their names', optional: true },
  events: { each: transientEventParameters, about: 'What happens, by names of your own', optional: true },
} as const satisfies Parameters;

export type TransientValues = ValuesOf<typeof transientParameters>;
export type TransientEventValues = ValuesOf<typeof transientEventParameters>;
export type HallValues = ValuesOf<typeof hallParameters>;
