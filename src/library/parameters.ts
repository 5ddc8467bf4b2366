/**
 * How a kind of machine, record or circuit declares its parameters: once, as
 * data. The reader of files, the generated documentation, the JSON Schema, the
 * command line and the viewer all read this declaration.
 */

import type { Quantity } from '../units.ts';

/** A number with a unit. `range` is in SI and inclusive; `default` is written as a user would write it. */
export interface QuantityParameter {
  readonly quantity: Quantity;
  readonly range: readonly [number, number];
  readonly about: string;
  readonly default?: string;
  readonly optional?: true;
}

/** A whole number without a unit. */
export interface CountParameter {
  readonly count: readonly [number, number];
  readonly about: string;
  readonly default?: number;
  readonly optional?: true;
}

/** One word of a closed list. */
export interface ChoiceParameter {
  readonly choice: readonly string[];
  readonly about: string;
  readonly default?: string;
  readonly optional?: true;
}

/** Free text. */
export interface TextParameter {
  readonly text: true;
  readonly about: string;
  readonly default?: string;
  readonly optional?: true;
}

/** The id of a record, `chillers/york-yt-1055kw`, whose kind must be one of these. */
export interface RecordParameter {
  readonly record: readonly string[];
  readonly about: string;
  readonly default?: string;
  readonly optional?: true;
}

/** Printed points: equally long columns, each `{ unit, values }` in the file, SI Float64Arrays once read. */
export interface TableParameter {
  readonly table: Readonly<Record<string, TableColumn>>;
  readonly about: string;
  readonly optional?: true;
}

export interface TableColumn {
  readonly quantity: Quantity;
  readonly range: readonly [number, number];
  readonly about: string;
  /** What physics says of the column; the reader checks it. */
  readonly order?: 'rising' | 'falling' | 'not rising' | 'not falling';
}

/** A map of parameters of their own, `pump: { head: …, efficiency: … }`. */
export interface GroupParameter {
  readonly group: Parameters;
  readonly about: string;
  readonly optional?: true;
}

/** A map from free names to groups of one shape, `components: { gpu: {…}, cpu: {…} }`. */
export interface MapParameter {
  readonly each: Parameters;
  readonly about: string;
  readonly optional?: true;
}

/** A list of quantities of one kind, e.g. twelve monthly means; `length` is exact where given. */
export interface SeriesParameter {
  readonly series: Quantity;
  readonly range: readonly [number, number];
  readonly length?: number;
  readonly about: string;
  readonly optional?: true;
}

export type Parameter =
  | QuantityParameter
  | CountParameter
  | ChoiceParameter
  | TextParameter
  | RecordParameter
  | TableParameter
  | GroupParameter
  | MapParameter
  | SeriesParameter;

export type Parameters = { readonly [name: string]: Parameter };

/** The value type of one parameter once it is read. */
export type ValueOf<P extends Parameter> = P extends QuantityParameter
  ? number
  : P extends CountParameter
    ? number
    : P extends ChoiceParameter
      ? P['choice'][number]
      : P extends TextParameter
        ? string
        : P extends RecordParameter
          ? LibraryRecord
          : P extends TableParameter
            ? { readonly [K in keyof P['table']]: Float64Array }
            : P extends GroupParameter
              ? ValuesOf<P['group']>
              : P extends MapParameter
                ? { readonly [name: string]: ValuesOf<P['each']> }
                : P extends SeriesParameter
                  ? Float64Array
                  : never;

type OptionalKeys<P extends Parameters> = {
  [K in keyof P]: P[K] extends { readonly optional: true } ? K : never;
}[keyof P];

/** The values of a declaration: every parameter present, but for those marked `optional`. */
export type ValuesOf<P extends Parameters> = {
  readonly [K in Exclude<keyof P, OptionalKeys<P>>]: ValueOf<P[K]>;
} & { readonly [K in OptionalKeys<P>]?: ValueOf<P[K]> };

/** A record of the library, read and checked against its kind's declaration. */
export interface LibraryRecord {
  /** Its path without the ending, `cold-plates/ocp-oam-1kw-pg25`. */
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly status: RecordStatus;
  readonly maker?: string;
  readonly notes?: readonly string[];
  /** Values by parameter name, SI. Typed by whoever knows the kind. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly sources: readonly SourceNote[];
  readonly assumed: readonly AssumedNote[];
  /** Where the values hold: a range in SI, or words, by name. */
  readonly holdsFor?: Readonly<Record<string, readonly [number, number] | string>>;
}

/** How far a record's values can be trusted, best first. */
export const recordStatuses = ['measured', 'data sheet', 'representative', 'assumed'] as const;
export type RecordStatus = (typeof recordStatuses)[number];

/** Where values of a record were printed. */
export interface SourceNote {
  readonly of: readonly string[];
  /** Key in models/sources.yaml. */
  readonly document: string;
  readonly at?: string;
  readonly how?: string;
}

/** A value nobody printed, and why it was chosen. */
export interface AssumedNote {
  readonly of: readonly string[];
  readonly because: string;
}
