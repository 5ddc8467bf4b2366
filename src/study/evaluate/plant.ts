/**
 * Records of the plant at one state: CDUs by their rating, chillers by Carnot
 * fraction or published curves.
 */

import type { LibraryRecord, ValuesOf } from '../../library/parameters.ts';
import { type cduRecordParameters, side } from '../../machines/cdu.ts';
import type { chillerCarnotParameters, chillerEirParameters } from '../../machines/chiller-record.ts';
import { heatPumpParameters } from '../../machines/heat-pump.ts';
import { OutOfRangeError } from '../../errors.ts';
import { carnotCapacity, carnotChiller, carnotPower } from '../../physics/chiller-carnot.ts';
import { eirCapacity, eirChiller, eirPower, eirRangeFault } from '../../physics/chiller-eir.ts';
import { heatPumpPowerShare } from '../../physics/heat-pump.ts';
import { conductanceAtFlows, conductanceForDuty, exchangerRating, filmRatio } from '../../physics/heat-exchange.ts';
import { answer, defineEvaluation, notesOf, temperatureInput } from './evaluation.ts';
import { chillerAnswers, chillerState } from './chiller-answers.ts';
import { exchanged, streamOf } from './exchange.ts';

export const cdu = defineEvaluation({
  about: 'One CDU at its flows and inlet temperatures, valve fully open',
  inputs: {
    technologyFlow: { quantity: 'volume flow', range: [1e-6, 10], about: 'Flow on the rack side' },
    technologyInlet: { ...temperatureInput, about: 'Coolant coming from the racks' },
    facilityFlow: { quantity: 'volume flow', range: [1e-6, 10], about: 'Flow on the facility side' },
    facilityInlet: { ...temperatureInput, about: 'Facility water entering' },
    technologyCoolant: { text: true, about: 'Coolant of the racks', default: 'propylene-glycol-25-volume' },
    facilityCoolant: { text: true, about: 'Facility water', default: 'water' },
  },
  evaluate(inputs, record, { fluid }) {
    const rated = record!.values as ValuesOf<typeof cduRecordParameters>;
    const [hot, cold] = [fluid(inputs.technologyCoolant), fluid(inputs.facilityCoolant)];
    const ratedColdInlet = rated.rackSupply - rated.approach;
    const ratedHotFlow = rated.technologyFlow * hot.density(rated.rackSupply);
    const ratedColdFlow = rated.facilityFlow * cold.density(ratedColdInlet);
    const ratedHotInlet = hot.temperature(hot.enthalpy(rated.rackSupply, 0) + rated.ratedHeat / ratedHotFlow, 0);
    const conductance = conductanceForDuty({
      arrangement: 'counterflow',
      heat: rated.ratedHeat,
      firstCapacityRate: ratedHotFlow * hot.specificHeat(ratedHotInlet),
      secondCapacityRate: ratedColdFlow * cold.specificHeat(ratedColdInlet),
      temperatureDifference: ratedHotInlet - ratedColdInlet,
    });
    const rating = exchangerRating({
      arrangement: 'counterflow',
      conductance,
      firstFlow: ratedHotFlow,
      secondFlow: ratedColdFlow,
      filmRatio: filmRatio(side(hot, ratedHotFlow, ratedHotInlet), side(cold, ratedColdFlow, ratedColdInlet)),
    });
    const racks = streamOf(hot, inputs.technologyFlow, inputs.technologyInlet);
    const facility = streamOf(cold, inputs.facilityFlow, inputs.facilityInlet);
    const { heat, hotOutlet: rackSupply, coldOutlet, effectiveness } = exchanged(rating, racks, facility);
    return {
      answers: [
        answer('heat', 'Heat moved', heat, 'heat flow'),
        answer('technologyOutlet', 'Coolant to the racks', rackSupply, 'temperature'),
        answer('facilityOutlet', 'Facility water leaving', coldOutlet, 'temperature'),
        answer(
          'approach',
          'Coolant to the racks above facility water entering',
          rackSupply - inputs.facilityInlet,
          'temperature difference',
        ),
        answer('effectiveness', 'Effectiveness', effectiveness, 'fraction'),
        answer(
          'conductance',
          'UA at these flows',
          conductanceAtFlows(rating, racks.flow, facility.flow),
          'conductance',
        ),
        answer('ratedConductance', 'UA at the rated flows', conductance, 'conductance'),
      ],
      notes: notesOf({
        'more than the rated heat': heat > rated.ratedHeat,
        'more than the rated flow on the rack side': inputs.technologyFlow > rated.technologyFlow,
        'more than the rated flow on the facility side': inputs.facilityFlow > rated.facilityFlow,
      }),
    };
  },
});

