/**
 * Racks whose coolant boils: tanks under a dielectric, and plates that a
 * refrigerant is pumped through.
 */

import type { Parameters, ValuesOf } from '../../library/parameters.ts';
import { boilingRackParameters } from '../../machines/boiling-rack.ts';
import { boilingSurface, boilingSurfaceFaults, type BoilingSurfaceValues } from '../../machines/boiling-surface.ts';
import { chipModel } from '../../machines/server.ts';
import { dryOutLimit, type evaporatorPlateParameters } from '../../machines/two-phase-cold-plate-rack.ts';
import { evaporatorPlate } from '../../physics/evaporator-plate.ts';
import { saturatedState } from '../../physics/saturated-state.ts';
import { answer, defineEvaluation, fluidNameOf, notesOf, pressureInput, temperatureInput } from './evaluation.ts';
import {
  airAnswers,
  captureInputs,
  chipAnswers,
  chipNotes,
  nodeInputs,
  nodePower,
  platedAnswers,
  platedNodeHeat,
  serverOf,
} from './rack-node.ts';

/** Rounds in which surface or plate and chip agree. */
const mostRounds = 60;

export const boilingRack = defineEvaluation({
  about: 'A tank of servers under a boiling dielectric: chips, vapour, margin to the critical heat flux',
  inputs: {
    ...nodeInputs,
    nodes: { ...nodeInputs.nodes, about: 'Nodes of the tank' },
    tankPressure: { ...pressureInput, about: 'Pressure in a vented tank' },
    saturation: { ...temperatureInput, about: 'Temperature of a sealed tank, in place of pressure', optional: true },
    coolant: { text: true, about: 'Dielectric, as in a scenario; that of the surface if absent', optional: true },
    ...boilingRackParameters,
  },
  evaluate(inputs, _, { fluid: fluidOf }) {
    const { nodes, utilisation: u, fluxLimit } = inputs;
    const server = serverOf(inputs);
    const values = inputs.surface.values as BoilingSurfaceValues;
    const faults = boilingSurfaceFaults(values);
    if (faults.length > 0) throw new RangeError(faults.join('; '));
    const fluid = fluidOf(inputs.coolant ?? fluidNameOf(values.coolant));
    if (fluid.saturation === undefined) throw new RangeError(`${fluid.id} is no boiling fluid`);
    const saturation = inputs.saturation ?? fluid.saturation.temperature(inputs.tankPressure);
    const surface = boilingSurface(values, fluid);
    const chip = chipModel(server, 1, inputs.powerCap ?? Infinity);
    let power = server.chipPower;
    let resistance = NaN;
    for (let round = 0; round < mostRounds; round++) {
      resistance = surface.resistance(power / values.area, saturation);
      chip.solve(u, saturation, resistance, Infinity);
      const moved = Math.abs(chip.state.power - power);
      power = chip.state.power;
      if (moved <= 1e-13 * power) break;
    }
    const { input, loss } = nodePower(inputs, power, 0);
    const flux = power / values.area;
    const critical = surface.critical(saturation);
    const latentHeat = fluid.saturation.latentHeat(saturation);
    return {
      answers: [
        answer('chipPower', 'Power of a chip', power, 'power'),
        answer('resistance', 'Surface with its spreading, case to saturated bath', resistance, 'thermal resistance'),
        answer('flux', 'Heat flux on the boiling area', flux, 'heat flux'),
        answer('criticalHeatFlux', 'Critical heat flux', critical, 'heat flux'),
        answer('fluxMargin', 'Critical heat flux over the flux', critical / flux, 'dimensionless'),
        ...chipAnswers(chip.state, server, 'Saturated bath'),
        answer('supplyLoss', 'Loss of the power supplies', loss * nodes, 'power'),
        answer('rackPower', 'Electricity of the tank, all of it heat into the bath', input * nodes, 'power'),
        answer('vapour', 'Vapour that leaves', (input * nodes) / latentHeat, 'mass flow'),
        answer('pressure', 'Pressure of saturation', fluid.saturation.pressure(saturation), 'absolute pressure'),
      ],
      notes: notesOf({
        ...chipNotes(chip.state, server),
        'the flux is above the critical heat flux: the film dries': flux > critical,
        'the flux is above the allowed part of the critical heat flux': flux > fluxLimit * critical && flux <= critical,
        [`measured in ${values.coolant}; values belong to that fluid`]:
          inputs.coolant !== undefined && inputs.coolant !== fluidNameOf(values.coolant) && values.law === 'measured',
      }),
    };
  },
});

