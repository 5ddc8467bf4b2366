/**
 * The closed set of errors that the core throws. Each carries its facts as
 * fields; only `cli` and `web` turn an error into words for a screen.
 */

import { zeroCelsius } from './constants.ts';

/** One thing wrong with a text: where, what was found and what was wanted. */
export interface Fault {
  /** The file as the user named it, or a record's id. */
  readonly file: string;
  /** 1-based; absent when the fault is about the file as a whole. */
  readonly line?: number;
  readonly column?: number;
  /** Dotted path inside the document, `machines.cdu.count`; may be empty. */
  readonly path: string;
  /** `found …; wanted …`, without the position. */
  readonly message: string;
}

/** `file:line:column path: message`, the one spelling of a fault. */
export function faultText(fault: Fault): string {
  const position = fault.line === undefined ? '' : `:${fault.line}:${fault.column ?? 1}`;
  const path = fault.path === '' ? '' : ` ${fault.path.length > 120 ? `${fault.path.slice(0, 60)}…` : fault.path}`;
  return `${fault.file}${position}${path}: ${fault.message}`;
}

abstract class FaultyTextError extends Error {
  abstract readonly tag: string;
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(faults.map(faultText).join('\n'));
    this.faults = faults;
  }
}

/** A scenario, with everything it names, cannot be understood. */
export class ScenarioError extends FaultyTextError {
  readonly tag = 'scenario';
}

/** A record of the library cannot be understood. */
export class RecordError extends FaultyTextError {
  readonly tag = 'record';
}

/** A weather file or load trace cannot be understood. */
export class SeriesError extends FaultyTextError {
  readonly tag = 'series';
}

/** Enough digits to find the value again, without the noise of its last ones. */
function shown(value: number): string {
  return String(Number(value.toPrecision(7)));
}

/** A function was asked outside the range it holds for. */
export class OutOfRangeError extends Error {
  readonly tag = 'out-of-range';
  readonly quantity: string;
  readonly value: number;
  readonly range: readonly [number, number];

  constructor(quantity: string, value: number, range: readonly [number, number], unit: string) {
    const [low, high] = range;
    const lowest = low === Number.MIN_VALUE ? 'above 0' : low === -Number.MAX_VALUE ? '−∞' : shown(low);
    const highest = high === Number.MAX_VALUE ? '∞' : shown(high);
    const tail = unit === '' ? '' : ` ${unit}`;
    super(`${quantity} = ${shown(value)}${tail} is outside ${lowest} … ${highest}${tail}`);
    this.quantity = quantity;
    this.value = value;
    this.range = range;
  }
}

/** What did not come to rest, by machine or circuit and equation. */
export interface Residual {
  readonly owner: string;
  readonly equation: string;
  readonly value: number;
  readonly unit: string;
}

/** An hour, a root or a network did not converge. */
export class NotConvergedError extends Error {
  readonly tag = 'not-converged';
  readonly residuals: readonly Residual[];

  constructor(what: string, residuals: readonly Residual[]) {
    super(`${what}: ${residuals.map((r) => `${r.owner} ${r.equation} off by ${r.value} ${r.unit}`).join('; ')}`);
    this.residuals = residuals;
  }
}

/** Energy, water or electricity does not add up: a defect of a machine, never of the input. */
export class BalanceError extends Error {
  readonly tag = 'balance';
  readonly residuals: readonly Residual[];

  constructor(what: string, residuals: readonly Residual[]) {
    super(`${what}: ${residuals.map((r) => `${r.owner} ${r.equation} open by ${r.value} ${r.unit}`).join('; ')}`);
    this.residuals = residuals;
  }
}

/** Throws unless the value lies in the range; NaN does not. */
export function requireRange(quantity: string, value: number, range: readonly [number, number], unit: string): void {
  if (!(value >= range[0] && value <= range[1])) throw new OutOfRangeError(quantity, value, range, unit);
}

/** The same for a temperature in kelvins, said in °C, as people read it. */
export function requireTemperature(quantity: string, kelvin: number, range: readonly [number, number]): void {
  if (kelvin >= range[0] && kelvin <= range[1]) return;
  const celsius = [range[0] - zeroCelsius, range[1] - zeroCelsius] as const;
  throw new OutOfRangeError(quantity, kelvin - zeroCelsius, celsius, '°C');
}
