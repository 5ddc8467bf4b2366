/**
 * A boiling surface on a chip, at one heat and saturation: by its measured
 * values, or by a law of pool boiling.
 */

import type { LibraryRecord } from '../../library/parameters.ts';
import {
  boilingSurface as surfaceOf,
  boilingSurfaceFaults,
  type BoilingSurfaceValues,
} from '../../machines/boiling-surface.ts';
import {
  answer,
  coolantInput,
  defineEvaluation,
  fluidNameOf,
  notesOf,
  pressureInput,
  temperatureInput,
} from './evaluation.ts';

export const boilingSurface = defineEvaluation({
  about: 'A boiling surface at a heat',
  inputs: {
    heat: { quantity: 'heat flow', range: [0.1, 1e5], about: 'Heat of one chip' },
    pressure: { ...pressureInput, about: 'Pressure in a vented tank' },
    saturation: { ...temperatureInput, about: 'Temperature of a sealed tank, in place of pressure', optional: true },
    coolant: coolantInput,
    law: {
      choice: ['measured', 'cooper', 'rohsenow'],
      about: 'Law of the coefficient; that of the record if absent',
      optional: true,
    },
    criticalLaw: {
      choice: ['measured', 'scaled', 'zuber'],
      about: 'Law of the critical heat flux; that of the record if absent',
      optional: true,
    },
    surfaceFactor: {
      quantity: 'fraction',
      range: [0.1, 20],
      about: 'Coefficient over that of the law; that of the record if absent',
      optional: true,
    },
  },
  evaluate(
    { heat, pressure, saturation: given, coolant, law, criticalLaw, surfaceFactor },
    record,
    { fluid: fluidOf },
  ) {
    const stored = (record as LibraryRecord).values as BoilingSurfaceValues;
    const values: BoilingSurfaceValues = {
      ...stored,
      law: law ?? stored.law,
      criticalLaw: criticalLaw ?? stored.criticalLaw,
      surfaceFactor: surfaceFactor ?? stored.surfaceFactor,
    };
    const faults = boilingSurfaceFaults(values);
    if (faults.length > 0) throw new RangeError(faults.join('; '));
    const fluid = fluidOf(coolant ?? fluidNameOf(values.coolant));
    if (fluid.saturation === undefined) throw new RangeError(`${fluid.id} is no boiling fluid`);
    const saturation = given ?? fluid.saturation.temperature(pressure);
    const surface = surfaceOf(values, fluid);
    const flux = heat / values.area;
    const superheat = surface.superheat(flux, saturation);
    const spreading = heat * surface.spreading(flux / superheat);
    const critical = surface.critical(saturation);
    return {
      answers: [
        answer('saturation', 'Saturation', saturation, 'temperature'),
        answer('superheat', 'Boiling surface above saturation', superheat, 'temperature difference'),
        answer('coefficient', 'Coefficient on the boiling area', flux / superheat, 'heat transfer coefficient'),
        answer('spreading', 'Case above boiling surface', spreading, 'temperature difference'),
        answer('caseTemperature', 'Case', saturation + superheat + spreading, 'temperature'),
        answer('flux', 'Heat flux on the boiling area', flux, 'heat flux'),
        answer('criticalHeatFlux', 'Critical heat flux', critical, 'heat flux'),
        answer('fluxMargin', 'Critical heat flux over the flux', critical / flux, 'dimensionless'),
      ],
      notes: notesOf({
        'the flux is above the critical heat flux: the film dries': flux > critical,
        [`measured in ${values.coolant}; values belong to that fluid`]:
          coolant !== undefined && coolant !== fluidNameOf(values.coolant) && values.law === 'measured',
      }),
    };
  },
});
