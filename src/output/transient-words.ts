/**
 * A transient in sentences: where it begins, whether chips came to their limit
 * and how soon after what, and what bound them. Screen and page say the same.
 */

import type { TransientGroup } from '../metrics/transient-metrics.ts';
import type { TransientOutcome } from '../study/transient-run.ts';
import { formatQuantity, type UnitSystem } from '../units.ts';
import { clockText } from './clock-text.ts';
import { hourText } from './hour-stamp.ts';
import { numberText } from './scale.ts';
import { mostGroups, sumOfGroups, toldGroups } from './transient-digest.ts';

/** `20:00 from the design hour at full load, 36.1 °C dry bulb and 23.0 °C wet bulb; rows of 1.0 s`. */
export function courseText({ start, duration, step }: TransientOutcome, system: UnitSystem): string {
  const from = start.hour === undefined ? 'the design hour at full load' : hourText(start.hour - 1);
  const air = `${formatQuantity(start.dryBulb, 'temperature', system)} dry bulb and ${formatQuantity(start.wetBulb, 'temperature', system)} wet bulb`;
  return `${clockText(duration)} from ${from}, ${air}; a row every ${formatQuantity(step, 'time', system)}`;
}

/** One sentence for each rack group; of many one for all, and one for the first that came to its limit. */
export function answerTexts(outcome: TransientOutcome, system: UnitSystem): readonly string[] {
  const { groups } = outcome;
  if (groups.length <= mostGroups) return groups.map((group) => groupText(group, outcome, system));
  const all = sumOfGroups(groups);
  const sum = `Of ${all.groups} groups of racks ${all.throttled} throttle and ${all.switchedOff} switch off; ${lostText(all)}.`;
  return [sum, groupText(toldGroups(groups)[0]!, outcome, system)];
}

function groupText(group: TransientGroup, outcome: TransientOutcome, system: UnitSystem): string {
  const { name, firstThrottle, shutdown, margin, hottestJunction, hottestAt } = group;
  if (Number.isNaN(firstThrottle) && Number.isNaN(shutdown)) {
    const hottest = formatQuantity(hottestJunction, 'temperature', system);
    const left = formatQuantity(margin, 'temperature difference', system, 1);
    return `${name}: no chip throttles; the hottest junction is ${hottest} at ${clockText(hottestAt)}, ${left} below its limit.`;
  }
  const happened = [
    ...(Number.isNaN(firstThrottle) ? [] : [`chips throttle ${momentText(firstThrottle, outcome)}`]),
    ...(Number.isNaN(shutdown) ? [] : [`nodes switch off ${momentText(shutdown, outcome)}`]),
  ];
  const back = Number.isNaN(group.recovery)
    ? 'the work is not whole again at the end'
    : `all work is done again from ${clockText(group.recovery)} on`;
  return `${name}: ${happened.join(', ')}; ${back}; ${lostText(group)}.`;
}

/** `at 2:01.3, 61 s after pumps: 5 of 5 of facility stop`. */
function momentText(time: number, { run }: TransientOutcome): string {
  if (time === 0) return 'from the start';
  const before = run.log.filter((event) => event.time < time && event.kind === 'event').at(-1);
  if (before === undefined) return `at ${clockText(time)}`;
  return `at ${clockText(time)}, ${clockText(time - before.time)} after "${before.what}"`;
}

/** `10.2 % of the work is lost (195 chip-hours, 702 million tokens)`. */
export function lostText({
  lostShare,
  lostChipTime,
  lostTokens,
}: Pick<TransientGroup, 'lostShare' | 'lostChipTime' | 'lostTokens'>): string {
  if (!(lostShare > 0)) return 'no work is lost';
  const tokens = lostTokens >= 1e6 ? `${numberText(lostTokens / 1e6, 1)} million` : numberText(lostTokens, 0);
  return `${numberText(100 * lostShare, lostShare < 0.01 ? 3 : 1)} % of the work is lost (${numberText(lostChipTime / 3600, 1)} chip-hours, ${tokens} tokens)`;
}

/** `racks bound by facility: flow is at 0 % of what is asked for`; groups of one cause together. */
export function causeTexts(groups: readonly TransientGroup[]): readonly string[] {
  const causes = [...new Set(groups.map(causeText))];
  return causes.map((cause) => {
    const names = groups.filter((group) => causeText(group) === cause).map(({ name }) => name);
    return `${names.join(', ')} ${cause}`;
  });
}

/** What bound a group; of one that never throttled, what gave all it could when it was hottest. */
function causeText({ cause, firstThrottle, shutdown }: TransientGroup): string {
  const when = Number.isNaN(firstThrottle) && Number.isNaN(shutdown) ? 'at its hottest: ' : 'bound by ';
  if (cause === undefined) return `${when}nothing that failed and nothing at its end`;
  const root = cause.root === undefined ? '' : `; at the root ${cause.root.owner}: ${cause.root.says}`;
  const also = cause.also.map(({ owner, says }) => `${owner}: ${says}`).join('; ');
  return `${when}${cause.owner}: ${cause.says}${root}${also === '' ? '' : `; on the way also ${also}`}`;
}
