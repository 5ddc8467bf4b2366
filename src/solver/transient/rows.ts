/**
 * Results of a transient in even steps: of each column the time mean, the
 * least and the largest value in the step.
 */

import type { Plant } from '../../plant/plant.ts';
import type { Quantity } from '../../units.ts';
import type { TransientSystem } from './system.ts';

/** Takes a row of results: mean, least and largest of each column over the step that ends at `time`. Copies what it keeps. */
export type RowSink = (time: number, mean: Float64Array, least: Float64Array, most: Float64Array) => void;

export interface TransientColumn {
  readonly name: string;
  readonly quantity: Quantity;
  readonly about: string;
}

/** What is kept of each rack of a hall that is resolved. */
const rackColumns = new Set([
  'inputPower',
  'caseTemperature',
  'junctionTemperature',
  'delivered',
  'plateFlow',
  'sinkFlow',
]);

export interface RowRecorder {
  readonly columns: readonly TransientColumn[];
  begin(y: Float64Array): void;
  /** The slots stand as they are `width` after the sample before. */
  sample(width: number, y: Float64Array): void;
  /** The step ends at a time that was just sampled. */
  row(time: number): void;
  save(): RowState;
  restore(state: RowState): void;
}

/** Ends of the rows by their number from 1 on [s]: even steps, the last one as short as is left; infinite after it. */
export function rowEnds(step: number, duration: number): (row: number) => number {
  const count = Math.ceil(duration / step - 1e-9);
  return (row) => (row > count ? Infinity : Math.min(row * step, duration));
}

/** The step that is under way. */
export interface RowState {
  readonly covered: number;
  readonly last: readonly number[];
  readonly sum: readonly number[];
  readonly least: readonly number[];
  readonly most: readonly number[];
}

/** Named slots that do not change their meaning in time, and the states of actuators. */
export function rowRecorder(plant: Plant, system: TransientSystem, sink: RowSink): RowRecorder {
  const { s } = plant;
  const inHalls = new Set(plant.machines.flatMap((placed) => (placed.place === undefined ? [] : [placed.name])));
  const slots = plant.slots.filter((slot) => {
    const [owner = '', ...field] = slot.name.split('.');
    return slot.index !== plant.passes && (!inHalls.has(owner) || rackColumns.has(field.join('.')));
  });
  const states = system.places.flatMap((place, index) =>
    ['opening', 'speed', 'drive', 'vapour lost', 'movers at speed'].includes(place.name) ? [{ place, index }] : [],
  );
  const columns: TransientColumn[] = [
    ...slots.map(({ name, quantity, about }) => ({ name, quantity, about })),
    ...states.map(({ place }) => ({
      name: `${place.owner}.${place.name.replaceAll(' ', '-')}`,
      quantity: 'dimensionless' as const,
      about: `${place.name} of ${place.owner}`,
    })),
  ];
  const slotOf = Int32Array.from(slots, ({ index }) => index);
  const stateOf = Int32Array.from(states, ({ index }) => index);
  const n = columns.length;
  const last = new Float64Array(n);
  const sum = new Float64Array(n);
  const least = new Float64Array(n);
  const most = new Float64Array(n);
  const now = new Float64Array(n);
  let covered = 0;

  function read(y: Float64Array): void {
    system.finish();
    for (let i = 0; i < slotOf.length; i++) now[i] = s[slotOf[i]!]!;
    for (let i = 0; i < stateOf.length; i++) now[slotOf.length + i] = y[stateOf[i]!]!;
  }

  function open(): void {
    sum.fill(0);
    covered = 0;
    least.set(last);
    most.set(last);
  }

  return {
    columns,
    begin(y) {
      read(y);
      last.set(now);
      open();
    },
    sample(width, y) {
      read(y);
      for (let i = 0; i < n; i++) {
        const value = now[i]!;
        sum[i]! += 0.5 * width * (value + last[i]!);
        if (value < least[i]!) least[i] = value;
        if (value > most[i]!) most[i] = value;
        last[i] = value;
      }
      covered += width;
    },
    row(time) {
      if (covered > 0) for (let i = 0; i < n; i++) sum[i] = sum[i]! / covered;
      else sum.set(last);
      sink(time, sum, least, most);
      open();
    },
    save: () => ({ covered, last: [...last], sum: [...sum], least: [...least], most: [...most] }),
    restore(state) {
      covered = state.covered;
      last.set(state.last);
      sum.set(state.sum);
      least.set(state.least);
      most.set(state.most);
    },
  };
}
