/**
 * What the reader has fail as entries of an address, and back. Numbers in SI.
 * An address can say anything: what is no failure of the plant is a fault in
 * words, and the form is then as at first.
 */

import { filled } from '../words.ts';
import type { PlantPicture } from '../simulation/messages.ts';
import { type FailureForm, failures, firstForm, type Moved, notMoved } from './form.ts';

/** Names and values, as they stand in an address. */
export type Entries = readonly (readonly [string, string])[];

/** Numbers that an address can have: the smallest and the largest, and whether only whole ones. */
const numbers = {
  count: { low: 1, high: 10_000, whole: true },
  lasts: { low: 1, high: 86_400, whole: false },
  length: { low: 10, high: 86_400, whole: false },
  to: { low: 0, high: 1, whole: false },
  ups: { low: 0, high: 86_400, whole: false },
} as const satisfies Readonly<Record<Exclude<keyof Moved, 'buffers'>, object>>;

type NumberName = keyof typeof numbers;
const numberNames = Object.keys(numbers) as readonly NumberName[];

/** Volume of a supply buffer [m³]. */
const volumes = { low: 1e-6, high: 1e6, whole: false } as const;

export function entriesOf({ what, start, moved }: FailureForm): Entries {
  const { buffers } = moved;
  return [
    ['fails', what],
    ...(start === 'cursor' ? [['from', start] as const] : []),
    ...numberNames.flatMap((name) => (moved[name] === undefined ? [] : [[name, String(moved[name])] as const])),
    ...Object.entries(buffers).map(([circuit, volume]) => ['buffer', `${circuit}=${volume}`] as const),
  ];
}

export interface ReadForm {
  readonly form: FailureForm;
  /** What the address asks for and cannot be had. */
  readonly faults: readonly string[];
}

/** @param isWritten whether the scenario has a transient of its own */
export function formFrom(entries: Entries, picture: PlantPicture, isWritten: boolean): ReadForm {
  const first = firstForm(picture, isWritten);
  const faults: string[] = [];
  const told = (name: string, found: string, wanted: string): undefined => {
    faults.push(filled('{name}: found "{found}"; wanted {wanted}', { name, found: found.slice(0, 60), wanted }));
    return undefined;
  };
  const last = (name: string): string | undefined => entries.findLast(([key]) => key === name)?.[1];
  const choice = <T extends string>(name: string, known: readonly T[], otherwise: T): T => {
    const found = last(name);
    if (found === undefined) return otherwise;
    return known.find((one) => one === found) ?? told(name, found, known.join(', ')) ?? otherwise;
  };
  const number = (name: string, found: string, { low, high, whole }: typeof volumes | (typeof numbers)[NumberName]) => {
    const value = /^[\d.]+(e[+-]?\d+)?$/.test(found) ? Number(found) : Number.NaN;
    const isFit = value >= low && value <= high && (!whole || Number.isInteger(value));
    return isFit ? value : told(name, found, `${low} … ${high}`);
  };
  const what = choice(
    'fails',
    failures(picture, isWritten).map(({ value }) => value),
    first.what,
  );
  const start = choice('from', ['design', 'cursor'], 'design');
  const own = numberNames.flatMap((name) => {
    const found = last(name);
    const value = found === undefined ? undefined : number(name, found, numbers[name]);
    return value === undefined ? [] : [[name, value] as const];
  });
  const circuits = picture.circuits.map(({ name }) => name);
  const buffers = entries.flatMap(([key, text]) => {
    if (key !== 'buffer') return [];
    const cut = text.lastIndexOf('=');
    const circuit = circuits.find((name) => name === text.slice(0, Math.max(0, cut)));
    if (circuit === undefined) return told(key, text, circuits.map((name) => `${name}=…`).join(', ')) ?? [];
    const volume = number(key, text.slice(cut + 1), volumes);
    return volume === undefined ? [] : [[circuit, volume] as const];
  });
  if (faults.length > 0) return { form: first, faults };
  const isMoved = own.length + buffers.length > 0;
  const moved: Moved = isMoved ? { ...Object.fromEntries(own), buffers: Object.fromEntries(buffers) } : notMoved;
  return { form: { what, start, moved }, faults };
}
