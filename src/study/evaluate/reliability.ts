/** Units of one kind that fail and are repaired: how much of the time enough of them run. */

import type { ValuesOf } from '../../library/parameters.ts';
import { availabilityOfUnits } from '../../numerics/birth-death.ts';
import type { reliabilityParameters } from '../../scenario/reliability.ts';
import { answer, defineEvaluation, notesOf } from './evaluation.ts';

const year = 8760 * 3600;

export const reliability = defineEvaluation({
  about: 'Units that fail by themselves and are repaired: how much of the time enough of them run',
  inputs: {
    units: { count: [1, 1000], about: 'Units installed; all run', default: 1 },
    needed: { count: [1, 1000], about: 'Units that must run; all of them if absent', optional: true },
  },
  evaluate({ units, needed = units }, record) {
    if (needed > units) throw new RangeError(`found ${needed} needed of ${units} units; wanted no more than there are`);
    const values = record!.values as ValuesOf<typeof reliabilityParameters>;
    const { failureRate, repairTime, commonCause } = values;
    const one = availabilityOfUnits({ units: 1, needed: 1, failureRate, repairTime });
    const enough = availabilityOfUnits({ units, needed, failureRate, repairTime });
    return {
      answers: [
        answer('availability', 'Part of the time enough units run', enough, 'fraction'),
        answer('outage', 'Time of a year with too few', (1 - enough) * year, 'duration'),
        answer('unitAvailability', 'Part of the time one unit runs', one, 'fraction'),
        answer('meanTimeBetween', 'Mean time between failures of one unit', 1 / failureRate, 'duration'),
      ],
      notes: notesOf({ 'failures that take all units at once are left out here': commonCause > 0 && units > 1 }),
    };
  },
});
