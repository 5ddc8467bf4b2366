/**
 * `coldloop schema`: the JSON Schema of scenario files, for editors.
 */

import { scenarioSchema } from '../scenario/scenario-schema.ts';
import type { ExitCode } from './exit.ts';
import { printJson } from './print.ts';

export function schema(): ExitCode {
  printJson(scenarioSchema());
  return 0;
}
