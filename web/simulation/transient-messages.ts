/**
 * What page and worker say to each other of a transient. Rows travel as
 * Float32Arrays whose memory is handed over, put together where there are more
 * than a screen shows: the mean of the means, the least and the most of all.
 */

import type { LoggedEvent, Quantity, TransientGroup } from '../../src/index.ts';
import type { Changes, OpenDocument, Refusal } from './messages.ts';
import type { Tree } from './scenario-text.ts';

export interface TransientRequest {
  readonly kind: 'transient';
  readonly id: number;
  readonly document: OpenDocument;
  readonly variant: string;
  readonly changes: Changes;
  /** Laid over `transient:` of the scenario, as texts. */
  readonly transient: Tree;
  /** Rack group that is resolved rack by rack, in rows of its own where the scenario has none; empty for none. */
  readonly hall: string;
}

/** How far a run has come, 0 … 1. */
export interface TransientProgress {
  readonly kind: 'progress';
  readonly id: number;
  readonly share: number;
}

export const panelNames = ['circuits', 'junction', 'work', 'flow', 'power', 'actuators'] as const;
export type PanelName = (typeof panelNames)[number];

/** A line of a panel. */
export interface SeriesHead {
  readonly panel: PanelName;
  /** Circuit, machine or rack group it is of; a word of the power chain. */
  readonly of: string;
  /** What of it: `supply`, `asked`. Empty where the panel says it. */
  readonly what: string;
  /** Number of its colour. */
  readonly tone: number;
  readonly dashed: boolean;
  readonly quantity: Quantity;
}

/** A rack group, all of its racks together where they are resolved. */
export interface AnsweredGroup extends TransientGroup {
  /** Racks that throttled, and that switched off. */
  readonly throttled: number;
  readonly off: number;
}

/** A rack group rack by rack. */
export interface HallReply {
  readonly name: string;
  readonly rows: number;
  readonly positions: number;
  readonly racks: readonly { readonly name: string; readonly row: number; readonly position: number }[];
  /** [K] */
  readonly throttleAt: number;
  readonly shutdownAt: number;
  readonly times: Float32Array<ArrayBuffer>;
  readonly quantities: readonly { readonly name: string; readonly quantity: Quantity }[];
  /** Quantity after quantity, moment after moment, rack after rack [SI]. */
  readonly values: Float32Array<ArrayBuffer>;
}

export interface TransientReply {
  readonly kind: 'transient';
  readonly id: number;
  /** The scenario that was run, as a file. */
  readonly text: string;
  /** 1 … 8760; undefined for the design hour. */
  readonly hour: number | undefined;
  readonly dryBulb: number;
  /** [s] */
  readonly duration: number;
  readonly lastChange: number;
  readonly times: Float32Array<ArrayBuffer>;
  readonly series: readonly SeriesHead[];
  /** Line after line: its means, its least, its most [SI]. */
  readonly values: Float32Array<ArrayBuffer>;
  readonly log: readonly LoggedEvent[];
  readonly groups: readonly AnsweredGroup[];
  /** What the supply of liquid circuits holds [m³], and the batteries [s at the design load]. */
  readonly buffers: readonly { readonly circuit: string; readonly volume: number }[];
  readonly ups: number;
  /** Pumps or fans in parallel. */
  readonly movers: readonly { readonly circuit: string; readonly count: number }[];
  readonly hall: HallReply | undefined;
  /** Of the worker [ms]. */
  readonly milliseconds: number;
}

export type TransientAnswer = TransientReply | Refusal;
