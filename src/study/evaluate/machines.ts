/**
 * Machines that have no record, rated and asked on the spot: cooling tower,
 * dry cooler, plate exchanger.
 */

import { humidityRatioFromWetBulb, enthalpy, temperatureOfSaturatedEnthalpy } from '../../fluids/moist-air.ts';
import { water } from '../../fluids/water.ts';
import { sizeMerkelTower } from '../../physics/cooling-tower.ts';
import { sizeDryCooler } from '../../physics/dry-cooler.ts';
import { evaporatedWater } from '../../physics/evaporation.ts';
import { exchangerRating } from '../../physics/heat-exchange.ts';
import { answer, defineEvaluation, notesOf, pressureInput, temperatureInput } from './evaluation.ts';
import { exchanged, streamOf } from './exchange.ts';

const speedInput = {
  quantity: 'fraction',
  range: [0, 1],
  about: 'Fan speed; below the minimum the fans cycle. 100 % unless leaving is given',
  optional: true,
} as const;
const leavingInput = {
  ...temperatureInput,
  about: 'Wanted leaving temperature: the fan speed for it is found',
  optional: true,
} as const;

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
    fanPower: { quantity: 'power', range: [0, 1e8], about: 'Fans at full speed', default: '0 kW' },
    minimumSpeed: { quantity: 'fraction', range: [0.05, 0.9], about: 'Lowest steady fan speed', default: '30 %' },
    waterFlow: { quantity: 'volume flow', range: [1e-5, 100], about: 'Water now; rated if absent', optional: true },
    inlet: { ...temperatureInput, about: 'Entering water now' },
    wetBulb: { ...temperatureInput, about: 'Wet bulb now' },
    dryBulb: {
      ...temperatureInput,
      about: 'Dry bulb now, for the water evaporated; 5 K above the wet bulb if absent',
      optional: true,
    },
    pressure: pressureInput,
    airFraction: speedInput,
    leaving: leavingInput,
  },
  evaluate(inputs) {
    const { inlet, wetBulb, pressure } = inputs;
    const massOf = (volume: number, temperature: number) => volume * water.density(temperature);
    const tower = sizeMerkelTower({
      waterFlow: massOf(inputs.ratedFlow, inputs.ratedLeaving),
      inlet: inputs.ratedInlet,
      leaving: inputs.ratedLeaving,
      wetBulb: inputs.ratedWetBulb,
      pressure,
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
    const humidityIn = humidityRatioFromWetBulb(dryBulb, wetBulb, pressure);
    const power = tower.fanPower(speed);
    const enthalpyIn = enthalpy(dryBulb, humidityIn);
    const evaporated = evaporatedWater(
      heat + power,
      airFlow,
      enthalpyIn,
      humidityIn,
      water.enthalpy(leaving, 0),
      pressure,
      wetBulb + 5,
    );
    const leavingAir = temperatureOfSaturatedEnthalpy(
      enthalpyIn + (heat + power) / airFlow + (evaporated / airFlow) * water.enthalpy(leaving, 0),
      pressure,
      wetBulb + 5,
    );
    return {
      answers: [
        answer('leaving', 'Water leaving', leaving, 'temperature'),
        answer('approach', 'Leaving water above the wet bulb', leaving - wetBulb, 'temperature difference'),
        answer('range', 'Cooling of the water', inlet - leaving, 'temperature difference'),
        answer('heat', 'Heat given to the air', heat, 'heat flow'),
        answer('airFraction', 'Fan speed', speed, 'fraction'),
        answer('fanPower', 'Electricity of the fans', power, 'power'),
        answer('airFlow', 'Dry air', airFlow, 'mass flow'),
        answer('airLeaving', 'Air leaving, saturated', leavingAir, 'temperature'),
        answer('evaporated', 'Water evaporated', evaporated, 'mass flow'),
      ],
      notes: notesOf({
        'full speed does not reach the wanted temperature':
          inputs.leaving !== undefined && leaving > inputs.leaving + 1e-6,
        'no cooling: water enters below the wet bulb': inlet <= wetBulb,
      }),
    };
  },
});

