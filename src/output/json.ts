/**
 * A run or a comparison as one JSON document in which every quantity is
 * `{ "value": 1.087, "unit": "1" }`. Keys stand in a fixed order; what does
 * not apply is null, with the reason beside it. Hourly columns are not here.
 */

import { metricOf, type Comparison, type Difference, type Metric, type Variant } from '../metrics/metric.ts';
import { jsonQuantity, type Quantity } from '../units.ts';
import { eventSummaries } from './events.ts';
import { hourStamp } from './hour-stamp.ts';

/** A value with its unit; null and why, where there is none. */
export interface JsonQuantity {
  readonly value: number | null;
  readonly unit: string;
  readonly reason?: string;
}

/** A comparison as a plain object for `JSON.stringify`. */
export function comparisonJson(comparison: Comparison): object {
  const { title, baseline, site, variants, differences, assumptions, sources } = comparison;
  return {
    title,
    site: { title: site.title, weather: site.weather, synthetic: site.synthetic },
    baseline,
    variants: variants.map(variantJson),
    differences: differences.map((difference) => differenceJson(difference, variants)),
    assumptions,
    sources: sources ?? [],
  };
}

/** A single run as a plain object for `JSON.stringify`. */
export function summaryJson(variant: Variant, site: Comparison['site']): object {
  return { site: { title: site.title, weather: site.weather, synthetic: site.synthetic }, ...variantJson(variant) };
}

function variantJson(variant: Variant) {
  return {
    name: variant.name,
    title: variant.title,
    technology: variant.technology,
    rejection: variant.rejection,
    silicon: variant.silicon,
    breaksLimit: variant.breaksLimit,
    metrics: Object.fromEntries(variant.metrics.map((metric) => [metric.key, metricJson(metric)])),
    consumers: variant.consumers.map(({ name, energy }) => ({
      name,
      energy: quantityJson(energy, 'energy', 'the meter has no value'),
    })),
    chipChain: variant.chipChain.map(({ name, temperature }) => ({
      name,
      temperature: quantityJson(temperature, 'temperature', 'no chip on this path'),
    })),
    events: eventSummaries(variant.events).map((event) => ({
      owner: event.owner,
      cause: event.cause,
      gravity: event.gravity,
      hours: event.steps,
      stretches: event.stretches,
      worst: quantityJson(event.worst, event.quantity, 'its size is unknown'),
      worstHour: { hour: event.worstStep + 1, at: hourStamp(event.worstStep, 2001).slice(5) },
    })),
    notes: variant.notes,
  };
}

function metricJson(metric: Metric) {
  return {
    group: metric.group,
    label: metric.label,
    ...quantityJson(metric.value, metric.quantity, metric.about),
    better: metric.better,
    ...(metric.ideal ? { ideal: true } : {}),
  };
}

function differenceJson(difference: Difference, variants: readonly Variant[]) {
  const variant = variants.find(({ name }) => name === difference.variant);
  const quantity = variant && metricOf(variant, difference.key)?.quantity;
  const absolute = stepQuantity(quantity ?? 'dimensionless');
  return {
    variant: difference.variant,
    against: difference.against,
    of: difference.of,
    key: difference.key,
    absolute: quantityJson(difference.absolute, absolute, 'does not apply to both'),
    relative: quantityJson(difference.relative, 'fraction', 'no ratio: the other value is zero or a temperature'),
  };
}

/** What a difference of two such quantities is. */
export function stepQuantity(quantity: Quantity): Quantity {
  return quantity === 'temperature' ? 'temperature difference' : quantity;
}

export function quantityJson(value: number, quantity: Quantity, reason: string): JsonQuantity {
  if (Number.isFinite(value)) return jsonQuantity(value, quantity);
  const { unit } = jsonQuantity(0, quantity);
  return { value: null, unit, reason: Number.isNaN(value) ? reason : 'without bound' };
}
