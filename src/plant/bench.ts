/**
 * The bench on which a machine is assembled: hands out ports at their design
 * state, takes sizes, meters, losses and events into the plant being built.
 */

import { type Fault, OutOfRangeError } from '../errors.ts';
import type { Fluid } from '../fluids/fluid.ts';
import type {
  AmbientPort,
  Bench,
  ChipReport,
  Consumer,
  EventGravity,
  LoadPort,
  Machine,
  SourcePort,
  WeatherSlots,
} from '../machines/machine.ts';
import type { DescribedCircuit, DescribedMachine, PlantDescription } from '../scenario/description.ts';
import type { CircuitSlots, EventSlot, Loss, Meter, Mover, PlacedMachine, Size } from './plant.ts';
import { type PowerChain, powerChain } from './power-chain.ts';
import type { SlotBook } from './slots.ts';

export interface StageDraft {
  readonly number: number;
  readonly flowShare: number;
  readonly exclusive: boolean;
  readonly sources: { readonly machine: number; readonly port: SourcePort; readonly share: number | undefined }[];
}

/** A load with what it takes at the design hour; `after` names the machine whose return it takes. */
export interface LoadDraft {
  readonly machine: number;
  readonly name: string;
  readonly port: LoadPort;
  readonly after: string | undefined;
  readonly rated: { heat: number; flow: number };
  /** The circuit that its machine cools, and the part of it that it is sized for; none of a machine with heat of its own. */
  readonly cools: { readonly circuit: string; readonly part: number } | undefined;
}

/** A circuit while its machines are still being assembled. */
export interface CircuitDraft {
  readonly described: DescribedCircuit;
  readonly slots: CircuitSlots;
  readonly supply: number;
  readonly companion: number;
  readonly loads: LoadDraft[];
  readonly stages: StageDraft[];
  design: { heat: number; flow: number; returnTemperature: number; sourceInlet: number };
  mover: Mover | undefined;
}

export interface BuildState {
  readonly described: PlantDescription;
  readonly book: SlotBook;
  readonly faults: Fault[];
  readonly weather: WeatherSlots;
  /** Slot of the number of passes. */
  readonly pass: number;
  readonly utilisations: Map<string, number>;
  readonly drafts: Map<string, CircuitDraft>;
  readonly placed: PlacedMachine[];
  readonly placedIndex: Map<string, number>;
  readonly meters: Meter[];
  readonly losses: Loss[];
  readonly events: EventSlot[];
  readonly sizes: Size[];
  readonly chips: ChipReport[];
  /** Electricity at the design hour as far as it is known [W]. */
  readonly designPower: { it: number; otherOnUps: number; mechanical: number };
  readonly designLosses: Map<string, number>;
  power: PowerChain | undefined;
}

/** Assembles a machine once; a second call for the same machine does nothing. */
export function assembleMachine(state: BuildState, described: DescribedMachine): void {
  if (state.placedIndex.has(described.name)) return;
  const index = state.placed.length;
  state.placedIndex.set(described.name, index);
  const faultsBefore = state.faults.length;
  const loads = described.loads
    .filter((load) => load.on !== 'outdoors')
    .map((load) => {
      const rated = { heat: 0, flow: 0 };
      const port = loadPort(state, described, load.on, load.port, rated);
      state.drafts.get(load.on)!.loads.push({
        machine: index,
        name: described.name,
        port,
        after: load.after,
        rated,
        cools: cooledBy(state, described),
      });
      return { name: load.port, port };
    });
  const source = described.source === undefined ? undefined : sourcePort(state, described, index);
  const taken: { ambient: AmbientPort | undefined } = { ambient: undefined };
  const bench = benchFor(state, described, new Map(loads.map(({ name, port }) => [name, port])), source, taken);
  const machine = state.faults.length > faultsBefore ? {} : assembled(state, described, bench);
  state.placed[index] = {
    name: described.name,
    kind: described.kind.kind,
    title: described.title,
    ideal: described.kind.ideal === true,
    gathersLosses: described.kind.gathersLosses === true,
    machine,
    loads: loads.map(({ port }) => port),
    source,
    ambient: taken.ambient,
  };
}

/** What a machine cannot be sized for is a fault of the input; after a first fault the rest may follow from it and is not told. */
function assembled(state: BuildState, described: DescribedMachine, bench: Bench): Machine {
  try {
    return described.kind.assemble(described.values as never, bench);
  } catch (error) {
    if (!(error instanceof OutOfRangeError)) throw error;
    if (state.faults.length === 0) bench.fault('', `cannot be sized at the design hour: ${error.message}`);
    return {};
  }
}

