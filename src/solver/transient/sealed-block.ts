/**
 * A sealed boiling bath in time: liquid at saturation, whose temperature and
 * pressure rise while more boils than condenses, up to the relief valve.
 *
 *     M c dT/dt = Q − Q_condensed − Q_relief          T saturation
 *     Q_relief  = M c (T − T_relief)/τ_r above T_relief, as vapour
 *     dm/dt     = Q_relief/Δh                          m liquid lost since the start
 *
 * Condensers bring T back to the set point with a time constant of their
 * controller, as far as they can. Leaves out air in the vapour, and what the
 * vapour itself holds.
 */

import type { Circuit, Plant } from '../../plant/plant.ts';
import { bathPorts, noPipes, reserveOf } from './bath-ports.ts';
import { type BoilingBlock, tankEmptied } from './boiling-block.ts';
import { type CircuitDynamics, racksOn } from './settings.ts';
import type { StateBook } from './state-book.ts';

/** Liquid in a tank whose volume is not stated [m³]. */
const volumePerTank = 0.2;
/** In which condensers bring the bath back to its set point, and the relief valve holds it at its limit [s]. */
export const controlTime = 20;
export const reliefTime = 0.1;

export function sealedBlock(plant: Plant, circuit: Circuit, dynamics: CircuitDynamics, book: StateBook): BoilingBlock {
  const { s } = plant;
  const { slots, name: owner, fluid, supply: setpoint } = circuit;
  const { relief } = circuit.sealed!;
  const ports = bathPorts(plant, circuit);
  const volume = dynamics.supplyVolume ?? volumePerTank * Math.max(1, racksOn(plant, circuit));
  const capacity = volume * fluid.density(setpoint) * fluid.specificHeat(setpoint);
  const reserve = reserveOf(plant, circuit, dynamics);
  const bath = book.take({ owner, name: 'saturation', scale: 10, capacity }, () => s[slots.supply]!);
  const lost = book.take({ owner, name: 'vapour lost', scale: Math.max(1, reserve), capacity: 0 }, () => 0);

  return {
    ...noPipes,
    ...tankEmptied,
    circuit,
    lost,
    heated: bath,
    reserve,
    wanted: () => Math.max(0, s[slots.heat]! + (capacity * (s[slots.supply]! - setpoint)) / controlTime),
    open(y) {
      s[slots.setpoint] = setpoint;
      ports.stand(y[bath]!, 1);
    },
    gather: ports.gather,
    rates(y, dy) {
      const over = y[bath]! - relief;
      const vapour = over > 0 ? (capacity * over) / reliefTime : 0;
      s[slots.vapourLoss] = vapour;
      s[slots.floating] = Math.max(0, y[bath]! - setpoint);
      dy[bath] = (s[slots.heat]! - ports.condensed() - vapour) / capacity;
      dy[lost] = vapour / ports.latentHeat();
    },
  };
}
