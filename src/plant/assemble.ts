/**
 * Builds a plant from its description: order from the chips outwards, sizes at
 * the design hour, slots for everything. Faults are collected and thrown
 * together.
 */

import { type Fault, OutOfRangeError, ScenarioError } from '../errors.ts';
import { saturatedHumidityRatio } from '../fluids/moist-air.ts';
import { assembleMachine, openPower } from './bench.ts';
import type { BuildState, StageDraft } from './build-state.ts';
import { closeCircuitDesign, designSupply } from './circuit-design.ts';
import type { DescribedCircuit, DescribedMachine, PlantDescription } from '../scenario/description.ts';
import type { Circuit, CircuitSlots, PlacedSource, Plant, Stage } from './plant.ts';
import { openSlotBook } from './slots.ts';
import { outwardOrder } from './wiring.ts';

export function assemblePlant(described: PlantDescription): Plant {
  const faults: Fault[] = [];
  const order = outwardOrder(described, faults);
  if (faults.length > 0) throw new ScenarioError(faults);

  const state = openBuild(described, order, faults);
  if (faults.length > 0) throw new ScenarioError(faults);
  assembleOutwards(state, order);
  if (faults.length > 0) throw new ScenarioError(faults);
  return finishedPlant(state, order);
}

/**
 * Loads of each circuit, its design, then its sources. Where a machine could
 * not be built, the design of its load circuits stays unknown and nothing
 * beyond them is sized: a fault that only follows from another says nothing.
 */
function assembleOutwards(state: BuildState, order: readonly DescribedCircuit[]): void {
  const { described, faults } = state;
  const unknown = new Set<string>();
  const spoil = (machine: DescribedMachine) => machine.loads.forEach((load) => unknown.add(load.on));
  const place = (machine: DescribedMachine) => {
    const before = faults.length;
    withFaults(state, `machines.${machine.name}`, () => assembleMachine(state, machine));
    if (faults.length > before) spoil(machine);
  };
  for (const circuit of order) {
    const sources = described.machines.filter((machine) => machine.source?.on === circuit.name);
    loadsOf(described, circuit)
      .filter((machine) => machine.source === undefined)
      .forEach(place);
    const before = faults.length;
    if (!unknown.has(circuit.name))
      withFaults(state, `circuits.${circuit.name}`, () => closeCircuitDesign(state, circuit));
    sources.forEach(unknown.has(circuit.name) || faults.length > before ? spoil : place);
  }
}

/** A property asked outside its range while sizing is a fault of what is sized. */
function withFaults(state: BuildState, path: string, act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof OutOfRangeError)) throw error;
    state.faults.push(state.described.fault(path, `cannot be sized: ${error.message}`));
  }
}

function loadsOf(described: PlantDescription, circuit: DescribedCircuit): readonly DescribedMachine[] {
  return described.machines.filter((machine) => machine.loads.some((load) => load.on === circuit.name));
}

function openBuild(described: PlantDescription, order: readonly DescribedCircuit[], faults: Fault[]): BuildState {
  const book = openSlotBook(described.machines.length);
  const weather = {
    dryBulb: book.take('weather.dryBulb', 'temperature', 'Outdoor dry bulb'),
    wetBulb: book.take('weather.wetBulb', 'temperature', 'Outdoor wet bulb'),
    humidityRatio: book.take('weather.humidityRatio', 'humidity ratio', 'Outdoor humidity ratio'),
    pressure: book.take('weather.pressure', 'pressure', 'Station pressure'),
    hourOfYear: book.scratch(),
  };
  const state: BuildState = {
    described,
    book,
    faults,
    weather,
    pass: book.take('solver.passes', 'dimensionless', 'Passes that the step took'),
    utilisations: new Map(),
    drafts: new Map(),
    placed: [],
    placedIndex: new Map(),
    meters: [],
    losses: [],
    events: [],
    sizes: [],
    chips: [],
    designPower: { it: 0, otherOnUps: 0, mechanical: 0 },
    designLosses: new Map(),
    power: undefined,
  };
  // From ambient inwards, because a design supply may stand on that of the circuit outside it.
  for (const circuit of [...order].reverse()) {
    state.drafts.set(circuit.name, {
      described: circuit,
      slots: circuitSlots(state, circuit),
      supply: designSupply(state, circuit),
      companion:
        circuit.fluid.phase === 'air'
          ? saturatedHumidityRatio(circuit.values.dewPoint, described.designWeather.pressure)
          : 0,
      loads: [],
      stages: [],
      design: { heat: 0, flow: 0, returnTemperature: NaN, sourceInlet: NaN },
      mover: undefined,
    });
  }
  return state;
}

