/**
 * Boiling and condensation by their correlations alone, for a fluid of the
 * library at a saturation or for properties as a textbook prints them.
 */

import { requireTemperature } from '../../errors.ts';
import type { Fluid } from '../../fluids/fluid.ts';
import type { ValuesOf } from '../../library/parameters.ts';
import {
  type BoilingState,
  cooperCoefficient,
  cooperSuperheat,
  criticalFluxConstant,
  criticalHeatFlux,
  rohsenowFlux,
  rohsenowSuperheat,
} from '../../physics/boiling.ts';
import { horizontalTubeCondensation, verticalPlateCondensation } from '../../physics/condensation.ts';
import { answer, defineEvaluation, notesOf, oneOf, temperatureInput } from './evaluation.ts';

const propertyInputs = {
  coolant: { text: true, about: 'A boiling fluid of the library; or give the properties', optional: true },
  saturation: { ...temperatureInput, about: 'Saturation, for the properties of the coolant', optional: true },
  liquidDensity: { quantity: 'density', range: [10, 1e4], about: 'Of the liquid', optional: true },
  vapourDensity: { quantity: 'density', range: [1e-4, 1e3], about: 'Of the vapour', optional: true },
  latentHeat: { quantity: 'enthalpy', range: [1e3, 1e7], about: 'Of evaporation', optional: true },
  surfaceTension: { quantity: 'surface tension', range: [1e-5, 1], about: 'Of the liquid', optional: true },
  viscosity: { quantity: 'dynamic viscosity', range: [1e-6, 1], about: 'Of the liquid', optional: true },
  specificHeat: { quantity: 'specific heat', range: [100, 1e4], about: 'Of the liquid', optional: true },
  conductivity: { quantity: 'thermal conductivity', range: [0.01, 100], about: 'Of the liquid', optional: true },
} as const;

type PropertyInputs = ValuesOf<typeof propertyInputs>;

/** @throws {RangeError} naming every property that neither is given nor follows from a coolant */
function stateOf(
  inputs: PropertyInputs,
  fluidOf: (name: string) => Fluid,
  needed: readonly (keyof BoilingState)[],
): BoilingState {
  const known = inputs.coolant === undefined ? undefined : saturated(fluidOf(inputs.coolant), inputs.saturation);
  const missing = needed.filter((name) => inputs[name] === undefined && known === undefined);
  if (missing.length > 0)
    throw new RangeError(`found neither coolant and saturation nor ${missing.join(', ')}; wanted the one or the other`);
  const value = (name: keyof BoilingState): number => inputs[name] ?? known?.[name] ?? NaN;
  return {
    liquidDensity: value('liquidDensity'),
    vapourDensity: value('vapourDensity'),
    latentHeat: value('latentHeat'),
    surfaceTension: value('surfaceTension'),
    viscosity: value('viscosity'),
    specificHeat: value('specificHeat'),
    conductivity: value('conductivity'),
  };
}

function saturated(fluid: Fluid, saturation: number | undefined): BoilingState {
  if (fluid.saturation === undefined) throw new RangeError(`${fluid.id} is no boiling fluid`);
  if (saturation === undefined) throw new RangeError('found coolant; wanted saturation too');
  requireTemperature(`saturation of ${fluid.id}`, saturation, fluid.range);
  return {
    liquidDensity: fluid.density(saturation),
    vapourDensity: fluid.saturation.vapourDensity(saturation),
    latentHeat: fluid.saturation.latentHeat(saturation),
    surfaceTension: fluid.saturation.surfaceTension(saturation),
    viscosity: fluid.viscosity(saturation),
    specificHeat: fluid.specificHeat(saturation),
    conductivity: fluid.conductivity(saturation),
  };
}

const asked = {
  flux: { quantity: 'heat flux', range: [1, 1e8], about: 'Heat flux; give this or superheat', optional: true },
  superheat: {
    quantity: 'temperature difference',
    range: [0.01, 200],
    about: 'Wall above saturation',
    optional: true,
  },
} as const;

