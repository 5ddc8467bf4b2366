/**
 * A ride-through as text for a terminal: the answers, then the tables they
 * were read from.
 */

import type { RideThrough } from '../../study/ridethrough.ts';
import type { UnitSystem } from '../../units.ts';
import { alignedTable } from '../aligned-table.ts';
import { emphasised, type Emphasis, hanging, printable } from '../text-layout.ts';
import { rideThroughAnswers } from './sentences.ts';
import { rideThroughTables } from './tables.ts';
import { failureText, reachedTexts } from './words.ts';

export interface RideThroughDress {
  readonly system: UnitSystem;
  readonly width: number;
  readonly emphasis: Emphasis;
}

export function rideThroughText(result: RideThrough, { system, width, emphasis }: RideThroughDress): string {
  const [standing, ...tables] = rideThroughTables(result, system);
  const bold = (text: string) => emphasised(text, 'bold', emphasis);
  const table = ({ title, head, rows }: NonNullable<typeof standing>) => [
    '',
    bold(hanging(title, width, 2)),
    ...alignedTable({ head, rows }, width),
  ];
  const answers = rideThroughAnswers(result, system).flatMap(({ title, sentences }) => [
    '',
    bold(title),
    ...sentences.map((sentence) => `  ${hanging(sentence, width - 2, 4)}`),
  ]);
  const lines = [
    bold(hanging(printable(result.title), width, 2)),
    hanging(`Failure: ${printable(failureText(result))}`, width, 2),
    ...(standing === undefined ? [] : table(standing)),
    ...reachedTexts(result.asItStands).map((text) => `  ${hanging(printable(text), width - 2, 4)}`),
    ...answers,
    ...tables.flatMap(table),
    '',
    `${result.transients} transients of ${result.duration} s were solved.`,
  ];
  return `${lines.join('\n')}\n`;
}