function cooledBy(state: BuildState, described: DescribedMachine): LoadDraft['cools'] {
  if (described.source === undefined) return undefined;
  const { on, stage, share, sizedFor } = described.source;
  const peers = state.described.machines.filter((m) => m.source?.on === on && m.source.stage === stage).length;
  return { circuit: on, part: sizedFor * (share ?? 1 / peers) };
}

function loadPort(
  state: BuildState,
  described: DescribedMachine,
  on: string,
  portName: string,
  rated: LoadDraft['rated'],
): LoadPort {
  const { book } = state;
  const draft = state.drafts.get(on)!;
  const { values, fluid } = draft.described;
  const prefix =
    described.kind.ports.filter((p) => p.role === 'load').length > 1 ? `${described.name}.${portName}` : described.name;
  const flow = values.flow ?? {};
  const port: LoadPort = {
    circuit: on,
    fluid,
    inlet: book.take(`${prefix}.${on}.inletTemperature`, 'temperature', `Enters from ${on}`),
    companion: book.scratch(),
    flow: book.take(`${prefix}.${on}.flow`, 'mass flow', `Flow taken from ${on}`),
    heat: book.take(`${prefix}.${on}.heat`, 'heat flow', `Heat given to ${on}`),
    outlet: book.take(`${prefix}.${on}.outletTemperature`, 'temperature', `Returns to ${on}`),
    outletCompanion: book.scratch(),
    rule: flow.rise !== undefined ? 'rise' : flow.constant !== undefined ? 'fixed' : 'valve',
    rise: flow.rise ?? NaN,
    design: { temperature: draft.supply, companion: draft.companion, recirculation: values.recirculation },
    setpointFollowsLoads: values.control === 'warmest',
    reach: draft.slots.reach,
    rate(heat, ratedFlow) {
      rated.heat += heat;
      rated.flow += ratedFlow;
      // The first hour of a run starts from the design hour.
      book.s[port.flow] = rated.flow;
      book.s[port.heat] = rated.heat;
    },
    ruledFlow: (heat) => ruledFlow(fluid, draft, heat),
  };
  return port;
}

/** Flow of a port by its circuit's rule; NaN where loads decide. */
function ruledFlow(fluid: Fluid, draft: CircuitDraft, heat: number): number {
  const flow = draft.described.values.flow ?? {};
  if (flow.constant !== undefined) return heat * flow.constant * fluid.density(draft.supply);
  if (flow.rise === undefined) return NaN;
  return (
    heat / (fluid.enthalpy(draft.supply + flow.rise, draft.companion) - fluid.enthalpy(draft.supply, draft.companion))
  );
}

function sourcePort(state: BuildState, described: DescribedMachine, index: number): SourcePort {
  const { book } = state;
  const wanted = described.source!;
  const draft = state.drafts.get(wanted.on)!;
  const { fluid } = draft.described;
  let stage = draft.stages.find((candidate) => candidate.number === wanted.stage);
  if (stage === undefined) {
    stage = { number: wanted.stage, flowShare: wanted.flowShare, exclusive: wanted.exclusive, sources: [] };
    draft.stages.push(stage);
  }
  const sources = state.described.machines.flatMap((m) => (m.source?.on === wanted.on ? [m.source] : []));
  const peers = sources.filter((source) => source.stage === wanted.stage).length;
  const share = wanted.share ?? 1 / peers;
  const heat = draft.design.heat * wanted.sizedFor * share;
  const flow = draft.design.flow * wanted.flowShare * share;
  const inletTemperature = draft.design.sourceInlet;
  const outlet = fluid.enthalpy(inletTemperature, draft.companion) - heat / Math.max(flow, 1e-12);
  const port: SourcePort = {
    circuit: wanted.on,
    fluid,
    design: {
      heat,
      flow,
      inletTemperature,
      outletTemperature:
        fluid.phase === 'boiling'
          ? inletTemperature
          : Math.max(fluid.temperature(outlet, draft.companion), draft.supply),
      companion: draft.companion,
      last: sources.every((source) => source.stage <= wanted.stage),
    },
    setpoint: draft.slots.setpoint,
    duty: book.take(`${described.name}.duty`, 'heat flow', `Heat taken from ${wanted.on}`),
    flow: book.take(`${described.name}.flow`, 'mass flow', `Flow of ${wanted.on} through it`),
    inlet: book.take(`${described.name}.inletTemperature`, 'temperature', `Enters from ${wanted.on}`),
    outlet: book.take(`${described.name}.outletTemperature`, 'temperature', `Leaves to ${wanted.on}`),
    companion: book.scratch(),
  };
  stage.sources.push({ machine: index, port, share: wanted.share });
  return port;
}