const boilingProperties = [
  'liquidDensity',
  'vapourDensity',
  'latentHeat',
  'surfaceTension',
  'viscosity',
  'specificHeat',
  'conductivity',
] as const;

export const rohsenowBoiling = defineEvaluation({
  about: 'Nucleate pool boiling by Rohsenow, and the critical heat flux',
  inputs: {
    ...asked,
    surfaceConstant: {
      quantity: 'dimensionless',
      range: [0.002, 0.03],
      about: 'C of surface and fluid',
      default: '0.013',
    },
    prandtlExponent: {
      quantity: 'dimensionless',
      range: [1, 1.7],
      about: '1 for water, 1.7 for other fluids',
      default: '1.7',
    },
    ...propertyInputs,
  },
  evaluate(inputs, _, { fluid }) {
    oneOf({ flux: inputs.flux, superheat: inputs.superheat });
    const state = stateOf(inputs, fluid, boilingProperties);
    const { surfaceConstant, prandtlExponent } = inputs;
    const superheat = inputs.superheat ?? rohsenowSuperheat(inputs.flux!, state, surfaceConstant, prandtlExponent);
    const flux = inputs.flux ?? rohsenowFlux(superheat, state, surfaceConstant, prandtlExponent);
    const zuber = criticalHeatFlux(state, criticalFluxConstant.zuber);
    return {
      answers: [
        answer('flux', 'Heat flux', flux, 'heat flux'),
        answer('superheat', 'Wall above saturation', superheat, 'temperature difference'),
        answer('coefficient', 'Coefficient', flux / superheat, 'heat transfer coefficient'),
        ...criticalAnswers(state),
        answer('fluxMargin', 'Critical heat flux of Zuber over the flux', zuber / flux, 'dimensionless'),
      ],
      notes: notesOf({ 'above the critical heat flux: nucleate boiling has broken down': flux > zuber }),
    };
  },
});

function criticalAnswers(state: BoilingState) {
  return [
    answer('zuber', 'Critical heat flux, Zuber', criticalHeatFlux(state, criticalFluxConstant.zuber), 'heat flux'),
    answer(
      'lienhardDhir',
      'The same for a large flat plate, Lienhard and Dhir',
      criticalHeatFlux(state, criticalFluxConstant.lienhardDhir),
      'heat flux',
    ),
  ] as const;
}

export const criticalFlux = defineEvaluation({
  about: 'Critical heat flux of pool boiling, by Zuber and by Lienhard and Dhir',
  inputs: propertyInputs,
  evaluate: (inputs, _, { fluid }) => ({
    answers: criticalAnswers(
      stateOf(inputs, fluid, ['liquidDensity', 'vapourDensity', 'latentHeat', 'surfaceTension']),
    ),
    notes: [],
  }),
});

export const cooperBoiling = defineEvaluation({
  about: 'Nucleate pool boiling by Cooper, from reduced pressure and roughness',
  inputs: {
    ...asked,
    coolant: propertyInputs.coolant,
    saturation: propertyInputs.saturation,
    reducedPressure: {
      quantity: 'dimensionless',
      range: [0.001, 0.9],
      about: 'Pressure over critical pressure, instead of coolant',
      optional: true,
    },
    molarMass: { quantity: 'molar mass', range: [0.002, 0.5], about: 'Molar mass, instead of coolant', optional: true },
    roughness: { quantity: 'length', range: [1e-8, 1e-4], about: 'Peak roughness of the surface', default: '0.001 mm' },
  },
  evaluate(inputs, _, { fluid }) {
    oneOf({ flux: inputs.flux, superheat: inputs.superheat });
    const { reducedPressure, molarMass } = reducedOf(inputs, fluid);
    const { roughness } = inputs;
    // ΔT = q^0.33/factor, so the flux of a superheat is that of 1 W/m² times a power.
    const flux =
      inputs.flux ??
      Math.exp(Math.log(inputs.superheat! / cooperSuperheat(1, reducedPressure, molarMass, roughness)) / 0.33);
    const coefficient = cooperCoefficient(flux, reducedPressure, molarMass, roughness);
    return {
      answers: [
        answer('flux', 'Heat flux', flux, 'heat flux'),
        answer('superheat', 'Wall above saturation', flux / coefficient, 'temperature difference'),
        answer('coefficient', 'Coefficient', coefficient, 'heat transfer coefficient'),
        answer('reducedPressure', 'Reduced pressure', reducedPressure, 'dimensionless'),
      ],
      notes: [],
    };
  },
});

