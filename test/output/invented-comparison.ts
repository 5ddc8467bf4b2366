/**
 * An invented comparison: five ways of cooling and two of rejecting heat over
 * a made-up year, plausible in size and order, for tests of tables, reports
 * and pages. No number in it is a result.
 */

import { differencesBetween, type Comparison, type Metric, type Variant } from '../../src/metrics/metric.ts';
import type { Column, RunEvent } from '../../src/results/columns.ts';
import type { Quantity } from '../../src/units.ts';

const kilowattHour = 3.6e6;

interface Technology {
  readonly name: string;
  readonly title: string;
  /** Shares of IT power, at the mean of the year. */
  readonly serverFans: number;
  readonly pumps: number;
  readonly fans: number;
  /** Coolant supply and its rise to the junction [K]. */
  readonly supply: number;
  readonly rise: number;
}

const technologies: readonly Technology[] = [
  { name: 'air', title: 'Air', serverFans: 0.075, pumps: 0.012, fans: 0.06, supply: 297, rise: 55 },
  { name: 'rear door', title: 'Rear door', serverFans: 0.075, pumps: 0.018, fans: 0.02, supply: 296, rise: 54 },
  { name: 'cold plate', title: 'Cold plate', serverFans: 0.014, pumps: 0.016, fans: 0.012, supply: 313, rise: 31 },
  { name: 'immersion', title: 'One-phase immersion', serverFans: 0, pumps: 0.024, fans: 0.006, supply: 311, rise: 51 },
  { name: 'two-phase', title: 'Two-phase immersion', serverFans: 0, pumps: 0.011, fans: 0.006, supply: 322, rise: 22 },
];

const rejections = [
  { name: 'tower', title: 'tower' },
  { name: 'dry', title: 'dry cooler' },
] as const;

export interface Invention {
  readonly technologies?: number;
  readonly hours?: number;
  readonly furtherColumns?: number;
  readonly title?: string;
  readonly synthetic?: 'synthetic' | 'measured';
}

export function inventedComparison(invention: Invention = {}): Comparison {
  const chosen = technologies.slice(0, invention.technologies ?? technologies.length);
  const variants = rejections.flatMap((rejection) =>
    chosen.map((technology) => inventedVariant(technology, rejection, invention)),
  );
  const baseline = 'air-tower';
  return {
    title: invention.title ?? 'Air versus liquid: 720 B200 GPUs, Phoenix',
    baseline,
    site: {
      title: 'Phoenix, Arizona',
      weather: 'Phoenix Sky Harbor, from monthly means',
      synthetic: invention.synthetic !== 'measured',
    },
    variants,
    differences: differencesBetween(variants, baseline),
    assumptions: [
      'Same silicon at the same clock in every variant.',
      'N+1 pumps, CDUs, chillers and towers in every variant; all units share the load.',
      'Electricity 0.081 USD/kWh, water 1.90 USD/m³, 0.30 kg CO₂ per kWh, the same all year.',
    ],
    sources: [
      'ASHRAE Handbook of Fundamentals 2021, climatic design information',
      'An invented data sheet, revision 3',
    ],
  };
}

