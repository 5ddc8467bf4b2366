/** The shipped library, read from the checkout's own models/. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { openLibrary, type Library } from '../../src/library/library.ts';
import type { LibraryRecord } from '../../src/library/parameters.ts';
import { recordKinds, recordRules } from '../../src/scenario/record-kinds.ts';

const root = new URL('../../models/', import.meta.url);

/** Ids of all records; systems and their parts are scenarios, read elsewhere. */
export function recordIds(folder = ''): string[] {
  const ids = readdirSync(new URL(folder, root), { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return entry.name === 'systems' ? [] : recordIds(`${folder}${entry.name}/`);
    const isRecord = folder !== '' && entry.name.endsWith('.yaml');
    return isRecord ? [`${folder}${entry.name.slice(0, -'.yaml'.length)}`] : [];
  });
  return ids.toSorted();
}

export function recordText(id: string): string | undefined {
  const file = new URL(`${id}.yaml`, root);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

export const library: Library = openLibrary(recordText, recordKinds, () => recordIds(), recordRules);

/** A record that the test knows to be there. */
export function record(id: string): LibraryRecord {
  return library.record(id, []);
}
