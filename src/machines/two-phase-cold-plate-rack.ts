/**
 * Racks with cold plates in which a pumped refrigerant boils. More liquid is
 * fed than boils; what the plates do not capture goes to the air of the hall.
 *
 *     T_case = T_sat + (R_contact + R_plate(q, x)) Q,   x = Q/(ṁ h_fg)
 *
 * The liquid enters at saturation. Where the film of the plate begins to dry
 * the run says so; the worse coefficient beyond is left to transients, in which
 * plates boil dry (plate-liquid.ts) and wet and dry walls stand side by side:
 *
 *     R_plate = 1/(wet/R_wet + (1 − wet)/R_dry)
 *
 * Flow that swings between plates, and subcooling are left out.
 */

import type { Parameters, ValuesOf } from '../library/parameters.ts';
import { evaporatorPlate, flowBoilingCorrelations } from '../physics/evaporator-plate.ts';
import { saturatedState } from '../physics/saturated-state.ts';
import { type Bench, defineKind } from './machine.ts';
import { plateLiquid, plateLiquidParameters } from './plate-liquid.ts';
import { captureParameters, platedHeat } from './plated-rack.ts';
import { rackGroup, rackParameters } from './rack.ts';

/** A plate by the geometry of its channels. */
export const evaporatorPlateParameters = {
  coolant: { text: true, about: 'Refrigerant that it is meant for' },
  channels: { count: [1, 10_000], about: 'Channels side by side' },
  channelWidth: { quantity: 'length', range: [1e-5, 0.02], about: 'Width of one channel' },
  channelHeight: { quantity: 'length', range: [1e-5, 0.05], about: 'Height of one channel, that of the fins' },
  channelLength: { quantity: 'length', range: [1e-3, 1], about: 'Length that is heated' },
  finThickness: { quantity: 'length', range: [1e-5, 0.02], about: 'Thickness of the fins between channels' },
  baseThickness: { quantity: 'length', range: [0, 0.05], about: 'Thickness of the base under the channels' },
  conductivity: { quantity: 'thermal conductivity', range: [10, 2000], about: 'Of base and fins' },
  contactResistance: {
    quantity: 'thermal resistance',
    range: [0, 0.5],
    about: 'From case to the base, interface and spreading included',
  },
  correlation: {
    choice: flowBoilingCorrelations,
    about: 'Whose coefficient of flow boiling',
    default: 'kim-mudawar',
  },
  coefficientFactor: {
    quantity: 'fraction',
    range: [0.1, 10],
    about: 'Coefficient over that of the correlation, of walls made to boil better',
    default: '100 %',
  },
  maximumHeat: { quantity: 'heat flow', range: [1, 1e5], about: 'Largest heat a plate is rated for' },
} as const satisfies Parameters;

/** Largest part of the dry-out quality. */
export const dryOutLimit = {
  quantity: 'fraction',
  range: [0.1, 1],
  about: 'Largest part of the dry-out quality that is allowed at a plate’s outlet',
  default: '80 %',
} as const;

const parameters = {
  ...rackParameters,
  plate: { record: ['evaporator-plate'], about: 'Plate on each chip' },
  ...captureParameters,
  ...plateLiquidParameters,
  exitQuality: {
    quantity: 'fraction',
    range: [0.02, 0.95],
    about: 'Vapour quality of the racks’ return that valves hold, where the loads set the flow',
    default: '40 %',
  },
  dryOutLimit,
} as const satisfies Parameters;

/** Rounds in which plate, chip and valve agree; a chip hardly answers to its plate, so a few are enough. */
const mostRounds = 60;
/** Movement of a chip’s heat that counts as none [1]. */
const sameHeat = 1e-12;

