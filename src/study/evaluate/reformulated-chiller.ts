/** A chiller by published curves in the leaving temperature of its condenser water. */

import { water } from '../../fluids/water.ts';
import type { Parameters } from '../../library/parameters.ts';
import { chillerEirParameters } from '../../machines/chiller-record.ts';
import { eirCapacity, eirRangeFault, reformulatedEirChiller, reformulatedEirPower } from '../../physics/chiller-eir.ts';
import { answer, defineEvaluation, notesOf, temperatureInput } from './evaluation.ts';

const { ratedHeat, ratedCop, eirOfTemperature, minimumLoad, minimumUnloading, maximumLoad } = chillerEirParameters;
const curve = { series: 'dimensionless', range: [-10, 10] } as const;

const inputs = {
  heat: { quantity: 'heat flow', range: [1, 1e9], about: 'Heat taken from the chilled water' },
  leaving: { ...temperatureInput, about: 'Chilled water leaving' },
  entering: { ...temperatureInput, about: 'Water entering the condenser' },
  condenserFlow: { quantity: 'volume flow', range: [1e-6, 100], about: 'Condenser water' },
  ratedHeat,
  ratedCop,
  capacityOfTemperature: {
    ...curve,
    length: 6,
    about:
      'Capacity factor a1 + a2 x + a3 x² + a4 y + a5 y² + a6 x y; x chilled, y condenser water, both leaving, in °C',
  },
  eirOfTemperature,
  eirOfLoad: {
    ...curve,
    length: 10,
    about:
      'Electricity over that at full load, b1 + b2 y + b3 y² + b4 z + b5 z² + b6 y z + b7 y³ + b8 z³ + b9 y² z + b10 y z²; z heat over capacity',
  },
  minimumLoad: { ...minimumLoad, default: '10 %' },
  minimumUnloading: { ...minimumUnloading, default: '10 %' },
  maximumLoad: { ...maximumLoad, default: '100 %' },
  minimumEvaporatorLeaving: { ...temperatureInput, about: 'Coldest chilled water the curves hold for' },
  maximumEvaporatorLeaving: { ...temperatureInput, about: 'Warmest chilled water the curves hold for' },
  minimumCondenser: { ...temperatureInput, about: 'Coldest condenser water leaving that the curves hold for' },
  maximumCondenser: { ...temperatureInput, about: 'Warmest condenser water leaving' },
} as const satisfies Parameters;

export const reformulatedEir = defineEvaluation({
  about: 'A chiller by published curves in leaving condenser water (reformulated EIR), inside their data',
  inputs,
  evaluate({ heat, leaving, entering, condenserFlow, ...design }) {
    const chiller = reformulatedEirChiller(design);
    const rate = condenserFlow * water.density(entering) * water.specificHeat(entering);
    const power = reformulatedEirPower(chiller, heat, leaving, entering, rate);
    // Outside the data there is no electricity: the leaving temperature of a rated COP tells on which side.
    const guessed = Number.isNaN(power) ? heat / design.ratedCop : power;
    const outlet = entering + (heat + guessed) / rate;
    const fault = eirRangeFault(chiller, heat, leaving, outlet);
    if (fault !== undefined) throw new RangeError(fault);
    if (Number.isNaN(power)) throw new RangeError('the condenser water leaves outside the data of the curves');
    const capacity = eirCapacity(chiller, leaving, outlet);
    return {
      answers: [
        answer('power', 'Electricity', power, 'power'),
        answer('cop', 'COP, heat over electricity', heat / power, 'dimensionless'),
        answer('condenserLeaving', 'Condenser water leaving', outlet, 'temperature'),
        answer('capacity', 'Most heat at these temperatures', capacity, 'heat flow'),
        answer('load', 'Heat over the capacity of the curves', (heat / capacity) * design.maximumLoad, 'fraction'),
        answer('rejected', 'Heat to the condenser', heat + power, 'heat flow'),
      ],
      notes: notesOf({
        'below its minimum load: it cycles on and off': (heat / capacity) * design.maximumLoad < design.minimumLoad,
      }),
    };
  },
});
