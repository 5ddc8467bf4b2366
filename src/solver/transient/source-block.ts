/**
 * A machine on its source circuit in time: a sensor behind its outlet, a
 * controller, an actuator with a stroke, and as many units as work.
 *
 *     dT_m/dt = (T_out − T_m)/τ_s
 *     dy/dt  = stroke rate towards PI(T_set, T_m)
 *
 * Units share flow and heat equally, so that a of n units are the machine at
 * its flows over a/n, times a/n. Coolers whose fans stand are no less wet or
 * filled: the flow still goes through all of them, and the rest cools by itself. A machine without a response of its own
 * (storage, heat recovery) is asked like in the steady solve: held ideally.
 */

import { piController } from '../../controls/pi.ts';
import { softStrokeRate } from '../../controls/rate-limit.ts';
import { loadSteps, stager, type Stager, type StagerState } from '../../controls/staging.ts';
import { curveEnthalpy, curveTemperature } from '../../fluids/enthalpy-curve.ts';
import type { LoadPort } from '../../machines/machine.ts';
import type { Circuit, PlacedMachine, PlacedSource, Plant } from '../../plant/plant.ts';
import { available, type Operations } from './operations.ts';
import type { MachineDynamics } from './settings.ts';
import type { StateBook } from './state-book.ts';

export interface SourceBlock {
  readonly placed: PlacedMachine;
  /** Writes duty and load port; returns the heat taken out of the circuit [W]. */
  ask(y: Float64Array, inlet: number, flow: number, wanted: number): number;
  rates(y: Float64Array, dy: Float64Array): void;
  /** For results, once a moment stands: what the machine works out at the end of an hour, of the units that work. */
  finish(): void;
  /** After a step: whether one more unit runs from now on, or one less. */
  decide(time: number, y: Float64Array): boolean;
  /** When a delay lets the next such decision through [s]. */
  nextDecision(time: number): number;
  /** Units that its stager lets run; NaN where it has none. */
  units(): number;
  /** What its stager remembers, and back; null for a machine that has none. */
  save(): StagerState | null;
  restore(state: StagerState | null): void;
  /** Index of the actuator's position; −1 where it has none. */
  readonly opening: number;
  /** Index of the controller's integral, to be set back when the machine starts anew. */
  readonly integral: number;
}

const stroke = 60;
/** In which a unit that starts comes to its share of the load [s]. */
const unitRamp = 30;
/** Share of the units below which none is at work [1]. */
const leastShare = 1e-6;

