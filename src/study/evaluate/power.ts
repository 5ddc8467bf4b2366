/**
 * Electrical equipment at one load: transformers, UPS, PDUs, busways and the
 * supplies in servers, all by their printed efficiency points.
 */

import type { ValuesOf } from '../../library/parameters.ts';
import type { powerSupplyParameters } from '../../machines/server.ts';
import { preparePowerLoss } from '../../physics/power-losses.ts';
import type { powerStageParameters } from '../../scenario/power.ts';
import { type Answers, answer, defineEvaluation, notesOf } from './evaluation.ts';

type Points = ValuesOf<typeof powerStageParameters>['efficiency'];

function lossAnswers(points: Points, rated: number, output: number): Answers {
  const curve = preparePowerLoss(rated, points.load, points.efficiency);
  const loss = curve.loss(output);
  return {
    answers: [
      answer('loss', 'Loss', loss, 'power'),
      answer('input', 'Electricity drawn', output + loss, 'power'),
      answer('efficiency', 'Efficiency', output / (output + loss), 'fraction'),
      answer('load', 'Output over rated output', output / rated, 'fraction'),
      answer('fitError', 'Largest distance of the curve from a printed efficiency', curve.worstError, 'fraction'),
    ],
    notes: notesOf({
      'above the rated output': output > rated,
      'outside the printed points; the curve is continued':
        output / rated < points.load[0]! || output / rated > points.load.at(-1)!,
    }),
  };
}

export const powerStage = defineEvaluation({
  about: 'Loss at an output',
  inputs: {
    rated: { quantity: 'power', range: [1, 1e10], about: 'Rated output' },
    output: { quantity: 'power', range: [0, 1e10], about: 'Electricity delivered' },
  },
  evaluate: ({ rated, output }, record) =>
    lossAnswers((record!.values as ValuesOf<typeof powerStageParameters>).efficiency, rated, output),
});

export const powerSupply = defineEvaluation({
  about: 'Loss of a node’s supplies at an output',
  inputs: {
    fullOutput: { quantity: 'power', range: [1, 1e6], about: 'What the node takes at full load' },
    output: { quantity: 'power', range: [0, 1e6], about: 'What the node takes now' },
  },
  evaluate({ fullOutput, output }, record) {
    const { loading, efficiency } = record!.values as ValuesOf<typeof powerSupplyParameters>;
    return lossAnswers(efficiency, fullOutput / loading, output);
  },
});
