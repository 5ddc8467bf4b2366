/**
 * Machines that treat moist air, rated and asked on the spot: a cooling coil
 * dry or wet, an evaporative pad, plates between hall and outdoor
 * air.
 */

import {
  dewPoint,
  humidityRatioOfRelativeHumidity,
  relativeHumidity,
  specificVolume,
  wetBulb,
} from '../../fluids/moist-air.ts';
import { water } from '../../fluids/water.ts';
import { paddedAirTemperature, paddedHumidityRatio, padWaterEnthalpy } from '../../physics/adiabatic-pad.ts';
import { dryPlateHeat, type PlateInlets, sprayedAir, sprayedPlateHeat } from '../../physics/air-to-air.ts';
import { padEffectiveness, padPressureDrop } from '../../physics/evaporative-cooling.ts';
import { coilAnswer, coolMoistAir } from '../../physics/wet-coil.ts';
import { type Answer, answer, coolantInput, defineEvaluation, notesOf, pressureInput } from './evaluation.ts';

const airTemperature = { quantity: 'temperature', range: [233.15, 353.15] } as const;
const humidity = { quantity: 'fraction', range: [0.001, 1] } as const;
const airFlow = { quantity: 'air volume flow', range: [1e-4, 1e4] } as const;

/** Dry air [kg/s] of a volume flow at its state. */
function dryAir(volume: number, temperature: number, humidityRatio: number, pressure: number): number {
  return volume / specificVolume(temperature, humidityRatio, pressure);
}

function leavingAir(temperature: number, humidityRatio: number, pressure: number): readonly Answer[] {
  return [
    answer('airLeaving', 'Air leaving', temperature, 'temperature'),
    answer('humidityRatioLeaving', 'Humidity ratio of the air leaving', humidityRatio, 'humidity ratio'),
    answer(
      'relativeHumidityLeaving',
      'Relative humidity of the air leaving',
      relativeHumidity(temperature, humidityRatio, pressure),
      'fraction',
    ),
  ];
}

export const coil = defineEvaluation({
  about: 'A counterflow cooling coil of a known UA, dry, partly wet or wet',
  inputs: {
    conductance: { quantity: 'conductance', range: [1, 1e8], about: 'UA of the dry coil at these flows' },
    filmRatio: {
      quantity: 'dimensionless',
      range: [0.02, 50],
      about: 'hA of the air, fins included, over hA of the water',
      default: '0.5',
    },
    airFlow: { ...airFlow, about: 'Air entering, at its state' },
    air: { ...airTemperature, about: 'Air entering' },
    relativeHumidity: { ...humidity, about: 'Relative humidity of the air entering' },
    waterFlow: { quantity: 'volume flow', range: [1e-7, 100], about: 'Water through the coil' },
    waterInlet: { quantity: 'temperature', range: [263.15, 333.15], about: 'Water entering' },
    coolant: { ...coolantInput, about: 'Coolant in the coil, as in a scenario; water if absent' },
    pressure: pressureInput,
  },
  evaluate(inputs, _, { fluid: fluidOf }) {
    const { air, pressure, waterInlet, conductance, filmRatio } = inputs;
    const fluid = fluidOf(inputs.coolant ?? 'water');
    const humidityRatio = humidityRatioOfRelativeHumidity(air, inputs.relativeHumidity, pressure);
    const flow = dryAir(inputs.airFlow, air, humidityRatio, pressure);
    const waterConductance = (conductance * (1 + filmRatio)) / filmRatio;
    const found = coolMoistAir(
      {
        airFlow: flow,
        airTemperature: air,
        humidityRatio,
        pressure,
        waterTemperature: waterInlet,
        waterCapacityRate: inputs.waterFlow * fluid.density(waterInlet) * fluid.specificHeat(waterInlet),
        airConductance: filmRatio * waterConductance,
        waterConductance,
      },
      coilAnswer(),
    );
    return {
      answers: [
        answer('heat', 'Heat out of the air', found.heat, 'heat flow'),
        answer('sensibleHeat', 'Sensible heat', found.sensibleHeat, 'heat flow'),
        answer('sensibleShare', 'Sensible over total heat', found.sensibleHeat / found.heat, 'fraction'),
        answer('waterHeat', 'Heat into the water', found.waterHeat, 'heat flow'),
        ...leavingAir(found.airOutlet, found.humidityRatioOutlet, pressure),
        answer('waterLeaving', 'Water leaving', found.waterOutlet, 'temperature'),
        answer('condensate', 'Water condensed', found.condensate, 'mass flow'),
        answer('dewPoint', 'Dew point of the air entering', dewPoint(humidityRatio, pressure), 'temperature'),
        answer('surface', 'Coldest surface where dry, mean where wet', found.surfaceTemperature, 'temperature'),
        answer('wetShare', 'Part of the surface that is wet', found.wetShare, 'fraction'),
      ],
      notes: notesOf({ 'the water is warmer than the air: it heats': waterInlet > air }),
    };
  },
});

