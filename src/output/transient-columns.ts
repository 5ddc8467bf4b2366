/**
 * Which columns of a transient go to disk, and how. Of every column its time
 * mean over the step; of what can pass a limit inside a step the extreme that
 * matters besides. Heads are those of the year's CSV: `name [unit]` in SI
 * display units, `most` and `least` between the two.
 */

import type { Plant } from '../plant/plant.ts';
import type { TransientColumn } from '../solver/transient/rows.ts';
import { displayUnit } from '../units.ts';

/** `chosen`: what people look at; `all`: every column, with both extremes. */
export const columnChoices = ['chosen', 'all'] as const;
export type ColumnChoice = (typeof columnChoices)[number];

export type RowPart = 'mean' | 'least' | 'most';

/** A column of the file. */
export interface RowColumn {
  readonly head: string;
  /** Index among the columns of the transient. */
  readonly index: number;
  readonly column: TransientColumn;
  readonly part: RowPart;
}

/** Columns of the file, in the order of the transient's. */
export function rowColumns(
  plant: Plant,
  columns: readonly TransientColumn[],
  choice: ColumnChoice,
): readonly RowColumn[] {
  const kept = choice === 'all' ? undefined : chosenNames(plant);
  const extremes = extremesOf(plant);
  return columns.flatMap((column, index) => {
    if (kept !== undefined && !kept.has(column.name) && !isActuator(plant, column.name)) return [];
    const parts: readonly RowPart[] =
      choice === 'all' ? ['mean', 'least', 'most'] : ['mean', ...(extremes.get(column.name) ?? [])];
    return parts.map((part) => ({ head: headOf(column, part), index, column, part }));
  });
}

function headOf({ name, quantity }: TransientColumn, part: RowPart): string {
  const { unit } = displayUnit(quantity, 'si');
  const words = part === 'mean' ? name : `${name} ${part}`;
  return unit === '1' ? words : `${words} [${unit}]`;
}

/** States of actuators have no slot; they stand after the slots, and all of them are kept. */
function isActuator(plant: Plant, name: string): boolean {
  return !plant.slots.some((slot) => slot.name === name);
}

/**
 * Weather and loads; of each circuit set point, supply, what loads take in,
 * return, flow, heat and movers; duties; chips; every meter; the power chain.
 */
function chosenNames(plant: Plant): ReadonlySet<string> {
  const { weather, circuits, machines, chips, meters, power, utilisations } = plant;
  const slots = [
    weather.dryBulb,
    weather.wetBulb,
    ...utilisations.map(({ slot }) => slot),
    ...circuits.flatMap(({ slots: of }) => [
      of.setpoint,
      of.supply,
      of.loadInlet,
      of.returned,
      of.sourceFlow,
      of.heat,
      of.moverPower,
      of.vapourLoss,
    ]),
    ...machines.flatMap(({ source }) => (source === undefined ? [] : [source.duty])),
    ...chips.flatMap((report) => [
      report.caseTemperature,
      report.junctionTemperature,
      report.delivered,
      report.inputPower,
    ]),
    ...meters.map(({ slot }) => slot),
    power.slots.utility,
    power.slots.upsInput,
    power.slots.itInput,
    power.slots.mechanical,
  ];
  return namesOf(plant, slots);
}

function namesOf(plant: Plant, slots: readonly number[]): ReadonlySet<string> {
  const wanted = new Set(slots);
  return new Set(plant.slots.filter(({ index }) => wanted.has(index)).map(({ name }) => name));
}

/** The hottest and the least work of chips, the warmest that circuits supply, the swing of the facility's power. */
function extremesOf(plant: Plant): ReadonlyMap<string, readonly RowPart[]> {
  const { chips, circuits, power } = plant;
  const entries = (slots: readonly number[], parts: readonly RowPart[]) =>
    [...namesOf(plant, slots)].map((name) => [name, parts] as const);
  return new Map([
    ...entries(
      chips.map(({ junctionTemperature }) => junctionTemperature),
      ['most'],
    ),
    ...entries(
      chips.map(({ delivered }) => delivered),
      ['least'],
    ),
    ...entries(
      circuits.flatMap(({ slots }) => [slots.supply, slots.loadInlet]),
      ['most'],
    ),
    ...entries([power.slots.utility], ['least', 'most']),
  ]);
}

/** Digits that a value is written with: some more than the integration gives. */
const digits = 9;

/** Writes the values of a row, in display units, as they will stand in the file. */
export function rowReader(columns: readonly RowColumn[]) {
  const of = columns.map(({ index, part, column }) => ({ index, part, ...displayUnit(column.quantity, 'si') }));
  const values = new Float64Array(columns.length);
  return (mean: Float64Array, least: Float64Array, most: Float64Array): Float64Array => {
    for (let k = 0; k < of.length; k++) {
      const { index, part, fromSi } = of[k]!;
      const value = fromSi((part === 'mean' ? mean : part === 'least' ? least : most)[index]!);
      values[k] = Number(value.toPrecision(digits));
    }
    return values;
  };
}

/** Names of the columns of the file, time first. */
export function rowHeads(columns: readonly RowColumn[]): readonly string[] {
  return ['time [s]', ...columns.map(({ head }) => head)];
}

/** The head of the file, with its line end. */
export function rowsHead(columns: readonly RowColumn[]): string {
  return `${rowHeads(columns).join(',')}\r\n`;
}

/** One line of the file, with its line end; NaN is an empty field. */
export function rowLine(time: number, values: Float64Array): string {
  let line = String(Number(time.toPrecision(digits)));
  for (let k = 0; k < values.length; k++) line += Number.isNaN(values[k]!) ? ',' : `,${values[k]!}`;
  return `${line}\r\n`;
}

/** Time and values of a line, the inverse of `rowLine`. */
export function readRowLine(line: string): { readonly time: number; readonly values: Float64Array } {
  const [time = '', ...fields] = line.split(',');
  return { time: Number(time), values: Float64Array.from(fields, (field) => (field === '' ? NaN : Number(field))) };
}
