/**
 * Every unit that can be read, with its exact definition: what it is in SI,
 * and its dimension as exponents of kg, m, s, K, mol, USD, rad and token.
 * Money, angles and tokens are dimensions of their own, so that a price, a
 * latitude and a token rate are never taken for a plain number.
 *
 * Leaves out compound units ("L/min/kW"), which the reader puts together, and
 * a bare "ton", which is a mass to some and a cooling power to others.
 */

import { gravity, hoursPerYear, secondsPerHour, standardPressure, zeroCelsius } from '../constants.ts';

/** Exponents of kg, m, s, K, mol, USD, rad, token. */
export type Dimension = readonly number[];

/**
 * A `point` is a temperature on a scale with an offset, a `step` a difference
 * of temperatures, a `gauge` pressure is counted from the surroundings.
 */
export type Mark = 'point' | 'step' | 'gauge';

export interface Unit {
  /** SI value of 1 [SI]. */
  readonly factor: number;
  readonly dimension: Dimension;
  readonly mark?: Mark;
  /** Of a point: SI = (x + shift) · factor. */
  readonly shift?: number;
}

// By definition: the international foot and pound of 1959, the US gallon of 231 in³, the Btu of the
// International Table (5th International Conference on the Properties of Steam, 1956).
export const minute = 60;
export const hour = secondsPerHour;
export const inch = 0.0254;
export const foot = 12 * inch;
export const pound = 0.453_592_37;
export const grain = pound / 7000;
export const litre = 1e-3;
export const gallon = 231 * inch * inch * inch;
export const wattHour = secondsPerHour;
export const btu = 1055.055_852_62;
/** A degree Fahrenheit as a difference [K]. */
export const fahrenheitStep = 5 / 9;
export const tonRefrigeration = (12_000 * btu) / hour;
export const poundForce = pound * gravity;
export const psi = poundForce / (inch * inch);
/** Conventional water, 1000 kg/m³, and mercury, 13 595.1 kg/m³. */
export const inchWater = inch * 1000 * gravity;
const inchMercury = inch * 13_595.1 * gravity;
export const degree = Math.PI / 180;

const none: Dimension = [0, 0, 0, 0, 0, 0, 0, 0];
const mass: Dimension = [1, 0, 0, 0, 0, 0, 0, 0];
const length: Dimension = [0, 1, 0, 0, 0, 0, 0, 0];
const area: Dimension = [0, 2, 0, 0, 0, 0, 0, 0];
const volume: Dimension = [0, 3, 0, 0, 0, 0, 0, 0];
const time: Dimension = [0, 0, 1, 0, 0, 0, 0, 0];
const temperature: Dimension = [0, 0, 0, 1, 0, 0, 0, 0];
const amount: Dimension = [0, 0, 0, 0, 1, 0, 0, 0];
const money: Dimension = [0, 0, 0, 0, 0, 1, 0, 0];
const angle: Dimension = [0, 0, 0, 0, 0, 0, 1, 0];
const tokens: Dimension = [0, 0, 0, 0, 0, 0, 0, 1];
const frequency: Dimension = [0, 0, -1, 0, 0, 0, 0, 0];
const volumeFlow: Dimension = [0, 3, -1, 0, 0, 0, 0, 0];
const force: Dimension = [1, 1, -2, 0, 0, 0, 0, 0];
const pressure: Dimension = [1, -1, -2, 0, 0, 0, 0, 0];
const energy: Dimension = [1, 2, -2, 0, 0, 0, 0, 0];
const power: Dimension = [1, 2, -3, 0, 0, 0, 0, 0];
const dynamicViscosity: Dimension = [1, -1, -1, 0, 0, 0, 0, 0];
const kinematicViscosity: Dimension = [0, 2, -1, 0, 0, 0, 0, 0];

/** Names in one row are spellings of one unit. */
type Row = readonly [names: string, factor: number, dimension: Dimension, mark?: Mark, shift?: number];

