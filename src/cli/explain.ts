/**
 * `coldloop explain`: one hour of a scenario, fit to be checked by hand.
 */

import { hoursPerYear } from '../constants.ts';
import { prepare } from '../node.ts';
import { explainedHour } from '../output/explained-hour.ts';
import { explainedJson } from '../output/explained-json.ts';
import { explainedText } from '../output/explained-text.ts';
import { stepOfDate } from '../output/hour-stamp.ts';
import { solveHour } from '../study/hour-run.ts';
import type { UnitSystem } from '../units.ts';
import { type ExitCode, UsageError } from './exit.ts';
import { emphasisOfTerminal, printJson, printText, widthOfTerminal } from './print.ts';
import { openOne } from './scenario-files.ts';

export interface ExplainOptions {
  readonly hour?: string;
  readonly at?: string;
  readonly variant?: string;
  readonly json?: boolean;
  readonly units: UnitSystem;
}

export function explain(file: string, options: ExplainOptions): ExitCode {
  const hour = wantedHour(options);
  const { scenario, folder, library } = openOne(file, options.variant, 'explain');
  const explained = explainedHour(solveHour(prepare(scenario, folder, library), hour));
  if (options.json === true) printJson(explainedJson(explained));
  else
    printText(
      explainedText(explained, { system: options.units, width: widthOfTerminal(), emphasis: emphasisOfTerminal() }),
    );
  return 0;
}

/** 1 … 8760, by number or by moment. */
function wantedHour({ hour, at }: ExplainOptions): number {
  if (hour !== undefined && at !== undefined) throw new UsageError('give --hour or --at, not both');
  if (at !== undefined) return hourOfMoment(at);
  if (hour === undefined) throw new UsageError('which hour? give --hour 4672 or --at 2026-07-14T15');
  const number = /^\d{1,4}$/.test(hour) ? Number(hour) : Number.NaN;
  if (!(number >= 1 && number <= hoursPerYear)) {
    throw new UsageError(
      `--hour: found "${hour}"; wanted a whole number from 1 (00:00-01:00 on 1 January) to ${hoursPerYear}`,
    );
  }
  return number;
}

const moment = /^(?:\d{4}-)?(\d{1,2})-(\d{1,2})[T ](\d{1,2})(?::00)?$/;

function hourOfMoment(text: string): number {
  const [, month, day, hour] = moment.exec(text) ?? [];
  const step = stepOfDate(Number(month) - 1, Number(day), Number(hour));
  if (step === undefined) {
    throw new UsageError(
      `--at: found "${text}"; wanted a moment such as 2026-07-14T15, the hour from 15:00 to 16:00 of local standard time (a weather year has no 29 February)`,
    );
  }
  return step + 1;
}