function inventedVariant(
  technology: Technology,
  rejection: (typeof rejections)[number],
  invention: Invention,
): Variant {
  const hours = invention.hours ?? 8760;
  const name = `${technology.name.replace(' ', '-')}-${rejection.name}`;
  const year = inventedYear(technology, rejection.name, hours, seedOf(name));
  const sum = (column: Float64Array): number => column.reduce((total, value) => total + value * 3600, 0);
  const consumers = Object.entries(year.powers).map(([consumer, power]) => ({ name: consumer, energy: sum(power) }));
  const total = sum(year.facility);
  const it = sum(year.it);
  const worst = year.dryBulb.indexOf(Math.max(...year.dryBulb));
  const warmth = rejection.name === 'dry' ? Math.max(0, year.dryBulb[worst]! + 9 - technology.supply) : 0;
  const supply = technology.supply + warmth;
  const junction = supply + technology.rise;
  const water = rejection.name === 'tower' ? (total / kilowattHour) * 1.55e-3 : 0;
  const margin = 361.15 - junction;
  return {
    name,
    title: `${technology.title} with ${rejection.title}`,
    rejection: rejection.name,
    technology: technology.name,
    silicon: 'B200',
    breaksLimit: margin < 0,
    notes: margin < 0 ? [`The junction limit of 88 °C is passed in the worst hour.`] : [],
    consumers,
    columns: columnsOf(year, invention.furtherColumns ?? 0),
    events: eventsOf(warmth, worst, margin),
    chipChain: [
      { name: 'ambient', temperature: year.dryBulb[worst]! },
      { name: 'facility supply', temperature: supply - 4 },
      { name: 'coolant supply', temperature: supply },
      { name: 'coolant at chip', temperature: supply + 0.2 * technology.rise },
      { name: 'case', temperature: supply + 0.7 * technology.rise },
      { name: 'junction', temperature: junction },
    ],
    metrics: metricsOf({ total, it, water, junction, margin, consumers, peak: Math.max(...year.facility) }),
  };
}

interface Year {
  readonly dryBulb: Float64Array;
  readonly it: Float64Array;
  readonly facility: Float64Array;
  readonly powers: Readonly<Record<string, Float64Array>>;
}

function inventedYear(technology: Technology, rejection: 'tower' | 'dry', hours: number, seed: number): Year {
  const random = mulberry32(seed);
  const column = (value: (hour: number) => number): Float64Array =>
    Float64Array.from({ length: hours }, (_, h) => value(h));
  const dryBulb = column(
    (h) =>
      296 - 10.5 * Math.cos((2 * Math.PI * (h - 500)) / 8760) - 6.5 * Math.cos((2 * Math.PI * ((h % 24) - 3)) / 24),
  );
  const load = column((h) => 0.82 + 0.12 * Math.sin((2 * Math.PI * ((h % 24) - 9)) / 24) + 0.03 * random());
  const itRated = 1.05e6;
  const it = column((h) => itRated * load[h]!);
  const lift = (h: number): number => {
    const reachable = dryBulb[h]! + (rejection === 'tower' ? -6 : 8);
    return Math.max(0, reachable + 4 - technology.supply);
  };
  const powers = {
    IT: it,
    'server fans': column((h) => it[h]! * technology.serverFans * load[h]! * load[h]!),
    fans: column((h) => it[h]! * technology.fans),
    pumps: column((h) => it[h]! * technology.pumps),
    chillers: column((h) => it[h]! * Math.min(0.25, 0.006 * lift(h) * (lift(h) > 0 ? 2.2 : 0))),
    towers: column(
      (h) => it[h]! * (0.008 + 0.0012 * Math.max(0, dryBulb[h]! - 285)) * (rejection === 'dry' ? 1.5 : 0.8),
    ),
    'power chain': column((h) => it[h]! * 0.062),
    other: column(() => 14e3),
  };
  const all = Object.values(powers);
  const facility = column((h) => all.reduce((total, power) => total + power[h]!, 0));
  return { dryBulb, it: column((h) => it[h]! + powers['server fans'][h]!), facility, powers };
}

function columnsOf(year: Year, further: number): Column[] {
  const column = (name: string, quantity: Quantity, about: string, values: Float64Array): Column => ({
    name,
    quantity,
    about,
    values,
  });
  return [
    column('weather.dryBulb', 'temperature', 'Outdoor dry bulb', year.dryBulb),
    column('facility.power', 'power', 'Electricity of the whole facility', year.facility),
    column('it.power', 'power', 'Electricity of the racks, server fans included', year.it),
    ...Object.entries(year.powers).map(([name, values]) =>
      column(`consumer.${name}`, 'power', `Electricity of ${name}`, values),
    ),
    ...Array.from({ length: further }, (_, i) =>
      column(
        `invented.${i}`,
        'volume flow',
        'Invented',
        year.it.map((value, h) => (value * (1 + ((h * (i + 1)) % 97))) / 7e8),
      ),
    ),
  ];
}

