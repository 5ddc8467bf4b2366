/** What chillers of all kinds of record are asked and answer. */

import { type Answer, type Answers, answer, notesOf, temperatureInput } from './evaluation.ts';

export const chillerState = {
  heat: { quantity: 'heat flow', range: [0, 1e9], about: 'Heat taken from the chilled water' },
  leaving: { ...temperatureInput, about: 'Chilled water leaving' },
  entering: { ...temperatureInput, about: 'Water or air entering the condenser' },
} as const;

interface ChillerAtState {
  readonly ratedHeat: number;
  readonly capacity: number;
  readonly power: number;
  readonly heat: number;
  readonly minimumLoad: number;
}

export function chillerAnswers(
  { ratedHeat, capacity, power, heat, minimumLoad }: ChillerAtState,
  more: readonly Answer[] = [],
): Answers {
  if (heat > capacity)
    throw new RangeError(
      `found a heat of ${(heat / 1000).toFixed(1)} kW; wanted at most ${(capacity / 1000).toFixed(1)} kW at these temperatures`,
    );
  return {
    answers: [
      answer('power', 'Electricity', power, 'power'),
      ...(heat > 0 ? [answer('cop', 'COP, heat over electricity', heat / power, 'dimensionless')] : []),
      answer('capacity', 'Most heat at these temperatures', capacity, 'heat flow'),
      answer('load', 'Heat over rated heat', heat / ratedHeat, 'fraction'),
      answer('rejected', 'Heat to the condenser', heat + power, 'heat flow'),
      ...more,
    ],
    notes: notesOf({
      'nothing to do: it stands still': heat === 0,
      'below its minimum load: it cycles on and off': heat > 0 && heat / ratedHeat < minimumLoad,
    }),
  };
}
