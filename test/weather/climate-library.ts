/** The shipped climates and loads, read as a user's program reads them. */

import { readdirSync, readFileSync } from 'node:fs';

import { type Library, openLibrary } from '../../src/library/library.ts';
import { loadParameters } from '../../src/scenario/load/load-parameters.ts';
import { climateParameters } from '../../src/scenario/weather/climate-record.ts';

const models = new URL('../../models/', import.meta.url);

function textOf(file: string): string | undefined {
  try {
    return readFileSync(new URL(file, models), 'utf8');
  } catch {
    return undefined;
  }
}

export const climateLibrary: Library = openLibrary((id) => textOf(`${id}.yaml`), {
  climate: climateParameters,
  load: loadParameters,
});

export function idsIn(folder: 'climates' | 'loads'): string[] {
  return readdirSync(new URL(`${folder}/`, models))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `${folder}/${name.slice(0, -'.yaml'.length)}`);
}
