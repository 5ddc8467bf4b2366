/**
 * `coldloop models`: what is in the library, or one record with its values,
 * where they come from and what is assumed.
 */

import { type Fault, RecordError } from '../errors.ts';
import type { LibraryRecord } from '../library/parameters.ts';
import { openModels } from '../node.ts';
import { recordJson } from '../output/record-json.ts';
import { recordListText, recordText } from '../output/record-text.ts';
import type { UnitSystem } from '../units.ts';
import { type ExitCode, UsageError } from './exit.ts';
import { emphasisOfTerminal, printJson, printText, widthOfTerminal } from './print.ts';
import { collecting, didYouMean } from './scenario-files.ts';

export interface ModelsOptions {
  readonly json?: boolean;
  readonly units: UnitSystem;
}

export function models(wanted: string | undefined, options: ModelsOptions): ExitCode {
  const context = openModels(process.cwd());
  const { library } = context;
  const dress = { system: options.units, width: widthOfTerminal(), emphasis: emphasisOfTerminal() };
  if (wanted?.includes('/') === true && !wanted.startsWith('systems/')) {
    const record = library.record(wanted, []);
    if (options.json === true) printJson(recordJson(record, library.documents()));
    else printText(recordText(record, library.documents(), dress));
    return 0;
  }
  const folder = wanted?.replace(/\/$/, '');
  const listed = listedIds(context.list(), folder);
  const faults: Fault[] = [];
  const records = listed.flatMap((id) => collecting(faults, () => [briefOf(id, context)]) ?? []);
  if (faults.length > 0) throw new RecordError(faults);
  if (options.json === true) printJson({ records });
  else printText(recordListText(records, dress));
  return 0;
}

/** A line of the list. Systems are no records: they have a title and a status like them. */
function briefOf(
  id: string,
  { library, read }: ReturnType<typeof openModels>,
): Pick<LibraryRecord, 'id' | 'kind' | 'title' | 'status'> {
  if (!id.startsWith('systems/')) {
    const { kind, title, status } = library.record(id, []);
    return { id, kind, title, status };
  }
  const line = (key: string) => new RegExp(`^${key}: *(.*)$`, 'm').exec(read(id) ?? '')?.[1]?.trim() ?? '';
  return { id, kind: 'system', title: line('title'), status: line('status') as LibraryRecord['status'] };
}

function listedIds(ids: readonly string[], folder: string | undefined): readonly string[] {
  const shown = ids.filter((id) => !id.startsWith('systems/parts/'));
  if (folder === undefined) return shown;
  const of = shown.filter((id) => id.startsWith(`${folder}/`) || id === folder);
  if (of.length > 0) return of;
  const folders = [...new Set(shown.map((id) => id.slice(0, id.indexOf('/'))))];
  throw new UsageError(`the library has no kind "${folder}"; ${didYouMean(folder, folders)}`);
}
