/**
 * Open cooling towers, rated and asked on the spot: by Merkel, with the water
 * they lose, and by the YorkCalc correlation.
 */

import { requireTemperature } from '../../errors.ts';
import { enthalpy, temperatureOfSaturatedEnthalpy } from '../../fluids/moist-air.ts';
import { water } from '../../fluids/water.ts';
import { sizeMerkelTower } from '../../physics/cooling-tower.ts';
import { blowdown, driftLoss, evaporatedWater } from '../../physics/evaporation.ts';
import { cubeLawPower } from '../../physics/fan-and-pump.ts';
import { merkelFitRanges } from '../../physics/merkel.ts';
import { yorkCalcLeaving, yorkCalcWaterFraction } from '../../physics/tower-correlation.ts';
import {
  answer,
  defineEvaluation,
  humidityOfWetBulb,
  leavingInput,
  notesOf,
  pressureInput,
  speedInput,
  temperatureInput,
} from './evaluation.ts';

/** Water that a tower may be asked for [K]. */
const waterRange = [273.15, 353.15] as const;

export const coolingTower = defineEvaluation({
  about: 'An open cooling tower by Merkel, rated at one duty and asked at another state',
  inputs: {
    ratedFlow: { quantity: 'volume flow', range: [1e-5, 100], about: 'Water at the rating' },
    ratedInlet: { ...temperatureInput, about: 'Entering water at the rating' },
    ratedLeaving: { ...temperatureInput, about: 'Leaving water at the rating' },
    ratedWetBulb: { ...temperatureInput, about: 'Wet bulb at the rating' },
    waterToAir: {
      quantity: 'dimensionless',
      range: [0.1, 10],
      about: 'L/G, water over dry air at the rating; balanced if absent',
      optional: true,
    },
    ratedPressure: {
      quantity: 'absolute pressure',
      range: [3e4, 1.2e5],
      about: 'Pressure of the air at the rating; that of now if absent',
      optional: true,
    },
    fanPower: {
      quantity: 'power',
      range: [0, 1e8],
      about: 'Fans at full speed, at the pressure of the rating',
      default: '0 kW',
    },
    minimumSpeed: { quantity: 'fraction', range: [0.05, 0.9], about: 'Lowest steady fan speed', default: '30 %' },
    waterFlow: { quantity: 'volume flow', range: [1e-5, 100], about: 'Water now; rated if absent', optional: true },
    inlet: { ...temperatureInput, about: 'Entering water now' },
    wetBulb: { ...temperatureInput, about: 'Wet bulb now' },
    dryBulb: {
      ...temperatureInput,
      about: 'Dry bulb now, for the water evaporated; 5 K above the wet bulb if absent',
      optional: true,
    },
    cycles: {
      quantity: 'dimensionless',
      range: [1.5, 50],
      about: 'Cycles of concentration: solids in the basin over those in the make-up',
      default: '5',
    },
    drift: { quantity: 'fraction', range: [0, 0.005], about: 'Drops carried off per water flow', default: '0.002 %' },
    pressure: pressureInput,
    airFraction: speedInput,
    leaving: leavingInput,
  },
  evaluate(inputs) {
    const { inlet, wetBulb, pressure } = inputs;
    requireTemperature('entering water', inlet, waterRange);
    const massOf = (volume: number, temperature: number) => volume * water.density(temperature);
    const tower = sizeMerkelTower({
      waterFlow: massOf(inputs.ratedFlow, inputs.ratedLeaving),
      inlet: inputs.ratedInlet,
      leaving: inputs.ratedLeaving,
      wetBulb: inputs.ratedWetBulb,
      pressure: inputs.ratedPressure ?? pressure,
      fanPower: inputs.fanPower,
      minimumSpeed: inputs.minimumSpeed,
      ...(inputs.waterToAir === undefined ? {} : { waterToAir: inputs.waterToAir }),
    });
    const flow = massOf(inputs.waterFlow ?? inputs.ratedFlow, inputs.ratedLeaving);
    const speed =
      inputs.leaving === undefined
        ? (inputs.airFraction ?? 1)
        : tower.airFraction(inputs.leaving, inlet, flow, wetBulb, pressure, 0);
    const leaving = tower.leavingTemperature(inlet, flow, wetBulb, pressure, speed);
    const heat = flow * tower.rating.specificHeat * (inlet - leaving);
    const airFlow = tower.airFlow(speed, pressure);
    const dryBulb = inputs.dryBulb ?? wetBulb + 5;
    const humidityIn = humidityOfWetBulb(dryBulb, wetBulb, pressure);
    // The fans move volume, and their power goes with the density of what they move.
    const power = (tower.fanPower(speed) * pressure) / tower.rating.pressure;
    const enthalpyIn = enthalpy(dryBulb, humidityIn);
    const isCooling = inlet > wetBulb;
    const evaporated = isCooling
      ? evaporatedWater(
          heat + power,
          airFlow,
          enthalpyIn,
          humidityIn,
          water.enthalpy(leaving, 0),
          pressure,
          wetBulb + 5,
        )
      : 0;
    const leavingAir = temperatureOfSaturatedEnthalpy(
      enthalpyIn + (heat + power) / airFlow + (evaporated / airFlow) * water.enthalpy(leaving, 0),
      pressure,
      wetBulb + 5,
    );
    const drifting = driftLoss(flow, inputs.drift);
    const blown = blowdown(evaporated, inputs.cycles, drifting);
    return {
      answers: [
        answer('leaving', 'Water leaving', leaving, 'temperature'),
        answer('approach', 'Leaving water above the wet bulb', leaving - wetBulb, 'temperature difference'),
        answer('range', 'Cooling of the water', inlet - leaving, 'temperature difference'),
        answer('heat', 'Heat given to the air', heat, 'heat flow'),
        answer('airFraction', 'Fan speed', speed, 'fraction'),
        answer('fanPower', 'Electricity of the fans', power, 'power'),
        answer('airFlow', 'Dry air', airFlow, 'mass flow'),
        ...(isCooling ? [answer('airLeaving', 'Air leaving, saturated', leavingAir, 'temperature')] : []),
        answer('evaporated', 'Water evaporated', evaporated, 'mass flow'),
        answer('drift', 'Drops carried off', drifting, 'mass flow'),
        answer('blowdown', 'Blowdown', blown, 'mass flow'),
        answer('makeUp', 'Make-up', evaporated + drifting + blown, 'mass flow'),
      ],
      notes: notesOf({
        'full speed does not reach the wanted temperature':
          inputs.leaving !== undefined && leaving > inputs.leaving + 1e-6,
        'no cooling: water enters below the wet bulb; what condenses into it is left out': !isCooling,
        'the water flow is outside the data of its factor, 30 to 100 % of the rated; it goes on straight': !within(
          flow / tower.rating.waterFlow,
          merkelFitRanges.water,
        ),
        'the wet bulb is outside the data of its factor, 10 K above to 25 K below the rated; it goes on straight':
          !within(inputs.ratedWetBulb - wetBulb, merkelFitRanges.coolerWetBulb),
      }),
    };
  },
});

