/**
 * Fluids at one state: liquids and dielectrics at a temperature, boiling
 * fluids at a temperature or pressure of saturation, moist air by dry bulb and
 * one measure of its humidity.
 */

import { requireTemperature } from '../../errors.ts';
import type { Fluid } from '../../fluids/fluid.ts';
import type { LibraryRecord } from '../../library/parameters.ts';
import {
  atmosphericPressure,
  dewPoint,
  enthalpy,
  humidityRatio,
  humidityRatioOfRelativeHumidity,
  relativeHumidity,
  saturationPressure,
  specificVolume,
  vapourPressure,
  wetBulb,
} from '../../fluids/moist-air.ts';
import {
  type Answer,
  answer,
  defineEvaluation,
  type Evaluation,
  humidityOfWetBulb,
  notesOf,
  oneOf,
  pressureInput,
  temperatureInput,
} from './evaluation.ts';

function liquidAnswers(fluid: Fluid, temperature: number): readonly Answer[] {
  requireTemperature(`temperature of ${fluid.id}`, temperature, fluid.range);
  const [density, specificHeat, conductivity, viscosity] = [
    fluid.density(temperature),
    fluid.specificHeat(temperature),
    fluid.conductivity(temperature),
    fluid.viscosity(temperature),
  ];
  return [
    answer('density', 'Density', density, 'density'),
    answer('specificHeat', 'Specific heat', specificHeat, 'specific heat'),
    answer('conductivity', 'Thermal conductivity', conductivity, 'thermal conductivity'),
    answer('viscosity', 'Dynamic viscosity', viscosity, 'dynamic viscosity'),
    answer('kinematicViscosity', 'Kinematic viscosity', viscosity / density, 'kinematic viscosity'),
    answer('prandtl', 'Prandtl number', (specificHeat * viscosity) / conductivity, 'dimensionless'),
    answer('enthalpy', 'Enthalpy above the liquid at 0 °C', fluid.enthalpy(temperature, 0), 'enthalpy'),
  ];
}

/** Left the market, and what is assumed of its properties with the error of that. */
function recordNotes(record: LibraryRecord | undefined): readonly string[] {
  if (record === undefined) return [];
  const { withdrawn, successor } = record.values as { readonly withdrawn?: string; readonly successor?: string };
  const market = successor === undefined ? '' : `; in its place ${successor}`;
  return [
    ...(withdrawn === undefined ? [] : [`no longer made: ${withdrawn}${market}`]),
    ...record.assumed.flatMap(({ of, because }) =>
      because.includes('±') ? [`assumed, ${of.join(', ')}: ${because.trim()}`] : [],
    ),
  ];
}

const liquidInputs = { temperature: { ...temperatureInput, about: 'Temperature of the liquid' } } as const;

/** Properties of a liquid. */
export function liquid(fluid: Fluid): Evaluation {
  return defineEvaluation({
    about: fluid.title,
    inputs: liquidInputs,
    evaluate: ({ temperature }, record) => ({
      answers: [
        ...liquidAnswers(fluid, temperature),
        ...(fluid.freezing === undefined ? [] : [answer('freezing', 'Freezing begins', fluid.freezing, 'temperature')]),
      ],
      notes: [
        ...notesOf({ 'below the temperature at which freezing begins': temperature < (fluid.freezing ?? -Infinity) }),
        ...recordNotes(record),
      ],
    }),
  });
}

const saturationInputs = {
  temperature: { ...temperatureInput, about: 'Temperature of saturation; give this or pressure', optional: true },
  pressure: { quantity: 'absolute pressure', range: [100, 1e7], about: 'Pressure of saturation', optional: true },
} as const;

/** Properties of a fluid on its saturation line. */
export function boiling(fluid: Fluid): Evaluation {
  const saturation = fluid.saturation!;
  return defineEvaluation({
    about: `${fluid.title}, saturated`,
    inputs: saturationInputs,
    evaluate({ temperature, pressure }, record) {
      oneOf({ temperature, pressure });
      const at = temperature ?? saturation.temperature(pressure!);
      const [liquidDensity, vapourDensity] = [fluid.density(at), saturation.vapourDensity(at)];
      return {
        answers: [
          answer('temperature', 'Saturation temperature', at, 'temperature'),
          answer('pressure', 'Saturation pressure', saturation.pressure(at), 'absolute pressure'),
          answer('latentHeat', 'Latent heat', saturation.latentHeat(at), 'enthalpy'),
          ...liquidAnswers(fluid, at),
          answer('vapourDensity', 'Density of the vapour', vapourDensity, 'density'),
          answer('densityRatio', 'Density of liquid over vapour', liquidDensity / vapourDensity, 'dimensionless'),
          answer('surfaceTension', 'Surface tension', saturation.surfaceTension(at), 'surface tension'),
        ],
        notes: recordNotes(record),
      };
    },
  });
}

