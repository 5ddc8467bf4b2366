/**
 * Where a plant stands and what things cost there, as a scenario writes it.
 */

import type { Parameters } from '../library/parameters.ts';

export const siteParameters = {
  weather: {
    text: true,
    about:
      'A climate of the library (climates/ashburn: a synthetic year) or an EPW or TMY3 file beside the scenario (./sterling.epw)',
  },
  seed: { count: [1, 2_999_999], about: 'Seed of a synthetic year', default: 1 },
  designDay: {
    choice: ['0.4 %', '1 %', '2 %', 'n-year extreme'],
    about:
      'Which published design condition sizes the plant; the n-year extreme falls back to 0.4 % where none is published',
    default: '0.4 %',
  },
  designDryBulb: {
    quantity: 'temperature',
    range: [223.15, 333.15],
    about: 'Dry bulb that sizes the plant, instead of the published one',
    optional: true,
  },
  designWetBulb: {
    quantity: 'temperature',
    range: [223.15, 313.15],
    about: 'Wet bulb that sizes the plant, instead of the published one',
    optional: true,
  },
  electricityPrice: { quantity: 'electricity price', range: [0, 3e-6], about: 'Price of electricity' },
  waterPrice: { quantity: 'water price', range: [0, 1000], about: 'Price of water, sewer included' },
  carbonIntensity: { quantity: 'carbon intensity', range: [0, 1e-6], about: 'Carbon emitted per electricity used' },
  tokenRate: {
    quantity: 'token rate',
    range: [1e-3, 1e7],
    about: 'Tokens per second of one chip at full clock and full utilisation',
  },
} as const satisfies Parameters;
