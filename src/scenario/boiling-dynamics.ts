/** What a circuit that boils has beside volumes and movers, in a transient; part of the declaration in transient.ts. */

import type { Parameters } from '../library/parameters.ts';

export const boilingDynamicsParameters = {
  reserve: {
    quantity: 'mass',
    range: [0, 1e9],
    about:
      'Boiling: liquid above the highest chip, 20 kg for each tank where absent; pumped: liquid above the pumps’ inlet, half of supplyVolume where absent',
    optional: true,
  },
  suctionMargin: {
    quantity: 'pressure',
    range: [100, 1e6],
    about: 'Boiling and pumped: column of liquid over the pumps’ inlet beyond what they need against cavitation',
    default: '10 kPa',
  },
  suctionTime: {
    quantity: 'time',
    range: [0.1, 3600],
    about: 'Boiling and pumped: time constant in which liquid at the pumps’ inlet follows that of the receiver',
    default: '5 s',
  },
} as const satisfies Parameters;
