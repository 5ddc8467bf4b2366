/**
 * `coldloop availability`: hours a year below capacity because machines fail,
 * with their interval and what each component has to do with it.
 */

import { availabilityJson } from '../output/availability/json.ts';
import { availabilityText } from '../output/availability/text.ts';
import { prepare } from '../node.ts';
import { availabilityOf } from '../study/availability.ts';
import { readQuantity } from '../units.ts';
import { type ExitCode, UsageError } from './exit.ts';
import { emphasisOfTerminal, printJson, printText, widthOfTerminal } from './print.ts';
import { openProgress } from './progress.ts';
import { openOne } from './scenario-files.ts';
import { writeFolder } from './write-folder.ts';

export interface AvailabilityOptions {
  readonly seed: string;
  readonly halfWidth: string;
  readonly years: string;
  readonly commonCause?: string;
  readonly variant?: string;
  readonly out?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

export async function availability(file: string, options: AvailabilityOptions): Promise<ExitCode> {
  const asked = questionOf(options);
  const { scenario, folder, library } = openOne(file, options.variant, 'availability');
  const progress = openProgress(options);
  const result = availabilityOf(prepare(scenario, folder, library), library, {
    ...asked,
    onProgress: (transients, years) => progress.say(`${transients} transients, ${years} years`),
  });
  progress.clear();
  const document = availabilityJson(result);
  if (options.out !== undefined)
    await writeFolder(options.out, [
      { path: 'availability.json', content: () => `${JSON.stringify(document, undefined, 2)}\n` },
    ]);
  if (options.json === true) printJson(document);
  else printText(availabilityText(result, { width: widthOfTerminal(), emphasis: emphasisOfTerminal() }));
  return 0;
}

/** Every option read, or all that is wrong with them. */
function questionOf(options: AvailabilityOptions) {
  const wrong: string[] = [];
  const whole = (option: string, text: string, least: number, most: number) => {
    const value = /^\d+$/.test(text) ? Number(text) : NaN;
    if (!(value >= least && value <= most))
      wrong.push(`${option}: found "${text}"; wanted a whole number from ${least} to ${most}`);
    return value;
  };
  const part = (option: string, text: string, least: number) => {
    const read = readQuantity(text, 'fraction');
    if ('fault' in read) wrong.push(`${option}: ${read.fault}`);
    else if (!(read.value >= least && read.value <= 1))
      wrong.push(`${option}: found "${text}"; wanted ${100 * least} % to 100 %`);
    return 'fault' in read ? NaN : read.value;
  };
  const question = {
    seed: whole('--seed', options.seed, 0, 4_294_967_295),
    halfWidth: part('--half-width', options.halfWidth, 0.001),
    mostYears: whole('--years', options.years, 100, 10_000_000),
    ...(options.commonCause === undefined ? {} : { commonCause: part('--common-cause', options.commonCause, 0) }),
  };
  if (wrong.length > 0) throw new UsageError(wrong.join('\n'));
  return question;
}
