/**
 * A cold plate in which a refrigerant boils, at one flow, heat and saturation.
 */

import type { ValuesOf } from '../../library/parameters.ts';
import type { evaporatorPlateParameters } from '../../machines/two-phase-cold-plate-rack.ts';
import { evaporatorPlate } from '../../physics/evaporator-plate.ts';
import { kimMudawarRange } from '../../physics/flow-boiling.ts';
import { saturatedState } from '../../physics/saturated-state.ts';
import { answer, coolantInput, defineEvaluation, fluidNameOf, notesOf, temperatureInput } from './evaluation.ts';

export const evaporator = defineEvaluation({
  about: 'A cold plate in which a refrigerant boils, entered by liquid at saturation',
  inputs: {
    flow: { quantity: 'volume flow', range: [1e-8, 1e-2], about: 'Liquid entering the plate' },
    heat: { quantity: 'heat flow', range: [0.1, 1e5], about: 'Heat of one chip' },
    saturation: { ...temperatureInput, about: 'Temperature of saturation in the loop' },
    coolant: coolantInput,
  },
  evaluate({ flow, heat, saturation, coolant }, record, { fluid: fluidOf }) {
    const values = record!.values as ValuesOf<typeof evaporatorPlateParameters>;
    const fluid = fluidOf(coolant ?? fluidNameOf(values.coolant));
    const saturated = saturatedState(fluid).at(saturation);
    const plate = evaporatorPlate(values, values.correlation, values.coefficientFactor);
    const massFlow = flow * fluid.density(saturation);
    plate.solve(heat, massFlow, saturated);
    const { state } = plate;
    const resistance = state.resistance + values.contactResistance;
    const pressure = fluid.saturation!.pressure(saturation);
    return {
      answers: [
        answer('resistance', 'Resistance, case to saturated refrigerant', resistance, 'thermal resistance'),
        answer('caseTemperature', 'Case', saturation + resistance * heat, 'temperature'),
        answer('coefficient', 'Flow boiling on the walls', state.coefficient, 'heat transfer coefficient'),
        answer('heatFlux', 'Heat flux on the walls', state.heatFlux, 'heat flux'),
        answer('quality', 'Vapour in what leaves', state.quality, 'fraction'),
        answer('dryOutQuality', 'Vapour at which the film begins to dry', state.dryOutQuality, 'fraction'),
        answer('dryOutMargin', 'That over what leaves', state.dryOutQuality / state.quality, 'dimensionless'),
        answer('pressureDrop', 'Through the channels', state.pressureDrop, 'pressure'),
        answer('massFlow', 'Flow by mass', massFlow, 'mass flow'),
        answer('pressure', 'Saturation pressure', pressure, 'absolute pressure'),
      ],
      notes: notesOf({
        'the film dries before the outlet; the coefficient beyond is worse than told':
          state.quality > state.dryOutQuality,
        [`the mass flux of ${state.massFlux.toFixed(0)} kg/(m²·s) is outside the data, ${kimMudawarRange.massFlux.join(' to ')}`]:
          state.outside > 0,
        'the pressure drop is more than 5 % of the pressure: saturation falls along the plate':
          state.pressureDrop > 0.05 * pressure,
        'the heat is above what the plate is rated for': heat > values.maximumHeat,
        [`meant for ${values.coolant}`]: coolant !== undefined && coolant !== fluidNameOf(values.coolant),
      }),
    };
  },
});