/** With room for rounding. */
function within(value: number, [low, high]: readonly [number, number]): boolean {
  return value >= low - 1e-9 && value <= high + 1e-9;
}

export const yorkCalcTower = defineEvaluation({
  about: 'An open cooling tower by the YorkCalc correlation, at sea level',
  inputs: {
    ratedInlet: { ...temperatureInput, about: 'Entering water at the rating', default: '35 degC' },
    ratedLeaving: { ...temperatureInput, about: 'Leaving water at the rating', default: '29.44 degC' },
    ratedWetBulb: { ...temperatureInput, about: 'Wet bulb at the rating', default: '25.56 degC' },
    waterShare: {
      quantity: 'fraction',
      range: [0.01, 5],
      about: 'Water flow over that of the rating',
      default: '100 %',
    },
    airFraction: {
      quantity: 'fraction',
      range: [0.01, 1],
      about: 'Air flow over that at full speed',
      default: '100 %',
    },
    inlet: { ...temperatureInput, about: 'Entering water now' },
    wetBulb: { ...temperatureInput, about: 'Wet bulb now' },
    fanPower: { quantity: 'power', range: [0, 1e8], about: 'Fans at full speed', default: '0 kW' },
  },
  evaluate({ ratedInlet, ratedLeaving, ratedWetBulb, waterShare, airFraction, inlet, wetBulb, fanPower }) {
    const rated = yorkCalcWaterFraction(ratedInlet - ratedLeaving, ratedWetBulb, ratedLeaving - ratedWetBulb);
    const leaving = yorkCalcLeaving(inlet, wetBulb, rated * waterShare, airFraction);
    return {
      answers: [
        answer('leaving', 'Water leaving', leaving, 'temperature'),
        answer('approach', 'Leaving water above the wet bulb', leaving - wetBulb, 'temperature difference'),
        answer('range', 'Cooling of the water', inlet - leaving, 'temperature difference'),
        answer(
          'waterFraction',
          'Water over the flow that the correlation is rated for',
          rated * waterShare,
          'fraction',
        ),
        answer('fanPower', 'Electricity of the fans, by the cube law', cubeLawPower(fanPower, airFraction, 0), 'power'),
      ],
      notes: [],
    };
  },
});
