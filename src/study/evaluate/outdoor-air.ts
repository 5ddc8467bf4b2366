/** A direct air economizer at one state: how much outdoor air brings a hall to its set point, and how humid it gets. */

import {
  dewPoint,
  enthalpy,
  humidityRatioOfRelativeHumidity,
  relativeHumidity,
  saturatedHumidityRatio,
  specificVolume,
} from '../../fluids/moist-air.ts';
import { water } from '../../fluids/water.ts';
import { answer, defineEvaluation, notesOf, pressureInput } from './evaluation.ts';

const airTemperature = { quantity: 'temperature', range: [233.15, 353.15] } as const;

/** Temperature of the humidifier's make-up [K], as in the machine. */
const makeUpAt = 288.15;

export const airEconomizer = defineEvaluation({
  about: 'Outdoor air mixed into a hall to its set point; the hall is as humid as the air let in',
  inputs: {
    hallFlow: { quantity: 'air volume flow', range: [1e-4, 1e5], about: 'Hall air, at its return state' },
    hallReturn: { ...airTemperature, about: 'Hall air returning' },
    supply: { ...airTemperature, about: 'Wanted supply' },
    outdoorAir: { ...airTemperature, about: 'Outdoor air' },
    relativeHumidity: { quantity: 'fraction', range: [0.001, 1], about: 'Relative humidity outdoors' },
    lowDewPoint: {
      quantity: 'temperature',
      range: [243.15, 293.15],
      about: 'Fog wets the mixture up to this dew point; nothing does if absent',
      optional: true,
    },
    highDewPoint: {
      quantity: 'temperature',
      range: [273.15, 303.15],
      about: 'Closed above this outdoor dew point',
      default: '15 degC',
    },
    pressureDrop: { quantity: 'air pressure', range: [0, 2000], about: 'Louvres, filters, relief', default: '200 Pa' },
    fanEfficiency: { quantity: 'fraction', range: [0.05, 0.95], about: 'Of the relief fans', default: '60 %' },
    pressure: pressureInput,
  },
  evaluate(inputs) {
    const { hallReturn, supply, outdoorAir, pressure } = inputs;
    const outdoor = humidityRatioOfRelativeHumidity(outdoorAir, inputs.relativeHumidity, pressure);
    const dew = dewPoint(outdoor, pressure);
    const lowest = inputs.lowDewPoint === undefined ? 0 : saturatedHumidityRatio(inputs.lowDewPoint, pressure);
    const hall = Math.max(outdoor, lowest);
    const letIn = enthalpy(outdoorAir, outdoor) + (hall - outdoor) * water.enthalpy(makeUpAt, 0);
    const most = enthalpy(hallReturn, hall) - letIn;
    const wanted = enthalpy(hallReturn, hall) - enthalpy(supply, hall);
    const isClosed = dew > inputs.highDewPoint || !(most > 0);
    const share = isClosed ? 0 : Math.min(1, Math.max(0, wanted / most));
    const volume = specificVolume(hallReturn, hall, pressure);
    const flow = inputs.hallFlow / volume;
    return {
      answers: [
        answer('outdoorShare', 'Outdoor air in what passes through', share, 'fraction'),
        answer('heat', 'Heat carried out', share * flow * most, 'heat flow'),
        answer('supply', 'Supply', hallReturn - (share * most) / (1006 + 1860 * hall), 'temperature'),
        answer('humidityRatio', 'Humidity ratio of the hall', hall, 'humidity ratio'),
        answer('hallDewPoint', 'Dew point of the hall', dewPoint(hall, pressure), 'temperature'),
        answer(
          'relativeHumidity',
          'Relative humidity at the supply',
          relativeHumidity(supply, hall, pressure),
          'fraction',
        ),
        answer('evaporated', 'Water of the fog', share * flow * (hall - outdoor), 'mass flow'),
        answer(
          'fanPower',
          'Electricity of the relief fans',
          (inputs.pressureDrop / inputs.fanEfficiency) * share * inputs.hallFlow,
          'power',
        ),
      ],
      notes: notesOf({
        'closed: the outdoor dew point lies above the limit': dew > inputs.highDewPoint,
        'closed: outdoor air would heat the hall': !(most > 0),
        'outdoor air alone does not reach the wanted supply': share === 1 && wanted > most * (1 + 1e-9),
      }),
    };
  },
});
