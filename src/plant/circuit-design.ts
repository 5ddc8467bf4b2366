/**
 * A circuit at the design hour: its supply, the heat of all its loads, its
 * flow, and the mover that drives it. Used while a plant is assembled.
 */

import { specificVolume } from '../fluids/moist-air.ts';
import type { DescribedCircuit, DescribedMachine } from '../scenario/description.ts';
import type { BuildState, LoadDraft } from './build-state.ts';
import type { Mover, Size } from './plant.ts';

/** The supply at the design hour [K]: written, or an approach above what the ambient allows. */
export function designSupply(state: BuildState, circuit: DescribedCircuit): number {
  const { values, fluid } = circuit;
  const { designWeather } = state.described;
  if (fluid.phase === 'boiling' && values.tank === 'vented')
    return fluid.saturation!.temperature(designWeather.pressure);
  if (values.supply !== undefined) return values.supply;
  const reaches = state.described.machines
    .filter((machine) => machine.source?.on === circuit.name)
    .map((machine) => designReach(state, machine))
    .filter((reach) => Number.isFinite(reach));
  if (reaches.length === 0) {
    state.faults.push(
      state.described.fault(
        `circuits.${circuit.name}.approach`,
        'none of its sources is bound by the ambient; write supply instead',
      ),
    );
    return NaN;
  }
  return Math.min(...reaches) + values.approach!;
}

function designReach(state: BuildState, machine: DescribedMachine): number {
  if (machine.kind.designReach !== undefined)
    return machine.kind.designReach(machine.values as never, state.described.designWeather);
  const on = machine.loads[0]?.on;
  return on === undefined || on === 'outdoors' ? -Infinity : (state.drafts.get(on)?.supply ?? -Infinity);
}

/** With all its loads assembled, a circuit's design heat, flow and mover are known. */
export function closeCircuitDesign(state: BuildState, circuit: DescribedCircuit): void {
  const draft = state.drafts.get(circuit.name)!;
  const { values, fluid, name } = circuit;
  const heat = designHeat(draft.loads);
  const h = (temperature: number) => fluid.enthalpy(temperature, draft.companion);
  let flow = draft.loads.reduce((sum, load) => sum + ownFlow(draft.loads, load), 0);
  if (fluid.phase === 'boiling' && values.flow === undefined) flow = heat / fluid.saturation!.latentHeat(draft.supply);
  else if (values.flow?.rise !== undefined) flow = heat / (h(draft.supply + values.flow.rise) - h(draft.supply));
  if (heat > 0 && !(flow > 0)) {
    state.faults.push(
      state.described.fault(
        `circuits.${name}`,
        `carries ${Math.round(heat / 1000)} kW at the design hour but its loads take no flow`,
      ),
    );
    return;
  }
  const sourceFlow = (flow * (1 - values.recirculation)) / (1 - values.bypass);
  draft.mover = mover(state, circuit, sourceFlow, draft.companion, draft.supply);
  const moverHeat =
    draft.mover === undefined ? 0 : (draft.mover.ratedPower * draft.mover.intoFluid) / values.mover!.margin;
  const returned =
    fluid.phase === 'boiling'
      ? draft.supply
      : fluid.temperature(h(draft.supply) + heat / Math.max(flow, 1e-12), draft.companion);
  const sourceInlet =
    fluid.phase === 'boiling'
      ? draft.supply
      : fluid.temperature(h(draft.supply) + (heat + moverHeat) / Math.max(sourceFlow, 1e-12), draft.companion);
  draft.design = { heat: heat + moverHeat, flow: sourceFlow, returnTemperature: returned, sourceInlet };
  const size = (field: string, value: number, quantity: Size['quantity'], about: string) =>
    state.sizes.push({ owner: name, name: field, value, quantity, about });
  size('designSupply', draft.supply, 'temperature', 'Supply at the design hour');
  size('designReturn', returned, 'temperature', 'Return of the loads at the design hour');
  size('designHeat', heat + moverHeat, 'heat flow', 'Heat at the design hour, mover included');
  size('designFlow', sourceFlow, 'mass flow', 'Flow at the design hour');
}

/**
 * Heat of all loads at the design hour. Machines that cool the same circuit in
 * stages (economizer, then chiller) are each sized for all of it but never do
 * it at once: together they count as the larger.
 */
function designHeat(loads: readonly LoadDraft[]): number {
  const groups = new Map<string, LoadDraft[]>();
  let heat = 0;
  for (const load of loads) {
    if (load.cools === undefined) heat += load.rated.heat;
    else groups.set(load.cools.circuit, [...(groups.get(load.cools.circuit) ?? []), load]);
  }
  for (const group of groups.values()) {
    const sum = group.reduce((total, load) => total + load.rated.heat, 0);
    const parts = group.reduce((total, load) => total + load.cools!.part, 0);
    heat += Math.max(sum / Math.max(1, parts), ...group.map((load) => load.rated.heat));
  }
  return heat;
}

/** What a load adds to the circuit's flow: all of its own, or what the load before it does not already bring. */
function ownFlow(loads: readonly LoadDraft[], load: LoadDraft): number {
  const before = load.after === undefined ? undefined : loads.find((other) => other.name === load.after);
  return Math.max(0, load.rated.flow - (before?.rated.flow ?? 0));
}

/** A mover sized for the design flow and the margin of units that run beside it. */
function mover(
  state: BuildState,
  circuit: DescribedCircuit,
  designFlow: number,
  companion: number,
  supply: number,
): Mover | undefined {
  const { values, fluid, name } = circuit;
  const given = values.mover;
  if (given === undefined || !(designFlow > 0)) return undefined;
  const { pressure } = state.described.designWeather;
  const density = fluid.phase === 'air' ? 1 / specificVolume(supply, companion, pressure) : fluid.density(supply);
  const ratedFlow = designFlow * given.margin;
  const ratedPower = (given.head * ratedFlow) / density / given.efficiency;
  const isFan = fluid.phase === 'air';
  const loss = state.book.scratch();
  state.losses.push({ owner: name, slot: loss, to: given.losses, about: 'Mover heat that does not enter the fluid' });
  const slot = state.drafts.get(name)!.slots.moverPower;
  const about = isFan ? `Fans of ${name}` : `Pumps of ${name}`;
  state.meters.push({
    owner: name,
    name: 'moverPower',
    slot,
    consumer: isFan ? 'fans' : 'pumps',
    supplied: given.supplied,
    about,
  });
  state.designPower[given.supplied === 'ups' ? 'otherOnUps' : 'mechanical'] += ratedPower / given.margin;
  state.sizes.push({
    owner: name,
    name: 'moverPower',
    value: ratedPower,
    quantity: 'power',
    about: `${about}: electricity at rated flow`,
  });
  state.sizes.push({
    owner: name,
    name: 'moverFlow',
    value: ratedFlow,
    quantity: 'mass flow',
    about: `${about}: rated flow`,
  });
  const held = values.flow?.differentialPressure !== undefined;
  return {
    ratedFlow,
    ratedPower,
    ratedHead: given.head,
    efficiency: given.efficiency,
    staticShare: held ? 1 : given.staticShare,
    minimumSpeed: given.minimumSpeed,
    intoFluid: given.intoFluid,
    loss,
  };
}
