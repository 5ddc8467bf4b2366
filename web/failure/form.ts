/**
 * What the reader has fail, and the `transient:` of a scenario that says it.
 * Lengths of time in seconds, volumes in cubic metres, whatever the page shows.
 */

import type { Tree } from '../simulation/scenario-text.ts';
import type { PlantPicture } from '../simulation/messages.ts';

/** What can be moved by sliders, absent where it is as at first. */
export interface Moved {
  readonly count?: number;
  readonly lasts?: number;
  readonly length?: number;
  readonly to?: number;
  readonly ups?: number;
  readonly buffers: Readonly<Record<string, number>>;
}

export interface FailureForm {
  /** `written`, `nothing`, `pumps technology`, `machine cdu`, `utility`, `blackout`, `load`. */
  readonly what: string;
  readonly start: 'design' | 'cursor';
  readonly moved: Moved;
}

export const notMoved: Moved = { buffers: {} };

/** When it fails: long enough after the start that the curves show what was before [s]. */
export const failsAt = 60;
/** Where a slider stands at first. */
export const usual = { lasts: 180, length: 1200, to: 0.4 } as const;

export interface Choice {
  readonly value: string;
  /** Words before the name, and the name as its author wrote it. */
  readonly title: string;
  readonly name: string;
}

/** Everything that can fail in a plant; the pumps at the chips first. */
export function failures({ circuits, machines }: PlantPicture, isWritten: boolean): readonly Choice[] {
  return [
    ...(isWritten ? [{ value: 'written', title: 'as the scenario says', name: '' }] : []),
    ...circuits
      .filter(({ phase, moverPower }) => phase !== 'boiling' && moverPower >= 0)
      .map(({ name, phase }) => ({ value: `pumps ${name}`, title: phase === 'air' ? 'fans of' : 'pumps of', name })),
    ...machines
      .filter(({ source }) => source !== undefined)
      .map(({ name }) => ({ value: `machine ${name}`, title: 'machine', name })),
    { value: 'utility', title: 'the utility, generators start', name: '' },
    { value: 'blackout', title: 'the utility and the generators', name: '' },
    { value: 'load', title: 'load steps to', name: '' },
  ];
}

/** The form of a plant that was just opened. */
export function firstForm(picture: PlantPicture, isWritten: boolean): FailureForm {
  const what = isWritten ? 'written' : (liquidOfChips(picture) ?? failures(picture, false)[0]!.value);
  return { what, start: 'design', moved: notMoved };
}

/** The pumps at the chips, or the fans where air cools them. */
function liquidOfChips(picture: PlantPicture): string | undefined {
  const owners = new Set(picture.chips.map(({ owner }) => owner));
  const racks = picture.machines.find(({ name }) => owners.has(name));
  const circuit = picture.circuits[racks?.loads[0]?.circuit ?? -1];
  const value = `pumps ${circuit?.name}`;
  return failures(picture, false).some((choice) => choice.value === value) ? value : undefined;
}

/** The part after the word of what fails: a circuit or a machine. */
export function targetOf({ what }: FailureForm): string {
  return what.slice(what.indexOf(' ') + 1);
}

/** As texts of a scenario; what is not said stays as the scenario has it. */
export function transientOf(form: FailureForm, hour: number): Tree {
  const { what, start, moved } = form;
  const isOwn = what !== 'written';
  const { ups, length, buffers } = moved;
  const volumes = Object.entries(buffers).map(([name, volume]) => [name, { supplyVolume: `${volume} m³` }] as const);
  return {
    ...(isOwn ? { step: '1 s', events: eventsOf(form) } : {}),
    ...(isOwn || length !== undefined ? { duration: `${length ?? usual.length} s` } : {}),
    ...(isOwn && start === 'cursor' ? { hour: String(hour + 1) } : {}),
    ...(ups === undefined ? {} : { ups: `${ups} s` }),
    ...(volumes.length === 0 ? {} : { circuits: Object.fromEntries(volumes) }),
  };
}

/** A moment of the hour, in which nothing fails. */
export function steadyOf({ start }: FailureForm, hour: number): Tree {
  const from: Tree = start === 'cursor' ? { hour: String(hour + 1) } : {};
  return { ...from, duration: '1 s', step: '1 s', weather: 'held', events: {} };
}

function eventsOf(form: FailureForm): Tree {
  const { count, lasts = usual.lasts, to = usual.to } = form.moved;
  const span = { at: `${failsAt} s`, for: `${lasts} s` };
  if (form.what === 'nothing') return {};
  if (form.what === 'load') return { load: { ...span, load: 'all', to: `${to * 100} %` } };
  if (form.what === 'utility') return { utility: { ...span, lose: 'utility' } };
  if (form.what === 'blackout')
    return { generators: { at: '0 s', lose: 'generator' }, utility: { ...span, lose: 'utility' } };
  const part: Tree = count === undefined ? {} : { count: String(count) };
  return { failure: { ...span, trip: targetOf(form), ...part } };
}
