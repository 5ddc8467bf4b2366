/**
 * A chiller's record made into one compressor of the size that the plant
 * needs: curves keep their shape, capacity is scaled.
 */

import type { LibraryRecord, ValuesOf } from '../library/parameters.ts';
import { carnotCapacity, carnotChiller, carnotPower } from '../physics/chiller-carnot.ts';
import { eirCapacity, eirChiller, eirPower, eirRangeFault } from '../physics/chiller-eir.ts';
import { celsiusText } from '../units.ts';
import type {
  chillerCarnotParameters,
  chillerEirParameters,
  chillerReformulatedEirParameters,
} from './chiller-record.ts';
import { beyondLimits, type Compressor, type CompressorDesign, notExtrapolated } from './compressor.ts';
import { scaledReformulated } from './reformulated-compressor.ts';

/** What enters is at most kept above a minimum before the compressor is asked. */
const entersAsGiven: Compressor['enters'] = (entering) => entering;

/** The record scaled so that one unit does the heat at the design temperatures; a text where it cannot. */
export function scaledCompressor(record: LibraryRecord, design: CompressorDesign): Compressor | string {
  return scaledBy[record.kind]!(record.values, design);
}

const scaledBy: Readonly<
  Record<string, (values: LibraryRecord['values'], design: CompressorDesign) => Compressor | string>
> = {
  'chiller-carnot': (values, design) => scaledCarnot(values as ValuesOf<typeof chillerCarnotParameters>, design),
  'chiller-eir': (values, design) => scaledEir(values as ValuesOf<typeof chillerEirParameters>, design),
  'chiller-reformulated-eir': (values, design) =>
    scaledReformulated(values as ValuesOf<typeof chillerReformulatedEirParameters>, design),
};

function scaledCarnot(
  values: ValuesOf<typeof chillerCarnotParameters>,
  { heat, leaving, entering }: CompressorDesign,
): Compressor | string {
  if (leaving < values.minimumEvaporatorLeaving - 1e-9 || leaving > values.maximumEvaporatorLeaving + 1e-9)
    return outside('chilled water', leaving, values.minimumEvaporatorLeaving, values.maximumEvaporatorLeaving);
  if (entering > values.maximumCondenser + 1e-9)
    return outside('condenser', entering, values.minimumCondenser, values.maximumCondenser);
  const share = carnotCapacity(
    carnotChiller({ ...values, ratedHeat: 1 }),
    leaving,
    Math.max(entering, values.minimumCondenser),
  );
  const rated = carnotChiller({ ...values, ratedHeat: heat / share });
  return {
    ratedHeat: rated.ratedHeat,
    minimumCondenser: values.minimumCondenser,
    minimumLoad: values.minimumLoad,
    capacity: (out, into) => carnotCapacity(rated, out, into),
    power: (q, out, into, rate) => carnotPower(rated, q, out, into, rate),
    enters: entersAsGiven,
    beyond: (out, into) => beyondLimits(values, out, into),
  };
}

function scaledEir(
  values: ValuesOf<typeof chillerEirParameters>,
  { heat, leaving, entering }: CompressorDesign,
): Compressor | string {
  const into = Math.max(entering, values.minimumCondenser);
  const unit = eirChiller({ ...values, ratedHeat: 1 });
  const fault = eirRangeFault(unit, 0, leaving, into);
  if (fault !== undefined) return `${fault}; ${notExtrapolated}`;
  const rated = eirChiller({ ...values, ratedHeat: heat / eirCapacity(unit, leaving, into) });
  const { minimumEvaporatorLeaving: coldest, maximumEvaporatorLeaving: warmest } = values;
  const { minimumCondenser, maximumCondenser } = values;
  const onCurveOut = (out: number): number => Math.min(warmest, Math.max(coldest, out));
  const onCurveInto = (inn: number): number => Math.min(maximumCondenser, Math.max(minimumCondenser, inn));
  return {
    ratedHeat: rated.ratedHeat,
    minimumCondenser,
    minimumLoad: values.minimumLoad,
    capacity: (out, inn) => eirCapacity(rated, onCurveOut(out), onCurveInto(inn)),
    power: (q, out, inn) => eirPower(rated, q, onCurveOut(out), onCurveInto(inn)),
    enters: entersAsGiven,
    beyond: (out, inn) => beyondLimits(values, out, inn),
  };
}

function outside(what: string, value: number, low: number, high: number): string {
  return `${what} at ${celsiusText(value)} is outside the record's ${celsiusText(low)} to ${celsiusText(high)}`;
}