export function sourceBlock(
  plant: Plant,
  circuit: Circuit,
  source: PlacedSource,
  dynamics: MachineDynamics,
  operations: Operations,
  book: StateBook,
): SourceBlock {
  const { s } = plant;
  const placed = plant.machines[source.machine]!;
  const { machine, name: owner, loads } = placed;
  const { port } = source;
  const { slots, fluid } = circuit;
  const isBoiling = fluid.phase === 'boiling';
  const curve = isBoiling ? undefined : circuit.curve;
  const behaviour = machine.transient;
  // A boiling bath has no temperature to hold: its coils take what vapour there is.
  const respond = isBoiling ? undefined : behaviour?.respond;
  const running = operations.machines[owner]!;
  const apart = new Set(behaviour?.apart);
  const meters = Int32Array.from(
    plant.meters.flatMap((meter) => (meter.owner === owner && !apart.has(meter.slot) ? [meter.slot] : [])),
  );
  const board = plant.meters.find((meter) => meter.owner === owner)?.supplied;
  const losses = Int32Array.from(plant.losses.flatMap((loss) => (loss.owner === owner ? [loss.slot] : [])));
  const control = piController({
    gain: dynamics.gain,
    integralTime: dynamics.integralTime,
    scale: dynamics.scale,
    action: 'direct',
    minimum: 0,
    maximum: 1,
  });
  const follow = softStrokeRate(dynamics.stroke ?? behaviour?.stroke ?? stroke);
  /** Flow below which a controller holds its breath: its sensor stands in still water [kg/s]. */
  const still = 1e-2 * port.design.flow;
  /** Tripped units of a machine whose other units come and go with the load are shut off like those. */
  const isOpen = dynamics.whenTripped === 'open' && behaviour?.staged === undefined;
  /** What tripped units would take of a constant flow is known by asking for it. */
  const isShared =
    respond !== undefined && behaviour?.staged === undefined && loads.some((load) => load.rule === 'fixed');
  const memory = { outlet: NaN, share: 1, opening: NaN };
  const { ambient } = placed;
  /** What goes with the number of units: electricity and losses, and what passes through to the weather. */
  const through = Int32Array.of(port.duty, port.flow);
  const extensive = Int32Array.of(...meters, ...losses);
  const outdoors =
    ambient === undefined
      ? new Int32Array(0)
      : Int32Array.of(ambient.airFlow, ambient.makeUp, ambient.evaporation, ambient.drift, ambient.blowdown);
  const isControlled = respond !== undefined;
  const staging = behaviour?.staged !== undefined && isControlled ? staged(behaviour.staged) : undefined;

  /** Units that start and stop with the load, and how many of them are up to speed. */
  function staged(slot: number) {
    const { units } = running;
    const steps = loadSteps(units, dynamics.stageUp, dynamics.stageDown, { up: 0.02, down: 0.005 });
    const rules = {
      steps,
      upDelay: dynamics.stageDelay,
      downDelay: dynamics.stageDelay,
      minimumOnTime: dynamics.minimumOn,
      minimumOffTime: dynamics.minimumOff,
    };
    const state: { stager: Stager | undefined } = { stager: undefined };
    const atSpeed = book.take({ owner, name: 'units at speed', scale: 1, capacity: 0 }, () => {
      state.stager = stager(rules, Math.min(units, Math.round(s[slot]!)));
      return state.stager.units / units;
    });
    return { state, atSpeed, follow: softStrokeRate(unitRamp * units), units };
  }

  const sensor = isControlled
    ? book.take({ owner, name: 'sensor', scale: 10, capacity: 0 }, () => s[port.outlet]!)
    : -1;
  const opening = isControlled ? book.take({ owner, name: 'opening', scale: 1, capacity: 0 }, startOpening) : -1;
  const integral = isControlled
    ? book.take({ owner, name: 'integral', scale: 1, capacity: 0 }, () =>
        control.integralFor(startOpening(), s[slots.setpoint]!, s[port.outlet]!),
      )
    : -1;

  /** The opening that gives the steady hour's duty; its halvings end far below what a controller resolves. */
  function startOpening(): number {
    const duty = s[port.duty]!;
    const inlet = s[port.inlet]!;
    const flow = s[port.flow]!;
    if (!(duty > 0) || !(flow > 0)) return 0;
    if (!Number.isNaN(memory.opening)) return memory.opening;
    let low = 0;
    let high = 1;
    const share = staging === undefined ? 1 : staging.state.stager!.units / running.units;
    for (let i = 0; i < 60; i++) {
      const middle = 0.5 * (low + high);
      if (respond!(inlet, flow / share, middle, duty / share) * share < duty * (1 - 1e-13)) low = middle;
      else high = middle;
    }
    memory.opening = high;
    return high;
  }

  function ask(y: Float64Array, inlet: number, flow: number, wanted: number): number {
    const powered = board === undefined || operations.boards[board];
    const able = available(running, powered);
    if (behaviour?.powered !== undefined) s[behaviour.powered] = powered ? 1 : 0;
    // A machine that heeds by itself how much of it works is asked as a whole.
    const heeded = behaviour?.working === undefined ? able : able > 0 ? 1 : 0;
    const share = staging === undefined ? heeded : Math.min(able, Math.max(0, y[staging.atSpeed]!));
    memory.share = able;
    for (let i = 0; i < loads.length; i++) s[loads[i]!.shut] = 0;
    let heat = 0;
    // What stands still is let flow through all the same, and cools by itself a little.
    const standing = share < 1 && respond && behaviour?.standing !== undefined && flow > 0;
    const byItself = standing ? respond(inlet, flow, behaviour.standing!, wanted) * (1 - share) : 0;
    if (standing) {
      times(extensive, 0);
      if (share > leastShare) heat = respond(inlet, flow, Math.min(1, Math.max(0, y[opening]!)), wanted);
    } else if ((share > leastShare || isShared) && flow > 0) {
      const own = share > leastShare && !isOpen ? flow / share : flow;
      heat = respond
        ? respond(inlet, own, Math.min(1, Math.max(0, y[opening]!)), share > leastShare ? wanted / share : wanted)
        : machine.source!(inlet, own, Math.max(0, wanted) / share);
    } else idle(inlet);
    if (share < 1) {
      heat *= share;
      for (let i = 0; i < loads.length; i++) shutOff(loads[i]!, share, able);
      times(extensive, share);
      if (behaviour?.staged !== undefined) s[behaviour.staged] = s[behaviour.staged]! * share;
    }
    heat += byItself;
    if (standing && behaviour.airFraction !== undefined)
      s[behaviour.airFraction] = share > leastShare ? s[behaviour.airFraction]! * share : 0;
    s[port.duty] = heat;
    s[port.flow] = flow;
    s[port.inlet] = inlet;
    if (curve !== undefined) {
      memory.outlet = flow > 0 ? curveTemperature(curve, curveEnthalpy(curve, inlet) - heat / flow) : inlet;
      s[port.outlet] = memory.outlet;
      s[port.companion] = s[slots.companion]!;
    }
    if (machine.rejection !== undefined && loads.length > 0) s[loads[0]!.heat] = heat * s[machine.rejection]!;
    return heat;
  }

  /** Of a load's flow what the units that work take; those that tripped and are let flow through take theirs. */
  function shutOff(load: LoadPort, share: number, able: number): void {
    const whole = s[load.flow]!;
    if (isOpen && load.rule === 'fixed') return;
    s[load.flow] = whole * share;
    s[load.shut] = whole * (1 - able);
  }

  function times(places: Int32Array, factor: number): void {
    for (let i = 0; i < places.length; i++) s[places[i]!] = s[places[i]!]! * factor;
  }

  function finish(): void {
    if (machine.finish === undefined) return;
    // Units that are staged are as many as the machine itself counts.
    const share =
      staging === undefined && behaviour?.standing === undefined && memory.share > leastShare ? memory.share : 1;
    if (share === 1) {
      machine.finish();
      return;
    }
    times(through, 1 / share);
    times(extensive, 1 / share);
    machine.finish();
    times(through, share);
    times(extensive, share);
    times(outdoors, share);
  }

  /** Nothing runs: no heat, no flow, no electricity. */
  function idle(inlet: number): void {
    if (respond) respond(inlet, 0, 0, 0);
    else machine.source!(inlet, 0, 0);
  }

  function decide(time: number, y: Float64Array): boolean {
    // While a machine has no power or no flow, how many of its units are wanted is not known anew.
    if (staging === undefined || !(memory.share > 0 && s[port.flow]! > still)) return false;
    const stages = staging.state.stager!;
    const before = stages.units;
    return stages.decide(time, y[opening]! * Math.max(1, before)) !== before;
  }

  function rates(y: Float64Array, dy: Float64Array): void {
    if (!isControlled) return;
    if (staging !== undefined)
      dy[staging.atSpeed] = staging.follow(y[staging.atSpeed]!, staging.state.stager!.units / staging.units);
    const measured = y[sensor]!;
    const shown = measured + running.bias;
    dy[sensor] = (memory.outlet - measured) / dynamics.sensorTime;
    const isHeld = memory.share > 0 && !running.sticks && s[port.flow]! > still;
    if (!isHeld) {
      // Without power or flow a compressor unloads and a valve closes; a stuck actuator stays.
      const stays = running.sticks ? running.stuckAt < 0 : memory.share > 0;
      dy[opening] = stays ? 0 : follow(y[opening]!, running.sticks ? running.stuckAt : 0);
      dy[integral] = running.sticks || memory.share > 0 ? 0 : follow(y[integral]!, 0);
      return;
    }
    const target = s[slots.setpoint]!;
    dy[opening] = follow(y[opening]!, control.output(target, shown, y[integral]!));
    dy[integral] = control.rate(target, shown, y[integral]!);
  }

  return {
    placed,
    ask,
    rates,
    finish,
    decide,
    nextDecision: (time) => staging?.state.stager!.nextDecision(time) ?? Infinity,
    units: () => staging?.state.stager?.units ?? NaN,
    save: () => staging?.state.stager!.snapshot() ?? null,
    restore(state) {
      if (state !== null) staging?.state.stager!.restore(state);
    },
    opening,
    integral,
  };
}
