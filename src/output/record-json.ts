/**
 * A record of the library as one JSON document: values with their units,
 * sources with their documents, assumptions.
 */

import type { SourceDocument } from '../library/library.ts';
import type { LibraryRecord, Parameter, Parameters } from '../library/parameters.ts';
import { recordKinds } from '../scenario/record-kinds.ts';
import { jsonQuantity, type Quantity } from '../units.ts';

/** The record as a plain object for `JSON.stringify`. */
export function recordJson(record: LibraryRecord, documents: ReadonlyMap<string, SourceDocument>): object {
  const { id, kind, title, status, maker, notes, values, sources, assumed } = record;
  return {
    id,
    kind,
    title,
    status,
    ...(maker === undefined ? {} : { maker }),
    values: valuesJson(recordKinds[kind]!, values),
    sources: sources.map((source) => ({
      ...source,
      document: { key: source.document, ...documents.get(source.document) },
    })),
    assumed,
    notes: notes ?? [],
  };
}

function valuesJson(declaration: Parameters, values: Readonly<Record<string, unknown>>): object {
  const given = Object.entries(declaration).filter(([name]) => values[name] !== undefined);
  return Object.fromEntries(given.map(([name, parameter]) => [name, valueJson(parameter, values[name])]));
}

function valueJson(parameter: Parameter, value: unknown): unknown {
  if ('quantity' in parameter) return jsonQuantity(value as number, parameter.quantity);
  if ('record' in parameter) return (value as LibraryRecord).id;
  if ('group' in parameter) return valuesJson(parameter.group, value as Readonly<Record<string, unknown>>);
  if ('series' in parameter) return columnJson(value as Float64Array, parameter.series);
  if ('each' in parameter) {
    const groups = Object.entries(value as Readonly<Record<string, Readonly<Record<string, unknown>>>>);
    return Object.fromEntries(groups.map(([name, group]) => [name, valuesJson(parameter.each, group)]));
  }
  if ('table' in parameter) {
    const columns = value as Readonly<Record<string, Float64Array>>;
    return Object.fromEntries(
      Object.entries(parameter.table).map(([name, { quantity }]) => [name, columnJson(columns[name]!, quantity)]),
    );
  }
  return value;
}

function columnJson(values: Float64Array, quantity: Quantity): object {
  const { unit } = jsonQuantity(0, quantity);
  return { values: Array.from(values, (value) => jsonQuantity(value, quantity).value), unit };
}
