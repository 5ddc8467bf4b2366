/** A rack of air-cooled servers: heat sinks in the air that their own fans move. */

import type { ValuesOf } from '../../library/parameters.ts';
import { airPathParameters, type heatSinkParameters } from '../../machines/air-rack.ts';
import { chipModel, partsPower } from '../../machines/server.ts';
import { type ServerFans, serverFanShortage } from '../../machines/server-fans.ts';
import { fittedResistance, resistanceAtFlow } from '../../physics/cold-plate.ts';
import { answer, defineEvaluation, notesOf } from './evaluation.ts';
import {
  airAnswers,
  airCapacityRate,
  airInputs,
  chipAnswers,
  chipNotes,
  fansAt,
  nodeInputs,
  nodePower,
  serverOf,
} from './rack-node.ts';

export const airRack = defineEvaluation({
  about: 'A rack of servers with heat sinks and fans at an air temperature: chips, electricity, exhaust',
  inputs: { ...nodeInputs, ...airPathParameters, ...airInputs },
  evaluate(inputs) {
    const { nodes, chipsInSeries, utilisation: u, air, sinkShare, preheat } = inputs;
    const server = serverOf(inputs);
    if (server.chips % chipsInSeries !== 0)
      throw new RangeError(`found ${server.chips} chips, ${chipsInSeries} of them in series; wanted whole paths`);
    const fans = inputs.fans.values as ServerFans;
    const { points } = inputs.heatSink.values as ValuesOf<typeof heatSinkParameters>;
    const fit = fittedResistance(points.flow, points.resistance);
    const { speed, fanPower, airVolume } = fansAt(fans, u, air);
    const rate = airCapacityRate(inputs, airVolume);
    const paths = server.chips / chipsInSeries;
    const sinkFlow = (airVolume * sinkShare) / paths;
    const parts = partsPower(server, () => 1);
    const entering = air + (preheat * (parts.idle + parts.swing * u)) / rate;
    const chip = chipModel(server, chipsInSeries, inputs.powerCap ?? Infinity);
    const resistance = resistanceAtFlow(fit, sinkFlow);
    chip.solve(u, entering, resistance, (rate * sinkShare) / paths);
    const { input, loss } = nodePower(inputs, chip.state.power, fanPower);
    return {
      answers: [
        answer('chipPower', 'Mean power of a chip', chip.state.power, 'power'),
        answer('sinkFlow', 'Air through each sink', sinkFlow, 'air volume flow'),
        answer('resistance', 'Sink, case to entering air', resistance, 'thermal resistance'),
        answer('sinkInlet', 'Air at the first sink, warmed by other parts', entering, 'temperature'),
        ...chipAnswers(chip.state, server, 'Air at the last sink'),
        answer('fanSpeed', 'Speed of the fans', speed, 'fraction'),
        answer('fanPower', 'Electricity of the fans', fanPower * nodes, 'power'),
        answer('supplyLoss', 'Loss of the power supplies', loss * nodes, 'power'),
        answer('rackPower', 'Electricity at the rack, all of it heat into the air', input * nodes, 'power'),
        ...airAnswers(inputs, input * nodes, airVolume * nodes),
      ],
      notes: notesOf({
        ...chipNotes(chip.state, server),
        'fans at full speed; the inlet asks for more': serverFanShortage(fans, u, air) > 0,
        'the flow through a sink is outside the points; the fit is continued':
          sinkFlow < fit.range[0] || sinkFlow > fit.range[1],
      }),
    };
  },
});