export const twoPhaseColdPlateRack = defineKind({
  kind: 'two-phase-cold-plate-rack',
  about: 'Racks of servers with cold plates in which a pumped refrigerant boils; the rest goes to the hall air',
  parameters,
  ports: [
    { name: 'liquid', role: 'load', phases: ['boiling'], about: 'Refrigerant loop' },
    { name: 'air', role: 'load', phases: ['air'], about: 'Air of the hall' },
  ],
  assemble(values: ValuesOf<typeof parameters>, bench: Bench) {
    const { s, weather } = bench;
    const loop = bench.load('liquid')!;
    const air = bench.load('air')!;
    const record = values.plate.values as ValuesOf<typeof evaporatorPlateParameters>;
    const plate = evaporatorPlate(record, record.correlation, record.coefficientFactor);
    const saturated = saturatedState(loop.fluid);
    const group = rackGroup(bench, values, { coolant: 'saturated refrigerant', series: 1, fans: 'fans' });
    const { server, chip, nodes } = group;
    const plates = server.chips * nodes;
    const overHeat = bench.event('heat of a chip above what its cold plate is rated for', 'heat flow', 'limit');
    const dry = bench.event('quality above the allowed part of that of dry-out', 'dimensionless', 'limit');
    const heat = platedHeat(bench, values, group, loop, air);
    const outside = bench.event('mass flux in the channels outside the data of flow boiling by', 'dimensionless');
    const quality = bench.slot('exitQuality', 'fraction', 'Vapour in what leaves a plate');
    const margin = bench.slot('dryOutMargin', 'dimensionless', 'Dry-out quality over that of the hottest plate');
    const drop = bench.slot('platePressureDrop', 'pressure', 'Through the channels of one plate');
    const wetted = bench.slot('wettedShare', 'fraction', 'Part of the walls of the plates that liquid wets');
    const coefficient = bench.slot('boilingCoefficient', 'heat transfer coefficient', 'On the walls of the channels');

    const dryResistance = plate.resistanceAt(values.dryCoefficient);
    const liquid = plateLiquid(bench, values, plates);
    const memory = { inTransient: false, wetHeat: 0 };
    s[wetted] = 1;

    /** Solves plates and chips together; `flow` is that of the loop, NaN where valves hold the quality. Returns the flow. */
    function boil(u: number, saturation: number, flow: number): number {
      const fluid = saturated.at(saturation);
      let power = chip.state.heat > 0 ? chip.state.heat : server.chipPower;
      let taken = Number.isNaN(flow) ? heat.rated / (fluid.latentHeat * values.exitQuality) : flow;
      for (let round = 0; round < mostRounds; round++) {
        plate.solve(power * values.chipCapture, (taken * values.plateFlowShare) / plates, fluid);
        const resistance = plate.state.resistance + record.contactResistance;
        chip.solve(u, saturation, resistance * values.chipCapture, Infinity);
        const moved = Math.abs(chip.state.heat - power);
        power = chip.state.heat;
        const before = taken;
        if (Number.isNaN(flow)) taken = heat.intoLoop(u, chip.state.heat) / (fluid.latentHeat * values.exitQuality);
        if (moved <= sameHeat * power && Math.abs(taken - before) <= sameHeat * taken) break;
      }
      return taken;
    }

    /** Heat of a plate were all of it wet, of one that is asked for so much: by the chip’s node and what is wet [W]. */
    function wetHeatAfter(guess: number, u: number, saturation: number, perPlate: number): number {
      const fluid = saturated.at(saturation);
      const asked = guess > 0 ? guess : 0;
      // Liquid that is left in a plate boils away as where all that flows boils: quality one at its outlet.
      plate.solve(asked, Math.max(perPlate, asked / fluid.latentHeat), fluid);
      const wet = s[wetted]!;
      const conductance = wet / plate.state.resistance + (1 - wet) / dryResistance;
      chip.solve(u, saturation, (1 / conductance + record.contactResistance) * values.chipCapture, Infinity);
      return (chip.state.heat * values.chipCapture) / (plate.state.resistance * conductance);
    }

    /** The same in time, where chips and the liquid in their plates are nodes; by secants. Returns the flow. */
    function boilInTime(u: number, saturation: number, flow: number): number {
      s[wetted] = liquid.wet();
      const { latentHeat } = saturated.at(saturation);
      let before = memory.wetHeat;
      chip.solve(u, saturation, dryResistance, Infinity);
      const byValve = heat.intoLoop(u, chip.state.power) / (latentHeat * values.exitQuality);
      const taken = Number.isNaN(flow) ? byValve * s[loop.drive]! : flow;
      const perPlate = (taken * values.plateFlowShare) / plates;
      let miss = wetHeatAfter(before, u, saturation, perPlate) - before;
      let next = before + miss;
      for (let round = 0; round < mostRounds && Math.abs(next - before) > sameHeat * server.chipPower; round++) {
        const missNext = wetHeatAfter(next, u, saturation, perPlate) - next;
        const slope = (missNext - miss) / (next - before);
        before = next;
        miss = missNext;
        next -= miss / (slope < 0 ? slope : -1);
      }
      memory.wetHeat = next;
      // Walls that are dry in part give less than what they would all wet: the film dries by what flows and boils in all.
      const given = Math.max(0, chip.state.heat * values.chipCapture);
      plate.solve(given, Math.max(perPlate, given / latentHeat), saturated.at(saturation));
      plate.state.quality = given / (perPlate * latentHeat);
      const boiled = Math.max(0, next) * s[wetted]! * plates;
      const film = Math.min(1, Math.max(0, plate.state.dryOutQuality));
      liquid.follow(film * taken * values.plateFlowShare, boiled / latentHeat);
      return taken;
    }

    function run(u: number, saturation: number, flow: number, airInlet: number, moisture: number, pressure: number) {
      s[loop.flow] = (memory.inTransient ? boilInTime : boil)(u, saturation, flow);
      heat.settle(u, airInlet, moisture, pressure);
      const { state } = plate;
      s[quality] = Math.min(1, state.quality);
      s[margin] = state.quality > 0 ? state.dryOutQuality / state.quality : 0;
      s[drop] = state.pressureDrop;
      s[coefficient] = state.coefficient;
      s[outside] = state.outside;
      s[dry] = Math.max(0, state.quality - values.dryOutLimit * state.dryOutQuality);
      s[overHeat] = Math.max(0, chip.state.heat * values.chipCapture - record.maximumHeat);
    }

    const ruledFlow = loop.ruledFlow(heat.rated);
    heat.atDesign((inlet) =>
      run(1, loop.design.temperature, ruledFlow, inlet, air.design.companion, bench.designWeather.pressure),
    );
    const ratedFlow = s[loop.flow]!;
    heat.rate(ratedFlow);
    bench.sized('ratedFlow', ratedFlow / values.racks, 'mass flow', 'Refrigerant of one rack');
    bench.sized('ratedExitQuality', s[quality]!, 'fraction', 'Vapour in what leaves a plate');
    bench.sized('ratedDryOutMargin', s[margin]!, 'dimensionless', 'Dry-out quality over that');
    bench.sized('ratedPressureDrop', s[drop]!, 'pressure', 'Through the channels of one plate');

    const inTime = group.transient({ inlet: air.inlet, shutdownAt: values.airShutdown });
    return {
      transient: {
        ...inTime,
        states: [...inTime.states, liquid.state],
        wetted,
        begin() {
          inTime.begin?.();
          liquid.begin();
          memory.wetHeat = chip.state.heat * values.chipCapture;
          memory.inTransient = true;
        },
      },
      load() {
        const flow = loop.rule === 'valve' ? NaN : ruledFlow * s[loop.drive]!;
        run(group.asked(), s[loop.inlet]!, flow, s[air.inlet]!, s[air.companion]!, s[weather.pressure]!);
      },
    };
  },
});
