/** One number of an explained hour with its name in words. */

import type { Quantity } from '../units.ts';

export interface Reading {
  readonly key: string;
  readonly label: string;
  /** SI. */
  readonly value: number;
  readonly quantity: Quantity;
}
