/**
 * A row of racks on the command line: every size an input, and the row that
 * they describe. The rack is couplings and cold plates; its valve is sized by
 * Kv or by authority, or is a flow limiter.
 */

import { OutOfRangeError } from '../../errors.ts';
import type { Parameters, ValuesOf } from '../../library/parameters.ts';
import { type BranchLiquid, pumpLaw, resistanceOfKv } from '../../physics/branch-laws.ts';
import { moverCurve } from '../../physics/fan-and-pump.ts';
import { fixedLaw, type FlowLaw } from '../../physics/flow-law.ts';
import { passiveRackLaw, rackLaw, type RackPath, type RackValve, valveOfAuthority } from '../../physics/rack-path.ts';
import { type RackRow, returnLayouts } from '../../physics/rack-row.ts';
import { equalPercentageValve, linearValve } from '../../physics/valve.ts';
import { temperatureInput } from './evaluation.ts';

const flowRange = [1e-7, 100] as const;

export const rackRowInputs = {
  racks: { count: [1, 2000], about: 'Racks of the row' },
  returns: { choice: returnLayouts, about: 'Whether the first rack is also the last', default: 'direct' },
  coolant: { text: true, about: 'Coolant, as in a scenario', default: 'propylene-glycol-25-volume' },
  temperature: { ...temperatureInput, about: 'Mean of supply and return', default: '45 degC' },

  pitch: { quantity: 'length', range: [0.1, 10], about: 'Header from rack to rack', default: '0.6 m' },
  headerDiameter: { quantity: 'length', range: [5e-3, 2], about: 'Inner diameter of both headers' },
  headerLoss: { quantity: 'dimensionless', range: [0, 100], about: 'K of the tee at each rack', default: '0.3' },
  roughness: { quantity: 'length', range: [0, 5e-3], about: 'Of headers and feed', default: '0.045 mm' },
  feedLength: { quantity: 'length', range: [0.1, 1000], about: 'Each pipe from pump to row', optional: true },
  feedLoss: { quantity: 'dimensionless', range: [0, 1000], about: 'Σ K of each of these pipes', default: '4' },

  loops: { count: [1, 200], about: 'Loops of a rack, side by side', default: 1 },
  platesInSeries: { count: [1, 50], about: 'Cold plates one after the other on a loop', default: 1 },
  plateFlow: { quantity: 'volume flow', range: flowRange, about: 'Flow at which a plate was measured' },
  platePressureDrop: { quantity: 'pressure', range: [1, 1e7], about: 'Pressure drop of a plate there' },
  plateExponent: { quantity: 'dimensionless', range: [1, 2], about: 'n of Δp ∝ Vⁿ of a plate', default: '1.85' },
  loopKv: { quantity: 'volume flow', range: flowRange, about: 'Kv of each of two couplings of a loop', optional: true },
  rackKv: { quantity: 'volume flow', range: flowRange, about: 'Kv of each of two couplings of a rack', optional: true },

  valveKv: {
    quantity: 'volume flow',
    range: flowRange,
    about: 'Kv of the open valve of a rack; or give valveAuthority or limitFlow',
    optional: true,
  },
  valveAuthority: {
    quantity: 'fraction',
    range: [0.01, 0.99],
    about: 'Drop of the open valve over that of rack and valve, at plateFlow times loops',
    optional: true,
  },
  characteristic: { choice: ['linear', 'equal percentage'], about: 'Of that valve', default: 'equal percentage' },
  opening: { quantity: 'fraction', range: [0.001, 1], about: 'Opening of all valves', default: '100 %' },
  limitFlow: {
    quantity: 'volume flow',
    range: flowRange,
    about: 'Most flow of a rack, where its valve is a flow limiter',
    optional: true,
  },
  limitPressureDrop: {
    quantity: 'pressure',
    range: [100, 1e6],
    about: 'Pressure drop from which on a limiter holds its flow',
    default: '20 kPa',
  },
  shut: { text: true, about: 'Racks that are shut, such as "4, 9"', optional: true },

  totalFlow: {
    quantity: 'volume flow',
    range: flowRange,
    about: 'Flow of the row; give this, pressureDifference or a pump',
    optional: true,
  },
  pressureDifference: { quantity: 'pressure', range: [10, 1e8], about: 'Held over row and feed', optional: true },
  pumpShutOff: { quantity: 'pressure', range: [10, 1e8], about: 'Head of one pump without flow', optional: true },
  pumpHead: { quantity: 'pressure', range: [0, 1e8], about: 'Its head at pumpFlow', optional: true },
  pumpFlow: { quantity: 'volume flow', range: flowRange, about: 'Flow of one pump there', optional: true },
  pumps: { count: [1, 100], about: 'Pumps side by side', default: 1 },
  pumpSpeed: { quantity: 'fraction', range: [0.05, 1.2], about: 'Speed over that of its heads', default: '100 %' },
} as const satisfies Parameters;

