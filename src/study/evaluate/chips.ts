/**
 * What sits on a chip, at one flow and heat: cold plate, heat sinks in air and
 * in dielectric; and the chip itself with its server.
 */

import { specificVolume } from '../../fluids/moist-air.ts';
import type { LibraryRecord, ValuesOf } from '../../library/parameters.ts';
import type { heatSinkParameters } from '../../machines/air-rack.ts';
import type { coldPlateParameters } from '../../machines/cold-plate-rack.ts';
import { type immersionSinkParameters, immersionSinkResistance } from '../../machines/immersion-rack.ts';
import { chipModel, partsPower, type serverParameters } from '../../machines/server.ts';
import { serverFanPower, type ServerFans, serverFanSpeed } from '../../machines/server-fans.ts';
import { caseTemperature, fittedResistance, resistanceAtFlow } from '../../physics/cold-plate.ts';
import {
  type Answer,
  answer,
  coolantInput,
  defineEvaluation,
  fluidNameOf,
  notesOf,
  pressureInput,
  temperatureInput,
} from './evaluation.ts';

const heatInput = { quantity: 'heat flow', range: [0, 1e5], about: 'Heat of one chip' } as const;

function caseAnswers(inlet: number, resistance: number, heat: number): readonly Answer[] {
  return [
    answer('resistance', 'Resistance, case to entering coolant', resistance, 'thermal resistance'),
    answer('caseTemperature', 'Case', caseTemperature(inlet, resistance, heat), 'temperature'),
    answer('caseRise', 'Case above entering coolant', resistance * heat, 'temperature difference'),
  ];
}

export const coldPlate = defineEvaluation({
  about: 'A cold plate at a flow and a heat',
  inputs: {
    flow: { quantity: 'volume flow', range: [1e-7, 1e-2], about: 'Flow through the plate' },
    heat: heatInput,
    inlet: { ...temperatureInput, about: 'Coolant entering the plate' },
    coolant: coolantInput,
  },
  evaluate({ flow, heat, inlet, coolant }, record, { fluid: fluidOf }) {
    const plate = record!.values as ValuesOf<typeof coldPlateParameters>;
    const fluid = fluidOf(coolant ?? fluidNameOf(plate.coolant));
    const fit = fittedResistance(plate.points.flow, plate.points.resistance);
    const massFlow = flow * fluid.density(inlet);
    const outlet = fluid.temperature(fluid.enthalpy(inlet, 0) + heat / massFlow, 0);
    return {
      answers: [
        ...caseAnswers(inlet, resistanceAtFlow(fit, flow), heat),
        answer('outletTemperature', 'Coolant leaving', outlet, 'temperature'),
        answer('massFlow', 'Flow by mass', massFlow, 'mass flow'),
        answer('fitError', 'Largest distance of the fit from a measured point', fit.worstError, 'fraction'),
      ],
      notes: notesOf({
        'the coolant leaves warmer than its data hold for: at ambient pressure it would boil':
          outlet > fluid.range[1] + 1e-6,
        'the flow is outside the measured points; the fit is continued': flow < fit.range[0] || flow > fit.range[1],
        'the flow is above the most a plate may see': flow > plate.maximumFlow,
        'the heat is above what the plate is rated for': heat > plate.maximumHeat,
        [`measured in ${plate.coolant}; the resistance belongs to that coolant`]:
          coolant !== undefined && coolant !== fluidNameOf(plate.coolant),
      }),
    };
  },
});

export const heatSink = defineEvaluation({
  about: 'An air heat sink at a flow and a heat',
  inputs: {
    flow: { quantity: 'air volume flow', range: [1e-5, 1], about: 'Air through the sink' },
    heat: heatInput,
    inlet: { ...temperatureInput, about: 'Air entering the sink' },
    humidityRatio: { quantity: 'humidity ratio', range: [0, 0.04], about: 'Humidity of the air', default: '8 g/kg' },
    pressure: pressureInput,
  },
  evaluate({ flow, heat, inlet, humidityRatio, pressure }, record) {
    const { points } = record!.values as ValuesOf<typeof heatSinkParameters>;
    const fit = fittedResistance(points.flow, points.resistance);
    const massFlow = flow / specificVolume(inlet, humidityRatio, pressure);
    return {
      answers: [
        ...caseAnswers(inlet, resistanceAtFlow(fit, flow), heat),
        answer(
          'outletTemperature',
          'Air leaving',
          inlet + heat / (massFlow * (1006 + 1860 * humidityRatio)),
          'temperature',
        ),
        answer('massFlow', 'Dry air by mass', massFlow, 'mass flow'),
        answer('fitError', 'Largest distance of the fit from a point', fit.worstError, 'fraction'),
      ],
      notes: notesOf({
        'the flow is outside the points; the fit is continued': flow < fit.range[0] || flow > fit.range[1],
      }),
    };
  },
});

