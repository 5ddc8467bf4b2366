/**
 * Errors of a validation as they are printed: relative ones in per cent,
 * two digits, and which number a source has in the list below the table.
 */

import type { MeasuredCase, Validation } from '../study/validation/measure-validation.ts';
import { sources, type SourceKey } from '../study/validation/sources.ts';
import type { ValidationCase } from '../study/validation/validation-case.ts';

/** The unit errors of a case are shown in: `%`, or the unit of the case. */
export function errorUnit({ scale, unit }: Pick<ValidationCase, 'scale' | 'unit'>): string {
  return scale === 'relative' ? '%' : unit;
}

/** An error to two digits, `0.015`, `1.1e-14`, without its unit. */
export function errorText(error: number, { scale }: Pick<ValidationCase, 'scale'>): string {
  const shown = scale === 'relative' ? 100 * error : error;
  const size = Math.abs(shown);
  if (shown === 0) return '0';
  if (!Number.isFinite(shown)) return 'none';
  if (size >= 99.5) return size >= 1e6 ? shown.toExponential(1) : shown.toFixed(0);
  return size < 1e-3 ? shown.toExponential(1) : shown.toPrecision(2);
}

/** A tolerance as it was stated, to three digits. */
export function toleranceText(tolerance: number, { scale }: Pick<ValidationCase, 'scale'>): string {
  const shown = Number((scale === 'relative' ? 100 * tolerance : tolerance).toPrecision(3));
  return shown !== 0 && shown < 1e-3 ? shown.toExponential() : String(shown);
}

/** Whether some values of a case are allowed more or less than the others. */
export function hasOwnTolerances({ samples }: Pick<MeasuredCase, 'samples'>): boolean {
  return samples.some(({ tolerance }) => tolerance !== undefined);
}

/** What a case is allowed, with a star where some of its values are allowed otherwise. */
export function allowedText(one: Pick<MeasuredCase, 'subject' | 'samples'>): string {
  return `${toleranceText(one.subject.tolerance, one.subject)}${hasOwnTolerances(one) ? '*' : ''}`;
}

/** A published or own value, to the digits that tell them apart. */
export function valueText(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(9))) : 'none';
}

/** The sources that were used, in the order of their numbers from 1. */
export function numberedSources({ measured, leftOut }: Validation): ReadonlyMap<SourceKey, number> {
  const used = new Set([...measured.map(({ subject }) => subject.source), ...leftOut.map(({ source }) => source)]);
  const keys = (Object.keys(sources) as SourceKey[]).filter((key) => used.has(key));
  return new Map(keys.map((key, i) => [key, i + 1]));
}

/** `All 996 values of 100 cases are within their tolerances.`, or how many are not. */
export function verdict({ measured }: Validation): string {
  const values = measured.reduce((sum, { samples }) => sum + samples.length, 0);
  const broken = measured.filter(({ statistics }) => !statistics.passes).length;
  return broken === 0
    ? `All ${values} values of ${measured.length} cases are within their tolerances.`
    : `${broken} of ${measured.length} cases (${values} values) break their tolerance.`;
}

/** Why cases were left out. */
export const leftOutReason =
  'they need stored results of the Modelica Buildings Library, which COLDLOOP_REFERENCE names a folder of';
