/**
 * A chiller's record made into one compressor of the size that the plant
 * needs: curves keep their shape, capacity is scaled.
 */

import type { LibraryRecord, ValuesOf } from '../library/parameters.ts';
import { carnotCapacity, carnotChiller, carnotPower } from '../physics/chiller-carnot.ts';
import { eirCapacity, eirChiller, eirPower, eirRangeFault } from '../physics/chiller-eir.ts';
import type { chillerCarnotParameters, chillerEirParameters } from './chiller-record.ts';

/** One unit: capacity and electricity at chilled water leaving, fluid entering the condenser, and its capacity rate. */
export interface Compressor {
  readonly ratedHeat: number;
  readonly minimumCondenser: number;
  readonly minimumLoad: number;
  capacity(leaving: number, entering: number): number;
  power(heat: number, leaving: number, entering: number, capacityRate: number): number;
  /** How far outside the temperatures its record holds for [K]; published curves are taken at their edge there. */
  beyond(leaving: number, entering: number): number;
}

/** What of a record bounds its temperatures. */
interface Limits {
  readonly minimumEvaporatorLeaving: number;
  readonly maximumEvaporatorLeaving: number;
  readonly minimumCondenser: number;
  readonly maximumCondenser: number;
}

function beyondLimits(limits: Limits): Compressor['beyond'] {
  return (leaving, entering) =>
    Math.max(
      0,
      limits.minimumEvaporatorLeaving - leaving,
      leaving - limits.maximumEvaporatorLeaving,
      limits.minimumCondenser - entering,
      entering - limits.maximumCondenser,
    );
}

/** The record scaled so that one unit does `heat` at the design temperatures; a text where it cannot. */
export function scaledCompressor(
  record: LibraryRecord,
  heat: number,
  leaving: number,
  entering: number,
): Compressor | string {
  if (record.kind === 'chiller-eir')
    return scaledEir(record.values as ValuesOf<typeof chillerEirParameters>, heat, leaving, entering);
  const values = record.values as ValuesOf<typeof chillerCarnotParameters>;
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
    beyond: beyondLimits(values),
  };
}

function scaledEir(
  values: ValuesOf<typeof chillerEirParameters>,
  heat: number,
  leaving: number,
  entering: number,
): Compressor | string {
  const into = Math.max(entering, values.minimumCondenser);
  const unit = eirChiller({ ...values, ratedHeat: 1 });
  const fault = eirRangeFault(unit, 0, leaving, into);
  if (fault !== undefined) return `${fault}; curves are not extrapolated: take a chiller-carnot record for warm water`;
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
    beyond: beyondLimits(values),
  };
}

function outside(what: string, value: number, low: number, high: number): string {
  const celsius = (kelvin: number) => `${(kelvin - 273.15).toFixed(1)} °C`;
  return `${what} at ${celsius(value)} is outside the record's ${celsius(low)} to ${celsius(high)}`;
}
