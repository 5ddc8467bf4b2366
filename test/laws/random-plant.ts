/**
 * Plants that nobody drew: technology, rejection, flow rules, controls, stages
 * and sizes at random, within what an engineer might write. Some cannot be
 * built and are refused; all others have to obey the laws.
 */

import fc from 'fast-check';
import { saturatedHumidityRatio } from '../../src/fluids/moist-air.ts';
import { type MadeHour, siteText } from './plants.ts';

export interface RandomPlant {
  readonly text: string;
  readonly hours: readonly MadeHour[];
}

/** Evenly spread, in thousandths of the range: doubles at random crowd at its ends. */
const number = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: 1000 }).map((part) => Number((min + ((max - min) * part) / 1000).toPrecision(6)));
const whole = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });

const choices = fc.record({
  technology: fc.constantFrom('air', 'door', 'plates', 'plates by rise', 'bath', 'boiling'),
  rejection: fc.constantFrom(
    'tower',
    'chiller and tower',
    'economizer, chiller and tower',
    'air-cooled chiller',
    'dry economizer and chiller',
    'adiabatic',
    'dry',
  ),
  racks: whole(2, 300),
  hall: number(20, 30),
  warm: number(34, 44),
  approach: number(4, 8),
  slack: number(0, 2),
  waterFlow: fc.constantFrom('by: loads', 'differentialPressure: 100 kPa', 'constant: 1.8 L/min/kW', 'rise: 7 K'),
  condenserFlow: fc.constantFrom('constant: 2.6 L/min/kW', 'constant: 3.4 L/min/kW', 'rise: 5 K', 'by: loads'),
  control: fc.constantFrom('fixed', 'warmest', 'wet-bulb reset'),
  after: fc.boolean(),
  sideStream: fc.constantFrom('100 %', '100 %', '55 %'),
  exclusive: fc.constantFrom('integrated', 'integrated', 'exclusive'),
  units: whole(1, 9),
  spare: whole(0, 3),
  enable: number(0, 6),
  bypass: number(0, 12),
  recirculation: number(0, 8),
  climate: fc.constantFrom('ashburn', 'phoenix', 'stockholm', 'seattle'),
});

type Choices = typeof choices extends fc.Arbitrary<infer T> ? T : never;

const hour: fc.Arbitrary<MadeHour> = fc
  .record({
    celsius: number(-20, 42),
    share: number(0.08, 0.99),
    utilisation: number(0, 1),
    pressure: number(8e4, 1.03e5),
  })
  .map(({ celsius, share, utilisation, pressure }) => {
    const dryBulb = celsius + 273.15;
    return {
      dryBulb,
      humidityRatio: Math.min(0.026, share * saturatedHumidityRatio(dryBulb, pressure)),
      utilisation,
      pressure,
    };
  });

export const randomPlant: fc.Arbitrary<RandomPlant> = fc
  .record({ chosen: choices, hours: fc.array(hour, { minLength: 24, maxLength: 24 }) })
  .map(({ chosen, hours }) => ({ text: textOf(chosen), hours }));

const node =
  'server: servers/b200-8gpu, powerSupply: power-supplies/b200-psu, utilisation: loads/training, floorArea: 4 m^2';
const pump = 'mover: { head: 180 kPa, efficiency: 65 %, staticShare: 20 %, minimumSpeed: 20 %, margin: 120 % }';

function textOf(c: Choices): string {
  const inner = technologyOf(c);
  const outer = rejectionOf(c, inner.supply);
  return [
    'title: random plant',
    siteText(c.climate),
    'power: { transformer: { record: transformers/dry-type-mv }, ups: { record: ups/double-conversion, losses: rooms }, pdu: { record: pdus/lv-transformer, losses: rooms }, busway: { record: busways/415v, losses: rooms } }',
    'circuits:',
    ...[...inner.circuits, ...outer.circuits].map((line) => `  ${line}`),
    'machines:',
    ...[...inner.machines, 'rooms: { kind: room, load: water, constantPower: 5 kW }', ...outer.machines].map(
      (line) => `  ${line}`,
    ),
  ].join('\n');
}

interface Part {
  readonly circuits: readonly string[];
  readonly machines: readonly string[];
}

