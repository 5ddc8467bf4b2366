/**
 * The bench on which a machine is assembled: hands out ports at their design
 * state, takes sizes, meters, losses and events into the plant being built.
 */

import { OutOfRangeError } from '../errors.ts';
import type { AmbientPort, Bench, Consumer, EventGravity, LoadPort, Machine, SourcePort } from '../machines/machine.ts';
import type { DescribedMachine } from '../scenario/description.ts';
import type { BuildState, LoadDraft } from './build-state.ts';
import { ambientPort, loadPort, sourcePort } from './ports.ts';
import { type PowerChain, powerChain } from './power-chain.ts';

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
    place: described.place,
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
    state: (stateName, quantity, held) => ({
      name: stateName,
      quantity,
      value: book.scratch(),
      rate: book.scratch(),
      ...held,
    }),
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