function circuitSlots(state: BuildState, { name, fluid }: DescribedCircuit): CircuitSlots {
  const { book } = state;
  const take = (field: string, quantity: Parameters<typeof book.take>[1], about: string) =>
    book.take(`${name}.${field}`, quantity, about);
  const companion =
    fluid.phase === 'air' ? take('humidityRatio', 'humidity ratio', 'Humidity ratio of the air') : book.scratch();
  return {
    setpoint: take('setpoint', 'temperature', 'Set point of the supply'),
    supply: take('supplyTemperature', 'temperature', 'Supply temperature'),
    companion,
    loadInlet:
      fluid.phase === 'air'
        ? take('serverInletTemperature', 'temperature', 'What the loads take in, recirculation included')
        : book.scratch(),
    loadFlow: take('flow', 'mass flow', 'Flow through the loads'),
    sourceFlow: take('sourceFlow', 'mass flow', 'Flow through the sources'),
    returned: take('returnTemperature', 'temperature', 'Mixed return of the loads'),
    sourceInlet: take(
      'sourceInletTemperature',
      'temperature',
      'What enters the first source, after mover heat and mixing',
    ),
    heat: take('heat', 'heat flow', 'Heat of all loads'),
    moverPower: take(
      'moverPower',
      'power',
      fluid.phase === 'air' ? 'Electricity of the fans' : 'Electricity of the pumps',
    ),
    moverHeat: book.scratch(),
    reach: book.scratch(),
    floating: take('floating', 'temperature difference', 'Supply above its set point'),
    vapourLoss:
      fluid.phase === 'boiling' ? take('vapourLoss', 'heat flow', 'Heat that leaves as vapour') : book.scratch(),
  };
}

function finishedPlant(state: BuildState, order: readonly DescribedCircuit[]): Plant {
  const { book, described } = state;
  const power = openPower(state);
  const circuits = order.map((circuit) => finishedCircuit(state, circuit));
  for (const circuit of circuits) {
    book.s[circuit.slots.supply] = circuit.supply;
    book.s[circuit.slots.companion] = state.drafts.get(circuit.name)!.companion;
    book.s[circuit.slots.loadFlow] = circuit.design.flow / circuit.flowRatio;
    book.s[circuit.slots.heat] = circuit.design.heat;
  }
  return {
    title: described.title,
    s: book.s,
    slots: book.named,
    weather: state.weather,
    designWeather: described.designWeather,
    utilisations: [...state.utilisations].map(([load, slot]) => ({ load, slot })),
    circuits,
    machines: state.placed,
    meters: state.meters,
    losses: state.losses,
    events: state.events,
    sizes: [...state.sizes, ...power.rated(state.designPower.mechanical)],
    chips: state.chips,
    power: { slots: power.slots, solve: power.solver(state.meters) },
    passes: state.pass,
  };
}

function finishedCircuit(state: BuildState, circuit: DescribedCircuit): Circuit {
  const draft = state.drafts.get(circuit.name)!;
  const { values } = circuit;
  const flow = values.flow ?? {};
  const loads = draft.loads.map((load) => ({
    machine: load.machine,
    port: load.port,
    after: load.after === undefined ? -1 : draft.loads.findIndex((other) => other.name === load.after),
  }));
  return {
    name: circuit.name,
    fluid: circuit.fluid,
    curve: circuit.fluid.enthalpyCurve(draft.companion),
    slots: draft.slots,
    flowRule:
      flow.rise !== undefined
        ? 'rise'
        : flow.constant !== undefined
          ? 'constant'
          : flow.differentialPressure !== undefined
            ? 'differential pressure'
            : 'loads',
    rise: flow.rise ?? 0,
    setpointRule: values.control,
    supply: draft.supply,
    floor: Math.min(values.floor, draft.supply),
    reset: values.reset,
    flowRatio: (1 - values.recirculation) / (1 - values.bypass),
    recirculation: values.recirculation,
    bypass: values.bypass,
    mover: draft.mover,
    sealed:
      values.tank === 'sealed' ? { relief: circuit.fluid.saturation!.temperature(values.reliefPressure!) } : undefined,
    loads,
    stages: draft.stages.map(finishedStage).sort((a, b) => a.number - b.number),
    design: {
      heat: draft.design.heat,
      flow: draft.design.flow,
      returnTemperature: draft.design.returnTemperature,
      companion: draft.companion,
    },
  };
}

function finishedStage(stage: StageDraft): Stage {
  const equal = 1 / stage.sources.length;
  const sources: PlacedSource[] = stage.sources.map((source) => ({
    machine: source.machine,
    port: source.port,
    share: source.share ?? equal,
  }));
  return { number: stage.number, flowShare: stage.flowShare, exclusive: stage.exclusive, sources };
}
