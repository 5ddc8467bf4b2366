/**
 * What is open, what the reader changed and what came of it: the one state of
 * the page. Views read it and are drawn anew when it changes; `actions.ts`
 * changes it.
 */

import type { UnitSystem } from '../src/index.ts';
import type { Language } from './words.ts';
import type { Changes, Contents, CurvesReply, OpenDocument, SummaryReply, YearReply } from './simulation/messages.ts';

export const viewNames = ['compare', 'plant', 'year', 'chips', 'hall', 'failure', 'live'] as const;
export type ViewName = (typeof viewNames)[number];
export type Theme = 'system' | 'light' | 'dark';

export interface State {
  view: ViewName;
  units: UnitSystem;
  language: Language;
  theme: Theme;
  /** Hour of the year under the cursor, 0-based. */
  hour: number;
  playing: boolean;
  document: OpenDocument | undefined;
  /** What `coldloop view` was called with. */
  served: readonly OpenDocument[];
  contents: Contents | undefined;
  /** Name of a shipped scenario where that is what is open, so that an address can name it. */
  shipped: string | undefined;
  /** Name of the variant that all views but Compare speak of. */
  selected: string;
  baseline: string;
  changes: Changes;
  /** What the reader has fail, as it stands in an address; nothing where it is as at first. */
  failure: readonly (readonly [string, string])[];
  /** Variants with the changes for all of them, by name; filled one after the other. */
  summaries: Map<string, SummaryReply>;
  /** The selected variant as it is written, and with the changes. */
  base: YearReply | undefined;
  year: YearReply | undefined;
  /** Of the machine whose sheet is open. */
  curves: { readonly of: string; readonly curves: CurvesReply['curves'] } | undefined;
  /** A run is under way for longer than a reader likes to wait. */
  busy: boolean;
  /** Why the document could not be opened, and why the last change could not be run. */
  refusal: string | undefined;
  changeRefusal: string | undefined;
  /** Main-thread time of the last drawing [ms]. */
  drawn: number;
}

export const noChanges: Changes = { site: {}, own: {} };

export function firstState(): State {
  return {
    view: 'compare',
    units: 'si',
    language: 'en',
    theme: 'system',
    hour: 4910,
    playing: false,
    document: undefined,
    served: [],
    contents: undefined,
    shipped: undefined,
    selected: '',
    baseline: '',
    changes: noChanges,
    failure: [],
    summaries: new Map(),
    base: undefined,
    year: undefined,
    curves: undefined,
    busy: false,
    refusal: undefined,
    changeRefusal: undefined,
    drawn: 0,
  };
}

export function changeCount({ system, site, own }: Changes): number {
  return (system === undefined ? 0 : 1) + Object.keys(site).length + Object.keys(own).length;
}

/** One column of a year by its position, as a view on the whole. */
export function columnAt(year: YearReply, position: number): Float32Array | undefined {
  return position < 0 ? undefined : year.values.subarray(position * year.hours, (position + 1) * year.hours);
}

/** One column by its name. */
export function columnNamed(year: YearReply, name: string): Float32Array | undefined {
  return columnAt(
    year,
    year.columns.findIndex((column) => column.name === name),
  );
}