export type RackRowInputs = ValuesOf<typeof rackRowInputs>;

/** The row that the inputs describe. @throws {RangeError} for inputs that do not go together */
export function describedRow(inputs: RackRowInputs, liquid: BranchLiquid): RackRow {
  const { racks, returns, pitch, headerDiameter: diameter, headerLoss, roughness, feedLength, feedLoss } = inputs;
  const feed =
    feedLength === undefined ? {} : { feed: { length: feedLength, diameter, roughness, lossCoefficient: feedLoss } };
  return {
    liquid,
    racks,
    returns,
    header: { length: pitch, diameter, roughness, lossCoefficient: headerLoss },
    ...feed,
    rack: describedRack(inputs, liquid),
  };
}

function describedRack(inputs: RackRowInputs, liquid: BranchLiquid): FlowLaw {
  const { loops, platesInSeries, plateFlow, platePressureDrop, plateExponent, loopKv, rackKv } = inputs;
  const path: RackPath = {
    liquid,
    loops,
    platesInSeries,
    plate: {
      ratedFlow: plateFlow * liquid.density,
      ratedPressureDrop: platePressureDrop,
      exponent: plateExponent,
    },
    ...(loopKv === undefined ? {} : { loopCouplingKv: loopKv }),
    ...(rackKv === undefined ? {} : { couplingKv: rackKv }),
  };
  const valve = describedValve(inputs, path);
  return rackLaw(valve === undefined ? path : { ...path, valve });
}

function describedValve(inputs: RackRowInputs, path: RackPath): RackValve | undefined {
  const { valveKv, valveAuthority, limitFlow, limitPressureDrop, characteristic, opening, plateFlow, loops } = inputs;
  const { density } = path.liquid;
  const given = Object.entries({ valveKv, valveAuthority, limitFlow }).filter(([, value]) => value !== undefined);
  if (given.length > 1)
    throw new RangeError(`found ${given.map(([name]) => name).join(' and ')}; wanted one valve at most`);
  if (limitFlow !== undefined) return { limit: limitFlow * density, minimumPressureDrop: limitPressureDrop };
  if (given.length === 0) {
    if (opening < 1)
      throw new RangeError('found an opening, but no valve; wanted valveKv, valveAuthority or limitFlow');
    return undefined;
  }
  const open =
    valveKv === undefined
      ? valveOfAuthority(passiveRackLaw(path), plateFlow * loops * density, valveAuthority!)
      : resistanceOfKv(valveKv, density);
  return {
    open,
    characteristic: (y) => (characteristic === 'linear' ? linearValve(y, 0) : equalPercentageValve(y, 0, 50, 0.01)),
  };
}

/** Numbers of the racks that are shut, from 1. */
export function shutRacks({ shut, racks }: Pick<RackRowInputs, 'shut' | 'racks'>): readonly number[] {
  if (shut === undefined) return [];
  return shut.split(',').map((text) => {
    const number = Number(text.trim());
    if (!Number.isInteger(number))
      throw new RangeError(`shut: found "${text.trim()}"; wanted numbers of racks, "4, 9"`);
    if (number < 1 || number > racks) throw new OutOfRangeError('shut', number, [1, racks], '');
    return number;
  });
}

/**
 * The pumps of a row: heads on a parabola through two points.
 *
 *     h = h₀ − (h₀ − h₁)(V/V₁)²
 */
export function rowPump(inputs: RackRowInputs, { density }: BranchLiquid): FlowLaw {
  const { pumpShutOff, pumpHead, pumpFlow, pumps, pumpSpeed } = inputs;
  if (pumpShutOff === undefined || pumpHead === undefined || pumpFlow === undefined)
    throw new RangeError('found a part of a pump; wanted pumpShutOff, pumpHead and pumpFlow');
  if (!(pumpHead < pumpShutOff))
    throw new RangeError(
      `found pumpHead ${pumpHead / 1000} kPa, not below pumpShutOff ${pumpShutOff / 1000} kPa; a pump curve falls`,
    );
  const shares = Array.from({ length: 61 }, (_, i) => i / 40);
  const curve = moverCurve(
    shares.map((share) => share * pumpFlow),
    shares.map((share) => pumpShutOff - (pumpShutOff - pumpHead) * share * share),
  );
  return fixedLaw(pumpLaw(curve, density, pumps), pumpSpeed);
}
