/**
 * What people quote of a run, as data: one metric, one variant with its
 * metrics, and variants set side by side. Leaves out how a metric is found
 * (each has its own file here) and how it is shown (`output`, the viewer).
 */

import type { Column, RunEvent } from '../results/columns.ts';
import type { Quantity } from '../units.ts';

/** One number that people quote of a year. */
export interface Metric {
  /** `pue`, `energy.chillers`, `chip.junctionMargin`; unique in a variant. */
  readonly key: string;
  readonly group: MetricGroup;
  readonly label: string;
  /** SI; NaN where it does not apply. */
  readonly value: number;
  readonly quantity: Quantity;
  /** Digits after the point in the display unit; those of the quantity unless said. */
  readonly digits?: number;
  readonly better: 'lower' | 'higher' | 'neither';
  /** One line: what it is and by which standard; for NaN, why it does not apply. */
  readonly about: string;
  /** Rests on a constant and not on physics. */
  readonly ideal?: true;
}

/** Groups in the order in which every table shows them. */
export const metricGroups = [
  'Size',
  'Energy',
  'Efficiency',
  'Water',
  'Chips',
  'Hours',
  'Cost and carbon',
  'Compute',
] as const;
export type MetricGroup = (typeof metricGroups)[number];

/** Keys that tables, sentences and charts look for; a variant may lack any of them. */
export const headlineKeys = {
  electricity: 'energy.total',
  peakPower: 'power.peak',
  pue: 'pue',
  tue: 'tue',
  wue: 'wue',
  water: 'water.total',
  junctionTemperature: 'chip.junctionTemperature',
  junctionMargin: 'chip.junctionMargin',
  delivered: 'compute.delivered',
  computeEnergy: 'compute.energy',
  cost: 'cost.total',
  carbon: 'carbon.total',
} as const;

/** Columns that charts look for, by name [W]. */
export const headlineColumns = { facilityPower: 'facility.power', itPower: 'it.power' } as const;

/** One system at one site over one year. */
export interface Variant {
  /** Short and unique: `cold-plate-dry`. */
  readonly name: string;
  readonly title: string;
  /** Class of heat rejection: `tower`, `dry`, `adiabatic`. */
  readonly rejection: string;
  /** Class of cooling at the racks: `air`, `rear door`, `cold plate`. */
  readonly technology: string;
  readonly silicon: string;
  readonly metrics: readonly Metric[];
  /** Never marked best. */
  readonly breaksLimit: boolean;
  readonly notes: readonly string[];
  /** Annual electricity by consumer [J]. */
  readonly consumers: readonly { readonly name: string; readonly energy: number }[];
  readonly columns: readonly Column[];
  readonly events: readonly RunEvent[];
  /** The worst hour from ambient to junction [K]. */
  readonly chipChain: readonly { readonly name: string; readonly temperature: number }[];
}

/** A variant's metric less the same metric of another variant. */
export interface Difference {
  readonly variant: string;
  readonly against: string;
  /**
   * What is being compared: everything (the named baseline), the cooling
   * technology inside one class of rejection, or the rejection inside one
   * technology.
   */
  readonly of: 'system' | 'technology' | 'rejection';
  readonly key: string;
  /** SI; NaN where either side does not apply. */
  readonly absolute: number;
  /** Share of the other's value; NaN where that is zero or where a ratio says nothing (temperatures). */
  readonly relative: number;
}

/** Variants side by side. */
export interface Comparison {
  readonly title: string;
  /** Name of a variant. */
  readonly baseline: string;
  readonly site: { readonly title: string; readonly weather: string; readonly synthetic: boolean };
  readonly variants: readonly Variant[];
  readonly differences: readonly Difference[];
  readonly assumptions: readonly string[];
  /** Documents behind the records, one line each. */
  readonly sources?: readonly string[];
}

/** The metric of that key, or undefined. */
export function metricOf(variant: Variant, key: string): Metric | undefined {
  return variant.metrics.find((metric) => metric.key === key);
}

/**
 * Differences of every variant against the baseline; against the variant of
 * the baseline's technology that rejects heat the same way; and against the
 * variant of the same technology that rejects heat as the baseline does.
 * The last two only between variants of one silicon.
 */
export function differencesBetween(variants: readonly Variant[], baseline: string): readonly Difference[] {
  const base = variants.find((variant) => variant.name === baseline);
  if (base === undefined) return [];
  return variants.flatMap((variant) => {
    const peers = variants.filter((other) => other.silicon === variant.silicon);
    const sameRejection = peers.find((o) => o.technology === base.technology && o.rejection === variant.rejection);
    const sameTechnology = peers.find((o) => o.technology === variant.technology && o.rejection === base.rejection);
    return [
      ...metricDifferences(variant, base, 'system'),
      ...metricDifferences(variant, sameRejection, 'technology'),
      ...metricDifferences(variant, sameTechnology, 'rejection'),
    ];
  });
}

function metricDifferences(variant: Variant, other: Variant | undefined, of: Difference['of']): Difference[] {
  if (other === undefined || other === variant) return [];
  return variant.metrics.map((metric) => {
    const theirs = metricOf(other, metric.key)?.value ?? Number.NaN;
    const absolute = metric.value - theirs;
    const hasRatio = !quantitiesWithoutRatio.includes(metric.quantity) && theirs !== 0;
    const relative = hasRatio ? absolute / Math.abs(theirs) : Number.NaN;
    return { variant: variant.name, against: other.name, of, key: metric.key, absolute, relative };
  });
}

/** Their zero is a convention, or a ratio of two of them misleads. */
const quantitiesWithoutRatio: readonly Quantity[] = ['temperature', 'temperature difference'];
