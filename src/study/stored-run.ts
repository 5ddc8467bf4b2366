/**
 * A run that was stored, made whole again without solving it: its scenario is
 * assembled anew, its columns are those of the file, and the numbers people
 * quote are those of its summary, where there is one.
 */

import { ScenarioError } from '../errors.ts';
import type { Metric, Variant } from '../metrics/metric.ts';
import { chipMetrics } from '../metrics/chip-metrics.ts';
import { yearMetrics } from '../metrics/year-metrics.ts';
import { columnHead } from '../output/csv.ts';
import type { StoredTable } from '../output/read-columns.ts';
import type { Plant } from '../plant/plant.ts';
import type { Column } from '../results/columns.ts';
import { displayUnit, jsonQuantity, type Quantity } from '../units.ts';
import { assembleScenario, type PreparedScenario } from './scenario-run.ts';

export interface StoredRun {
  readonly plant: Plant;
  readonly columns: readonly Column[];
  readonly hours: number;
  readonly variant: Variant;
}

/** A file of a stored run. */
export interface StoredSummary {
  readonly file: string;
  readonly text: string;
}

/** @throws {ScenarioError} where file and scenario are not of one run */
export function storedRun(
  prepared: PreparedScenario,
  table: StoredTable,
  summary: StoredSummary | undefined,
): StoredRun {
  const { scenario } = prepared;
  const plant = assembleScenario(prepared);
  const columns = columnsOf(plant, table);
  const hours = columns[0]!.values.length;
  const run = { hours, columns, events: [] };
  const found = yearMetrics(plant, run, scenario.site);
  const told = summary === undefined ? undefined : toldIn(summary);
  return {
    plant,
    columns,
    hours,
    variant: {
      name: scenario.name,
      title: scenario.title,
      technology: scenario.labels.technology,
      rejection: scenario.labels.rejection,
      silicon: [...new Set(plant.chips.map((chips) => chips.title))].join(' and '),
      metrics: found.metrics.map((metric) => asTold(metric, told?.metrics)),
      breaksLimit: told?.breaksLimit ?? found.breaksLimit,
      notes: told?.notes ?? scenario.notes,
      consumers: found.consumers,
      columns,
      events: [],
      chipChain: chipMetrics(plant, run).chain,
    },
  };
}

/** Columns in the plant's order, in SI. All that are missing are told at once. */
function columnsOf({ slots }: Plant, { file, columns }: StoredTable): Column[] {
  const missing: string[] = [];
  const found = slots.map(({ name, quantity, about }): Column => {
    const stored = columns.get(columnHead({ name, quantity }));
    if (stored === undefined) missing.push(columnHead({ name, quantity }));
    return { name, quantity, about, values: stored?.map(toSi(quantity)) ?? new Float64Array() };
  });
  if (missing.length === 0) return found;
  const named = missing.slice(0, 3).map((head) => `"${head}"`);
  const message = `found no column ${named.join(', ')}${missing.length > 3 ? ` and ${missing.length - 3} more` : ''}; the scenario beside it has them: wanted the files of one run, made by this version`;
  throw new ScenarioError([{ file, path: '', message }]);
}

/** From the unit of files to SI: the inverse of a straight line, through its values at 0 and 1. */
function toSi(quantity: Quantity): (value: number) => number {
  const { fromSi } = displayUnit(quantity, 'si');
  const zero = fromSi(0);
  const perUnit = fromSi(1) - zero;
  return (value) => (value - zero) / perUnit;
}

interface Told {
  readonly metrics: Readonly<Record<string, { readonly value: number | null; readonly unit: string } | undefined>>;
  readonly breaksLimit: boolean;
  readonly notes: readonly string[];
}

function toldIn({ file, text }: StoredSummary): Told {
  const fault = (message: string): ScenarioError => new ScenarioError([{ file, path: '', message }]);
  let read: Partial<Told> | null;
  try {
    read = JSON.parse(text) as Partial<Told> | null;
  } catch (error) {
    throw fault(`found no JSON (${(error as Error).message}); wanted summary.json as coldloop run writes it`);
  }
  const { metrics, breaksLimit, notes } = read ?? {};
  if (typeof metrics !== 'object' || metrics === null || typeof breaksLimit !== 'boolean' || !Array.isArray(notes))
    throw fault('found no "metrics", "breaksLimit" and "notes"; wanted summary.json as coldloop run writes it');
  return { metrics, breaksLimit, notes: notes.map(String) };
}

/** A metric with the summary's value, in SI; one that the summary does not have stays as the columns give it. */
function asTold(metric: Metric, told: Told['metrics'] | undefined): Metric {
  const stored = told !== undefined && Object.hasOwn(told, metric.key) ? told[metric.key] : undefined;
  if (typeof stored?.value !== 'number') return metric;
  const [zero, one] = [0, 1].map((value) => jsonQuantity(value, metric.quantity));
  if (zero!.unit !== stored.unit) return metric;
  return { ...metric, value: (stored.value - zero!.value) / (one!.value - zero!.value) };
}
