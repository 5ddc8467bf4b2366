/** All that can be evaluated: for a terminal and as JSON. */

import { fluidEvaluations } from '../study/evaluate/fluids.ts';
import { evaluationsOfMachines, evaluationsOfPhenomena, evaluationsOfRecords } from '../study/evaluate/catalogue.ts';
import type { Evaluation } from '../study/evaluate/evaluation.ts';
import type { EvaluationDress } from './evaluation-text.ts';
import { columnLine, hanging } from './text-layout.ts';

/** Evaluations of one sort under their names. */
export interface EvaluationGroup {
  readonly key: string;
  readonly title: string;
  readonly list: Readonly<Record<string, Pick<Evaluation, 'about' | 'inputs'>>>;
}

export const evaluationGroups: readonly EvaluationGroup[] = [
  { key: 'machines', title: 'Machines, by a rating and sizes given as inputs', list: evaluationsOfMachines },
  { key: 'phenomena', title: 'Single phenomena', list: evaluationsOfPhenomena },
  {
    key: 'kinds',
    title: 'Kinds of records: one of the library, one in a file, or all of its values given as inputs',
    list: evaluationsOfRecords,
  },
  { key: 'fluids', title: 'Fluids', list: fluidEvaluations },
];

export function catalogueText({ width }: EvaluationDress): string {
  const sections = evaluationGroups.map(({ title, list }) => {
    const lines = Object.entries(list).map(([name, { about }]) => columnLine(name, about, width));
    return [hanging(title, width, 2), ...lines].join('\n');
  });
  return `${sections.join('\n\n')}\n\n${hanging('coldloop evaluate <name> lists the inputs; coldloop models lists the records.', width, 0)}\n`;
}

export function catalogueJson(): object {
  const lists = evaluationGroups.map(({ key, list }) => [
    key,
    Object.fromEntries(Object.entries(list).map(([name, { about }]) => [name, about])),
  ]);
  return { ...Object.fromEntries(lists), records: 'coldloop models --json' };
}