/** Racks and what gives their heat to the circuit `water`, with the supply that this needs [°C]. */
function technologyOf(c: Choices): Part & { readonly supply: number } {
  const fleet = `units: ${c.units}, spare: ${c.spare}`;
  const hall = `hall: { fluid: air, supply: ${c.hall} degC, flow: { by: loads }, bypass: ${c.technology === 'door' ? 0 : c.bypass} %, recirculation: ${c.recirculation} %, mover: { head: 280 Pa, efficiency: 58 %, margin: 115 % } }`;
  const coil = `coil: { kind: ${c.technology === 'door' ? 'rear-door' : 'coil'}, source: hall, load: water, approach: ${c.approach} K, rise: 8 K, ${fleet} }`;
  const cold = c.hall - c.approach - c.slack;
  if (c.technology === 'air' || c.technology === 'door')
    return {
      circuits: [hall],
      machines: [
        `racks: { kind: air-rack, load: hall, ${node}, heatSink: heat-sinks/b200-10u-air, fans: server-fans/b200-air, racks: ${c.racks}, nodesPerRack: 3 }`,
        coil,
      ],
      supply: cold,
    };
  if (c.technology.startsWith('plates')) {
    const flow = c.technology === 'plates' ? 'constant: 1.3 L/min/kW' : 'rise: 10 K';
    return {
      circuits: [
        hall,
        `technology: { fluid: propylene-glycol-25-volume, supply: ${c.warm} degC, flow: { ${flow} }, ${pump} }`,
      ],
      machines: [
        `racks: { kind: cold-plate-rack, load: { liquid: technology, air: hall }, ${node}, coldPlate: cold-plates/ocp-oam-1kw-pg25, fans: server-fans/b200-residual, racks: ${c.racks}, nodesPerRack: 8 }`,
        coil,
        `cdu: { kind: cdu, source: technology, load: { on: water${c.after ? ', after: coil' : ''} }, approach: ${c.after ? 8 : c.approach} K, rise: 9 K, ${fleet} }`,
      ],
      supply: cold,
    };
  }
  const warm = c.warm - c.approach - c.slack;
  if (c.technology === 'bath')
    return {
      circuits: [
        `bath: { fluid: synthetic-hydrocarbon, supply: ${c.warm} degC, flow: { constant: 9 L/min/kW }, mover: { head: 60 kPa, efficiency: 55 % } }`,
      ],
      machines: [
        `racks: { kind: immersion-rack, load: bath, ${node}, sink: immersion-sinks/directed-flow-1kw, racks: ${c.racks}, nodesPerRack: 8 }`,
        `exchanger: { kind: plate-exchanger, source: bath, load: water, approach: ${c.approach} K, rise: 5 K, ${fleet} }`,
      ],
      supply: warm,
    };
  return {
    circuits: ['bath: { fluid: novec-649 }'],
    machines: [
      `racks: { kind: boiling-rack, load: bath, ${node}, surface: boiling-surfaces/coated-spreader-novec649, racks: ${c.racks}, nodesPerRack: 16 }`,
      `coil: { kind: condenser-coil, source: bath, load: water, approach: ${c.approach + 6} K, rise: 6 K, ${fleet} }`,
    ],
    supply: 48 - c.approach - 6 - c.slack,
  };
}

/** What takes the heat of the circuit `water` to the weather. */
function rejectionOf(c: Choices, supply: number): Part {
  const fleet = `units: ${c.units}, spare: ${c.spare}`;
  const water = (fluid: string): string =>
    `water: { fluid: ${fluid}, supply: ${supply.toFixed(3)} degC, flow: { ${c.waterFlow} }, ${pump} }`;
  const source = (stage: number, more = ''): string => `source: { on: water, stage: ${stage}${more} }`;
  const reset =
    c.control === 'wet-bulb reset' ? ', reset: { coldest: 12 degC, fromWetBulb: 2 degC, toWetBulb: 20 degC }' : '';
  const level = c.control === 'wet-bulb reset' ? 'supply: 29 degC' : 'approach: 5 K';
  const condenser = `condenser: { fluid: water, ${level}, control: ${c.control}${reset}, flow: { ${c.condenserFlow} }, ${pump} }`;
  const chiller = `chiller: { kind: chiller, ${source(2)}, load: condenser, record: chillers/water-cooled-warm-carnot, ${fleet} }`;
  const after = c.after ? chiller.replace('load: condenser', 'load: { on: condenser, after: economizer }') : chiller;
  const tower = (on: string): string => `tower: { kind: cooling-tower, source: ${on}, ${fleet} }`;
  const more = `, flow: ${c.sideStream}, sizedFor: ${c.sideStream}, mode: ${c.exclusive}`;
  const economizer = (load: string): string =>
    `economizer: { kind: plate-exchanger, ${source(1, more)}, load: ${load}, approach: 2 K, ${fleet}, enableDifference: ${c.enable} K }`;
  const airChiller = `chiller: { kind: chiller, ${source(2)}, load: outdoors, record: chillers/air-cooled-warm-carnot, ${fleet} }`;
  const glycol = 'propylene-glycol-30-volume';
  const loop = `free-cooling: { fluid: ${glycol}, approach: 6 K, control: ${c.control === 'warmest' ? 'warmest' : 'fixed'}, flow: { ${c.condenserFlow} }, ${pump} }`;
  switch (c.rejection) {
    case 'tower':
      return { circuits: [water('water')], machines: [tower('water')] };
    case 'chiller and tower':
      return { circuits: [water('water'), condenser], machines: [chiller, tower('condenser')] };
    case 'economizer, chiller and tower':
      return { circuits: [water('water'), condenser], machines: [economizer('condenser'), after, tower('condenser')] };
    case 'air-cooled chiller':
      return { circuits: [water('water')], machines: [airChiller] };
    case 'dry economizer and chiller':
      return {
        circuits: [water('water'), loop],
        machines: [
          economizer('free-cooling'),
          airChiller,
          `free-cooler: { kind: dry-cooler, source: free-cooling, ${fleet} }`,
        ],
      };
    case 'adiabatic':
      return {
        circuits: [water(glycol)],
        machines: [`cooler: { kind: adiabatic-cooler, source: water, ${fleet}, approach: 6 K }`],
      };
    default:
      return {
        circuits: [water(glycol)],
        machines: [`cooler: { kind: dry-cooler, source: water, ${fleet}, approach: 6 K }`],
      };
  }
}