export const evaporativePad = defineEvaluation({
  about: 'Direct evaporative cooling by a wetted cellulose pad of 150 mm',
  inputs: {
    air: { ...airTemperature, about: 'Air entering' },
    relativeHumidity: { ...humidity, about: 'Relative humidity of the air entering' },
    airFlow: { ...airFlow, about: 'Air entering, at its state' },
    faceVelocity: {
      quantity: 'velocity',
      range: [0.5, 5],
      about: 'Air through the face of the pad; gives its effectiveness',
      default: '2 m/s',
    },
    effectiveness: {
      quantity: 'fraction',
      range: [0.01, 1],
      about: 'Saturation effectiveness, instead of that of the face velocity',
      optional: true,
    },
    cycles: { quantity: 'dimensionless', range: [1.5, 50], about: 'Cycles of concentration', default: '4' },
    pressure: pressureInput,
  },
  evaluate(inputs) {
    const { air, pressure, faceVelocity } = inputs;
    const humidityRatio = humidityRatioOfRelativeHumidity(air, inputs.relativeHumidity, pressure);
    const wet = wetBulb(air, humidityRatio, pressure);
    const effectiveness = inputs.effectiveness ?? padEffectiveness(faceVelocity);
    const behind = paddedHumidityRatio(air, wet, humidityRatio, pressure, effectiveness, 1);
    const temperature = paddedAirTemperature(air, humidityRatio, behind, padWaterEnthalpy(wet));
    const flow = dryAir(inputs.airFlow, air, humidityRatio, pressure);
    const evaporated = flow * (behind - humidityRatio);
    const drop = faceVelocity >= 0.6 && faceVelocity <= 3.5 ? padPressureDrop(faceVelocity) : undefined;
    return {
      answers: [
        answer('effectiveness', 'Saturation effectiveness', effectiveness, 'fraction'),
        answer('wetBulb', 'Wet bulb of the air', wet, 'temperature'),
        ...leavingAir(temperature, behind, pressure),
        answer(
          'sensibleCooling',
          'Sensible cooling',
          flow * (1006 + 1860 * humidityRatio) * (air - temperature),
          'heat flow',
        ),
        answer('evaporated', 'Water evaporated', evaporated, 'mass flow'),
        answer(
          'makeUp',
          'Water drawn, blowdown included',
          (evaporated * inputs.cycles) / (inputs.cycles - 1),
          'mass flow',
        ),
        ...(drop === undefined ? [] : [answer('pressureDrop', 'Pressure drop of the pad', drop, 'air pressure')]),
      ],
      notes: notesOf({
        'the wet bulb is below 0 °C: a real pad would freeze': wet < 273.15,
        'the sheet says no pressure drop at this speed': drop === undefined,
      }),
    };
  },
});

const wettings = ['dry', 'pad', 'spray'] as const;