function eventsOf(warmth: number, worst: number, margin: number): RunEvent[] {
  const floating = (firstStep: number, size: number): RunEvent => ({
    owner: 'dry-cooler',
    cause: 'supply temperature floats above its set point',
    gravity: 'float',
    quantity: 'temperature difference',
    firstStep,
    lastStep: firstStep + 5,
    worst: size,
    worstStep: firstStep + 3,
  });
  const events =
    warmth > 0 ? [floating(Math.max(0, worst - 3), warmth), floating(Math.max(0, worst - 27), 0.8 * warmth)] : [];
  if (!(margin < 0)) return events;
  return [
    ...events,
    {
      ...floating(Math.max(0, worst - 2), -margin),
      gravity: 'limit',
      owner: 'racks',
      cause: 'junction above its limit',
      lastStep: worst,
    },
  ];
}

interface Sums {
  readonly total: number;
  readonly it: number;
  readonly water: number;
  readonly junction: number;
  readonly margin: number;
  readonly peak: number;
  readonly consumers: Variant['consumers'];
}

function metricsOf({ total, it, water, junction, margin, peak, consumers }: Sums): Metric[] {
  const metric = (
    key: string,
    group: Metric['group'],
    label: string,
    value: number,
    quantity: Quantity,
    better: Metric['better'],
    rest: Partial<Metric> = {},
  ): Metric => ({ key, group, label, value, quantity, better, about: `${label} of the year`, ...rest });
  const compute = it * 0.8;
  return [
    metric('size.chips', 'Size', 'GPUs', 720, 'dimensionless', 'neither', { digits: 0 }),
    metric('energy.total', 'Energy', 'Electricity, whole facility', total, 'energy', 'lower'),
    metric('energy.it', 'Energy', 'Electricity, IT', it, 'energy', 'lower'),
    ...consumers
      .filter(({ name }) => name !== 'IT')
      .map(({ name, energy }) => metric(`energy.${name}`, 'Energy', `Electricity, ${name}`, energy, 'energy', 'lower')),
    metric('power.peak', 'Energy', 'Peak power', peak, 'power', 'lower'),
    metric('pue', 'Efficiency', 'PUE', total / it, 'dimensionless', 'lower', { digits: 3 }),
    metric('tue', 'Efficiency', 'TUE', total / compute, 'dimensionless', 'lower', { digits: 3 }),
    metric('erf', 'Efficiency', 'Energy reuse factor', Number.NaN, 'fraction', 'higher', {
      about: 'No heat is reused',
    }),
    metric('wue', 'Water', 'WUE', water / it, 'water per energy', 'lower', { digits: 2 }),
    metric('water.total', 'Water', 'Water drawn', water, 'volume', 'lower', { digits: 0 }),
    metric('chip.junctionTemperature', 'Chips', 'Hottest junction', junction, 'temperature', 'lower'),
    metric('chip.junctionMargin', 'Chips', 'Least junction margin', margin, 'temperature difference', 'higher', {
      digits: 1,
    }),
    metric('hours.floating', 'Hours', 'Hours with a floating set point', margin < 12 ? 43_200 : 0, 'duration', 'lower'),
    metric(
      'cost.total',
      'Cost and carbon',
      'Electricity and water bill',
      (total / kilowattHour) * 0.081 + water * 1.9,
      'money',
      'lower',
    ),
    metric(
      'carbon.total',
      'Cost and carbon',
      'Carbon of electricity',
      (total / kilowattHour) * 0.3,
      'carbon mass',
      'lower',
    ),
    metric('compute.delivered', 'Compute', 'GPU-hours delivered', margin < 0 ? 0.987 : 1, 'fraction', 'higher', {
      digits: 2,
    }),
    metric('compute.energy', 'Compute', 'Electricity per million tokens', total / 2.4e13, 'energy per token', 'lower', {
      ideal: true,
    }),
  ];
}

function seedOf(text: string): number {
  return Array.from(text).reduce((seed, letter) => (Math.imul(seed, 31) + letter.charCodeAt(0)) | 0, 17);
}

/** A small repeatable generator of 0 … 1, for invented noise only. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
