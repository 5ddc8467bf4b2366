/**
 * Where the Buildings library's physics is not ours and a transient shows it:
 * its equations beside ours, so that the difference can be told from an error.
 */

import { saturatedHumidityRatio } from '../../fluids/moist-air.ts';
import { bracketedRoot } from '../../numerics/bracketed-root.ts';
import { counterflowEffectiveness, counterflowTransferUnits } from '../../physics/effectiveness.ts';
import { type FlowResistance, pressureDropAtFlow } from '../../physics/flow-resistance.ts';
import { airFactor, waterFactor, wetBulbFactor } from '../../physics/merkel.ts';
import { nearSaturatedEnthalpy } from '../../physics/saturated-air.ts';

/** Counterflow with the ratio of capacity rates capped at 0.98, by a cubic from 0.97 to 0.99. */
export function cappedCounterflow(transferUnits: number, capacityRatio: number): number {
  return counterflowEffectiveness(transferUnits, cappedRatio(capacityRatio));
}

function cappedRatio(ratio: number): number {
  const [cap, width] = [0.98, 0.01];
  const x = (cap - ratio) / width;
  if (x >= 1) return ratio;
  if (x <= -1) return cap;
  return 0.5 * (ratio + cap) + 0.25 * x * (x * x - 3) * (cap - ratio);
}

/** A quadratic drop that below 30 % of the rated flow turns into an odd polynomial with a laminar start. */
export function blendedDrop(resistance: FlowResistance, flow: number): number {
  const turbulent = 0.3 * resistance.ratedFlow;
  const x = flow / turbulent;
  if (Math.abs(x) >= 1) return pressureDropAtFlow(resistance, flow);
  const square = x * x;
  return pressureDropAtFlow(resistance, turbulent) * x * (0.375 + square * (0.75 - 0.125 * square));
}

const sea = 101_325;
const dryAirHeat = 1006;

/** Enthalpy of saturated air per kg of mixture [J/kg]. */
function mixtureEnthalpy(temperature: number): number {
  return nearSaturatedEnthalpy(temperature, sea) / (1 + saturatedHumidityRatio(temperature, sea));
}

/** A tower as Merkel's method is written there. */
export interface MixtureTower {
  readonly waterFlow: number;
  readonly inlet: number;
  readonly leaving: number;
  readonly wetBulb: number;
  readonly waterToAir: number;
  readonly specificHeat: number;
}

/**
 * Leaving water of a tower whose air is counted per kg of mixture and whose factor of 1.0039 stays in the rating;
 * sizes the tower and returns (inlet, waterFlow, wetBulb, airFraction) → leaving [K].
 */
export function mixtureTowerLeaving(
  design: MixtureTower,
): (inlet: number, waterFlow: number, wetBulb: number, airFraction: number) => number {
  const ratedAir = design.waterFlow / design.waterToAir;
  const heat = design.waterFlow * design.specificHeat * (design.inlet - design.leaving);
  const enthalpyOut = mixtureEnthalpy(design.wetBulb) + heat / ratedAir;
  const airOut = bracketedRoot((T) => mixtureEnthalpy(T) - enthalpyOut, design.wetBulb, design.inlet, 1e-9);
  const ratedHeatCapacity = heat / ratedAir / (airOut - design.wetBulb);
  const waterRate = design.waterFlow * design.specificHeat;
  const airRate = ratedAir * ratedHeatCapacity;
  const [smaller, larger] = waterRate < airRate ? [waterRate, airRate] : [airRate, waterRate];
  const effectiveness = heat / (smaller * (design.inlet - design.wetBulb));
  const conductance =
    (counterflowTransferUnits(effectiveness, cappedRatio(smaller / larger)) * smaller * dryAirHeat) / ratedHeatCapacity;

  return (inlet, waterFlow, wetBulb, airFraction) => {
    if (!(inlet > wetBulb && waterFlow > 0)) return inlet;
    const air = ratedAir * Math.max(airFraction, 0.125);
    const water = waterFlow * design.specificHeat;
    const factors =
      airFactor(air / ratedAir) * waterFactor(waterFlow / design.waterFlow) * wetBulbFactor(design.wetBulb - wetBulb);
    const moved = (rise: number) => {
      const span = Math.max(rise, 1e-3);
      const heatCapacity = (mixtureEnthalpy(wetBulb + span) - mixtureEnthalpy(wetBulb)) / span;
      const rate = air * heatCapacity;
      const least = Math.min(water, rate);
      const units = (conductance * factors * heatCapacity) / dryAirHeat / least;
      return { rate, heat: cappedCounterflow(units, least / Math.max(water, rate)) * least * (inlet - wetBulb) };
    };
    const off = (rise: number) => {
      const { rate, heat } = moved(rise);
      return heat - rate * rise;
    };
    const rise = bracketedRoot(off, 0, inlet - wetBulb, 1e-9);
    return inlet - moved(rise).heat / water;
  };
}