export const immersionSink = defineEvaluation({
  about: 'A heat sink in directed dielectric flow',
  inputs: {
    flow: { quantity: 'volume flow', range: [1e-7, 1e-1], about: 'Flow through the sink' },
    heat: heatInput,
    inlet: { ...temperatureInput, about: 'Dielectric entering the sink' },
    coolant: coolantInput,
  },
  evaluate({ flow, heat, inlet, coolant }, record, { fluid: fluidOf }) {
    const sink = record!.values as ValuesOf<typeof immersionSinkParameters>;
    const fluid = fluidOf(coolant ?? fluidNameOf(sink.coolant));
    const viscosity = fluid.viscosity(inlet);
    const massFlow = flow * fluid.density(inlet);
    return {
      answers: [
        ...caseAnswers(inlet, immersionSinkResistance(sink, viscosity, flow), heat),
        answer(
          'outletTemperature',
          'Dielectric leaving',
          fluid.temperature(fluid.enthalpy(inlet, 0) + heat / massFlow, 0),
          'temperature',
        ),
        answer('viscosity', 'Viscosity of the dielectric', viscosity, 'dynamic viscosity'),
      ],
      notes: notesOf({
        'the flow is outside the range that the law holds for': flow < sink.minimumFlow || flow > sink.maximumFlow,
      }),
    };
  },
});

export const server = defineEvaluation({
  about: 'One chip of a server and its node, at a coolant temperature and a resistance',
  inputs: {
    utilisation: { quantity: 'fraction', range: [0, 1], about: 'Part of full work', default: '100 %' },
    coolant: { ...temperatureInput, about: 'Coolant that the resistance counts from' },
    resistance: { quantity: 'thermal resistance', range: [0, 1], about: 'From case to that coolant, of one chip' },
    powerCap: {
      quantity: 'power',
      range: [1, 5000],
      about: 'Cap on the power of one chip, below which its clock falls',
      optional: true,
    },
  },
  evaluate({ utilisation, coolant, resistance, powerCap }, record) {
    const values = (record as LibraryRecord).values as ValuesOf<typeof serverParameters>;
    const chip = chipModel(values, 1, powerCap ?? Infinity);
    chip.solve(utilisation, coolant, resistance, Infinity);
    const { power, junction, case: caseAt, delivered, excess } = chip.state;
    const parts = partsPower(values, () => 1);
    const others = parts.idle + parts.swing * utilisation;
    return {
      answers: [
        answer('chipPower', 'Power of one chip', power, 'power'),
        answer('caseTemperature', 'Case', caseAt, 'temperature'),
        answer('junctionTemperature', 'Junction', junction, 'temperature'),
        answer('caseMargin', 'Left to the case limit', values.caseLimit - caseAt, 'temperature difference'),
        answer(
          'junctionMargin',
          'Left to the junction limit',
          values.junctionLimit - junction,
          'temperature difference',
        ),
        answer('delivered', 'Work delivered over full work', delivered, 'fraction'),
        answer('partsPower', 'All other parts of the node', others, 'power'),
        answer('nodePower', 'The node, without fans and power supplies', values.chips * power + others, 'power'),
      ],
      notes: notesOf({
        'no junction temperature balances leakage: thermal runaway at full clock; the chip throttles':
          excess === Infinity,
        'the junction would pass its limit at full clock; the chip throttles': excess > 0 && excess < Infinity,
        'the case is above its limit': caseAt > values.caseLimit,
      }),
    };
  },
});

export const serverFans = defineEvaluation({
  about: 'The fans of a node at a load and an inlet temperature',
  inputs: {
    utilisation: { quantity: 'fraction', range: [0, 1], about: 'Load of the node', default: '100 %' },
    inlet: { ...temperatureInput, about: 'Air entering the node' },
  },
  evaluate({ utilisation, inlet }, record) {
    const fans = record!.values as ServerFans;
    const speed = serverFanSpeed(fans, utilisation, inlet);
    return {
      answers: [
        answer('speed', 'Speed', speed, 'fraction'),
        answer('flow', 'Air through the node', fans.ratedFlow * speed, 'air volume flow'),
        answer('power', 'Electricity of the fans', serverFanPower(fans, speed), 'power'),
      ],
      notes: notesOf({ 'at full speed': speed >= 1, 'at the lowest speed': speed <= fans.minimumSpeed }),
    };
  },
});