function benchFor(
  state: BuildState,
  described: DescribedMachine,
  loads: ReadonlyMap<string, LoadPort>,
  source: SourcePort | undefined,
  taken: { ambient: AmbientPort | undefined },
): Bench {
  const { book } = state;
  const { name } = described;
  const path = `machines.${name}`;
  return {
    machine: name,
    s: book.s,
    weather: state.weather,
    pass: state.pass,
    designWeather: state.described.designWeather,
    load: (port) => loads.get(port),
    source() {
      if (source === undefined) throw new RangeError(`${name} is wired to no source circuit`);
      return source;
    },
    ambient() {
      taken.ambient ??= ambientPort(book, name);
      return taken.ambient;
    },
    slot: (slot, quantity, about) => book.take(`${name}.${slot}`, quantity, about),
    scratch: () => book.scratch(),
    meter(slotName, consumer: Consumer, about, designPower) {
      const slot = book.take(`${name}.${slotName}`, 'power', about);
      state.meters.push({ owner: name, name: slotName, slot, consumer, supplied: described.supplied, about });
      if (consumer !== 'IT' && consumer !== 'server fans') {
        state.designPower[described.supplied === 'ups' ? 'otherOnUps' : 'mechanical'] += designPower;
      }
      return slot;
    },
    ratePower(designPower) {
      state.designPower[described.supplied === 'ups' ? 'otherOnUps' : 'mechanical'] += designPower;
    },
    loss(slotName, to, about, designHeat) {
      const slot = book.take(`${name}.${slotName}`, 'heat flow', about);
      state.losses.push({ owner: name, slot, to, about });
      state.designLosses.set(to, (state.designLosses.get(to) ?? 0) + designHeat);
      return slot;
    },
    lossesInto() {
      openPower(state);
      return {
        slots: () => state.losses.filter((loss) => loss.to === name).map((loss) => loss.slot),
        designHeat: state.designLosses.get(name) ?? 0,
      };
    },
    rateIt(designPower) {
      state.designPower.it += designPower;
    },
    utilisation(load) {
      const known = state.utilisations.get(load);
      if (known !== undefined) return known;
      const slot = book.take(`load.${load}`, 'fraction', `Utilisation by ${load}`);
      state.utilisations.set(load, slot);
      return slot;
    },
    sized(field, value, quantity, about) {
      state.sizes.push({ owner: name, name: field, value, quantity, about });
    },
    event(cause, quantity, gravity: EventGravity = 'note') {
      const slot = book.scratch();
      state.events.push({ owner: name, slot, cause, quantity, gravity });
      return slot;
    },
    fault(parameter, message) {
      state.faults.push(state.described.fault(parameter === '' ? path : `${path}.${parameter}`, message));
    },
    chips(report) {
      state.chips.push(report);
    },
  };
}

function ambientPort(book: SlotBook, name: string): AmbientPort {
  return {
    airFlow: book.take(`${name}.airFlow`, 'mass flow', 'Dry air through it'),
    outletTemperature: book.take(`${name}.airOutletTemperature`, 'temperature', 'Air leaves'),
    outletHumidityRatio: book.take(
      `${name}.airOutletHumidityRatio`,
      'humidity ratio',
      'Humidity ratio of the air that leaves',
    ),
    makeUp: book.take(`${name}.makeUp`, 'mass flow', 'Water metered at the inlet'),
    evaporation: book.take(`${name}.evaporation`, 'mass flow', 'Water evaporated'),
    drift: book.take(`${name}.drift`, 'mass flow', 'Water carried off as drops'),
    blowdown: book.take(`${name}.blowdown`, 'mass flow', 'Water bled to hold the cycles of concentration'),
    makeUpTemperature: book.scratch(),
  };
}

/** Sizes the power chain once; from then on its losses are known to the rooms. */
export function openPower(state: BuildState): PowerChain {
  if (state.power !== undefined) return state.power;
  const { power } = state.described;
  const chain = powerChain(power, state.book, state.designPower);
  for (const name of ['transformer', 'ups', 'pdu', 'busway'] as const) {
    const to = power[name].losses;
    state.losses.push({ owner: `power.${name}`, slot: chain.lossSlots[name], to, about: `Loss of the ${name}` });
    state.designLosses.set(to, (state.designLosses.get(to) ?? 0) + chain.designLoss[name]);
  }
  state.power = chain;
  return chain;
}