export const dryCooler = defineEvaluation({
  about: 'A dry cooler, rated at one duty and asked at another state',
  inputs: {
    coolant: { text: true, about: 'Coolant, as in a scenario', default: 'propylene-glycol-30-volume' },
    ratedHeat: { quantity: 'heat flow', range: [1, 1e9], about: 'Heat at the rating' },
    ratedInlet: { ...temperatureInput, about: 'Entering coolant at the rating' },
    ratedOutlet: { ...temperatureInput, about: 'Leaving coolant at the rating' },
    ratedAir: { ...temperatureInput, about: 'Outdoor air at the rating' },
    airCapacityRatio: {
      quantity: 'dimensionless',
      range: [0.3, 4],
      about: 'Capacity rate of the air over that of the coolant',
      default: '1',
    },
    specificFanPower: {
      quantity: 'air pressure',
      range: [20, 2000],
      about: 'Fan electricity over air volume flow, W/(m³/s) = Pa',
      default: '260 Pa',
    },
    minimumSpeed: { quantity: 'fraction', range: [0.05, 0.9], about: 'Lowest steady fan speed', default: '30 %' },
    recirculation: {
      quantity: 'fraction',
      range: [0, 0.5],
      about: 'Part of the air that has just left the coils',
      default: '0 %',
    },
    flow: { quantity: 'volume flow', range: [1e-6, 100], about: 'Coolant now; rated if absent', optional: true },
    inlet: { ...temperatureInput, about: 'Entering coolant now' },
    air: { ...temperatureInput, about: 'Outdoor air now' },
    pressure: pressureInput,
    airFraction: speedInput,
    leaving: leavingInput,
  },
  evaluate(inputs, _, { fluid: fluidOf }) {
    const fluid = fluidOf(inputs.coolant);
    const { inlet, air, pressure } = inputs;
    const rise = fluid.enthalpy(inputs.ratedInlet, 0) - fluid.enthalpy(inputs.ratedOutlet, 0);
    if (!(rise > 0)) throw new RangeError('ratedInlet must be warmer than ratedOutlet');
    const ratedFlow = inputs.ratedHeat / rise;
    const cooler = sizeDryCooler({
      heat: inputs.ratedHeat,
      inletTemperature: inputs.ratedInlet,
      outletTemperature: inputs.ratedOutlet,
      coolantFlow: ratedFlow,
      airTemperature: inputs.ratedAir,
      pressure,
      airCapacityRatio: inputs.airCapacityRatio,
      specificFanPower: inputs.specificFanPower,
      minimumSpeed: inputs.minimumSpeed,
      freeAirFraction: Math.min(0.125, 0.5 * inputs.minimumSpeed),
      recirculation: inputs.recirculation,
    });
    const flow = inputs.flow === undefined ? ratedFlow : inputs.flow * fluid.density(inlet);
    const rate = flow * fluid.specificHeat(inlet);
    const found =
      inputs.leaving === undefined
        ? (inputs.airFraction ?? 1)
        : cooler.airFraction(inputs.leaving, inlet, flow, rate, air, pressure, -1);
    const speed = Math.min(1, found);
    const leaving = cooler.leavingTemperature(inlet, flow, rate, air, pressure, speed);
    return {
      answers: [
        answer('leaving', 'Coolant leaving', leaving, 'temperature'),
        answer('approach', 'Leaving coolant above the air', leaving - air, 'temperature difference'),
        answer('heat', 'Heat given to the air', rate * (inlet - leaving), 'heat flow'),
        answer('airFraction', 'Air flow over that at full speed', speed, 'fraction'),
        answer('fanPower', 'Electricity of the fans', cooler.fanPower(speed, air, pressure), 'power'),
        answer('airFlow', 'Dry air', cooler.airMassFlow(speed, air, pressure), 'mass flow'),
        answer('conductance', 'UA at the rating', cooler.conductance, 'conductance'),
        answer('ratedFanPower', 'Fans at full speed at the rating', cooler.ratedFanPower, 'power'),
      ],
      notes: notesOf({ 'full speed does not reach the wanted temperature': found > 1 }),
    };
  },
});

export const plateExchanger = defineEvaluation({
  about: 'A plate exchanger of a known UA, in counterflow, valve fully open',
  inputs: {
    conductance: { quantity: 'conductance', range: [1, 1e9], about: 'UA at these flows' },
    hotFlow: { quantity: 'volume flow', range: [1e-7, 100], about: 'Flow on the hot side' },
    hotInlet: { ...temperatureInput, about: 'Hot side entering' },
    coldFlow: { quantity: 'volume flow', range: [1e-7, 100], about: 'Flow on the cold side' },
    coldInlet: { ...temperatureInput, about: 'Cold side entering' },
    hotCoolant: { text: true, about: 'Coolant of the hot side, as in a scenario', default: 'water' },
    coldCoolant: { text: true, about: 'Coolant of the cold side', default: 'water' },
  },
  evaluate(inputs, _, { fluid }) {
    const hot = streamOf(fluid(inputs.hotCoolant), inputs.hotFlow, inputs.hotInlet);
    const cold = streamOf(fluid(inputs.coldCoolant), inputs.coldFlow, inputs.coldInlet);
    const rating = exchangerRating({
      arrangement: 'counterflow',
      conductance: inputs.conductance,
      firstFlow: hot.flow,
      secondFlow: cold.flow,
    });
    const { heat, hotOutlet, coldOutlet, effectiveness } = exchanged(rating, hot, cold);
    return {
      answers: [
        answer('heat', 'Heat from hot to cold', heat, 'heat flow'),
        answer('hotOutlet', 'Hot side leaving', hotOutlet, 'temperature'),
        answer('coldOutlet', 'Cold side leaving', coldOutlet, 'temperature'),
        answer(
          'approach',
          'Hot side leaving above cold side entering',
          hotOutlet - inputs.coldInlet,
          'temperature difference',
        ),
        answer('effectiveness', 'Effectiveness', effectiveness, 'fraction'),
        answer(
          'transferUnits',
          'Transfer units NTU',
          inputs.conductance / Math.min(hot.capacityRate, cold.capacityRate),
          'dimensionless',
        ),
      ],
      notes: notesOf({
        'the cold side enters the warmer: heat flows the other way': inputs.hotInlet < inputs.coldInlet,
      }),
    };
  },
});
