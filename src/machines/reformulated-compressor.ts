/**
 * A chiller's record of curves in leaving condenser water made into one
 * compressor of the size that the plant needs. Its mixing valve keeps what
 * leaves the condenser at the coldest of the curves: at that edge the curves
 * say what the machine does. Above the warmest they are taken at their edge,
 * and the run is told.
 */

import { water } from '../fluids/water.ts';
import type { ValuesOf } from '../library/parameters.ts';
import { type EirChiller, eirCapacity, eirRangeFault } from '../physics/chiller-eir.ts';
import {
  reformulatedEirChiller,
  reformulatedEirLeaving,
  reformulatedEirPowerAtLeaving,
} from '../physics/chiller-reformulated-eir.ts';
import { beyondLimits, type Compressor, type CompressorDesign, notExtrapolated } from './compressor.ts';
import type { chillerReformulatedEirParameters } from './chiller-record.ts';

type Values = ValuesOf<typeof chillerReformulatedEirParameters>;

export function scaledReformulated(values: Values, design: CompressorDesign): Compressor | string {
  const rated = sizedFor(values, design);
  if (typeof rated === 'string') return rated;
  const { minimumEvaporatorLeaving: coldest, maximumEvaporatorLeaving: warmest } = values;
  const onCurve = (out: number): number => Math.min(warmest, Math.max(coldest, out));
  return {
    ratedHeat: rated.ratedHeat,
    minimumCondenser: values.minimumCondenser - ratedRise(values),
    minimumLoad: values.minimumLoad,
    capacity(out, into, rate) {
      const x = onCurve(out);
      return eirCapacity(rated, x, reformulatedEirLeaving(rated, Infinity, x, into, rate));
    },
    power(heat, out, into, rate) {
      const x = onCurve(out);
      const leaving = reformulatedEirLeaving(rated, heat, x, into, rate);
      // At the design hour it is asked for its most while the condenser water is still being settled.
      return reformulatedEirPowerAtLeaving(rated, Math.min(heat, eirCapacity(rated, x, leaving)), x, leaving);
    },
    enters: (into, rise) => Math.max(into, values.minimumCondenser - rise),
    beyond: (out, into, rise) => beyondLimits(values, out, into + rise),
  };
}

function ratedRise({ ratedHeat, ratedCop, ratedCondenserFlow, ratedCondenserLeaving: leaving }: Values): number {
  const capacityRate = ratedCondenserFlow * water.density(leaving) * water.specificHeat(leaving);
  return (ratedHeat * (1 + 1 / ratedCop)) / capacityRate;
}

/** Size and condenser water depend on each other through the electricity, weakly: ten rounds reach rounding. */
const rounds = 10;

function sizedFor(values: Values, { heat, leaving, entering, condenserRate }: CompressorDesign): EirChiller | string {
  const unit = reformulatedEirChiller({ ...values, ratedHeat: 1 });
  let rejected = heat * (1 + 1 / values.ratedCop);
  let rated = unit;
  for (let round = 0; round < rounds; round++) {
    const out = Math.max(values.minimumCondenser, entering + rejected / condenserRate(rejected));
    const fault = eirRangeFault(unit, 0, leaving, out);
    if (fault !== undefined) return `${fault}; ${notExtrapolated}`;
    rated = reformulatedEirChiller({ ...values, ratedHeat: heat / eirCapacity(unit, leaving, out) });
    rejected = heat + reformulatedEirPowerAtLeaving(rated, heat, leaving, out);
  }
  return rated;
}
