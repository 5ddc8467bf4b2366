/**
 * How the command ends: 0 done, 1 the input is wrong, 2 the run could not be
 * completed, 3 limits are broken and `--strict` was asked for.
 */

export type ExitCode = 0 | 1 | 2 | 3;

/** Whether whoever develops coldloop wants to see where an error came from. */
export function isDebugging(): boolean {
  return process.env.COLDLOOP_DEBUG === '1';
}

/** What the user asked for cannot be done as it was asked. */
export class UsageError extends Error {
  readonly tag = 'usage';
}
