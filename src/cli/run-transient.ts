/**
 * `coldloop run` of a scenario with a transient: rows go to disk as they come,
 * and at the end of every stretch so does all that is needed to go on there.
 * Files take their names when the run is done.
 */

import { closeSync, existsSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { prepare } from '../node.ts';
import { clockText } from '../output/clock-text.ts';
import { resolvedScenario } from '../output/resolved-scenario.ts';
import { numberText } from '../output/scale.ts';
import { hanging } from '../output/text-layout.ts';
import {
  type ColumnChoice,
  readRowLine,
  type RowColumn,
  rowColumns,
  rowLine,
  rowReader,
  rowsHead,
} from '../output/transient-columns.ts';
import { transientJson } from '../output/transient-json.ts';
import { seriesRecorder, type SeriesRecorder } from '../output/transient-series.ts';
import { writeRowsParquet } from '../output/transient-parquet.ts';
import { transientTable } from '../output/transient-table.ts';
import type { RowSink } from '../solver/transient/rows.ts';
import { siteOf } from '../study/comparison.ts';
import { type OpenTransient, openTransient } from '../study/transient-run.ts';
import { type CheckpointKey, digestOf, forgetCheckpoint, readCheckpoint, writeCheckpoint } from './checkpoint.ts';
import { type ExitCode, UsageError } from './exit.ts';
import { emphasisOfTerminal, printJson, printText, widthOfTerminal } from './print.ts';
import { openProgress } from './progress.ts';
import { packageVersion } from './package-version.ts';
import { linesOf, openRowFile, type RowFile } from './row-file.ts';
import type { RunOptions } from './run-options.ts';
import type { OpenedScenario } from './scenario-files.ts';
import { transientFiles } from './transient-files.ts';
import { folderName, makeFolder, writeFolder } from './write-folder.ts';

/** Name of the rows, and what is added to it until they are all there. */
const rowsName = 'transient.csv';
const parquetName = 'transient.parquet';
const unfinished = '.part';

/** A run with the places where its rows go. */
interface Recorded {
  readonly open: OpenTransient;
  readonly series: SeriesRecorder;
  readonly columns: readonly RowColumn[];
  readonly file: RowFile;
  readonly key: CheckpointKey;
  readonly folder: string;
  rows(): number;
}

export async function runTransient(opened: OpenedScenario, options: RunOptions): Promise<ExitCode> {
  if (options.resume !== undefined && options.out !== undefined)
    throw new UsageError('give --out or --resume, not both: a run goes on in its own folder');
  const folder = options.resume ?? options.out ?? `results/${folderName(opened.scenario.name)}`;
  const progress = openProgress(options);
  progress.say(`preparing ${opened.scenario.name}`);
  const recorded = recordedRun(opened, folder, options);
  const { open } = recorded;
  const clock = { began: performance.now(), from: open.time };
  await untilDone(recorded, (time) =>
    progress.say(`${opened.scenario.name}: ${clockText(time)} of ${clockText(open.settings.values.duration)}`),
  );
  const wall = (performance.now() - clock.began) / 1000;
  const outcome = open.outcome();
  const site = siteOf(open.prepared);
  progress.say(`writing ${folder}`);
  const drawn = recorded.series.gathered();
  writeParquet(recorded);
  const files = transientFiles({ opened, open, outcome, site, drawn, folder, system: options.units });
  await writeFolder(folder, files);
  for (const name of [rowsName, parquetName]) renameSync(join(folder, name + unfinished), join(folder, name));
  forgetCheckpoint(folder);
  progress.clear();

  const written = { folder, files: [rowsName, parquetName, ...files.map(({ path }) => path)] };
  const speed = (outcome.duration - clock.from) / wall;
  if (options.json === true) {
    const timing = { wall: { value: wall, unit: 's' }, speed: { value: speed, unit: 's/s' } };
    printJson({ ...transientJson(outcome, site), timing, written });
  } else {
    printText(
      transientTable(outcome, site, {
        system: options.units,
        width: widthOfTerminal(),
        emphasis: emphasisOfTerminal(),
      }),
    );
    if (options.quiet !== true)
      printText(
        `\n${clockText(outcome.duration - clock.from)} in ${wall.toFixed(2)} s: ${numberText(speed, 0)} simulated seconds in one of the clock\n` +
          `Written to ${folder}:\n  ${hanging(written.files.map((path) => basename(path)).join(', '), widthOfTerminal() - 2, 2)}`,
      );
  }
  return options.strict === true && outcome.breaksLimit ? 3 : 0;
}

/** The run at its start, or where it was stopped, with its rows before that in place. */
function recordedRun(opened: OpenedScenario, folder: string, { resume, columns: choice }: RunOptions): Recorded {
  const sink: { take: RowSink } = { take: () => undefined };
  const open = openTransient(prepare(opened.scenario, opened.folder, opened.library), (...row) => sink.take(...row));
  const { duration, step } = open.settings.values;
  const columns = rowColumns(open.plant, open.columns, choice);
  const series = seriesRecorder(columns, Math.ceil(duration / step - 1e-9));
  const key = keyOf(open, choice);
  const path = join(folder, rowsName + unfinished);
  let rows = 0;
  let file: RowFile;
  if (resume === undefined) {
    makeFolder(folder);
    forgetCheckpoint(folder);
    file = openRowFile(path, 0);
    file.write(rowsHead(columns));
  } else {
    const kept = readCheckpoint(folder, key);
    // Stopped between the last row and the end: the rows have their name already.
    if (!existsSync(path) && existsSync(join(folder, rowsName))) renameSync(join(folder, rowsName), path);
    if (!existsSync(path) || statSync(path).size < kept.length)
      throw new UsageError(`${path} is gone or shorter than it was; begin anew`);
    rows = kept.rows;
    let isHead = true;
    for (const line of linesOf(path, kept.length)) {
      if (isHead) isHead = false;
      else {
        const { time, values } = readRowLine(line);
        series.take(time, values);
      }
    }
    file = openRowFile(path, kept.length);
    open.resume(kept.stopped);
  }
  const read = rowReader(columns);
  sink.take = (time, mean, least, most) => {
    const values = read(mean, least, most);
    file.write(rowLine(time, values));
    series.take(time, values);
    rows++;
  };
  return { open, series, columns, file, key, folder, rows: () => rows };
}

/** The rows once more as Parquet, from the disk. */
function writeParquet({ columns, folder }: Recorded): void {
  const path = join(folder, rowsName + unfinished);
  const file = openSync(join(folder, parquetName + unfinished), 'w');
  try {
    const lines = linesOf(path, statSync(path).size);
    lines.next();
    writeRowsParquet(columns, lines, (bytes) => {
      for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
    });
  } finally {
    closeSync(file);
  }
}

/** What a run must have in common with the one that it goes on with: scenario, weather, loads, columns, coldloop. */
function keyOf({ prepared, plant }: OpenTransient, choice: ColumnChoice): CheckpointKey {
  const { dryBulb, wetBulb, humidityRatio, pressure, utilisation, trace } = prepared.forcing;
  const traced = trace === undefined ? [] : [trace.times, trace.levels];
  const series = [dryBulb, wetBulb, humidityRatio, pressure, ...utilisation.values(), ...traced].map((values) =>
    Buffer.from(values.buffer).toString('base64'),
  );
  const scenario = digestOf([resolvedScenario(prepared.scenario, plant), ...series].join('\n'));
  return { version: packageVersion(), scenario, columns: choice };
}

/** To the end, a stretch at a time; a signal ends it at the end of one, with all that is needed to go on. */
async function untilDone(recorded: Recorded, onStretch: (time: number) => void): Promise<void> {
  const { open, file, key, folder, rows } = recorded;
  const asked: { signal?: NodeJS.Signals } = {};
  const stop = (signal: NodeJS.Signals) => void (asked.signal = signal);
  const signals = ['SIGINT', 'SIGTERM'] as const;
  signals.forEach((signal) => process.on(signal, stop));
  try {
    while (!open.isDone) {
      open.goOn();
      if (open.isDone) break;
      writeCheckpoint(folder, { ...key, length: file.settle(), rows: rows(), stopped: open.snapshot() });
      onStretch(open.time);
      await setImmediate();
      if (asked.signal !== undefined) leave(asked.signal, open.time, folder);
    }
    file.settle();
  } finally {
    file.close();
    signals.forEach((signal) => process.off(signal, stop));
  }
}

function leave(signal: NodeJS.Signals, time: number, folder: string): never {
  process.stderr.write(`\nstopped at ${clockText(time)}; --resume ${folder} goes on\n`);
  process.exit(signal === 'SIGINT' ? 130 : 143);
}
