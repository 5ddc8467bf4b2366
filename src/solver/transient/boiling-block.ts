/**
 * A boiling bath in time. A vented tank stands at the boiling point of the
 * site's pressure: what the condensers do not take leaves as vapour, and the
 * level falls.
 *
 *     dm/dt = (Q − Q_condensed)/Δh        m liquid lost as vapour since the start
 *
 * Leaves out subcooling after a fall of load and the swelling of the bath.
 */

import type { Circuit, Plant } from '../../plant/plant.ts';
import { bathPorts, noPipes, reserveOf } from './bath-ports.ts';
import type { CircuitBlock } from './circuit-block.ts';
import type { CircuitDynamics } from './settings.ts';
import type { StateBook } from './state-book.ts';

export interface BoilingBlock extends CircuitBlock {
  /** Heat that its condensers are asked to take [W]. */
  wanted(): number;
  /** Index of the mass lost [kg], and how much may be lost before the highest chip is dry [kg]. */
  readonly lost: number;
  readonly reserve: number;
  /** What is said and what stops when the reserve is lost. */
  readonly emptied: { readonly says: string; readonly stops: 'racks' | 'pumps' };
  /** What is told once when it first happens: at or above zero from then on. */
  readonly notices: readonly { readonly says: string; value(y: Float64Array): number }[];
}

/** Of a tank: its chips are no longer covered. */
export const tankEmptied = {
  emptied: { says: 'the bath is down to the highest chip', stops: 'racks' },
  notices: [],
} as const;

export function boilingBlock(plant: Plant, circuit: Circuit, dynamics: CircuitDynamics, book: StateBook): BoilingBlock {
  const { s } = plant;
  const { slots, name: owner } = circuit;
  const saturation = circuit.fluid.saturation!;
  const ports = bathPorts(plant, circuit);
  const reserve = reserveOf(plant, circuit, dynamics);
  const lost = book.take({ owner, name: 'vapour lost', scale: Math.max(1, reserve), capacity: 0 }, () => 0);

  return {
    ...noPipes,
    ...tankEmptied,
    circuit,
    lost,
    heated: lost,
    reserve,
    wanted: () => s[slots.heat]!,
    open() {
      const boiling = saturation.temperature(s[plant.weather.pressure]!);
      s[slots.setpoint] = boiling;
      ports.stand(boiling, 1);
    },
    gather: ports.gather,
    rates(_y, dy) {
      const left = s[slots.heat]! - ports.condensed();
      s[slots.vapourLoss] = Math.max(0, left);
      dy[lost] = left / ports.latentHeat();
    },
  };
}
