/**
 * `coldloop compare`: variants side by side as a table, an HTML report and a
 * summary; with `--out` also the columns and the resolved scenario of each.
 */

import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Comparison } from '../metrics/metric.ts';
import { comparisonReport } from '../output/comparison-report.ts';
import { comparisonTable } from '../output/comparison-table.ts';
import { comparisonJson } from '../output/json.ts';
import { documentLine } from '../output/document-line.ts';
import { comparisonOf, siteOf } from '../study/comparison.ts';
import type { ScenarioRun } from '../study/scenario-run.ts';
import type { UnitSystem } from '../units.ts';
import { type ExitCode, UsageError } from './exit.ts';
import { emphasisOfTerminal, printJson, printText, widthOfTerminal } from './print.ts';
import { packageVersion } from './package-version.ts';
import { openProgress } from './progress.ts';
import { runFiles } from './run-files.ts';
import { didYouMean, openMany, type OpenedSet, runAll } from './scenario-files.ts';
import { folderName, type OutputFile, writeFolder } from './write-folder.ts';

export interface CompareOptions {
  readonly out?: string;
  readonly baseline?: string;
  readonly report?: string;
  readonly json?: boolean;
  readonly units: UnitSystem;
  readonly quiet?: boolean;
  readonly strict?: boolean;
}

export async function compare(files: readonly string[], options: CompareOptions): Promise<ExitCode> {
  const progress = openProgress(options);
  const set = openMany(files);
  const names = set.scenarios.map(({ scenario }) => scenario.name);
  const baseline = options.baseline ?? set.baseline;
  if (!names.includes(baseline))
    throw new UsageError(`--baseline ${baseline}: no variant of that name; ${didYouMean(baseline, names)}`);
  const runs = runAll(set.scenarios, (name, number) => progress.say(`${number}/${names.length} ${name}`));
  const comparison = comparisonAtSites(set.title, baseline, runs, (key) => documentText(set, key));
  const folder = options.out ?? `results/${folderName(set.name)}`;
  progress.say(`writing ${folder}`);
  const report: OutputFile = { path: 'report.html', content: () => reportText(comparison, options.units) };
  const written = await writeAll(folder, report, comparison, runs, set, options);
  progress.clear();
  if (options.json === true) printJson({ ...comparisonJson(comparison), written });
  else {
    printText(
      comparisonTable(comparison, { system: options.units, width: widthOfTerminal(), emphasis: emphasisOfTerminal() }),
    );
    if (options.quiet !== true) printText(writtenText(written, options));
  }
  return options.strict === true && runs.some(({ variant }) => variant.breaksLimit) ? 3 : 0;
}

interface Written {
  readonly report: string;
  readonly folder: string;
  readonly files: readonly string[];
}

async function writeAll(
  folder: string,
  report: OutputFile,
  comparison: Comparison,
  runs: readonly ScenarioRun[],
  set: OpenedSet,
  { report: reportFile, out }: CompareOptions,
): Promise<Written> {
  const summary: OutputFile = {
    path: 'summary.json',
    content: () => `${JSON.stringify(comparisonJson(comparison), undefined, 2)}\n`,
  };
  const each = out === undefined ? [] : variantFiles(folder, runs, set);
  const files = [...(reportFile === undefined ? [report] : []), summary, ...each];
  await writeFolder(folder, files);
  if (reportFile !== undefined) await writeFolder(dirname(reportFile), [{ ...report, path: basename(reportFile) }]);
  return { report: reportFile ?? join(folder, report.path), folder, files: files.map(({ path }) => path) };
}

function variantFiles(folder: string, runs: readonly ScenarioRun[], set: OpenedSet): readonly OutputFile[] {
  const taken = new Set<string>();
  return runs.flatMap((run, i) => {
    let below = folderName(run.variant.name);
    while (taken.has(below.toLowerCase())) below += '-';
    taken.add(below.toLowerCase());
    return runFiles(run, set.scenarios[i]!, { folder, below: `${below}/` });
  });
}

/** Where sites differ, no one of them may stand over the table. */
function comparisonAtSites(
  title: string,
  baseline: string,
  runs: readonly ScenarioRun[],
  documents: (key: string) => string | undefined,
): Comparison {
  const comparison = comparisonOf(title, baseline, runs, documents);
  const sites = [
    ...new Map(
      runs.map(({ prepared }) => [siteOf(prepared).title + siteOf(prepared).weather, siteOf(prepared)]),
    ).values(),
  ];
  if (sites.length < 2) return comparison;
  const each = runs.map(
    ({ variant, prepared }) => `${variant.name}: ${siteOf(prepared).title} (${siteOf(prepared).weather})`,
  );
  return {
    ...comparison,
    site: {
      title: sites.map((site) => site.title).join('; '),
      weather: 'different for the variants',
      synthetic: sites.some((site) => site.synthetic),
    },
    assumptions: [`Weather differs. ${each.join('; ')}.`, ...comparison.assumptions],
  };
}

function documentText({ scenarios }: OpenedSet, key: string): string | undefined {
  for (const { library } of scenarios) {
    const document = library.documents().get(key);
    if (document !== undefined) return documentLine(document);
  }
  return undefined;
}

function reportText(comparison: Comparison, system: UnitSystem): string {
  const plotly = readFileSync(fileURLToPath(new URL('../../dist/assets/plotly.min.js', import.meta.url)), 'utf8');
  return comparisonReport(comparison, { system, plotly, version: packageVersion() });
}

function writtenText({ report, folder }: Written, { out }: CompareOptions): string {
  const rest =
    out === undefined
      ? 'Hourly columns and resolved scenarios: add --out <folder>.'
      : `Hourly columns and resolved scenarios: ${folder}, a folder for each variant.`;
  return `\nReport: ${report}\nSummary: ${join(folder, 'summary.json')}\n${rest}`;
}