/** Units that take a prefix from `prefixes`. */
const prefixable: readonly Row[] = [
  ['g gCO2 gCO2e', 1e-3, mass],
  ['m', 1, length],
  ['L l liter litre', litre, volume],
  ['s', 1, time],
  ['K', 1, temperature],
  ['mol', 1, amount],
  ['USD $', 1, money],
  ['token tokens', 1, tokens],
  ['Hz', 1, frequency],
  ['N', 1, force],
  ['Pa', 1, pressure],
  ['bar', 1e5, pressure],
  ['J', 1, energy],
  ['Wh', wattHour, energy],
  ['W', 1, power],
];

const plain: readonly Row[] = [
  ['percent', 0.01, none],
  ['ppm', 1e-6, none],
  ['t tonne tCO2 tCO2e', 1000, mass],
  ['lb lbm lbs', pound, mass],
  ['oz', pound / 16, mass],
  ['gr grain grains', grain, mass],
  ['inch inches', inch, length],
  ['mil mils', inch / 1000, length],
  ['ft foot feet', foot, length],
  ['m2', 1, area],
  ['cm2', 1e-4, area],
  ['mm2', 1e-6, area],
  ['ft2 sqft', foot * foot, area],
  ['in2', inch * inch, area],
  ['m3', 1, volume],
  ['cm3', 1e-6, volume],
  ['ft3', foot * foot * foot, volume],
  ['in3', inch * inch * inch, volume],
  ['gal USgal gallon gallons', gallon, volume],
  ['kgal', 1000 * gallon, volume],
  ['sec second seconds', 1, time],
  ['min minute minutes', minute, time],
  ['h hr hour hours', hour, time],
  ['d day days', 24 * hour, time],
  // A plain year, as everywhere in this project; not the astronomer's 365.25 d.
  ['year years yr', hoursPerYear * hour, time],
  ['degC', 1, temperature, 'point', zeroCelsius],
  ['degF', fahrenheitStep, temperature, 'point', 459.67],
  ['deltaC deltaK', 1, temperature, 'step'],
  ['deltaF', fahrenheitStep, temperature, 'step'],
  ['rad', 1, angle],
  ['deg degree degrees', degree, angle],
  ['rpm RPM', 1 / minute, frequency],
  ['gpm GPM', gallon / minute, volumeFlow],
  ['lpm LPM', litre / minute, volumeFlow],
  ['cfm CFM', (foot * foot * foot) / minute, volumeFlow],
  ['lbf', poundForce, force],
  ['atm', standardPressure, pressure],
  ['psi psia', psi, pressure],
  ['psig psid', psi, pressure, 'gauge'],
  ['mmH2O', gravity, pressure],
  ['inH2O inWC inWG', inchWater, pressure],
  ['ftH2O', 12 * inchWater, pressure],
  ['mH2O mWC', 1000 * gravity, pressure],
  ['inHg', inchMercury, pressure],
  ['mmHg', inchMercury / 25.4, pressure],
  ['Btu BTU btu', btu, energy],
  ['kBtu kBTU', 1000 * btu, energy],
  ['MMBtu MMBTU', 1e6 * btu, energy],
  ['Btuh BTUh BTUH', btu / hour, power],
  ['MBH', (1000 * btu) / hour, power],
  ['tonref tonsref TR USRT', tonRefrigeration, power],
  ['hp', 550 * foot * poundForce, power],
  ['P', 0.1, dynamicViscosity],
  ['cP', 1e-3, dynamicViscosity],
  ['St', 1e-4, kinematicViscosity],
  ['cSt', 1e-6, kinematicViscosity],
];

const prefixes: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  c: 1e-2,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
};

/** Unit by each of its spellings, prefixes included. */
export const units: ReadonlyMap<string, Unit> = unitsByName();

function unitsByName(): Map<string, Unit> {
  const byName = new Map<string, Unit>();
  const add = (name: string, unit: Unit): void => {
    if (byName.has(name)) throw new Error(`the unit ${name} is defined twice`);
    byName.set(name, unit);
  };
  for (const [names, factor, dimension, mark, shift] of plain) {
    const unit: Unit = { factor, dimension, ...(mark && { mark }), ...(shift !== undefined && { shift }) };
    for (const name of names.split(' ')) add(name, unit);
  }
  for (const [names, factor, dimension] of prefixable) {
    for (const name of names.split(' ')) {
      add(name, { factor, dimension });
      for (const prefix in prefixes) add(prefix + name, { factor: factor * prefixes[prefix]!, dimension });
    }
  }
  return byName;
}
