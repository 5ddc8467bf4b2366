/**
 * How dry and adiabatic coolers are written.
 */

import type { Parameters } from '../library/parameters.ts';

export const dryParameters = {
  units: { count: [1, 10_000], about: 'Coolers that carry the design heat', default: 8 },
  spare: { count: [0, 10_000], about: 'Coolers beyond those; all run', default: 2 },
  approach: {
    quantity: 'temperature difference',
    range: [1, 40],
    about:
      'Rated approach, where the coolers are not to be sized for the design hour’s air but for this much below the design supply',
    optional: true,
  },
  specificFanPower: {
    quantity: 'air pressure',
    range: [20, 2000],
    about: 'Fan electricity at full speed over air volume flow: W/(m³/s) = Pa',
    default: '260 Pa',
  },
  airCapacityRatio: {
    quantity: 'dimensionless',
    range: [0.3, 4],
    about: 'Capacity rate of the air over that of the coolant at the rating',
    default: '1',
  },
  minimumSpeed: {
    quantity: 'fraction',
    range: [0.05, 0.9],
    about: 'Lowest steady fan speed; below it fans cycle',
    default: '30 %',
  },
  recirculation: {
    quantity: 'fraction',
    range: [0, 0.5],
    about: 'Part of the air that has just left the coils',
    default: '3 %',
  },
  coilTime: {
    quantity: 'time',
    range: [1, 600],
    about: 'Transient: time in which the design flow passes the coils, for what stands in them in frost',
    default: '15 s',
  },
  frostMargin: {
    quantity: 'temperature difference',
    range: [0, 20],
    about:
      'Transient: fans slow down from this much above the coolant’s freezing point and stand at it; 0 K lets them run',
    default: '3 K',
  },
} as const satisfies Parameters;

export const adiabaticParameters = {
  ...dryParameters,
  padEffectiveness: {
    quantity: 'fraction',
    range: [0.3, 0.99],
    about: 'Saturation effectiveness of a wet pad',
    default: '80 %',
  },
  cycles: {
    quantity: 'dimensionless',
    range: [1.5, 50],
    about: 'Cycles of concentration of the pad water',
    default: '4',
  },
  dryBelow: {
    quantity: 'temperature',
    range: [273.15, 303.15],
    about: 'Pads stay dry at colder wet bulbs, against frost',
    default: '4 degC',
  },
} as const satisfies Parameters;
