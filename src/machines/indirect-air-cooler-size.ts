/**
 * How an indirect air cooler is written and sized: plates in crossflow from an
 * effectiveness at the design hour, fans from the outdoor air that this takes.
 */

import type { Parameters, ValuesOf } from '../library/parameters.ts';
import { transferUnitsOf } from '../physics/effectiveness.ts';
import { type ExchangerRating, exchangerRating } from '../physics/heat-exchange.ts';
import { celsiusText } from '../units.ts';
import { adiabaticParameters } from './dry-cooler-parameters.ts';
import type { Bench } from './machine.ts';

export const indirectParameters = {
  units: { count: [1, 10_000], about: 'Coolers that carry the design heat', default: 8 },
  spare: { count: [0, 10_000], about: 'Coolers beyond those; all run', default: 2 },
  approach: {
    quantity: 'temperature difference',
    range: [0.5, 30],
    about:
      'Rated approach, where the plates are not to be sized for the design hour’s air but for this much below the hall air that leaves them',
    optional: true,
  },
  airCapacityRatio: {
    quantity: 'dimensionless',
    range: [0.3, 4],
    about: 'Capacity rate of the outdoor air over that of the hall air at the rating',
    default: '1',
  },
  specificFanPower: {
    quantity: 'air pressure',
    range: [20, 2000],
    about: 'Electricity of the outdoor fans at full speed over air volume flow: W/(m³/s) = Pa',
    default: '500 Pa',
  },
  minimumSpeed: {
    quantity: 'fraction',
    range: [0.05, 0.9],
    about: 'Lowest steady fan speed; below it fans cycle',
    default: '20 %',
  },
  padEffectiveness: adiabaticParameters.padEffectiveness,
  cycles: adiabaticParameters.cycles,
  dryBelow: adiabaticParameters.dryBelow,
} as const satisfies Parameters;

export type IndirectValues = ValuesOf<typeof indirectParameters>;

/** Exponent of both films, a turbulent duct (Dittus–Boelter), as of plate exchangers in heat-exchange.ts. */
const filmExponent = 0.8;
export const dryAirGasConstant = 287.042;
/** The outdoor air behind fully wet pads at the design hour [K]. */
export function designAir(
  values: IndirectValues,
  { dryBulb, wetBulb }: { readonly dryBulb: number; readonly wetBulb: number },
): number {
  return dryBulb - values.padEffectiveness * (dryBulb - wetBulb);
}

/** All units installed, as one. */
export interface Plates {
  readonly rating: ExchangerRating;
  /** Outdoor air at full speed [m³/s], its density at the rating, dry [kg/m³], and the fans' electricity there [W]. */
  readonly volumeFlow: number;
  readonly ratedDensity: number;
  readonly ratedFanPower: number;
}

/** c_p of outdoor air as it comes [J/(kg dry·K)]; the vapour that pads add, 0.6 % more at most, is left out. */
export function outdoorSpecificHeat(humidityRatio: number): number {
  return 1006 + 1860 * humidityRatio;
}

export function sizedPlates(values: IndirectValues, bench: Bench): Plates | undefined {
  const { design, circuit } = bench.source();
  const air =
    values.approach === undefined ? designAir(values, bench.designWeather) : design.outletTemperature - values.approach;
  const span = design.inletTemperature - air;
  const effectiveness = (design.inletTemperature - design.outletTemperature) / span;
  const ratio = values.airCapacityRatio;
  const units =
    effectiveness > 0 && span > 0 ? unitsFor(effectiveness / Math.min(1, ratio), Math.min(ratio, 1 / ratio)) : NaN;
  if (!(units < 30)) {
    bench.fault(
      '',
      `cannot be sized: ${circuit} wants ${celsiusText(design.outletTemperature)} from ${celsiusText(design.inletTemperature)} with outdoor air at ${celsiusText(air)} behind wet pads in the design hour; take a warmer supply, more airCapacityRatio or a stage after it, and state an approach`,
    );
    return undefined;
  }
  const hallRate = design.heat / (design.inletTemperature - design.outletTemperature);
  const outdoorHeat = outdoorSpecificHeat(bench.designWeather.humidityRatio);
  const outdoorFlow = (hallRate * ratio) / outdoorHeat;
  const ratedDensity = bench.designWeather.pressure / (dryAirGasConstant * air);
  const installed = (values.units + values.spare) / values.units;
  const conductance = units * Math.min(hallRate, hallRate * ratio);
  const volumeFlow = outdoorFlow / ratedDensity;
  const ratedFanPower = values.specificFanPower * volumeFlow;
  tellSizes(values, bench, { air, conductance, volumeFlow, ratedFanPower });
  return {
    rating: exchangerRating({
      arrangement: 'crossflow',
      conductance: conductance * installed,
      firstFlow: design.flow * installed,
      secondFlow: outdoorFlow * installed,
      firstExponent: filmExponent,
      secondExponent: filmExponent,
    }),
    volumeFlow: volumeFlow * installed,
    ratedDensity,
    ratedFanPower: ratedFanPower * installed,
  };
}

/** NTU of an effectiveness, NaN where no plates reach it. */
function unitsFor(effectiveness: number, ratio: number): number {
  if (!(effectiveness < 0.95)) return NaN;
  try {
    return transferUnitsOf.crossflow(effectiveness, ratio);
  } catch {
    return NaN;
  }
}

function tellSizes(
  values: IndirectValues,
  bench: Bench,
  size: {
    readonly air: number;
    readonly conductance: number;
    readonly volumeFlow: number;
    readonly ratedFanPower: number;
  },
): void {
  const { design } = bench.source();
  bench.sized('ratedHeat', design.heat / values.units, 'heat flow', 'Heat of one unit at its rating');
  bench.sized('ratedAir', size.air, 'temperature', 'Outdoor air entering the plates at the rating');
  bench.sized(
    'ratedApproach',
    design.outletTemperature - size.air,
    'temperature difference',
    'Hall air leaving above it',
  );
  bench.sized('conductance', size.conductance / values.units, 'conductance', 'UA of one unit');
  bench.sized('ratedHallFlow', design.flow / values.units, 'mass flow', 'Hall air of one unit');
  bench.sized(
    'ratedOutdoorFlow',
    size.volumeFlow / values.units,
    'air volume flow',
    'Outdoor air of one unit at full speed',
  );
  bench.sized('ratedFanPower', size.ratedFanPower / values.units, 'power', 'Outdoor fans of one unit at full speed');
  bench.sized('unitsInstalled', values.units + values.spare, 'dimensionless', 'Units installed; all run');
}
