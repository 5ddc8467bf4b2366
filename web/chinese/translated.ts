/** A word or a description of the core or the page in 简体中文. */

import { columnWords, describedPatterns, sizeWords } from './columns.ts';
import { failureWords } from './failure.ts';
import { machineWords, titleWords } from './machines.ts';
import { metricWords } from './metrics.ts';
import { pageWords } from './page.ts';
import { parameterNames, parameterWords } from './parameters.ts';

const words: ReadonlyMap<string, string> = new Map(
  [
    parameterNames,
    parameterWords,
    sizeWords,
    columnWords,
    machineWords,
    titleWords,
    metricWords,
    failureWords,
    pageWords,
  ].flatMap((table) => Object.entries(table)),
);

/** A word, or a description around a name; undefined where there is none. */
export function translated(english: string): string | undefined {
  const word = words.get(english);
  if (word !== undefined) return word;
  for (const [pattern, template] of describedPatterns) {
    const match = pattern.exec(english);
    if (match !== null)
      return template.replace(
        /\{(\d)\}/g,
        (_, place: string) => translated(match[Number(place)]!) ?? match[Number(place)]!,
      );
  }
  return undefined;
}
