/**
 * Measures our error against every published case, once: the tests gate on
 * what comes out, `coldloop validate` prints it and its page draws it. Knows no
 * physics; a case that could not be measured is told, with the reason.
 */

import { boilingCases } from './boiling-cases.ts';
import { cduCases } from './cdu-cases.ts';
import { chillerCases } from './chiller-cases.ts';
import { coldPlateCases } from './cold-plate-cases.ts';
import { errorStatistics, type ErrorStatistics } from './error-statistics.ts';
import { exchangerCases } from './exchanger-cases.ts';
import { flowBoilingCases } from './flow-boiling-cases.ts';
import { liquidCases } from './liquid-cases.ts';
import { mathematicsCases } from './mathematics-cases.ts';
import { moistAirCases } from './moist-air-cases.ts';
import { moistCoilCases } from './moist-coil-cases.ts';
import { moverCases } from './mover-cases.ts';
import { networkCases } from './network-cases.ts';
import { powerCases } from './power-cases.ts';
import { rejectionCases } from './rejection-cases.ts';
import { stiffCases } from './stiff-cases.ts';
import { storedFluidCases } from './stored-fluid-cases.ts';
import { storedMachineCases } from './stored-machine-cases.ts';
import { transferCases } from './transfer-cases.ts';
import { transientCases } from './transient-cases.ts';
import type { Sample, ValidationCase, ValidationInputs } from './validation-case.ts';
import { yearCases } from './year-cases.ts';

export interface MeasuredCase {
  readonly subject: ValidationCase;
  readonly samples: readonly Sample[];
  readonly statistics: ErrorStatistics;
  /** What came out beside the numbers. */
  readonly finding: string | undefined;
  /** What the reader should know of the case, the finding among it. */
  readonly notes: readonly string[];
}

export interface Validation {
  readonly measured: readonly MeasuredCase[];
  /** Cases that need files which are not at hand. */
  readonly leftOut: readonly ValidationCase[];
}

export const validationCases: readonly ValidationCase[] = [
  ...moistAirCases,
  ...liquidCases,
  ...boilingCases,
  ...exchangerCases,
  ...coldPlateCases,
  ...transferCases,
  ...flowBoilingCases,
  ...moverCases,
  ...networkCases,
  ...cduCases,
  ...moistCoilCases,
  ...rejectionCases,
  ...chillerCases,
  ...powerCases,
  ...mathematicsCases,
  ...stiffCases,
  ...storedFluidCases,
  ...storedMachineCases,
  ...transientCases,
  ...yearCases,
];

/** All cases, each measured once. */
export function measureValidation(
  inputs: ValidationInputs,
  cases: readonly ValidationCase[] = validationCases,
): Validation {
  const measured: MeasuredCase[] = [];
  const leftOut: ValidationCase[] = [];
  for (const subject of cases) {
    const samples = subject.samples(inputs);
    if (samples === undefined) leftOut.push(subject);
    else measured.push(measuredCase(subject, samples, inputs));
  }
  return { measured, leftOut };
}

function measuredCase(subject: ValidationCase, samples: readonly Sample[], inputs: ValidationInputs): MeasuredCase {
  const finding = subject.finding?.(inputs);
  const notes = [subject.note, finding].filter((note) => note !== undefined);
  return { subject, samples, statistics: errorStatistics(subject, samples), finding, notes };
}