const plateInputs = {
  ...nodeInputs,
  plate: { record: ['evaporator-plate'], about: 'Plate on each chip' },
  flow: { quantity: 'volume flow', range: [1e-7, 10], about: 'Liquid of the rack, at saturation' },
  saturation: { ...temperatureInput, about: 'Temperature of saturation in the loop' },
  coolant: { text: true, about: 'Refrigerant, as in a scenario; that of the plate if absent', optional: true },
  ...captureInputs,
  dryOutLimit,
} as const satisfies Parameters;

export const twoPhaseColdPlateRack = defineEvaluation({
  about: 'A rack of servers on plates in which a pumped refrigerant boils, the rest of its heat in air',
  inputs: plateInputs,
  evaluate(inputs, _, { fluid: fluidOf }) {
    const { nodes, saturation, flow, utilisation: u, chipCapture } = inputs;
    const server = serverOf(inputs);
    const values = inputs.plate.values as ValuesOf<typeof evaporatorPlateParameters>;
    const fluid = fluidOf(inputs.coolant ?? fluidNameOf(values.coolant));
    const saturated = saturatedState(fluid).at(saturation);
    const plate = evaporatorPlate(values, values.correlation, values.coefficientFactor);
    const massFlow = flow * fluid.density(saturation);
    const plateFlow = (massFlow * inputs.plateFlowShare) / (nodes * server.chips);
    const chip = chipModel(server, 1, inputs.powerCap ?? Infinity);
    let power = server.chipPower;
    for (let round = 0; round < mostRounds; round++) {
      plate.solve(power * chipCapture, plateFlow, saturated);
      chip.solve(u, saturation, (plate.state.resistance + values.contactResistance) * chipCapture, Infinity);
      const moved = Math.abs(chip.state.power - power);
      power = chip.state.power;
      if (moved <= 1e-12 * power) break;
    }
    const { state } = plate;
    const heat = platedNodeHeat(inputs, power);
    const pressure = fluid.saturation!.pressure(saturation);
    return {
      answers: [
        answer('chipPower', 'Power of a chip', power, 'power'),
        answer(
          'resistance',
          'Plate with contact, case to saturation',
          state.resistance + values.contactResistance,
          'thermal resistance',
        ),
        answer('quality', 'Vapour in what leaves a plate', state.quality, 'fraction'),
        answer('dryOutQuality', 'Vapour at which the film begins to dry', state.dryOutQuality, 'fraction'),
        answer('dryOutMargin', 'That over what leaves', state.dryOutQuality / state.quality, 'dimensionless'),
        answer('pressureDrop', 'Through the channels of a plate', state.pressureDrop, 'pressure'),
        ...chipAnswers(chip.state, server, 'Saturated refrigerant'),
        ...platedAnswers(heat, nodes),
        answer(
          'returnQuality',
          'Vapour in what leaves the rack',
          (heat.toLiquid * nodes) / (massFlow * saturated.latentHeat),
          'fraction',
        ),
        answer('pressure', 'Pressure of saturation', pressure, 'absolute pressure'),
        ...airAnswers(inputs, heat.toAir * nodes, heat.airVolume * nodes),
      ],
      notes: notesOf({
        ...chipNotes(chip.state, server),
        'the film dries before the outlet of a plate; the coefficient beyond is worse than told':
          state.quality > state.dryOutQuality,
        'the quality is above the allowed part of that of dry-out':
          state.quality > inputs.dryOutLimit * state.dryOutQuality && state.quality <= state.dryOutQuality,
        'the mass flux in the channels is outside the data of flow boiling': state.outside > 0,
        'the heat is above what the plate is rated for': power * chipCapture > values.maximumHeat,
      }),
    };
  },
});
