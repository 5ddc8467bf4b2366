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
import type { CircuitBlock } from './circuit-block.ts';
import { type CircuitDynamics, racksOn } from './settings.ts';
import type { StateBook } from './state-book.ts';

export interface BoilingBlock extends CircuitBlock {
  /** Heat that its condensers are asked to take [W]. */
  wanted(): number;
  /** Index of the mass lost [kg], and how much may be lost before the highest chip is dry [kg]. */
  readonly lost: number;
  readonly reserve: number;
}

const reservePerTank = 20;

/** Liquid above the highest chip [kg], written or so much for each tank. */
export function reserveOf(plant: Plant, circuit: Circuit, dynamics: CircuitDynamics): number {
  return dynamics.reserve ?? reservePerTank * Math.max(1, racksOn(plant, circuit));
}

export function boilingBlock(plant: Plant, circuit: Circuit, dynamics: CircuitDynamics, book: StateBook): BoilingBlock {
  const { s } = plant;
  const { slots, name: owner } = circuit;
  const saturation = circuit.fluid.saturation!;
  const loads = circuit.loads.map((load) => load.port);
  const sources = circuit.stages.flatMap((stage) => stage.sources);
  const reserve = reserveOf(plant, circuit, dynamics);
  const lost = book.take({ owner, name: 'vapour lost', scale: Math.max(1, reserve), capacity: 0 }, () => 0);
  const memory = { boiling: NaN, latentHeat: NaN };

  return {
    circuit,
    lost,
    heated: lost,
    reserve,
    delays: [],
    pipeEnergy: () => 0,
    pipeRate: () => 0,
    longestStep: () => Infinity,
    accept: () => undefined,
    entering: () => NaN,
    wanted: () => s[slots.heat]!,
    open() {
      memory.boiling = saturation.temperature(s[plant.weather.pressure]!);
      memory.latentHeat = saturation.latentHeat(memory.boiling);
      s[slots.supply] = s[slots.sourceInlet] = s[slots.setpoint] = s[slots.loadInlet] = memory.boiling;
      s[slots.returned] = memory.boiling;
      s[slots.companion] = 0;
      for (const port of loads) {
        s[port.inlet] = memory.boiling;
        s[port.companion] = 0;
        s[port.drive] = 1;
      }
    },
    gather() {
      let heat = 0;
      for (const port of loads) heat += s[port.heat]!;
      s[slots.heat] = heat;
      s[slots.loadFlow] = s[slots.sourceFlow] = heat / memory.latentHeat;
    },
    rates(_y, dy) {
      let duty = 0;
      for (const { port } of sources) {
        duty += s[port.duty]!;
        s[port.flow] = s[port.duty]! / memory.latentHeat;
      }
      s[slots.vapourLoss] = Math.max(0, s[slots.heat]! - duty);
      dy[lost] = (s[slots.heat]! - duty) / memory.latentHeat;
    },
  };
}
