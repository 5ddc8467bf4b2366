/**
 * Variants side by side: the same site and year, differences, assumptions and
 * the documents behind every record.
 */

import { type Comparison, differencesBetween } from '../metrics/metric.ts';
import { formatQuantity } from '../units.ts';
import type { PreparedScenario, ScenarioRun } from './scenario-run.ts';

/** Place and weather of a run, as every output names them. */
export function siteOf({ weather }: PreparedScenario): Comparison['site'] {
  const isSynthetic = weather.kind === 'synthetic';
  return {
    title: weather.title,
    weather: `${isSynthetic ? 'synthetic year, ' : ''}${weather.source}`,
    synthetic: isSynthetic,
  };
}

/** Sets finished runs side by side. `documents` gives a line for a key of models/sources.yaml. */
export function comparisonOf(
  title: string,
  baseline: string,
  runs: readonly ScenarioRun[],
  documents: (key: string) => string | undefined,
): Comparison {
  const first = runs[0]!.prepared;
  const variants = runs.map((run) => run.variant);
  const { design, scenario } = first;
  const { site } = scenario;
  return {
    title,
    baseline,
    site: siteOf(first),
    variants,
    differences: differencesBetween(variants, baseline),
    assumptions: [
      `Design hour for all: ${formatQuantity(design.dryBulb, 'temperature', 'si')} dry bulb, ${formatQuantity(design.wetBulb, 'temperature', 'si')} wet bulb (${design.source}).`,
      `Prices: electricity ${formatQuantity(site.electricityPrice, 'electricity price', 'si')}, water ${formatQuantity(site.waterPrice, 'water price', 'si')}; carbon ${formatQuantity(site.carbonIntensity, 'carbon intensity', 'si')}.`,
      `Tokens: ${formatQuantity(site.tokenRate, 'token rate', 'si')} for each chip at full clock and utilisation.`,
      ...[...first.loads.values()].map(
        (load) => `Load: ${load.title}, mean utilisation ${(load.meanUtilisation * 100).toFixed(1)} %.`,
      ),
      'Server fans count as IT in PUE; TUE and electricity per million tokens do not flatter air.',
    ],
    sources: documentLines(runs, documents),
  };
}

function documentLines(
  runs: readonly ScenarioRun[],
  documents: (key: string) => string | undefined,
): readonly string[] {
  const keys = new Set(
    runs.flatMap((run) =>
      run.prepared.scenario.records().flatMap((record) => record.sources.map((source) => source.document)),
    ),
  );
  return [...keys].flatMap((key) => documents(key) ?? []).sort();
}
