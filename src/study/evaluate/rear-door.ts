/**
 * A rear door on a rack: a coil in the exhaust of the servers, rated at one
 * duty and asked at another state, with the fans of an active door. As in a
 * plant it is computed dry, and told where its water is below the dew point.
 */

import { dewPoint, specificVolume } from '../../fluids/moist-air.ts';
import type { Parameters } from '../../library/parameters.ts';
import { coilShape } from '../../machines/coil.ts';
import { conductanceAtFlows, conductanceForDuty, exchangerHeat, exchangerRating } from '../../physics/heat-exchange.ts';
import { answer, defineEvaluation, notesOf, pressureInput, temperatureInput } from './evaluation.ts';

const airFlow = { quantity: 'air volume flow', range: [1e-3, 100] } as const;
const waterFlow = { quantity: 'volume flow', range: [1e-6, 1] } as const;

const inputs = {
  ratedHeat: { quantity: 'heat flow', range: [100, 1e6], about: 'Heat of the door at its rating' },
  ratedAirFlow: { ...airFlow, about: 'Exhaust at the rating' },
  ratedExhaust: { ...temperatureInput, about: 'Exhaust of the servers at the rating' },
  ratedWaterFlow: { ...waterFlow, about: 'Water at the rating' },
  ratedWaterInlet: { ...temperatureInput, about: 'Water entering at the rating' },
  airFlow: { ...airFlow, about: 'Exhaust now; rated if absent', optional: true },
  exhaust: { ...temperatureInput, about: 'Exhaust of the servers now' },
  waterFlow: { ...waterFlow, about: 'Water now; rated if absent', optional: true },
  waterInlet: { ...temperatureInput, about: 'Water entering now' },
  humidityRatio: { quantity: 'humidity ratio', range: [0, 0.04], about: 'Humidity of the air', default: '8 g/kg' },
  coolant: { text: true, about: 'Coolant in the door, as in a scenario', default: 'water' },
  pressure: pressureInput,
  fanPressure: {
    quantity: 'air pressure',
    range: [0, 1000],
    about: 'What the fans of an active door raise at the rated air flow; 0 for a passive one',
    default: '0 Pa',
  },
  fanEfficiency: {
    quantity: 'fraction',
    range: [0.05, 0.9],
    about: 'Of these fans, from wire to air',
    default: '45 %',
  },
  ratedWaterDrop: {
    quantity: 'pressure',
    range: [1, 1e6],
    about: 'Pressure drop of the water at its rated flow',
    optional: true,
  },
} as const satisfies Parameters;

export const rearDoor = defineEvaluation({
  about: 'A rear door, rated at one duty and asked at another state, passive or with fans',
  inputs,
  evaluate(given, _, { fluid: fluidOf }) {
    const { humidityRatio, pressure, exhaust, waterInlet, ratedAirFlow, ratedWaterFlow } = given;
    const water = fluidOf(given.coolant);
    const moist = 1006 + 1860 * humidityRatio;
    const airAt = (volume: number, temperature: number) =>
      volume / specificVolume(temperature, humidityRatio, pressure);
    const waterAt = (volume: number, temperature: number) => volume * water.density(temperature);
    const ratedAir = airAt(ratedAirFlow, given.ratedExhaust);
    const ratedWater = waterAt(ratedWaterFlow, given.ratedWaterInlet);
    const conductance = conductanceForDuty({
      arrangement: coilShape.arrangement,
      heat: given.ratedHeat,
      firstCapacityRate: ratedAir * moist,
      secondCapacityRate: ratedWater * water.specificHeat(given.ratedWaterInlet),
      temperatureDifference: given.ratedExhaust - given.ratedWaterInlet,
    });
    const rating = exchangerRating({
      arrangement: coilShape.arrangement,
      conductance,
      firstFlow: ratedAir,
      secondFlow: ratedWater,
      filmRatio: coilShape.filmRatio,
      firstExponent: coilShape.hotExponent,
      secondExponent: coilShape.coldExponent,
    });
    const air = airAt(given.airFlow ?? ratedAirFlow, exhaust);
    const flow = waterAt(given.waterFlow ?? ratedWaterFlow, waterInlet);
    const heat = exchangerHeat(
      rating,
      air,
      air * moist,
      flow,
      flow * water.specificHeat(waterInlet),
      exhaust - waterInlet,
    );
    const leaving = exhaust - heat / (air * moist);
    const speed = (given.airFlow ?? ratedAirFlow) / ratedAirFlow;
    const fanPower = (given.fanPressure * ratedAirFlow * speed * speed * speed) / given.fanEfficiency;
    const dew = dewPoint(humidityRatio, pressure);
    const share = (given.waterFlow ?? ratedWaterFlow) / ratedWaterFlow;
    return {
      answers: [
        answer('heat', 'Heat out of the exhaust', heat, 'heat flow'),
        answer('airLeaving', 'Air leaving the door', leaving, 'temperature'),
        answer('airLeavingWithFans', 'Air behind the fans', leaving + fanPower / (air * moist), 'temperature'),
        answer(
          'waterLeaving',
          'Water leaving',
          water.temperature(water.enthalpy(waterInlet, 0) + heat / flow, 0),
          'temperature',
        ),
        answer('approach', 'Air leaving above water entering', leaving - waterInlet, 'temperature difference'),
        answer('conductance', 'UA at these flows', conductanceAtFlows(rating, air, flow), 'conductance'),
        answer('ratedConductance', 'UA at the rated flows', conductance, 'conductance'),
        answer('fanPower', 'Fans of the door', fanPower, 'power'),
        ...(given.ratedWaterDrop === undefined
          ? []
          : [
              answer(
                'pressureDrop',
                'Of the water, with the square of its flow',
                given.ratedWaterDrop * share * share,
                'pressure',
              ),
            ]),
        answer('dewPoint', 'Dew point of the air', dew, 'temperature'),
      ],
      notes: notesOf({
        'the water is below the dew point: the door condenses, which is left out': waterInlet < dew,
        'the water is warmer than the exhaust: it heats': waterInlet > exhaust,
        'more than the rated heat': heat > given.ratedHeat * (1 + 1e-9),
      }),
    };
  },
});
