/**
 * `coldloop ridethrough`: one failure solved for the buffer, the UPS or the
 * spare units that keep the chips below their limits.
 */

import { volumeCurveCsv } from '../output/ridethrough/csv.ts';
import { rideThroughJson } from '../output/ridethrough/json.ts';
import { rideThroughPage } from '../output/ridethrough/page.ts';
import { rideThroughText } from '../output/ridethrough/text.ts';
import { prepare } from '../node.ts';
import { type RideThrough, rideThrough, type Solvable } from '../study/ridethrough.ts';
import type { Limit } from '../study/ridethrough/trial.ts';
import type { UnitSystem } from '../units.ts';
import { type ExitCode, UsageError } from './exit.ts';
import { emphasisOfTerminal, printJson, printText, widthOfTerminal } from './print.ts';
import { packageVersion } from './package-version.ts';
import { openProgress } from './progress.ts';
import { openOne } from './scenario-files.ts';
import { writeFolder } from './write-folder.ts';

export interface RideThroughOptions {
  readonly failure?: readonly string[];
  readonly solve: Solvable;
  readonly circuit?: string;
  readonly limit?: Limit;
  readonly variant?: string;
  readonly out?: string;
  readonly json?: boolean;
  readonly units: UnitSystem;
  readonly quiet?: boolean;
  readonly strict?: boolean;
}

export async function ridethrough(file: string, options: RideThroughOptions): Promise<ExitCode> {
  const { scenario, folder, library } = openOne(file, options.variant, 'ridethrough');
  const own = Object.keys(scenario.transient?.events ?? {});
  const failures = options.failure ?? (own.length === 1 ? own : []);
  if (failures.length === 0) throw new UsageError(withoutFailure(own));
  const progress = openProgress(options);
  const result = rideThrough(prepare(scenario, folder, library), {
    failures,
    solve: options.solve,
    ...(options.circuit === undefined ? {} : { circuit: options.circuit }),
    ...(options.limit === undefined ? {} : { limit: options.limit }),
    onTrial: (count) => progress.say(`transient ${count}`),
  });
  progress.clear();
  const written = options.out === undefined ? [] : await writeFiles(options.out, result, options.units);
  if (options.json === true)
    printJson({
      ...rideThroughJson(result),
      ...(written.length > 0 ? { written: { folder: options.out, files: written } } : {}),
    });
  else {
    const dress = { system: options.units, width: widthOfTerminal(), emphasis: emphasisOfTerminal() };
    printText(rideThroughText(result, dress));
    if (written.length > 0 && options.quiet !== true)
      printText(`\nWritten to ${options.out}:\n  ${written.join(', ')}`);
  }
  const isBroken = result.limits.some((limit) => !result.asItStands[limit].holds);
  return options.strict === true && isBroken ? 3 : 0;
}

function withoutFailure(own: readonly string[]): string {
  const there = own.length === 0 ? 'this scenario has no events of its own' : `events here: ${own.join(', ')}`;
  return `--failure is missing: wanted the name of an event (${there}) or words such as "trip cdu for 3 min" or "lose utility for 2 min"`;
}

async function writeFiles(folder: string, result: RideThrough, system: UnitSystem): Promise<readonly string[]> {
  const files = [
    { path: 'ridethrough.json', content: () => `${JSON.stringify(rideThroughJson(result), undefined, 2)}\n` },
    { path: 'ridethrough.html', content: () => rideThroughPage(result, { system, version: packageVersion() }) },
    ...(result.volume === undefined ? [] : [{ path: 'volume.csv', content: () => volumeCurveCsv(result) }]),
  ];
  await writeFolder(folder, files);
  return files.map(({ path }) => path);
}
