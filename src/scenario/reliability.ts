/**
 * The kind `reliability`: how often one unit fails and how long it is out of
 * order. A record for each kind of machine lies under its name in
 * `models/reliability`; `pump` and `fan` are for the movers of circuits.
 */

import type { Parameters } from '../library/parameters.ts';

export const reliabilityParameters = {
  failureRate: {
    quantity: 'frequency',
    range: [1e-13, 1e-5],
    about: 'Failures of one running unit per time that take it out of service, such as 0.4 1/year',
  },
  repairTime: {
    quantity: 'duration',
    range: [60, 3.2e7],
    about: 'Mean time from such a failure to service again',
  },
  commonCause: {
    quantity: 'fraction',
    range: [0, 1],
    about: 'Part of the failures that take all units of the group at once (beta factor)',
    default: '0 %',
  },
} as const satisfies Parameters;
