/**
 * The validation as one JSON document: every case with its statistics and every
 * single value, quantities as `{ "value": …, "unit": … }`, keys in a fixed order.
 */

import { sampleError } from '../study/validation/error-statistics.ts';
import type { MeasuredCase, Validation } from '../study/validation/measure-validation.ts';
import { sources } from '../study/validation/sources.ts';
import type { ValidationCase } from '../study/validation/validation-case.ts';
import { leftOutReason } from './error-text.ts';

/** The validation as a plain object for `JSON.stringify`. */
export function validationJson({ measured, leftOut }: Validation): object {
  return {
    passes: measured.every(({ statistics }) => statistics.passes),
    cases: measured.map(caseJson),
    leftOut: leftOut.map(({ group, quantity, source }) => ({
      group,
      quantity,
      reason: leftOutReason,
      source: sources[source],
    })),
  };
}

function caseJson({ subject, samples, statistics, notes }: MeasuredCase): object {
  const error = (value: number) => ({ value: finite(value), unit: errorUnitOf(subject) });
  return {
    group: subject.group,
    quantity: subject.quantity,
    errors: subject.scale,
    n: statistics.count,
    mean: error(statistics.mean),
    p90: error(statistics.p90),
    max: error(statistics.largest),
    tolerance: error(subject.tolerance),
    because: subject.because,
    passes: statistics.passes,
    source: sources[subject.source],
    notes,
    samples: samples.map((sample) => ({
      at: sample.at,
      published: { value: finite(sample.published), unit: subject.unit },
      ours: { value: finite(sample.ours), unit: subject.unit },
      error: error(sampleError(subject.scale, sample)),
      ...(sample.tolerance === undefined ? {} : { tolerance: error(sample.tolerance) }),
    })),
  };
}

function errorUnitOf({ scale, unit }: ValidationCase): string {
  return scale === 'relative' ? '1' : unit;
}

/** What is no number is null: JSON has no other word for it. */
function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
