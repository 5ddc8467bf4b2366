/** A chiller by published curves in the leaving temperature of its condenser water. */

import { water } from '../../fluids/water.ts';
import type { LibraryRecord, ValuesOf } from '../../library/parameters.ts';
import type { chillerReformulatedEirParameters } from '../../machines/chiller-record.ts';
import { eirCapacity, eirRangeFault } from '../../physics/chiller-eir.ts';
import {
  reformulatedEirChiller,
  reformulatedEirLeaving,
  reformulatedEirPower,
} from '../../physics/chiller-reformulated-eir.ts';
import { chillerAnswers, chillerState } from './chiller-answers.ts';
import { answer, defineEvaluation } from './evaluation.ts';

export const reformulatedEir = defineEvaluation({
  about: 'A chiller by published curves in leaving condenser water (reformulated EIR), inside their data',
  inputs: {
    ...chillerState,
    entering: { ...chillerState.entering, about: 'Water entering the condenser' },
    condenserFlow: {
      quantity: 'volume flow',
      range: [1e-6, 100],
      about: 'Condenser water, at what enters; rated if absent',
      optional: true,
    },
  },
  evaluate({ heat, leaving, entering, condenserFlow }, record) {
    const values = (record as LibraryRecord).values as ValuesOf<typeof chillerReformulatedEirParameters>;
    const chiller = reformulatedEirChiller(values);
    const rate = (condenserFlow ?? values.ratedCondenserFlow) * water.density(entering) * water.specificHeat(entering);
    const power = reformulatedEirPower(chiller, heat, leaving, entering, rate);
    // Outside the data there is no electricity: what leaves at the rated COP tells on which side.
    const guessed = Number.isNaN(power) ? heat / values.ratedCop : power;
    const outlet = entering + (heat + guessed) / rate;
    const fault = eirRangeFault(chiller, 0, leaving, outlet);
    if (fault !== undefined) throw new RangeError(fault);
    const capacity = eirCapacity(chiller, leaving, reformulatedEirLeaving(chiller, Infinity, leaving, entering, rate));
    const { ratedHeat, minimumLoad } = values;
    return chillerAnswers({ ratedHeat, capacity, power, heat, minimumLoad }, [
      answer('condenserLeaving', 'Condenser water leaving', outlet, 'temperature'),
      answer(
        'partLoad',
        'Heat over the capacity of the curves at what leaves',
        partLoad(chiller, heat, leaving, outlet),
        'fraction',
      ),
    ]);
  },
});

/** z of the curves: heat over what they say of capacity at the condenser water that leaves now. */
function partLoad(
  chiller: ReturnType<typeof reformulatedEirChiller>,
  heat: number,
  leaving: number,
  outlet: number,
): number {
  return (heat / eirCapacity(chiller, leaving, outlet)) * chiller.maximumLoad;
}
