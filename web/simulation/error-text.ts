/**
 * An error of a run in the words of the command line: every fault with its
 * place, and a run that could not be completed with its worst residuals.
 */

import { BalanceError, type Fault, faultText, NotConvergedError, OutOfRangeError } from '../../src/index.ts';

export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return internalText(String(error));
  if ('faults' in error) return faultsText(error.faults as readonly Fault[]);
  if (error instanceof NotConvergedError) return `the run could not be completed: ${error.message}`;
  if (error instanceof BalanceError)
    return `${error.message}\nThis is a defect of coldloop or of a machine in it; please report it with the scenario.`;
  return error instanceof OutOfRangeError ? error.message : internalText(error.message);
}

function faultsText(faults: readonly Fault[]): string {
  const lines = faults.map(faultText);
  return lines.length < 2 ? lines.join('\n') : `${lines.join('\n')}\n${lines.length} faults`;
}

function internalText(message: string): string {
  return `internal error: ${message.split('\n')[0]} - a defect of coldloop; please report it with the scenario`;
}
