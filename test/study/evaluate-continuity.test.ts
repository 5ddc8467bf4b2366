/**
 * No answer of an evaluation jumps where its correlation changes its regime,
 * but where the jump is stated: each is scanned along one input, and every step
 * that stands out is halved until it vanishes or stays.
 */

import { describe, expect, it } from 'vitest';
import { openModels } from '../../src/node.ts';
import { evaluated, evaluationSubject, type Subject } from '../../src/study/evaluate.ts';

const { library } = openModels('.');

/** Subject; inputs that stay; the one that is scanned with its unit, from and to, in equal ratios. */
type Scan = readonly [subject: string, fixed: string, name: string, unit: string, from: number, to: number];

const b200 = 'server=servers/b200-8gpu|powerSupply=power-supplies/b200-psu';
const film = 'coolant=r1233zd-e';
const scans: readonly Scan[] = [
  ['pipe', 'length=10 m|diameter=50 mm', 'flow', 'L/min', 0.5, 500],
  ['pipe', 'length=10 m|diameter=50 mm|roughness=0.5 mm', 'flow', 'L/min', 0.5, 500],
  ['valve', 'kv=40 m³/h|flow=20 m³/h|characteristic=equal percentage', 'opening', '%', 0.1, 100],
  ['cold-plates/ocp-oam-1kw-pg25', 'heat=1 kW|inlet=40 degC', 'flow', 'L/min', 0.2, 4],
  ['fin-sinks/immersion-2u-aluminium', 'heat=270 W|inlet=40 degC', 'velocity', 'm/s', 1e-5, 1],
  ['fin-sinks/immersion-2u-aluminium', 'inlet=40 degC|velocity=0.01 m/s', 'heat', 'W', 1, 1000],
  ['boiling-surfaces/coated-spreader-novec649', '', 'heat', 'W', 1, 2000],
  ['boiling-surfaces/coated-spreader-novec649', 'law=cooper|criticalLaw=zuber', 'heat', 'W', 1, 2000],
  ['evaporator-plates/skived-r1233zd-1kw', 'heat=1 kW|saturation=45 degC', 'flow', 'L/min', 0.6, 10],
  ['evaporator-plates/skived-r1233zd-1kw', 'flow=1 L/min|saturation=45 degC', 'heat', 'W', 50, 2000],
  ['chillers/york-yt-1055kw', 'leaving=7 degC|entering=28 degC', 'heat', 'kW', 10, 1000],
  ['chillers/mcquay-wsc-471kw-leaving', 'leaving=10 degC|entering=24 degC', 'heat', 'kW', 5, 420],
  ['chillers/water-cooled-warm-carnot', 'leaving=18 degC|entering=28 degC|ratedHeat=1 MW', 'heat', 'kW', 5, 1000],
  ['chillers/water-cooled-warm-carnot', 'heat=500 kW|leaving=18 degC|ratedHeat=1 MW', 'entering', 'degC', 15, 40],
  ['exchanger-effectiveness', 'arrangement=counterflow|transferUnits=2', 'capacityRatio', '', 0.5, 1],
  ['exchanger-effectiveness', 'arrangement=crossflow|capacityRatio=0.7', 'transferUnits', '', 0.01, 20],
  [
    'coil',
    'conductance=20 kW/K|airFlow=20000 m³/h|relativeHumidity=60 %|waterFlow=300 L/min|waterInlet=10 degC',
    'air',
    'degC',
    11,
    40,
  ],
  [
    'coil',
    'conductance=20 kW/K|airFlow=20000 m³/h|air=30 degC|waterFlow=300 L/min|waterInlet=12 degC',
    'relativeHumidity',
    '%',
    10,
    95,
  ],
  ['air-rack', `${b200}|heatSink=heat-sinks/b200-10u-air|fans=server-fans/b200-air`, 'air', 'degC', 15, 45],
  ['immersion-rack', `${b200}|sink=immersion-sinks/directed-flow-1kw|nodes=8|flow=700 L/min`, 'inlet', 'degC', 20, 55],
  [
    'boiling-rack',
    `${b200}|surface=boiling-surfaces/coated-spreader-novec649|nodes=16`,
    'tankPressure',
    'kPa',
    60,
    110,
  ],
  [
    'open-bath-rack',
    `server=servers/two-socket-270w|powerSupply=power-supplies/b200-psu|sink=fin-sinks/immersion-2u-aluminium|nodes=24|bathArea=0.8 m²|inlet=40 degC`,
    'flow',
    'L/min',
    20,
    1000,
  ],
  [
    'two-phase-cold-plate-rack',
    `${b200}|plate=evaporator-plates/skived-r1233zd-1kw|nodes=8|saturation=45 degC`,
    'flow',
    'L/min',
    45,
    600,
  ],
  [
    'rear-door',
    'ratedHeat=30 kW|ratedAirFlow=6000 m³/h|ratedExhaust=40 degC|ratedWaterFlow=60 L/min|ratedWaterInlet=18 degC|exhaust=40 degC|waterInlet=16 degC',
    'waterFlow',
    'L/min',
    1,
    200,
  ],
  [
    'dry-cooler',
    'ratedHeat=1 MW|ratedInlet=45 degC|ratedOutlet=40 degC|ratedAir=35 degC|inlet=44 degC|air=25 degC',
    'airFraction',
    '%',
    1,
    100,
  ],
  [
    'cooling-tower',
    'ratedFlow=2000 L/min|ratedInlet=35 degC|ratedLeaving=29.4 degC|ratedWetBulb=25.6 degC|inlet=33 degC|wetBulb=20 degC',
    'airFraction',
    '%',
    1,
    100,
  ],
  ['evaporative-pad', 'air=35 degC|relativeHumidity=30 %|airFlow=10000 m³/h', 'faceVelocity', 'm/s', 0.6, 3.4],
  [
    'plate-convection',
    'length=0.2 m|difference=20 K|density=992 kg/m³|viscosity=0.653 mPa s|specificHeat=4.179 kJ/(kg K)|conductivity=0.63 W/(m K)|expansion=0.000385 1/K',
    'velocity',
    'm/s',
    1e-4,
    5,
  ],
  ['air', 'relativeHumidity=50 %', 'dryBulb', 'degC', 0.5, 60],
  ['r515b', '', 'temperature', 'degC', 1, 79],
  ['propylene-glycol-25-volume', '', 'temperature', 'degC', 1, 90],
  ['film-condensation', `${film}|saturation=45 degC|size=20 mm`, 'subcooling', 'K', 0.5, 20],
];

