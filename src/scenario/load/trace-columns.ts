/**
 * The head line of a load trace: which columns hold time and load, and in
 * which units. Other columns are let be.
 */

import { fieldColumn, fieldText } from '../weather/delimited-line.ts';
import type { LineFields } from '../weather/delimited-line.ts';
import { quoted } from '../weather/series-faults.ts';
import type { SeriesFaults } from '../weather/series-faults.ts';

export interface TraceColumns {
  readonly time: number;
  /** Absent when the times are dates. */
  readonly secondsPerUnit?: number;
  /** Year of the first date, known once it is read. */
  firstYear?: number;
  readonly level: number;
  readonly levelName: string;
  readonly levelUnit: string;
  readonly utilisationPerUnit: number;
}

const timeUnits: Readonly<Record<string, number>> = { s: 1, min: 60, h: 3600, d: 86_400 };
const utilisationUnits: Readonly<Record<string, number>> = { '1': 1, '%': 0.01 };
const wattsPerUnit: Readonly<Record<string, number>> = { W: 1, kW: 1e3, MW: 1e6 };

/** One head field: `power [kW]` has the name power and the unit kW. */
function headField(text: string): { name: string; unit: string | undefined } {
  const found = /^"?([^"[(]*?)\s*(?:[[(]([^\])]*)[\])])?"?$/.exec(text);
  const name = (found?.[1] ?? text).trim().toLowerCase();
  return { name: name === 'utilization' ? 'utilisation' : name, unit: found?.[2]?.trim() };
}

/** Adds faults and gives undefined when the head cannot be understood. */
export function traceColumns(
  fields: LineFields,
  line: number,
  ratedPower: number | undefined,
  faults: SeriesFaults,
): TraceColumns | undefined {
  const heads = Array.from({ length: fields.count }, (_, i) => headField(fieldText(fields, i)));
  const time = heads.findIndex(({ name }) => name === 'time');
  const level = heads.findIndex(({ name }) => name === 'utilisation' || name === 'power');
  const refuse = (field: number, path: string, message: string): undefined => {
    faults.add({ line, column: field < 0 ? 1 : fieldColumn(fields, field), path, message });
    return undefined;
  };
  const names = heads.map(({ name }) => quoted(name)).join(', ');
  if (time < 0) refuse(-1, 'time', `found columns ${names}; wanted one named time, time [s] or time [h]`);
  if (level < 0) refuse(-1, '', `found columns ${names}; wanted utilisation [%], utilisation [1] or power [kW]`);
  if (time < 0 || level < 0) return undefined;

  const timeUnit = heads[time]!.unit;
  if (timeUnit !== undefined && !Object.hasOwn(timeUnits, timeUnit)) {
    return refuse(time, 'time', `found the unit ${quoted(timeUnit)}; wanted s, min, h or d, or none for dates`);
  }
  const { name, unit = '' } = heads[level]!;
  const known = name === 'power' ? wattsPerUnit : utilisationUnits;
  if (!Object.hasOwn(known, unit)) {
    const found = unit === '' ? 'no unit' : `the unit ${quoted(unit)}`;
    return refuse(
      level,
      name,
      `found ${found}; wanted ${Object.keys(known)
        .map((u) => `${name} [${u}]`)
        .join(' or ')}`,
    );
  }
  if (name === 'power' && ratedPower === undefined) {
    return refuse(level, name, 'found a trace of power; wanted ratedPower with it, the power at full utilisation');
  }
  return {
    time,
    ...(timeUnit === undefined ? {} : { secondsPerUnit: timeUnits[timeUnit]! }),
    level,
    levelName: name,
    levelUnit: unit,
    utilisationPerUnit: name === 'power' ? known[unit]! / ratedPower! : known[unit]!,
  };
}
