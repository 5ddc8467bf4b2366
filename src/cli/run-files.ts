/**
 * The files of one run: hourly columns as CSV and Parquet, the summary, the
 * scenario with every default filled in, and whatever of the user's own it
 * names, so that the folder can be run again.
 */

import { readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { columnsCsv } from '../output/csv.ts';
import { summaryJson } from '../output/json.ts';
import { columnsParquet } from '../output/parquet.ts';
import { resolvedScenario } from '../output/resolved-scenario.ts';
import type { Plant } from '../plant/plant.ts';
import type { LoadValues } from '../scenario/load/load-parameters.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { siteOf } from '../study/comparison.ts';
import type { ScenarioRun } from '../study/scenario-run.ts';
import type { OpenedScenario } from './scenario-files.ts';
import type { OutputFile } from './write-folder.ts';

/** Where the files go: the folder of results, and the folder of this run below it, `cold-plate-dry/` or nothing. */
export interface RunPlace {
  readonly folder: string;
  readonly below: string;
}

export function runFiles(
  { prepared, plant, run, variant }: ScenarioRun,
  opened: OpenedScenario,
  { folder, below }: RunPlace,
): readonly OutputFile[] {
  return [
    { path: `${below}hours.csv`, content: () => columnsCsv(run.columns) },
    { path: `${below}hours.parquet`, content: () => new Uint8Array(columnsParquet(run.columns)) },
    {
      path: `${below}summary.json`,
      content: () => `${JSON.stringify(summaryJson(variant, siteOf(prepared)), undefined, 2)}\n`,
    },
    ...scenarioFiles(opened, plant, { folder, below }),
  ];
}

/** The scenario as it was run, and what of the user's own it names. */
export function scenarioFiles(
  opened: OpenedScenario,
  plant: Plant,
  { folder, below }: RunPlace,
): readonly OutputFile[] {
  const { scenario } = opened;
  const weather = weatherFrom(scenario, opened.folder, resolve(folder, below));
  return [
    { path: `${below}scenario.yaml`, content: () => resolvedScenario(scenario, plant, { weather }) },
    ...ownFiles(scenario).map((path) => ({
      path: `${below}${path.slice('./'.length)}`,
      content: () => readFileSync(join(opened.folder, path)),
    })),
  ];
}

/** A weather file stays where it is; a climate is named as before. */
function weatherFrom({ site }: Scenario, scenarioFolder: string, own: string): string {
  const isFile = site.weather.startsWith('./') || /\.(epw|csv)$/i.test(site.weather);
  if (!isFile) return site.weather;
  const path = relative(own, resolve(scenarioFolder, site.weather)).replaceAll(sep, '/');
  return path.startsWith('.') || path.startsWith('/') ? path : `./${path}`;
}

/** Records and traces beside the scenario, by their paths from it. */
function ownFiles(scenario: Scenario): readonly string[] {
  const records = scenario.records().map(({ id }) => id);
  const traces = [...scenario.loads.values()].flatMap(({ values }) => (values as LoadValues).trace?.file ?? []);
  const beside = traces.map((file) => (file.startsWith('./') ? file : `./${file}`));
  return [...new Set([...records.filter((id) => id.startsWith('./')), ...beside])];
}