export const moistAir = defineEvaluation({
  about: 'Moist air, by dry bulb and one measure of its humidity',
  inputs: {
    dryBulb: { ...temperatureInput, about: 'Dry bulb' },
    relativeHumidity: {
      quantity: 'fraction',
      range: [0, 1],
      about: 'Relative humidity; give one of the four',
      optional: true,
    },
    wetBulb: { ...temperatureInput, about: 'Thermodynamic wet bulb', optional: true },
    dewPoint: { ...temperatureInput, about: 'Dew point', optional: true },
    humidityRatio: { quantity: 'humidity ratio', range: [0, 0.2], about: 'Humidity ratio', optional: true },
    pressure: {
      quantity: 'absolute pressure',
      range: pressureInput.range,
      about: 'Pressure of the air; that of the altitude if absent',
      optional: true,
    },
    altitude: {
      quantity: 'length',
      range: [-500, 9000],
      about: 'Above the sea, for the pressure of the standard atmosphere',
      default: '0 m',
    },
  },
  evaluate(inputs) {
    const { dryBulb } = inputs;
    const pressure = inputs.pressure ?? atmosphericPressure(inputs.altitude);
    const ratio = humidityOf({ ...inputs, pressure });
    const volume = specificVolume(dryBulb, ratio, pressure);
    return {
      answers: [
        answer('humidityRatio', 'Humidity ratio', ratio, 'humidity ratio'),
        answer('relativeHumidity', 'Relative humidity', relativeHumidity(dryBulb, ratio, pressure), 'fraction'),
        answer('wetBulb', 'Thermodynamic wet bulb', wetBulb(dryBulb, ratio, pressure), 'temperature'),
        ...(ratio > 0 ? [answer('dewPoint', 'Dew point', dewPoint(ratio, pressure), 'temperature')] : []),
        answer('enthalpy', 'Enthalpy per dry air, above dry air at 0 °C', enthalpy(dryBulb, ratio), 'enthalpy'),
        answer('pressure', 'Pressure of the air', pressure, 'absolute pressure'),
        answer('vapourPressure', 'Pressure of the vapour', vapourPressure(ratio, pressure), 'absolute pressure'),
        answer('specificVolume', 'Volume per dry air', volume, 'specific volume'),
        answer('density', 'Density of air and vapour together', (1 + ratio) / volume, 'density'),
      ],
      notes: notesOf({ 'more water than saturated air holds': relativeHumidity(dryBulb, ratio, pressure) > 1 + 1e-9 }),
    };
  },
});

interface Humid {
  readonly dryBulb: number;
  readonly pressure: number;
  readonly relativeHumidity?: number;
  readonly wetBulb?: number;
  readonly dewPoint?: number;
  readonly humidityRatio?: number;
}

function humidityOf({ dryBulb, pressure, ...given }: Humid): number {
  oneOf({
    relativeHumidity: given.relativeHumidity,
    wetBulb: given.wetBulb,
    dewPoint: given.dewPoint,
    humidityRatio: given.humidityRatio,
  });
  if (given.humidityRatio !== undefined) return given.humidityRatio;
  if (given.relativeHumidity !== undefined)
    return humidityRatioOfRelativeHumidity(dryBulb, given.relativeHumidity, pressure);
  if (given.dewPoint !== undefined) return humidityRatio(saturationPressure(given.dewPoint), pressure);
  return humidityOfWetBulb(dryBulb, given.wetBulb!, pressure);
}

/** What fluids answer to, by their phase. */
export const fluidEvaluations: Readonly<Record<string, Pick<Evaluation, 'about' | 'inputs'>>> = {
  'water, glycols, dielectrics': {
    about: 'Density, specific heat, conductivity, viscosity, enthalpy and freezing of a liquid',
    inputs: liquidInputs,
  },
  'boiling fluids': {
    about: 'Both phases at a temperature or a pressure of saturation',
    inputs: saturationInputs,
  },
  air: moistAir,
};
