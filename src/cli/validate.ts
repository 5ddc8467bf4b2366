/**
 * `coldloop validate`: our error against every published case as a table, as
 * JSON, or as a page with what was measured drawn against what we say.
 */

import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openModels } from '../node.ts';
import { validationJson } from '../output/validation-json.ts';
import { validationPage } from '../output/validation-page.ts';
import { validationTable } from '../output/validation-table.ts';
import { measureValidation, type Validation } from '../study/validation/measure-validation.ts';
import type { ExitCode } from './exit.ts';
import { emphasisOfTerminal, printJson, printText } from './print.ts';
import { packageVersion } from './package-version.ts';
import { writeFolder } from './write-folder.ts';

export interface ValidateOptions {
  readonly out?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Ends with 3 where a tolerance is broken. */
export async function validate({ out, json, quiet }: ValidateOptions): Promise<ExitCode> {
  const validation = measureValidation({ library: openModels(process.cwd()).library, reference: referenceText });
  if (out !== undefined) {
    await writeFolder(dirname(out), [{ path: basename(out), content: () => pageText(validation) }]);
  }
  if (json === true) printJson({ ...validationJson(validation), ...(out === undefined ? {} : { written: out }) });
  else {
    printText(validationTable(validation, { emphasis: emphasisOfTerminal() }));
    if (quiet !== true) printText(out === undefined ? '\nEvery value: add --out <file.html>.' : `\nPage: ${out}`);
  }
  return validation.measured.every(({ statistics }) => statistics.passes) ? 0 : 3;
}

/** A file of the folder that COLDLOOP_REFERENCE names. */
function referenceText(file: string): string | undefined {
  const folder = process.env['COLDLOOP_REFERENCE'] ?? '';
  if (folder === '') return undefined;
  const path = join(folder, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function pageText(validation: Validation): string {
  const plotly = readFileSync(fileURLToPath(new URL('../../dist/assets/plotly.min.js', import.meta.url)), 'utf8');
  return validationPage(validation, { plotly, version: packageVersion() });
}
