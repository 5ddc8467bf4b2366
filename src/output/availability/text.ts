/**
 * The availability of a plant as text for a terminal: hours below capacity with
 * their interval, then what fails and what each component has to do with it.
 */

import type { Availability, ComponentShare } from '../../study/availability.ts';
import { watchedTime } from '../../study/availability/consequence.ts';
import type { Estimate } from '../../study/availability/estimate.ts';
import { formatQuantity } from '../../units.ts';
import { alignedTable } from '../aligned-table.ts';
import { notApplicable, numberText } from '../scale.ts';
import { emphasised, type Emphasis, hanging, printable } from '../text-layout.ts';

export interface AvailabilityDress {
  readonly width: number;
  readonly emphasis: Emphasis;
}

const year = 8760 * 3600;

export function availabilityText(result: Availability, { width, emphasis }: AvailabilityDress): string {
  const bold = (text: string) => emphasised(text, 'bold', emphasis);
  const summary = alignedTable(
    {
      head: ['', 'a year', '95 % interval'],
      rows: [
        ['Hours below capacity', ...estimateCells(result.hoursBelow, 'h')],
        ['Hours in states that would be, if they lasted', ...estimateCells(result.hoursHarmful, 'h')],
        ['Times that a limit is reached', ...estimateCells(result.outages, '')],
        ['Lost work', ...estimateCells(result.lostChipHours, 'GPU·h')],
      ],
    },
    width,
  );
  const components = alignedTable(
    {
      head: ['Component', 'units', 'fails', 'repair', 'common', 'one out', 'all out', 'share'],
      rows: result.components.map(componentCells),
    },
    width,
  );
  const lines = [
    bold(hanging(printable(result.title), width, 2)),
    `Availability of the cooling ${(100 * result.availability).toFixed(5)} %`,
    '',
    ...summary,
    '',
    bold('What may fail'),
    ...components,
    ...remarks(result).map((text) => hanging(text, width, 2)),
  ];
  return `${lines.join('\n')}\n`;
}

function estimateCells({ mean, halfWidth }: Estimate, unit: string): readonly string[] {
  const half = halfWidth < Infinity ? `± ${significant(halfWidth)}` : notApplicable;
  return [`${significant(mean)} ${unit}`.trim(), half];
}

/** Three digits, without an exponent. */
function significant(value: number): string {
  if (value === 0) return '0';
  return numberText(value, Math.min(8, Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))))));
}

function componentCells(component: ComponentShare): readonly string[] {
  const { name, units, failureRate, repairTime, commonCause, one, all, share } = component;
  return [
    name,
    String(units),
    `${significant(failureRate * year)}/a`,
    formatQuantity(repairTime, 'duration', 'si', 1),
    formatQuantity(commonCause, 'fraction', 'si', 0),
    consequenceText(one),
    consequenceText(all),
    Number.isNaN(share) ? notApplicable : `${(100 * share).toFixed(share < 0.0995 ? 1 : 0)} %`,
  ];
}

function consequenceText({ lostChips, timeToLimit }: ComponentShare['one']): string {
  return lostChips === 0 ? 'no harm' : `${timeToLimit.toFixed(0)} s`;
}

function remarks(result: Availability): readonly string[] {
  const { years, failures, transients, seed, isSettled, outages, unfailing } = result;
  const bound =
    outages.mean === 0
      ? ` No limit was reached: with 95 % confidence less than once in ${numberText(years / 3, 0)} years.`
      : '';
  const open = isSettled || outages.mean === 0 ? '' : ' The half width that was asked for was not reached.';
  return [
    '',
    `One out, all out: seconds to the first limit, where one is reached within ${watchedTime / 60} min. Share: of the time below capacity, with at least one unit of it out of order (shares overlap). Failures of a unit a year (/a), mean repair, common causes by their beta factor.`,
    `${numberText(years, 0)} years with ${numberText(failures, 0)} failures were drawn (seed ${seed}), their harm read from ${transients} transients; the interval is that of batch means of 100 years.${open}${bound}`,
    ...(result.lostInOrder < 0.01
      ? []
      : [
          `With all in order this hour costs ${significant(result.lostInOrder)} chips of ${numberText(result.chips, 0)} already. Only what failures add is counted, and chips that stand at their limit have no time to it.`,
        ]),
    ...(unfailing.length === 0 ? [] : [`Taken never to fail, for want of a record: ${unfailing.join(', ')}.`]),
  ];
}
