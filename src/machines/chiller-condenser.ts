/**
 * The rejecting side of chillers: into outdoor air, or into a condenser loop
 * through a mixing valve that keeps what enters above the record's minimum.
 */

import type { Compressor } from './compressor.ts';
import type { Bench, LoadPort } from './machine.ts';
import { airSide } from './outdoor-air.ts';

export interface ChillerCondenser {
  /** Electricity of all carrying units at the design hour [W]. */
  readonly designPower: number;
  /** What enters the condensers [K]. */
  entering(): number;
  /** Capacity rate of one running unit's condenser [W/K]; infinite for air, whose rise is in the record's approach. */
  rate(): number;
  /** Books the heat of so many running units, parts of the hour counted as parts; `entering` is what enters [K]. */
  reject(heat: number, count: number, entering: number): void;
  idle(): void;
  /** Once the hour stands still: what the air carries off [W]; a loop has its heat from the solver. */
  settle(heat: number): void;
}

/** Design heat of all carrying units [W], chilled water leaving and fluid entering the condenser [K]. */
export interface ChillerDesign {
  readonly heat: number;
  readonly leaving: number;
  readonly entering: number;
  readonly units: number;
}

function designPower(one: Compressor, design: ChillerDesign, capacityRate: number): number {
  const entering = Math.max(design.entering, one.minimumCondenser);
  return one.power(design.heat / design.units, design.leaving, entering, capacityRate) * design.units;
}

export function airCondenser(bench: Bench, one: Compressor, design: ChillerDesign, rise: number): ChillerCondenser {
  const { s, weather } = bench;
  const power = designPower(one, design, Infinity);
  const air = airSide(bench, design.heat + power, rise);
  return {
    designPower: power,
    entering: () => Math.max(s[weather.dryBulb]!, one.minimumCondenser),
    rate: () => Infinity,
    reject: (heat) => air.set(heat),
    idle: () => air.set(0),
    settle: (heat) => air.set(heat),
  };
}

/** Condenser water [kg/s] for a heat [W] at the design hour: by the loop's rule, or for a rise of 5.5 K where the loop follows its loads. */
export function designCondenserFlow(port: LoadPort, heat: number): number {
  const ruled = port.ruledFlow(heat);
  return Number.isNaN(ruled) ? heat / (5.5 * port.fluid.specificHeat(port.design.temperature)) : ruled;
}

export function waterCondenser(bench: Bench, one: Compressor, design: ChillerDesign, port: LoadPort): ChillerCondenser {
  const { s } = bench;
  const { fluid } = port;
  const cp = fluid.specificHeat(design.entering);
  const flowFor = (heat: number) => designCondenserFlow(port, heat);
  // Heat rejected depends on electricity, that on flow, and flow on heat rejected: three rounds settle it.
  let flow = flowFor(design.heat * 1.15);
  let power = NaN;
  for (let i = 0; i < 3; i++) {
    power = designPower(one, design, (flow / design.units) * cp);
    flow = flowFor(design.heat + power);
  }
  const unitFlow = flow / design.units;
  port.rate(design.heat + power, flow);
  bench.sized('condenserFlow', unitFlow, 'mass flow', 'Condenser water of one unit');

  return {
    designPower: power,
    entering: () => Math.max(s[port.inlet]!, one.minimumCondenser),
    rate: () => unitFlow * s[port.drive]! * fluid.specificHeat(s[port.inlet]!),
    reject(heat, count, into) {
      const through = unitFlow * count * s[port.drive]!;
      const loop = s[port.inlet]!;
      if (into <= loop) {
        s[port.flow] = through;
        return;
      }
      // Recirculation lifts what enters; the loop gives what carries the heat away at the leaving temperature.
      const leaving = fluid.temperature(fluid.enthalpy(into, 0) + heat / through, 0);
      s[port.flow] = heat / (fluid.enthalpy(leaving, 0) - fluid.enthalpy(loop, 0));
    },
    idle: () => {
      s[port.flow] = 0;
    },
    settle: () => undefined,
  };
}
