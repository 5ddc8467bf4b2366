/**
 * The contract of everything that can be evaluated at one state: inputs as a
 * declaration, answers as numbers with names. One kind of record, fluid or
 * machine each; `evaluate.ts` has the only list of them.
 */

import type { Fluid } from '../../fluids/fluid.ts';
import { humidityRatioFromWetBulb, wetBulb } from '../../fluids/moist-air.ts';
import type { LibraryRecord, Parameters, ValuesOf } from '../../library/parameters.ts';
import { formatQuantity, type Quantity } from '../../units.ts';

/** One number of the answer. */
export interface Answer {
  readonly key: string;
  readonly label: string;
  /** SI. */
  readonly value: number;
  readonly quantity: Quantity;
}

/** Many numbers of one kind, in their order. */
export interface AnswerSeries {
  readonly key: string;
  readonly label: string;
  /** SI. */
  readonly values: Float64Array;
  readonly quantity: Quantity;
}

export interface Answers {
  readonly answers: readonly Answer[];
  readonly series?: readonly AnswerSeries[];
  /** What the numbers do not say: outside the data, above a limit. */
  readonly notes: readonly string[];
}

/** What an evaluation may look up. */
export interface Surroundings {
  /** The fluid of a name in a scenario. */
  fluid(name: string): Fluid;
}

export interface Evaluation<P extends Parameters = Parameters> {
  readonly about: string;
  readonly inputs: P;
  /** `record` is that of the subject; fluids and machines have none. */
  evaluate(inputs: ValuesOf<P>, record: LibraryRecord | undefined, surroundings: Surroundings): Answers;
}

/** Keeps the input types while putting evaluations of all shapes into one table. */
export function defineEvaluation<const P extends Parameters>(evaluation: Evaluation<P>): Evaluation {
  return evaluation as unknown as Evaluation;
}

export function answer(key: string, label: string, value: number, quantity: Quantity): Answer {
  return { key, label, value, quantity };
}

/** The name of a fluid that a record's free text means: `deionised water` is water, `Propylene glycol 25 %` the mixture by volume. */
export function fluidNameOf(text: string): string {
  if (text.startsWith('./') || text.startsWith('coolants/')) return text;
  const words = text
    .toLowerCase()
    .replaceAll(/[^a-z0-9.]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  if (/(^|-)water$/.test(words)) return 'water';
  return /^(propylene|ethylene)-glycol-[\d.]+$/.test(words) ? `${words}-volume` : words;
}

/** @throws {RangeError} unless just one of the values is given */
export function oneOf(values: Readonly<Record<string, unknown>>): void {
  const names = Object.keys(values);
  const given = names.filter((name) => values[name] !== undefined);
  if (given.length === 1) return;
  const all = `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  throw new RangeError(`found ${given.length === 0 ? 'none' : given.join(' and ')} of ${all}; wanted one of them`);
}

/**
 * Humidity ratio [1] of air at a dry and a wet bulb [K] and a pressure [Pa].
 *
 * @throws {RangeError} for a wet bulb that air of this dry bulb cannot have
 */
export function humidityOfWetBulb(dryBulb: number, wetBulbAt: number, pressure: number): number {
  if (wetBulbAt > dryBulb) throw new RangeError('found a wet bulb above the dry bulb; wanted it at or below');
  const ratio = humidityRatioFromWetBulb(dryBulb, wetBulbAt, pressure);
  if (ratio < 0)
    throw new RangeError(
      `found a wet bulb colder than that of dry air, ${formatQuantity(wetBulb(dryBulb, 0, pressure), 'temperature', 'si', 2)}`,
    );
  return ratio;
}

/** Notes that apply. */
export function notesOf(notes: Readonly<Record<string, boolean>>): readonly string[] {
  return Object.entries(notes).flatMap(([note, applies]) => (applies ? [note] : []));
}

/** Inputs that many evaluations share. */
export const temperatureInput = { quantity: 'temperature', range: [173.15, 473.15] } as const;
export const speedInput = {
  quantity: 'fraction',
  range: [0, 1],
  about: 'Fan speed; below the minimum the fans cycle. 100 % unless leaving is given',
  optional: true,
} as const;
export const leavingInput = {
  ...temperatureInput,
  about: 'Wanted leaving temperature: the fan speed for it is found',
  optional: true,
} as const;
export const pressureInput = {
  quantity: 'absolute pressure',
  range: [3e4, 1.2e5],
  about: 'Pressure of the air',
  default: '101.325 kPa',
} as const;
export const coolantInput = {
  text: true,
  about:
    'Coolant, as in a scenario: water, propylene-glycol-25-volume, or a coolant record; that of the record if absent',
  optional: true,
} as const;
