/**
 * Exchangers of two streams, whatever way they pass: by ε and NTU alone, and
 * with two fluids, a UA given or that of a rating, and films that follow flow.
 */

import { type Arrangement, arrangements, effectivenessOf, transferUnitsOf } from '../../physics/effectiveness.ts';
import { conductanceAtFlows, conductanceForDuty, exchangerRating } from '../../physics/heat-exchange.ts';
import { answer, defineEvaluation, notesOf, oneOf, temperatureInput } from './evaluation.ts';
import { exchanged, type Stream, streamOf } from './exchange.ts';

const arrangementInput = { choice: arrangements, about: 'How the two streams pass each other' } as const;

export const exchangerEffectiveness = defineEvaluation({
  about: 'Effectiveness from transfer units, or these from it, for one arrangement',
  inputs: {
    arrangement: { ...arrangementInput, default: 'counterflow' },
    capacityRatio: { quantity: 'dimensionless', range: [0, 1], about: 'C, smaller over larger capacity rate ṁc' },
    transferUnits: {
      quantity: 'dimensionless',
      range: [0, 1e6],
      about: 'NTU, UA over the smaller capacity rate; give this or effectiveness',
      optional: true,
    },
    effectiveness: {
      quantity: 'fraction',
      range: [0, 1],
      about: 'ε, heat moved over the most that could be moved',
      optional: true,
    },
  },
  evaluate({ arrangement, capacityRatio, transferUnits: given, effectiveness: wanted }) {
    oneOf({ transferUnits: given, effectiveness: wanted });
    const transferUnits = given ?? transferUnitsOf[arrangement as Arrangement](wanted!, capacityRatio);
    const effectiveness = wanted ?? effectivenessOf[arrangement as Arrangement](transferUnits, capacityRatio);
    return {
      answers: [
        answer('effectiveness', 'Effectiveness ε', effectiveness, 'fraction'),
        answer('transferUnits', 'Transfer units NTU', transferUnits, 'dimensionless'),
      ],
      notes: notesOf({
        'with a phase change on one side the capacity ratio is taken as 0':
          arrangement === 'phase change' && capacityRatio > 0,
      }),
    };
  },
});

const flowInput = { quantity: 'volume flow', range: [1e-7, 100] } as const;
const exponentInput = { quantity: 'dimensionless', range: [0, 1], default: '0.8' } as const;

export const plateExchanger = defineEvaluation({
  about: 'An exchanger of two liquids, of a known UA or a rating of its own, valve fully open',
  inputs: {
    arrangement: { ...arrangementInput, default: 'counterflow' },
    conductance: {
      quantity: 'conductance',
      range: [1, 1e9],
      about: 'UA at the rated flows; give this or ratedHeat',
      optional: true,
    },
    hotFlow: { ...flowInput, about: 'Flow on the hot side' },
    hotInlet: { ...temperatureInput, about: 'Hot side entering' },
    coldFlow: { ...flowInput, about: 'Flow on the cold side' },
    coldInlet: { ...temperatureInput, about: 'Cold side entering' },
    hotCoolant: { text: true, about: 'Coolant of the hot side, as in a scenario', default: 'water' },
    coldCoolant: { text: true, about: 'Coolant of the cold side', default: 'water' },
    ratedHotFlow: { ...flowInput, about: 'Hot flow that UA belongs to; hotFlow if absent', optional: true },
    ratedColdFlow: { ...flowInput, about: 'Cold flow that UA belongs to; coldFlow if absent', optional: true },
    ratedHeat: {
      quantity: 'heat flow',
      range: [1, 1e9],
      about: 'Heat at the rated flows and inlets, from which UA follows',
      optional: true,
    },
    ratedHotInlet: { ...temperatureInput, about: 'Hot side entering at that heat', optional: true },
    ratedColdInlet: { ...temperatureInput, about: 'Cold side entering at that heat', optional: true },
    filmRatio: {
      quantity: 'dimensionless',
      range: [0.01, 100],
      about: 'hA of the hot side over hA of the cold side at the rated flows',
      default: '1',
    },
    hotExponent: { ...exponentInput, about: 'n of hA ∝ ṁⁿ on the hot side' },
    coldExponent: { ...exponentInput, about: 'n of hA ∝ ṁⁿ on the cold side' },
    foulingResistance: {
      quantity: 'thermal resistance',
      range: [0, 1],
      about: 'Part of 1/UA that no flow changes',
      default: '0 K/W',
    },
  },
  evaluate(inputs, _, { fluid }) {
    const { hotInlet, coldInlet, filmRatio, foulingResistance } = inputs;
    const arrangement = inputs.arrangement as Arrangement;
    const hot = streamOf(fluid(inputs.hotCoolant), inputs.hotFlow, hotInlet);
    const cold = streamOf(fluid(inputs.coldCoolant), inputs.coldFlow, coldInlet);
    const rated = {
      hot: streamOf(hot.fluid, inputs.ratedHotFlow ?? inputs.hotFlow, inputs.ratedHotInlet ?? hotInlet),
      cold: streamOf(cold.fluid, inputs.ratedColdFlow ?? inputs.coldFlow, inputs.ratedColdInlet ?? coldInlet),
    };
    const conductance = ratedConductance(inputs, arrangement, rated);
    const rating = exchangerRating({
      arrangement,
      conductance,
      firstFlow: rated.hot.flow,
      secondFlow: rated.cold.flow,
      filmRatio,
      firstExponent: inputs.hotExponent,
      secondExponent: inputs.coldExponent,
      foulingResistance,
    });
    const now = conductanceAtFlows(rating, hot.flow, cold.flow);
    const { heat, hotOutlet, coldOutlet, effectiveness } = exchanged(rating, hot, cold);
    const [smaller, larger] = [hot.capacityRate, cold.capacityRate].toSorted((a, b) => a - b) as [number, number];
    return {
      answers: [
        answer('heat', 'Heat from hot to cold', heat, 'heat flow'),
        answer('hotOutlet', 'Hot side leaving', hotOutlet, 'temperature'),
        answer('coldOutlet', 'Cold side leaving', coldOutlet, 'temperature'),
        answer(
          'approach',
          'Hot side leaving above cold side entering',
          hotOutlet - coldInlet,
          'temperature difference',
        ),
        answer('effectiveness', 'Effectiveness', effectiveness, 'fraction'),
        answer('transferUnits', 'Transfer units NTU', now / smaller, 'dimensionless'),
        answer('capacityRatio', 'Smaller over larger capacity rate', smaller / larger, 'dimensionless'),
        answer('conductance', 'UA at these flows', now, 'conductance'),
        answer('ratedConductance', 'UA at the rated flows', conductance, 'conductance'),
      ],
      notes: notesOf({ 'the cold side enters the warmer: heat flows the other way': hotInlet < coldInlet }),
    };
  },
});

function ratedConductance(
  inputs: { readonly conductance?: number; readonly ratedHeat?: number },
  arrangement: Arrangement,
  { hot, cold }: { readonly hot: Stream; readonly cold: Stream },
): number {
  oneOf({ conductance: inputs.conductance, ratedHeat: inputs.ratedHeat });
  if (inputs.ratedHeat === undefined) return inputs.conductance!;
  return conductanceForDuty({
    arrangement,
    heat: inputs.ratedHeat,
    firstCapacityRate: hot.capacityRate,
    secondCapacityRate: cold.capacityRate,
    temperatureDifference: hot.inlet - cold.inlet,
  });
}
