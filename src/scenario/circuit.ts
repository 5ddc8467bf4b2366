/**
 * How a circuit is written: its fluid, set point, flow rule and mover, once as
 * a declaration that reader, documentation and schema share.
 */

import type { Parameters } from '../library/parameters.ts';

export const flowParameters = {
  constant: {
    quantity: 'volume flow per heat',
    range: [1e-9, 1e-3],
    about: 'Flow per rated heat of the loads, the same all year, such as 1.2 L/min/kW',
    optional: true,
  },
  rise: {
    quantity: 'temperature difference',
    range: [0.5, 60],
    about: 'Flow follows the heat so that the loads warm it by this much',
    optional: true,
  },
  by: { choice: ['loads'], about: 'Flow is the sum of what the valves (or fans) of the loads take', optional: true },
  differentialPressure: {
    quantity: 'pressure',
    range: [100, 2e6],
    about: 'Flow is what the loads take; the pump holds this pressure difference at every flow',
    optional: true,
  },
} as const satisfies Parameters;

export const moverParameters = {
  head: { quantity: 'pressure', range: [1, 2e6], about: 'Pressure rise at the design flow' },
  efficiency: {
    quantity: 'fraction',
    range: [0.05, 0.95],
    about: 'Wire-to-fluid efficiency: hydraulic over electric power',
  },
  staticShare: {
    quantity: 'fraction',
    range: [0, 1],
    about: 'Part of the head that stays when flow falls (lift, held pressure difference)',
    default: '0 %',
  },
  minimumSpeed: { quantity: 'fraction', range: [0, 1], about: 'Lowest flow the drive goes down to', default: '20 %' },
  intoFluid: {
    quantity: 'fraction',
    range: [0, 1],
    about: 'Part of the electricity that becomes heat in the fluid; the rest warms the room named by losses',
    default: '100 %',
  },
  margin: {
    quantity: 'fraction',
    range: [1, 3],
    about: 'Flow that the installed movers share over the design flow; stand-by units that run count here',
    default: '100 %',
  },
  losses: {
    text: true,
    about: 'Room that takes the heat that does not go into the fluid, or outdoors',
    default: 'outdoors',
  },
  supplied: {
    choice: ['ups', 'mechanical'],
    about: 'Whether the mover hangs on the UPS or on the mechanical board',
    default: 'mechanical',
  },
} as const satisfies Parameters;

export const circuitParameters = {
  fluid: { text: true, about: 'air, water, a glycol such as propylene-glycol-25-volume, or a coolant record' },
  supply: {
    quantity: 'temperature',
    range: [243.15, 423.15],
    about:
      'Supply set point; the warmest allowed where control is warmest; the coldest saturation that a sealed boiling circuit is kept at. A vented one has none',
    optional: true,
  },
  approach: {
    quantity: 'temperature difference',
    range: [0.5, 40],
    about:
      'Instead of supply: the design supply, this far above the coldest its sources could reach at the design hour',
    optional: true,
  },
  control: {
    choice: ['fixed', 'warmest', 'wet-bulb reset'],
    about: 'Set point: fixed; the warmest that lets the loads hold theirs; or moved with the wet bulb',
    default: 'fixed',
  },
  floor: {
    quantity: 'temperature',
    range: [243.15, 373.15],
    about: 'Coldest set point that control warmest may ask for (a basin floor)',
    default: '6 degC',
  },
  reset: {
    group: {
      coldest: { quantity: 'temperature', range: [243.15, 373.15], about: 'Set point at and below the lower wet bulb' },
      fromWetBulb: {
        quantity: 'temperature',
        range: [223.15, 323.15],
        about: 'Wet bulb at which the set point begins to rise',
      },
      toWetBulb: { quantity: 'temperature', range: [223.15, 323.15], about: 'Wet bulb at which it has reached supply' },
    },
    about: 'Line of the wet-bulb reset',
    optional: true,
  },
  flow: { group: flowParameters, about: 'What sets the flow: exactly one rule', optional: true },
  mover: { group: moverParameters, about: 'Pump or fan that drives the circuit', optional: true },
  tank: {
    choice: ['vented', 'sealed'],
    about:
      'Boiling: vented stands at saturation for the pressure outdoors; sealed floats from supply up to reliefPressure',
    default: 'vented',
  },
  reliefPressure: {
    quantity: 'absolute pressure',
    range: [1e3, 2e7],
    about: 'Boiling and sealed: pressure at which vapour is let off',
    optional: true,
  },
  bypass: {
    quantity: 'fraction',
    range: [0, 0.9],
    about: 'Air: part of the coil flow that returns without passing a server',
    default: '0 %',
  },
  recirculation: {
    quantity: 'fraction',
    range: [0, 0.9],
    about: 'Air: part of the server flow that is drawn from server exhaust',
    default: '0 %',
  },
  dewPoint: {
    quantity: 'temperature',
    range: [243.15, 303.15],
    about: 'Air: dew point at which the hall is kept',
    default: '10 degC',
  },
} as const satisfies Parameters;