export const indirectAirCooler = defineEvaluation({
  about: 'Plates in crossflow between hall and outdoor air: dry, behind a wet pad, or sprayed',
  inputs: {
    conductance: { quantity: 'conductance', range: [1, 1e8], about: 'UA of the dry plates at these flows' },
    filmRatio: {
      quantity: 'dimensionless',
      range: [0.02, 50],
      about: 'hA of the hall side over hA of the outdoor side',
      default: '1',
    },
    wetting: {
      choice: wettings,
      about: 'Outdoor side dry, its air through a pad, or its plates sprayed',
      default: 'dry',
    },
    padEffectiveness: { quantity: 'fraction', range: [0.01, 1], about: 'Saturation effectiveness', default: '80 %' },
    hallFlow: { ...airFlow, about: 'Hall air, at its state' },
    hallAir: { ...airTemperature, about: 'Hall air entering' },
    hallDewPoint: {
      quantity: 'temperature',
      range: [243.15, 303.15],
      about: 'Dew point of the hall',
      default: '10 degC',
    },
    outdoorFlow: { ...airFlow, about: 'Outdoor air, at its state' },
    outdoorAir: { ...airTemperature, about: 'Outdoor air' },
    relativeHumidity: { ...humidity, about: 'Relative humidity outdoors' },
    pressure: pressureInput,
  },
  evaluate(inputs) {
    const { pressure, hallAir, outdoorAir, conductance, filmRatio } = inputs;
    const hallHumidity = humidityRatioOfRelativeHumidity(inputs.hallDewPoint, 1, pressure);
    const outdoorHumidity = humidityRatioOfRelativeHumidity(outdoorAir, inputs.relativeHumidity, pressure);
    const wet = wetBulb(outdoorAir, outdoorHumidity, pressure);
    const secondConductance = (conductance * (1 + filmRatio)) / filmRatio;
    const plates: PlateInlets = {
      firstFlow: dryAir(inputs.hallFlow, hallAir, hallHumidity, pressure),
      firstTemperature: hallAir,
      firstHumidityRatio: hallHumidity,
      secondFlow: dryAir(inputs.outdoorFlow, outdoorAir, outdoorHumidity, pressure),
      secondTemperature: outdoorAir,
      secondHumidityRatio: outdoorHumidity,
      secondWetBulb: wet,
      pressure,
      firstConductance: filmRatio * secondConductance,
      secondConductance,
    };
    const { heat, evaporated } = wettedPlates(plates, inputs.wetting, inputs.padEffectiveness);
    const leaving = hallAir - heat / (plates.firstFlow * (1006 + 1860 * hallHumidity));
    return {
      answers: [
        answer('heat', 'Heat out of the hall air', heat, 'heat flow'),
        ...leavingAir(leaving, hallHumidity, pressure),
        answer('wetBulb', 'Wet bulb outdoors', wet, 'temperature'),
        answer(
          'dryEffectiveness',
          'Cooling over that to the outdoor dry bulb',
          (hallAir - leaving) / (hallAir - outdoorAir),
          'fraction',
        ),
        answer(
          'wetBulbEffectiveness',
          'Cooling over that to the wet bulb',
          (hallAir - leaving) / (hallAir - wet),
          'fraction',
        ),
        answer('evaporated', 'Water evaporated', evaporated, 'mass flow'),
      ],
      notes: notesOf({
        'heat flows from outdoors into the hall': heat < 0,
        'hall air leaves below its dew point: moisture condenses on the plates, which is left out':
          leaving < inputs.hallDewPoint,
      }),
    };
  },
});

function wettedPlates(
  plates: PlateInlets,
  wetting: (typeof wettings)[number],
  effectiveness: number,
): { readonly heat: number; readonly evaporated: number } {
  if (wetting === 'dry') return { heat: dryPlateHeat(plates), evaporated: 0 };
  const { secondTemperature, secondHumidityRatio, secondWetBulb, pressure } = plates;
  if (wetting === 'spray') {
    const heat = sprayedPlateHeat(plates);
    const air = { temperature: NaN, humidityRatio: NaN, evaporated: NaN };
    return { heat, evaporated: sprayedAir(plates, heat, water.enthalpy(secondWetBulb, 0), air).evaporated };
  }
  const behind = paddedHumidityRatio(secondTemperature, secondWetBulb, secondHumidityRatio, pressure, effectiveness, 1);
  const temperature = paddedAirTemperature(
    secondTemperature,
    secondHumidityRatio,
    behind,
    padWaterEnthalpy(secondWetBulb),
  );
  return {
    heat: dryPlateHeat({ ...plates, secondTemperature: temperature, secondHumidityRatio: behind }),
    evaporated: plates.secondFlow * (behind - secondHumidityRatio),
  };
}
