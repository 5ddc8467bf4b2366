/**
 * Results of a run: named columns of numbers over time, each with its unit
 * and meaning, all in SI.
 */

import type { Quantity } from '../units.ts';

/** One quantity over the steps of a run. */
export interface Column {
  /** `technology.supplyTemperature`, `dry-cooler.power`, `weather.dryBulb`; unique in a run. */
  readonly name: string;
  readonly quantity: Quantity;
  /** One line: what it is, in the field's words. */
  readonly about: string;
  readonly values: Float64Array;
}

/** Something the run had to bend: a clamp, a spill, a broken limit, a floating set point. */
export interface RunEvent {
  /** Circuit or machine, by its name in the plant. */
  readonly owner: string;
  /** What happened, in words that hold for every hour of it. */
  readonly cause: string;
  /** `limit`: a limit is broken; `float`: a set point is not held; `note`: bent, not broken. */
  readonly gravity: 'limit' | 'float' | 'note';
  /** The size's quantity, e.g. `temperature difference` or `heat flow`. */
  readonly quantity: Quantity;
  /** First and last step (0-based, inclusive) of one unbroken stretch. */
  readonly firstStep: number;
  readonly lastStep: number;
  /** The largest size in the stretch [SI]. */
  readonly worst: number;
  readonly worstStep: number;
}
