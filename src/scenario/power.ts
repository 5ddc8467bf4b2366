/**
 * How the electricity chain is written: four stages, each a record with an
 * efficiency curve, its loading at the design hour and the room of its loss.
 */

import type { Parameters } from '../library/parameters.ts';

function stage(kind: string, about: string, loading: string) {
  return {
    group: {
      record: { record: [kind], about: `Record with the efficiency curve of the ${about}` },
      loading: {
        quantity: 'fraction',
        range: [0.05, 1],
        about: 'Load at the design hour over the installed rating; redundant units count as installed',
        default: loading,
      },
      losses: { text: true, about: 'Room that takes the loss, or outdoors', default: 'outdoors' },
    },
    about: `The ${about}`,
  } as const;
}

export const powerParameters = {
  transformer: stage('transformer', 'medium-voltage transformers', '45 %'),
  ups: stage('ups', 'UPS', '45 %'),
  pdu: stage('pdu', 'PDUs or low-voltage transformers', '45 %'),
  busway: stage('busway', 'busways and whips to the racks', '80 %'),
} as const satisfies Parameters;

/** Declaration of the record kinds of the chain. */
export const powerStageParameters = {
  efficiency: {
    table: {
      load: { quantity: 'fraction', range: [0, 1.2], about: 'Output over rated output', order: 'rising' },
      efficiency: { quantity: 'fraction', range: [0.5, 1], about: 'Output over input' },
    },
    about: 'Printed efficiency points',
  },
} as const satisfies Parameters;
