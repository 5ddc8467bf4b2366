/**
 * What an exchanger is rated at: parameters shared by all kinds of them, and
 * the duty at the design hour that follows from an approach and a rise.
 */

import type { Parameters } from '../library/parameters.ts';
import type { Arrangement } from '../physics/effectiveness.ts';
import { conductanceForDuty, type ExchangerRating, exchangerRating } from '../physics/heat-exchange.ts';
import { celsiusText } from '../units.ts';
import type { Bench, LoadPort } from './machine.ts';

/** Parameters of an exchanger that is sized at the design hour. */
export const exchangerParameters = {
  approach: {
    quantity: 'temperature difference',
    range: [0.5, 40],
    about: 'Rated approach: hot outlet above cold inlet at the rated duty',
  },
  rise: {
    quantity: 'temperature difference',
    range: [0.5, 60],
    about: 'Rated warming of the cold stream, where its circuit does not set the flow',
    default: '8 K',
  },
  units: { count: [1, 10_000], about: 'Units that carry the design duty', default: 4 },
  spare: { count: [0, 10_000], about: 'Units beyond those; all run and share the flow', default: 1 },
  flowMargin: {
    quantity: 'fraction',
    range: [1, 3],
    about: 'Largest cold flow over the rated flow of the units that carry the design duty',
    default: '120 %',
  },
  enableDifference: {
    quantity: 'temperature difference',
    range: [0, 30],
    about: 'Runs in hours when the coldest its load circuit could get lies this far below what enters',
    default: '0 K',
  },
} as const satisfies Parameters;

/** The duty an exchanger is rated at, all carrying units together. */
export interface RatedDuty {
  readonly heat: number;
  readonly hotFlow: number;
  readonly hotInlet: number;
  readonly coldFlow: number;
  readonly coldInlet: number;
}

/** Installed over carrying units, and what the plant may ask. */
export interface Fleet {
  readonly units: number;
  readonly spare: number;
  readonly flowMargin: number;
  readonly enableDifference: number;
  /** The coldest that its own mixing valve lets into the cold side in this hour [K]; absent where there is none. */
  readonly coldFloor?: () => number;
}

export interface ExchangerShape {
  readonly arrangement: Arrangement;
  /** n of hA ∝ ṁⁿ on each side. */
  readonly hotExponent: number;
  readonly coldExponent: number;
  /** hA hot over hA cold at the rated flows. */
  readonly filmRatio: number;
  /** The load port's name. */
  readonly cold: string;
}

/** Heat capacity that humidity adds to dry air [J/(kg·K)]. */
export function moistureCapacity(port: { readonly fluid: { readonly phase: string } }, companion: number): number {
  return port.fluid.phase === 'air' ? 1860 * companion : 0;
}

/** The installed exchanger that does its duty with the units that carry it, and the conductance of those [W/K]. */
export function ratingForDuty(
  bench: Bench,
  duty: RatedDuty,
  shape: ExchangerShape,
  fleet: Fleet,
): { readonly rating: ExchangerRating; readonly conductance: number } {
  const source = bench.source();
  const load = bench.load(shape.cold)!;
  const installed = (fleet.units + fleet.spare) / fleet.units;
  const hotMoisture = moistureCapacity(source, source.design.companion);
  const coldMoisture = moistureCapacity(load, load.design.companion);
  const conductance = conductanceForDuty({
    arrangement: shape.arrangement,
    heat: duty.heat,
    firstCapacityRate: duty.hotFlow * (source.fluid.specificHeat(duty.hotInlet) + hotMoisture),
    secondCapacityRate: duty.coldFlow * (load.fluid.specificHeat(duty.coldInlet) + coldMoisture),
    temperatureDifference: duty.hotInlet - duty.coldInlet,
  });
  const rating = exchangerRating({
    arrangement: shape.arrangement,
    conductance: conductance * installed,
    firstFlow: duty.hotFlow * installed,
    secondFlow: duty.coldFlow * installed,
    filmRatio: shape.filmRatio,
    firstExponent: shape.hotExponent,
    secondExponent: shape.coldExponent,
  });
  return { rating, conductance };
}

/** The duty at the design hour, from an approach and a rise; undefined with a fault where it cannot be. */
export function dutyFromApproach(
  bench: Bench,
  cold: LoadPort,
  values: { readonly approach: number; readonly rise: number },
): RatedDuty | undefined {
  const { design, circuit } = bench.source();
  const coldInlet = design.outletTemperature - values.approach;
  const coldFluid = cold.fluid;
  const ruled = cold.ruledFlow(design.heat);
  const perRise = (rise: number) =>
    coldFluid.enthalpy(coldInlet + rise, cold.design.companion) - coldFluid.enthalpy(coldInlet, cold.design.companion);
  const coldFlow = Number.isNaN(ruled) ? design.heat / perRise(values.rise) : ruled;
  const coldOutlet = coldFluid.temperature(
    coldFluid.enthalpy(coldInlet, cold.design.companion) + design.heat / Math.max(coldFlow, 1e-12),
    cold.design.companion,
  );
  if (design.last && cold.design.temperature > coldInlet + 1e-6) {
    bench.fault(
      'approach',
      `${degrees(values.approach)} K below ${circuit} at ${celsiusText(design.outletTemperature)} needs ${cold.circuit} at ${celsiusText(coldInlet)} or colder; at the design hour it is at ${celsiusText(cold.design.temperature)}`,
    );
    return undefined;
  }
  if (coldOutlet > design.inletTemperature - 0.2) {
    bench.fault(
      'rise',
      `${cold.circuit} would leave at ${celsiusText(coldOutlet)}, but ${circuit} enters at ${celsiusText(design.inletTemperature)}; give it more flow or a larger approach`,
    );
    return undefined;
  }
  return { heat: design.heat, hotFlow: design.flow, hotInlet: design.inletTemperature, coldFlow, coldInlet };
}

function degrees(kelvin: number): string {
  return kelvin.toFixed(1);
}