export const carnot = defineEvaluation({
  about: 'A chiller by its Carnot fraction, of any size',
  inputs: {
    ...chillerState,
    ratedHeat: { quantity: 'heat flow', range: [1e3, 1e9], about: 'Size: heat at the rating of the record' },
    condenserFlow: {
      quantity: 'volume flow',
      range: [1e-6, 100],
      about: 'Condenser water; that of the rated rise if absent',
      optional: true,
    },
  },
  evaluate({ heat, leaving, entering, ratedHeat, condenserFlow }, record, { fluid }) {
    const values = (record as LibraryRecord).values as ValuesOf<typeof chillerCarnotParameters>;
    requireLimits(values, leaving, entering);
    const chiller = carnotChiller({ ...values, ratedHeat });
    const isWater = values.condenser === 'water';
    if (!isWater && condenserFlow !== undefined)
      throw new RangeError(
        'the condenser is cooled by air, whose rise is in the record’s approach; leave condenserFlow out',
      );
    const water = fluid('water');
    const ruled = chiller.ratedCondenserHeat / values.ratedCondenserRise;
    const flowing =
      condenserFlow === undefined ? ruled : condenserFlow * water.density(entering) * water.specificHeat(entering);
    const rate = isWater ? flowing : Infinity;
    const power = carnotPower(chiller, heat, leaving, entering, rate);
    if (Number.isNaN(power)) throw new RangeError('the condenser water is too little to carry the heat away');
    const outlet = isWater
      ? [answer('condenserLeaving', 'Condenser water leaving', entering + (heat + power) / rate, 'temperature')]
      : [];
    return chillerAnswers(
      { ratedHeat, capacity: carnotCapacity(chiller, leaving, entering), power, heat, minimumLoad: values.minimumLoad },
      outlet,
    );
  },
});

function requireLimits(values: ValuesOf<typeof chillerCarnotParameters>, leaving: number, entering: number): void {
  const celsius = (kelvin: number) => kelvin - 273.15;
  const check = (name: string, value: number, low: number, high: number) => {
    if (!(value >= low && value <= high))
      throw new OutOfRangeError(name, celsius(value), [celsius(low), celsius(high)], '°C');
  };
  check('leaving', leaving, values.minimumEvaporatorLeaving, values.maximumEvaporatorLeaving);
  check('entering', entering, values.minimumCondenser, values.maximumCondenser);
}

export const eir = defineEvaluation({
  about: 'A chiller by its published curves, inside their data',
  inputs: chillerState,
  evaluate({ heat, leaving, entering }, record) {
    const values = (record as LibraryRecord).values as ValuesOf<typeof chillerEirParameters>;
    const chiller = eirChiller({ ...values });
    const fault = eirRangeFault(chiller, 0, leaving, entering);
    if (fault !== undefined) throw new RangeError(fault);
    return chillerAnswers({
      ratedHeat: values.ratedHeat,
      capacity: eirCapacity(chiller, leaving, entering),
      power: eirPower(chiller, heat, leaving, entering),
      heat,
      minimumLoad: values.minimumLoad,
    });
  },
});

const { delivery, carnotFraction, evaporatorApproach, condenserApproach, auxiliary } = heatPumpParameters;

export const heatPump = defineEvaluation({
  about: 'A heat pump by its Carnot fraction, at a heat taken out and a delivery temperature',
  inputs: {
    heat: { quantity: 'heat flow', range: [0, 1e9], about: 'Heat taken out of the source' },
    leaving: { ...temperatureInput, about: 'Source water leaving' },
    delivery,
    carnotFraction,
    evaporatorApproach,
    condenserApproach,
    auxiliary,
  },
  evaluate({ heat, leaving, ...rating }) {
    const perHeat = heatPumpPowerShare(rating, leaving);
    const condensed = heat * (1 + perHeat);
    const pumps = condensed * rating.auxiliary;
    return {
      answers: [
        answer('compressorPower', 'Electricity of the compressor', heat * perHeat, 'power'),
        answer('power', 'Electricity, pumps to the customer included', heat * perHeat + pumps, 'power'),
        answer('delivered', 'Heat to the customer', condensed + pumps, 'heat flow'),
        ...(perHeat > 0 ? [answer('cop', 'Heating COP without pumps', (1 + perHeat) / perHeat, 'dimensionless')] : []),
      ],
      notes: notesOf({ 'the source is warm enough: no compressor': perHeat === 0 }),
    };
  },
});
