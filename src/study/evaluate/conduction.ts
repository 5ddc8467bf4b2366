/** Solid paths from a chip to its coolant: channels in a plate, heat that spreads from a small source. */

import { microchannelState } from '../../physics/microchannel.ts';
import { plateResistance, spreadingResistance } from '../../physics/spreading-resistance.ts';
import { answer, defineEvaluation } from './evaluation.ts';
import { liquidInputs, liquidState } from './liquid-state.ts';

const lengthInput = { quantity: 'length', range: [1e-6, 1] } as const;

export const microchannelPlate = defineEvaluation({
  about: 'A cold plate of laminar microchannels, from its geometry',
  inputs: {
    channels: { count: [1, 100_000], about: 'Channels side by side' },
    channelWidth: { ...lengthInput, about: 'Width of one channel' },
    channelHeight: { ...lengthInput, about: 'Height of one channel, that of the fins' },
    channelLength: { ...lengthInput, about: 'Length of the channels' },
    finThickness: { ...lengthInput, about: 'Thickness of the fins between channels' },
    baseThickness: { quantity: 'length', range: [0, 0.1], about: 'Base under the channels', default: '2 mm' },
    metalConductivity: {
      quantity: 'thermal conductivity',
      range: [0.1, 5000],
      about: 'Of base and fins',
      default: '390 W/(m·K)',
    },
    flow: { quantity: 'volume flow', range: [1e-9, 1], about: 'Through all channels' },
    heat: { quantity: 'heat flow', range: [0, 1e5], about: 'Heat of the chip', default: '0 W' },
    ...liquidInputs,
  },
  evaluate(inputs, _, { fluid }) {
    const liquid = liquidState(inputs, fluid);
    const found = microchannelState({ ...inputs, conductivity: inputs.metalConductivity }, liquid, inputs.flow);
    const rate = inputs.flow * liquid.density * liquid.specificHeat;
    return {
      answers: [
        answer('resistance', 'Resistance, base to entering coolant', found.resistance, 'thermal resistance'),
        answer('filmResistance', 'Film and fins alone', found.filmResistance, 'thermal resistance'),
        answer('pressureDrop', 'Through the channels', found.pressureDrop, 'pressure'),
        answer('reynolds', 'Reynolds number', found.reynolds, 'dimensionless'),
        answer('baseRise', 'Base above entering coolant', found.resistance * inputs.heat, 'temperature difference'),
        answer('coolantRise', 'Warming of the coolant', inputs.heat / rate, 'temperature difference'),
      ],
      notes: [],
    };
  },
});

export const spreading = defineEvaluation({
  about: 'Heat that spreads from a small source through a plate cooled on its far side',
  inputs: {
    sourceArea: { quantity: 'area', range: [1e-10, 10], about: 'Of the source' },
    plateArea: { quantity: 'area', range: [1e-8, 10], about: 'Of the plate' },
    thickness: { quantity: 'length', range: [1e-6, 1], about: 'Of the plate' },
    conductivity: { quantity: 'thermal conductivity', range: [0.1, 5000], about: 'Of the plate' },
    coefficient: { quantity: 'heat transfer coefficient', range: [1e-3, 1e7], about: 'On its far side' },
    heat: { quantity: 'heat flow', range: [0, 1e5], about: 'Heat of the source', default: '0 W' },
  },
  evaluate(inputs) {
    const { coefficient, plateArea, heat } = inputs;
    const { mean, largest } = spreadingResistance(inputs, coefficient);
    const through = plateResistance(inputs);
    const film = 1 / (coefficient * plateArea);
    return {
      answers: [
        answer('spreading', 'Spreading, to the mean of the source', mean, 'thermal resistance'),
        answer('spreadingCentre', 'Spreading, to the centre of the source', largest, 'thermal resistance'),
        answer('straight', 'Straight through the plate', through, 'thermal resistance'),
        answer('film', 'Film on the far side', film, 'thermal resistance'),
        answer('whole', 'All of it, mean of the source', mean + through + film, 'thermal resistance'),
        answer(
          'rise',
          'Mean of the source above the coolant',
          (mean + through + film) * heat,
          'temperature difference',
        ),
      ],
      notes: [],
    };
  },
});
