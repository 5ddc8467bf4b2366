/**
 * `coldloop run`: a year of one scenario, or the transient that it describes;
 * its summary on the screen and its columns, summary and resolved scenario in
 * a folder.
 */

import { basename } from 'node:path';
import { summaryJson } from '../output/json.ts';
import { summaryTable } from '../output/summary-table.ts';
import { siteOf } from '../study/comparison.ts';
import { type ExitCode, UsageError } from './exit.ts';
import { emphasisOfTerminal, printJson, printText, widthOfTerminal } from './print.ts';
import { openProgress } from './progress.ts';
import { runFiles } from './run-files.ts';
import type { RunOptions } from './run-options.ts';
import { runTransient } from './run-transient.ts';
import { type OpenedScenario, openOne, runAll } from './scenario-files.ts';
import { folderName, writeFolder } from './write-folder.ts';

export async function run(file: string, options: RunOptions): Promise<ExitCode> {
  const opened = openOne(file, options.variant, 'run');
  if (opened.scenario.transient !== undefined && options.year !== true) return runTransient(opened, options);
  if (options.resume !== undefined)
    throw new UsageError('a year takes a blink and is never stopped; leave --resume out');
  return runYear(opened, options);
}

async function runYear(opened: OpenedScenario, options: RunOptions): Promise<ExitCode> {
  const progress = openProgress(options);
  const [finished] = runAll([opened], (name) => progress.say(`running ${name}`));
  const { variant, prepared } = finished!;
  const site = siteOf(prepared);
  // The folder of its own name belongs to the transient, where there is one.
  const ending = opened.scenario.transient === undefined ? '' : '-year';
  const folder = options.out ?? `results/${folderName(variant.name)}${ending}`;
  progress.say(`writing ${folder}`);
  const files = runFiles(finished!, opened, { folder, below: '' });
  await writeFolder(folder, files);
  progress.clear();
  const written = { folder, files: files.map(({ path }) => path) };
  if (options.json === true) printJson({ ...summaryJson(variant, site), written });
  else {
    printText(
      summaryTable(variant, site, { system: options.units, width: widthOfTerminal(), emphasis: emphasisOfTerminal() }),
    );
    if (options.quiet !== true)
      printText(`\nWritten to ${folder}:\n  ${written.files.map((path) => basename(path)).join(', ')}`);
  }
  return options.strict === true && variant.breaksLimit ? 3 : 0;
}