function reducedOf(
  inputs: {
    readonly coolant?: string;
    readonly saturation?: number;
    readonly reducedPressure?: number;
    readonly molarMass?: number;
  },
  fluidOf: (name: string) => Fluid,
): { readonly reducedPressure: number; readonly molarMass: number } {
  const { coolant, saturation, reducedPressure, molarMass } = inputs;
  if (reducedPressure !== undefined && molarMass !== undefined) return { reducedPressure, molarMass };
  if (coolant === undefined || saturation === undefined)
    throw new RangeError('give coolant and saturation, or reducedPressure and molarMass');
  const line = fluidOf(coolant).saturation;
  if (line === undefined) throw new RangeError(`${coolant} is no boiling fluid`);
  return {
    reducedPressure: reducedPressure ?? line.pressure(saturation) / line.criticalPressure,
    molarMass: molarMass ?? line.molarMass,
  };
}

export const filmCondensation = defineEvaluation({
  about: 'Film condensation by Nusselt, on a horizontal tube or a vertical plate',
  inputs: {
    surface: {
      choice: ['horizontal tube', 'vertical plate'],
      about: 'On what it condenses',
      default: 'horizontal tube',
    },
    subcooling: { quantity: 'temperature difference', range: [0.001, 200], about: 'Wall below saturation' },
    size: { quantity: 'length', range: [1e-4, 100], about: 'Diameter of the tube, or height of the plate' },
    tubesBelow: { quantity: 'dimensionless', range: [1, 1000], about: 'Tubes in one column', default: '1' },
    inundationExponent: {
      quantity: 'dimensionless',
      range: [0, 0.25],
      about: 'n of h ∝ N⁻ⁿ: 1/4 of Nusselt, 1/6 of Kern',
      default: '0.1667',
    },
    ...propertyInputs,
  },
  evaluate(inputs, _, { fluid }) {
    const { subcooling, size } = inputs;
    const properties = [
      'liquidDensity',
      'vapourDensity',
      'latentHeat',
      'viscosity',
      'specificHeat',
      'conductivity',
    ] as const;
    const state = stateOf(inputs, fluid, properties);
    const isTube = inputs.surface === 'horizontal tube';
    const coefficient = isTube
      ? horizontalTubeCondensation(subcooling, size, inputs.tubesBelow, inputs.inundationExponent, state)
      : verticalPlateCondensation(subcooling, size, state);
    const latent = state.latentHeat + 0.68 * state.specificHeat * subcooling;
    const flux = coefficient * subcooling;
    const filmReynolds = (4 * flux * size) / (latent * state.viscosity);
    return {
      answers: [
        answer('coefficient', 'Mean coefficient', coefficient, 'heat transfer coefficient'),
        answer('flux', 'Heat flux', flux, 'heat flux'),
        answer('condensate', 'Condensed by area and time', flux / latent, 'mass flux'),
        ...(isTube
          ? []
          : [answer('filmReynolds', 'Reynolds number of the film at its foot', filmReynolds, 'dimensionless')]),
      ],
      notes: notesOf({
        'the film has waves beyond a Reynolds number of 30: some 20 % better than told': !isTube && filmReynolds > 30,
      }),
    };
  },
});
