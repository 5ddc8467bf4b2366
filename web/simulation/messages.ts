/**
 * What page and worker say to each other: documents and changes one way,
 * years the other. Plain data only, so that it can be posted; a year's columns
 * travel as one Float32Array whose memory is handed over, not copied.
 */

import type { Consumer, EnergyFlows, MachineCurve, Quantity, Variant } from '../../src/index.ts';

/** A scenario or comparison file with the files that lie beside it. */
export interface OpenDocument {
  readonly file: string;
  /** As they lie on the disk, so that a wrong alphabet is told as such. */
  readonly bytes: Uint8Array;
  /** By the name it is asked for, `./sterling.epw`. */
  readonly beside: Readonly<Record<string, Uint8Array>>;
  /** Of a run that was stored: shown as it is until something is changed. Posted once, with `open`. */
  readonly results?: StoredFiles;
}

/** The files of a stored run, as they lie on the disk. */
export interface StoredFiles {
  readonly columns: { readonly file: string; readonly bytes: Uint8Array };
  readonly summary?: { readonly file: string; readonly text: string };
}

/** What the reader changed: prices and weather for all variants, the rest for the chosen one. */
export interface Changes {
  readonly system?: string;
  /** Path below `site` to a text as a scenario has it. */
  readonly site: Readonly<Record<string, string>>;
  /** Path of `set:` to a text. */
  readonly own: Readonly<Record<string, string>>;
}

export interface OpenRequest {
  readonly kind: 'open';
  readonly id: number;
  readonly document: OpenDocument;
}

export interface RunRequest {
  readonly kind: 'run';
  readonly id: number;
  readonly document: OpenDocument;
  readonly variant: string;
  readonly changes: Changes;
  /** `year`: with plant, controls and columns; `summary`: the numbers people quote. */
  readonly wanted: 'year' | 'summary';
}

/** What one machine would do beside the point at which it stands in an hour. */
export interface CurvesRequest {
  readonly kind: 'curves';
  readonly id: number;
  readonly document: OpenDocument;
  readonly variant: string;
  readonly changes: Changes;
  readonly machine: string;
  /** 0-based. */
  readonly hour: number;
}

export interface CurvesReply {
  readonly kind: 'curves';
  readonly id: number;
  /** Of the machine in the hour, then those that its records print. */
  readonly curves: readonly (MachineCurve & { readonly record?: string })[];
}

export type Request = OpenRequest | RunRequest | CurvesRequest;

/** What a document holds, once it is read without fault. */
export interface Contents {
  readonly kind: 'contents';
  readonly id: number;
  readonly title: string;
  readonly baseline: string;
  readonly comparison: boolean;
  /** Its columns are those of a file. */
  readonly stored: boolean;
  readonly variants: readonly { readonly name: string; readonly title: string }[];
  readonly climates: readonly Choice[];
  readonly systems: readonly Choice[];
}

export interface Choice {
  readonly value: string;
  readonly title: string;
}

export interface Refusal {
  readonly kind: 'refusal';
  readonly id: number;
  /** Word for word what the command line says. */
  readonly text: string;
}

/** A variant without its columns. */
export type Summary = Omit<Variant, 'columns' | 'events'>;

export interface SummaryReply {
  readonly kind: 'summary';
  readonly id: number;
  readonly summary: Summary;
  readonly site: { readonly title: string; readonly weather: string; readonly synthetic: boolean };
  /** Of the worker for this run: reading, sizing, solving and measuring [ms]. */
  readonly milliseconds: number;
}

export interface YearReply extends Omit<SummaryReply, 'kind'> {
  readonly kind: 'year';
  readonly picture: PlantPicture;
  readonly controls: readonly Control[];
  readonly system: string;
  readonly weather: string;
  readonly columns: readonly ColumnHead[];
  /** Column after column, `hours` numbers each [SI]. */
  readonly values: Float32Array<ArrayBuffer>;
  readonly hours: number;
  /** Where its electricity goes and its heat ends; undefined where stored columns do not tell. */
  readonly flows: EnergyFlows | undefined;
  /** The scenario that was run, as a file. */
  readonly text: string;
}

export type Reply = Contents | Refusal | SummaryReply | YearReply | CurvesReply;

export interface ColumnHead {
  readonly name: string;
  readonly quantity: Quantity;
  readonly about: string;
}

/** A plant as it is drawn; numbers called column are positions in `columns`, −1 where there is none. */
export interface PlantPicture {
  readonly circuits: readonly CircuitPicture[];
  readonly machines: readonly MachinePicture[];
  readonly meters: readonly MeterPicture[];
  readonly chips: readonly ChipPicture[];
}

export interface CircuitPicture {
  readonly name: string;
  readonly fluid: string;
  readonly phase: 'liquid' | 'air' | 'boiling';
  readonly supply: number;
  readonly returned: number;
  readonly setpoint: number;
  readonly flow: number;
  readonly heat: number;
  readonly moverPower: number;
  readonly floating: number;
  readonly designFlow: number;
  readonly loads: readonly { readonly machine: number; readonly after: number }[];
  readonly stages: readonly { readonly number: number; readonly machines: readonly number[] }[];
  readonly parameters: readonly ShownParameter[];
}

export interface PortPicture {
  readonly circuit: number;
  readonly inlet: number;
  readonly outlet: number;
  readonly flow: number;
  readonly heat: number;
}

export interface MachinePicture {
  readonly name: string;
  readonly kind: string;
  readonly about: string;
  readonly ideal: boolean;
  readonly units: number | undefined;
  readonly loads: readonly PortPicture[];
  readonly source: PortPicture | undefined;
  readonly outdoors: boolean;
  readonly reuse: number;
  readonly sizes: readonly { readonly about: string; readonly value: number; readonly quantity: Quantity }[];
  readonly parameters: readonly ShownParameter[];
}

export interface ShownParameter {
  readonly name: string;
  readonly about: string;
  /** As a scenario has it. */
  readonly text: string;
  /** Where a record stands behind it. */
  readonly record?: { readonly title: string; readonly sources: readonly string[] };
}

export interface MeterPicture {
  readonly owner: string;
  readonly consumer: Consumer;
  readonly column: number;
}

export interface ChipPicture {
  readonly owner: string;
  readonly title: string;
  readonly count: number;
  readonly junctionLimit: number;
  readonly caseLimit: number;
  readonly junction: number;
  readonly case: number;
  readonly delivered: number;
  readonly chain: readonly { readonly name: string; readonly column: number }[];
}

/** Something the reader may move. */
export type Control = ControlHead &
  (
    | {
        readonly shape: 'quantity';
        readonly quantity: Quantity;
        readonly range: readonly [number, number];
        readonly value: number;
      }
    | { readonly shape: 'count'; readonly range: readonly [number, number]; readonly value: number }
    | { readonly shape: 'choice'; readonly options: readonly Choice[]; readonly value: string }
  );

export interface ControlHead {
  readonly scope: 'site' | 'own';
  readonly path: string;
  readonly owner: string;
  readonly label: string;
  readonly about: string;
}
