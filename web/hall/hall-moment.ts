/** A hall at one moment in the reader's units: what each rack stands at, in words, as rows, and as curves of one rack. */

import { numberText, type UnitSystem } from '../../src/index.ts';
import type { Rows } from '../chart/csv.ts';
import { headOf } from '../chart/table.ts';
import type { TimeLine } from '../draw/time-plot.ts';
import { valueText } from '../draw/time-plot.ts';
import type { Panel } from '../failure/panels.ts';
import type { HallReply, TransientReply } from '../simulation/transient-messages.ts';
import { colour } from '../theme.ts';
import { say } from '../words.ts';
import { courseOf, frameOf, type HallQuantity, hallQuantities, meanCourse, rangeOver, scaleOf } from './quantities.ts';

/** A quantity with its scale and its range over the whole run. */
export interface ScaledQuantity extends HallQuantity {
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  readonly digits: number;
  fromSi(value: number): number;
}

/** Worked out once a run: a range goes over all racks and all moments. */
export function scaledQuantities(hall: HallReply, units: UnitSystem): readonly ScaledQuantity[] {
  return hallQuantities(hall).map((quantity) => {
    const [low, high] = rangeOver(hall, quantity.name);
    const scale = scaleOf(quantity, high, units);
    return { ...quantity, low, high, unit: scale.unit, digits: scale.digits, fromSi: (value) => scale.fromSi(value) };
  });
}

export function textOf({ fromSi, digits, unit }: ScaledQuantity, value: number): string {
  return valueText(fromSi(value), digits, unit);
}

/** `racks-017, row 2, place 8: Margin to throttling 12.1 K, …` */
export function rackText(hall: HallReply, quantities: readonly ScaledQuantity[], row: number, rack: number): string {
  const { name, row: line, position } = hall.racks[rack]!;
  const numbers = quantities.map(
    (quantity) => `${say(quantity.title)} ${textOf(quantity, frameOf(hall, quantity.name, row)[rack]!)}`,
  );
  return `${name}, ${say('row')} ${line}, ${say('place')} ${position}: ${numbers.join(', ')}`;
}

/** Every rack of a moment. */
export function rackRows(hall: HallReply, quantities: readonly ScaledQuantity[], row: number): Rows {
  const frames = quantities.map((quantity) => frameOf(hall, quantity.name, row));
  return {
    heads: [
      say('Rack'),
      say('row'),
      say('place'),
      ...quantities.map(({ title, unit }) => headOf({ name: say(title), unit })),
    ],
    rows: hall.racks.map(({ name, row: line, position }, i) => [
      name,
      line,
      position,
      ...quantities.map(({ fromSi }, k) => fromSi(frames[k]![i]!)),
    ]),
  };
}

/** `90 racks in 10 rows. Margin to throttling: 8.1 K … 15.2 K; least at racks-41, …` */
export function hallSentence(hall: HallReply, quantity: ScaledQuantity, row: number, worst: readonly number[]): string {
  const frame = frameOf(hall, quantity.name, row);
  const [low, high] = [Math.min(...frame), Math.max(...frame)];
  const names = worst.map((rack) => `${hall.racks[rack]!.name} (${textOf(quantity, frame[rack]!)})`).join(', ');
  const racks = `${numberText(hall.racks.length, 0)} ${say('racks in')} ${hall.rows} ${say('rows')}`;
  return `${racks}. ${say(quantity.title)}: ${textOf(quantity, low)} … ${textOf(quantity, high)}; ${say(quantity.worst)}: ${names}.`;
}

/** One rack over time, over the mean of all. */
export function rackPanels(
  reply: TransientReply,
  hall: HallReply,
  quantities: readonly ScaledQuantity[],
  rack: number,
  zoom: readonly [number, number],
): readonly Panel[] {
  const name = hall.racks[rack]!.name;
  const marks = reply.log.map(({ time, kind }) => ({ time, kind }));
  return quantities
    .filter((quantity) => quantity.name !== 'margin')
    .map((quantity) => {
      const line = { times: hall.times, dashed: false } as const;
      const own: TimeLine = {
        ...line,
        name,
        colour: colour('accent'),
        faint: false,
        values: courseOf(hall, quantity.name, rack).map(quantity.fromSi),
      };
      const mean: TimeLine = {
        ...line,
        name: say('mean'),
        colour: colour('soft'),
        faint: false,
        dashed: true,
        values: meanCourse(hall, quantity.name).map(quantity.fromSi),
      };
      const limits =
        quantity.name === 'junctionTemperature'
          ? [
              {
                text: `${say('throttles at')} ${textOf(quantity, hall.throttleAt)}`,
                value: quantity.fromSi(hall.throttleAt),
              },
            ]
          : [];
      return {
        name: quantity.name,
        title: `${name}: ${say(quantity.title)}`,
        caption: say('Dashed: the mean of all racks'),
        digits: quantity.digits,
        height: 140,
        plot: {
          lines: [mean, own],
          unit: quantity.unit,
          from: zoom[0],
          to: Math.min(zoom[1], reply.duration),
          limits,
          marks,
          spans: [],
        },
      };
    });
}
