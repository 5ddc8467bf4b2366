/** What the cases read, from the library on the disk and the reference folder where there is one. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openModels } from '../../src/node.ts';
import type { ValidationInputs } from '../../src/study/validation/validation-case.ts';

export const referenceFolder = process.env['COLDLOOP_REFERENCE'];

function referenceText(file: string): string | undefined {
  const path = join(referenceFolder ?? '', file);
  return referenceFolder && existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

export const inputs: ValidationInputs = { library: openModels('.').library, reference: referenceText };
