/** What the hall view shows: the racks of a run at one moment, in the reader's units, and the quantity that colours them. */

import type { UnitSystem } from '../../src/index.ts';
import { stepAt } from '../draw/time-plot.ts';
import type { HallReply, TransientReply } from '../simulation/transient-messages.ts';
import { type ScaledQuantity, scaledQuantities } from './hall-moment.ts';

export interface ShownHall {
  readonly reply: TransientReply;
  readonly hall: HallReply;
  readonly quantities: readonly ScaledQuantity[];
  readonly quantity: ScaledQuantity;
  readonly units: UnitSystem;
  /** Position of the moment among the hall's rows. */
  readonly row: number;
}

/** What the reader asks to see of a hall. */
export interface Wish {
  readonly units: UnitSystem;
  /** By name; the first where the hall has none of that name. */
  readonly quantity: string;
  readonly time: number;
}

/** @param before what was shown last: its scales hold for the whole run and are kept */
export function shownHall(
  reply: TransientReply,
  hall: HallReply,
  { units, quantity: name, time }: Wish,
  before: ShownHall | undefined,
): ShownHall {
  const isSame = before?.reply === reply && before.units === units;
  const quantities = isSame ? before.quantities : scaledQuantities(hall, units);
  const quantity = quantities.find((one) => one.name === name) ?? quantities[0]!;
  return { reply, hall, quantities, quantity, units, row: stepAt(hall.times, time) };
}
