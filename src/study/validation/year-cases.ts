/**
 * The liquid-cooled year of the Buildings library: its PUE as it counts, which
 * leaves one pump out, and beside it what an honest account gives.
 */

import { hoursPerYear, secondsPerHour } from '../../constants.ts';
import { pipePressureDrop } from '../../physics/pipe-friction.ts';
import { liquidCooledYear as given } from './cases/liquid-cooled-year.ts';
import { loopState, ourFanPower, theirFanPower } from './liquid-cooled-year.ts';
import type { Sample, ValidationCase, ValidationInputs } from './validation-case.ts';

const group = 'A whole year';
const source = 'year';
const secondsPerYear = hoursPerYear * secondsPerHour;

interface HourlyAir {
  readonly dryBulbs: readonly number[];
  readonly pressures: readonly number[];
}

/** Its weather; its reader takes pressure as constant, ours does not. */
function hourlyAir(inputs: ValidationInputs): HourlyAir | undefined {
  const text = inputs.reference('lbnl/weather_chicago_ohare_tmy3.json');
  if (text === undefined) return undefined;
  const { variables } = JSON.parse(text) as { variables: Record<string, { values: number[] }> };
  return { dryBulbs: variables['dry_bulb']!.values, pressures: variables['pressure']!.values };
}

const ratio = (watts: number): number => 1 + watts / given.rackHeat;

function temperatureSamples(): Sample[] {
  const { cduEntering, cduLeaving, economizerLeaving } = loopState();
  return [
    { at: 'plant water to the CDU', published: given.result.cduEntering, ours: cduEntering },
    { at: 'plant water from the CDU', published: given.result.cduLeaving, ours: cduLeaving },
    { at: 'glycol from the economizer', published: given.result.economizerLeaving, ours: economizerLeaving },
  ];
}

function pipeSamples(): Sample[] {
  const { velocity, length, roughness, lengthFactor, drops } = given.pipes;
  return drops.map(([at, flow, density, viscosity, published]) => {
    const diameter = Math.sqrt((4 * flow) / (Math.PI * density * velocity));
    const pipe = { length: lengthFactor * length, diameter, roughness, lossCoefficient: 0 };
    return { at, published, ours: pipePressureDrop(pipe, flow, density, viscosity) };
  });
}

function pueSamples(inputs: ValidationInputs): Sample[] | undefined {
  const weather = hourlyAir(inputs);
  if (weather === undefined) return undefined;
  const state = loopState();
  const ours = ratio(state.countedPumps + theirFanPower(state, weather.dryBulbs));
  return [{ at: 'year', published: given.result.pue, ours }];
}

/** What its account leaves out, and what our own dry cooler would change. */
function pueFinding(inputs: ValidationInputs): string | undefined {
  const weather = hourlyAir(inputs);
  if (weather === undefined) return undefined;
  const state = loopState();
  const pumps = state.countedPumps + state.loopPump;
  const honest = ratio(pumps + theirFanPower(state, weather.dryBulbs));
  const own = ratio(pumps + ourFanPower(state, weather.dryBulbs, weather.pressures));
  return (
    `The year of a liquid-cooled hall: with the plant loop pump, ${(state.loopPump / 1000).toFixed(1)} kW that the library leaves out, ` +
    `PUE is ${honest.toFixed(5)} and not ${given.result.pue.toFixed(5)}; with our dry cooler in air as dense as the weather makes it, ${own.toFixed(5)}.`
  );
}

export const yearCases: readonly ValidationCase[] = [
  {
    group,
    quantity: 'pipes sized at 5 m/s',
    unit: 'Pa',
    scale: 'relative',
    tolerance: 0.02,
    because: 'theirs is Swamee and Jain’s formula, within 1 to 2 % of Colebrook',
    source,
    samples: pipeSamples,
  },
  {
    group,
    quantity: 'temperatures of the loops',
    unit: 'K',
    scale: 'absolute',
    tolerance: 0.01,
    because: 'single precision, controllers at rest to 0.0002 K',
    source,
    samples: temperatureSamples,
  },
  {
    group,
    quantity: 'pump energy less one pump',
    unit: 'J',
    scale: 'relative',
    tolerance: 1e-3,
    because: 'theirs takes power from eleven points of a curve; and from a first day of warming up',
    source,
    note: 'Pumps of CDU, dry cooler and both sides of the economizer: 345.0 MWh.',
    samples: () => [
      { at: 'year', published: given.result.pumpEnergy, ours: loopState().countedPumps * secondsPerYear },
    ],
  },
  {
    group,
    quantity: 'fan energy',
    unit: 'J',
    scale: 'relative',
    tolerance: 3e-3,
    because: 'hourly values as they stand, theirs a smooth curve through them',
    source,
    note: 'Its own films, blend of fan and free convection and air of constant density: 1.093 MWh.',
    samples: (inputs) => {
      const weather = hourlyAir(inputs);
      if (weather === undefined) return undefined;
      const ours = theirFanPower(loopState(), weather.dryBulbs) * secondsPerYear;
      return [{ at: 'year', published: given.result.fanEnergy, ours }];
    },
  },
  {
    group,
    quantity: 'fan energy, our dry cooler',
    unit: 'J',
    scale: 'relative',
    tolerance: 0.15,
    because: 'ours cycles its fans below minimum speed where theirs blends, and its air has the density of the hour',
    source,
    samples: (inputs) => {
      const weather = hourlyAir(inputs);
      if (weather === undefined) return undefined;
      const ours = ourFanPower(loopState(), weather.dryBulbs, weather.pressures) * secondsPerYear;
      return [{ at: 'year', published: given.result.fanEnergy, ours }];
    },
  },
  {
    group,
    quantity: 'chiller energy',
    unit: 'J',
    scale: 'absolute',
    tolerance: 0,
    because: 'plant water stands 0.5 K below what would start the chiller, 315.15 K',
    source,
    samples: () => [
      {
        at: 'year',
        published: given.result.chillerEnergy,
        ours: loopState().cduEntering < given.chillerStart ? 0 : Number.NaN,
      },
    ],
  },
  {
    group,
    quantity: 'PUE as it counts it',
    unit: '1',
    scale: 'absolute',
    tolerance: 1e-4,
    because: 'the tolerances of pumps and fans on it',
    source,
    note: 'IT is what the racks draw; pumps and fans are all of the overhead.',
    finding: pueFinding,
    samples: pueSamples,
  },
];
