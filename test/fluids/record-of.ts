/**
 * A record of the library read without the library: the file's text, the kind's declaration, SI out.
 *
 * It checks nothing but units; the library's own reader has its own tests. Kept apart so that the fluids can be
 * tested alone.
 */

import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { LibraryRecord, Parameters } from '../../src/library/parameters.ts';
import { readQuantity, type Quantity } from '../../src/units.ts';

type Written = Record<string, unknown>;

function si(text: string, quantity: Quantity): number {
  const read = readQuantity(text, quantity);
  if ('fault' in read) throw new Error(read.fault);
  return read.value;
}

export function recordOf(id: string, parameters: Parameters): LibraryRecord {
  const document = parse(readFileSync(new URL(`../../models/${id}.yaml`, import.meta.url), 'utf8')) as Written;
  const values: Written = {};
  for (const [name, parameter] of Object.entries(parameters)) {
    const written = document[name];
    if (written === undefined) continue;
    if ('table' in parameter) {
      const columns = written as Record<string, { unit: string; values: number[] }>;
      values[name] = Object.fromEntries(
        Object.entries(parameter.table).map(([column, { quantity }]) => [
          column,
          Float64Array.from(columns[column].values, (v) => si(`${v} ${columns[column].unit}`, quantity)),
        ]),
      );
    } else values[name] = 'quantity' in parameter ? si(written as string, parameter.quantity) : written;
  }
  return {
    id,
    kind: document['kind'] as string,
    title: document['title'] as string,
    status: document['status'] as LibraryRecord['status'],
    values,
    sources: (document['sources'] ?? []) as LibraryRecord['sources'],
    assumed: (document['assumed'] ?? []) as LibraryRecord['assumed'],
  };
}