/** Answers that jump, each with the reason. */
const stated: Readonly<Record<string, string>> = {
  'air wetBulb':
    'over ice the Handbook has other equations: where the wet bulb passes 0 °C it falls by up to 0.7 K, as its docstring says',
};

const steps = 400;
/** Halvings after which a smooth step has vanished [1]. */
const halvings = 36;

function answersAt(subject: Subject, [, fixed, name, unit]: Scan, value: number): ReadonlyMap<string, number> {
  const pairs =
    fixed === ''
      ? []
      : fixed.split('|').map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)] as const);
  const { answers } = evaluated(subject, new Map([...pairs, [name, `${value} ${unit}`]]), library);
  return new Map(answers.map((answer) => [answer.key, answer.value]));
}

/** Answers that jump along a scan, with the place and the size over the largest value of the answer. */
function jumps(scan: Scan): readonly string[] {
  const [id, , name, unit, from, to] = scan;
  const subject = evaluationSubject(id, library);
  const at = (share: number) => from * (to / from) ** share;
  const rows = Array.from({ length: steps + 1 }, (_, i) => answersAt(subject, scan, at(i / steps)));
  const found: string[] = [];
  for (const key of rows[0]!.keys()) {
    const values = rows.map((row) => row.get(key) ?? NaN);
    const scale = Math.max(...values.map(Math.abs));
    const moved = (i: number) => Math.abs(values[i + 1]! - values[i]!);
    for (let i = 1; i < steps - 1; i++) {
      if (!(moved(i) > 1.5 * Math.max(moved(i - 1), moved(i + 1)) && moved(i) > 1e-6 * scale)) continue;
      let [low, high] = [i / steps, (i + 1) / steps];
      let [below, above] = [values[i]!, values[i + 1]!];
      for (let halving = 0; halving < halvings; halving++) {
        const middle = 0.5 * (low + high);
        const value = answersAt(subject, scan, at(middle)).get(key)!;
        if (Math.abs(value - below) > Math.abs(above - value)) [high, above] = [middle, value];
        else [low, below] = [middle, value];
      }
      const left = Math.abs(above - below) / scale;
      if (left > 1e-7)
        found.push(`${id} ${key} jumps by ${left.toExponential(1)} at ${name} = ${at(low).toPrecision(6)} ${unit}`);
    }
  }
  return found;
}

describe('along its input', () => {
  const answerOf = (jump: string) => jump.split(' jumps')[0]!;
  const seen = new Set<string>();

  it.each(scans)('%s (%s) does not jump in %s but where it is stated', (...scan) => {
    const found = jumps(scan);
    for (const jump of found) seen.add(answerOf(jump));
    expect(found.filter((jump) => stated[answerOf(jump)] === undefined)).toEqual([]);
  });

  it('what is stated to jump does', () => {
    expect([...seen].toSorted()).toEqual(Object.keys(stated).toSorted());
  });
});
