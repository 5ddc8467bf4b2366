/**
 * The answers of a ride-through as sentences, the first things to be read.
 */

import type { RideThrough } from '../../study/ridethrough.ts';
import { volumeTolerance } from '../../study/ridethrough/volume.ts';
import { secondsTolerance } from '../../study/ridethrough/ups.ts';
import type { UnitSystem } from '../../units.ts';
import { limitWords, secondsText, sentenceCase, setText, volumeSentence } from './words.ts';

export interface AnsweredPart {
  readonly title: string;
  readonly sentences: readonly string[];
}

/** Part by part what was found. */
export function rideThroughAnswers(result: RideThrough, system: UnitSystem): readonly AnsweredPart[] {
  return [...volumePart(result, system), ...upsPart(result), ...redundancyPart(result)];
}

function volumePart({ volume, limits }: RideThrough, system: UnitSystem): readonly AnsweredPart[] {
  if (volume === undefined) return [];
  const times = limits.flatMap((limit) =>
    Number.isNaN(volume.handTimes[limit]) ? [] : [`${secondsText(volume.handTimes[limit])} to ${limit}`],
  );
  const hand =
    times.length === 0
      ? 'By hand: this failure takes no cooling away that could be put into ρ V c ΔT / P.'
      : `By hand, t = ρ V c ΔT / P of ${volume.circuit} as it stands: ${times.join(', ')}.`;
  return [
    {
      title: `Buffer volume (found to ${100 * volumeTolerance} %)`,
      sentences: [
        ...volume.answers.map((answer) => volumeSentence(volume, answer, system)),
        ...(volume.circuit === undefined ? [] : [hand]),
      ],
    },
  ];
}

function upsPart({ ups }: RideThrough): readonly AnsweredPart[] {
  if (ups === undefined) return [];
  if (ups.because !== undefined) return [{ title: 'UPS', sentences: [`${sentenceCase(ups.because)}.`] }];
  const seconds = ups.seconds.map(({ limit, least, monotone }) => {
    const doubt = monotone ? '' : ' Not monotone: some shorter time also held, a longer one did not.';
    if (Number.isNaN(least))
      return `${limitWords[limit]}: no time of the batteries is enough as the boards are.${doubt}`;
    return `${limitWords[limit]}: batteries for ${least <= 1 ? 'a second or less' : secondsText(least)} at the design load, as the boards are.${doubt}`;
  });
  const sets = ups.sets.map(({ limit, onUps, isSmallest }) => {
    if (onUps === undefined) return `${limitWords[limit]}: not even everything on the UPS is enough.`;
    const doubt = isSmallest ? '' : ' (nothing of it can be left out, but another set may be smaller)';
    if (onUps.length === 0) return `${limitWords[limit]}: nothing of the cooling must be on the UPS.`;
    return `${limitWords[limit]}: on the UPS must be ${setText(onUps)}${doubt}.`;
  });
  return [{ title: `UPS (seconds found to ${100 * secondsTolerance} %)`, sentences: [...seconds, ...sets] }];
}

function redundancyPart({ redundancy, limits }: RideThrough): readonly AnsweredPart[] {
  if (redundancy === undefined) return [];
  const { schemes, smallest, because } = redundancy;
  const found = schemes.length === 0 ? [] : limits.map((limit) => schemeSentence(limit, smallest[limit]));
  return [
    {
      title: 'Redundancy',
      sentences: [...found, ...(because === undefined ? [] : [`${sentenceCase(because)}.`])],
    },
  ];
}

function schemeSentence(limit: keyof typeof limitWords, scheme: string | undefined): string {
  return `${limitWords[limit]}: ${scheme === undefined ? 'none of the schemes holds' : `${scheme} is enough`}.`;
}
