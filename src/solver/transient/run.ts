/**
 * A transient from its steady start to its end: steps, events, results.
 * Nothing is kept but the state; rows go to whoever asked for them, and what a
 * run needs to go on after it was stopped is plain data.
 */

import { firstCrossing } from '../../numerics/event-location.ts';
import { stiffIntegrator } from '../../numerics/rosenbrock.ts';
import type { Plant } from '../../plant/plant.ts';
import type { Forcing } from '../year.ts';
import { actionsOf } from './actions.ts';
import { groupWatch, type LoggedEvent } from './answers.ts';
import { bindingCause, circuitOfChips } from './binding-cause.ts';
import { conditionsOf } from './conditions.ts';
import { controlScores } from './control-scores.ts';
import { limitsOf } from './limits.ts';
import { netUnit } from './net-energy.ts';
import { allRunning } from './operations.ts';
import { rowRecorder, type RowSink } from './rows.ts';
import { moversOf, type TransientSettings } from './settings.ts';
import type { TransientRun, TransientSimulation } from './simulation.ts';
import { copyOperations, type Course } from './snapshot.ts';
import { steadyStart } from './start.ts';
import { transientSystem } from './system.ts';

export type { TransientEnergy, TransientRun, TransientSimulation } from './simulation.ts';

/** How late an event may be found [s], and pieces of a step in which one is looked for. */
const eventTolerance = 1e-4;
const eventPieces = 4;
/** Longest step [s]. */
const longestStep = 60;
/** Cool enough to start again, below the temperature that throttles [K]. */
const rebootBelow = 10;

/** Runs a transient to its end. */
export function solveTransient(
  plant: Plant,
  forcing: Forcing,
  settings: TransientSettings,
  sink: RowSink,
): TransientRun {
  const simulation = transientSimulation(plant, forcing, settings, sink);
  simulation.advance(settings.values.duration);
  return simulation.run();
}

/** A transient at its steady start. The plant must be its own, and fresh. */
export function transientSimulation(
  plant: Plant,
  forcing: Forcing,
  settings: TransientSettings,
  sink: RowSink,
): TransientSimulation {
  const { s } = plant;
  const { duration, step, tolerance } = settings.values;
  const { outside, batteryEnergy } = steadyStart(plant, forcing, settings);
  const circuits = new Map(plant.circuits.map((circuit) => [circuit.name, circuit]));
  const operations = allRunning(plant, (name) => moversOf(circuits.get(name)!, settings.circuit(name)));
  const system = transientSystem(plant, settings, operations, outside);
  const state = system.begin();
  const dy = new Float64Array(system.size);
  const absolute = Float64Array.from(system.places, (place) => place.scale * tolerance);
  absolute[system.net] = absolute[system.battery] = Infinity;
  const integrator = stiffIntegrator(system, { relative: tolerance, absolute, maximumStep: longestStep });
  integrator.restart(0, state);
  const actions = actionsOf(plant, settings, operations);
  const conditions = conditionsOf(plant, system.places, operations);
  const groups = plant.machines.flatMap((placed) => {
    const protection = placed.machine.transient?.protection;
    if (protection === undefined) return [];
    const chips = circuitOfChips(plant, placed);
    const causeNow = (time: number) => chips && bindingCause(plant, chips, conditions(time, state));
    return [groupWatch(plant, placed, protection, causeNow)];
  });
  const control = controlScores(plant, system);
  const log: LoggedEvent[] = [];
  const recorder = rowRecorder(plant, system, sink);
  const limits = limitsOf({ plant, system, operations, groups, batteryEnergy, log });
  const before = new Float64Array(limits.length);
  look(0);
  system.accept(state, dy);
  const unrest = dy.reduce(
    (most, rate, i) => (absolute[i]! < Infinity ? Math.max(most, (Math.abs(rate) * tolerance) / absolute[i]!) : most),
    0,
  );
  const course: Course = {
    nextAction: 0,
    nextRow: 1,
    lookedAt: 0,
    sampledAt: 0,
    electricity: 0,
    lastUtility: s[plant.power.slots.utility]!,
    worstRate: 0,
    heldAtStart: system.held(state),
  };
  recorder.begin(state);
  for (const group of groups) group.sample(0, 0);
  control.sample(0, state);
  for (const limit of limits) if (limit.value(state) >= 0) limit.passed(0, state);
  readLimits();

  /** Brings the slots to the state at hand. */
  function look(time: number): void {
    system.evaluate(time, state, dy);
  }

  function readLimits(): void {
    for (let i = 0; i < limits.length; i++) before[i] = limits[i]!.value(state);
  }

  /** The earliest moment inside the last step at which a limit is passed; NaN if none is. */
  function crossing(): number {
    let any = false;
    for (let i = 0; i < limits.length; i++) if (before[i]! < 0 && limits[i]!.value(state) >= 0) any = true;
    if (!any) return NaN;
    const functions = limits.map((limit) => (time: number) => {
      integrator.stateAt(time, state);
      look(time);
      return limit.value(state);
    });
    const { startTime: from, time: to } = integrator;
    const found = firstCrossing(functions, { from, to, tolerance: eventTolerance, pieces: eventPieces });
    return found === undefined ? NaN : found.time;
  }

  /** Lets all that watches see the moment at hand. */
  function sample(time: number): void {
    const width = time - course.sampledAt;
    const utility = s[plant.power.slots.utility]!;
    course.electricity += 0.5 * width * (utility + course.lastUtility);
    course.lastUtility = utility;
    course.sampledAt = time;
    const open = Math.abs(system.heldRate(dy) - netUnit * dy[system.net]!) / Math.max(1, Math.abs(utility));
    if (!(open <= course.worstRate)) course.worstRate = open;
    recorder.sample(width, state);
    for (const group of groups) group.sample(time, width);
    control.sample(time, state);
  }

  /** All rows that end up to a moment of the last step. */
  function record(until: number): void {
    for (let time = course.nextRow * step; time <= Math.min(until, duration) + 1e-9; time = course.nextRow * step) {
      if (time >= integrator.time) state.set(integrator.y);
      else integrator.stateAt(time, state);
      look(time);
      sample(time);
      recorder.row(time);
      course.nextRow++;
    }
  }

  /** What is due now by the clock: events, restarts, reboots. */
  function actNow(): void {
    const now = integrator.time;
    let acted = false;
    for (; course.nextAction < actions.length && actions[course.nextAction]!.at <= now + 1e-12; course.nextAction++) {
      const action = actions[course.nextAction]!;
      if (action.act(now)) log.push({ time: now, what: action.says });
      acted = true;
    }
    for (const running of [...Object.values(operations.machines), ...Object.values(operations.movers)])
      if (running.readyAt <= now && running.readyAt > course.lookedAt) acted = true;
    for (const [name, at] of Object.entries(operations.off)) {
      if (at === null || at === undefined || at > now) continue;
      delete operations.off[name];
      log.push({ time: now, what: `${name}: nodes are back at work` });
      acted = true;
    }
    course.lookedAt = now;
    if (!acted) return;
    state.set(integrator.y);
    look(now);
    system.accept(state, dy);
    integrator.restart(now, state);
    readLimits();
  }

  /** The next moment by the clock at which something changes. */
  function nextStop(until: number): number {
    const now = integrator.time;
    let next = Math.min(until, now + outside.longestStep(now), actions[course.nextAction]?.at ?? Infinity);
    const ahead = (time: number | null | undefined) => {
      if (time !== null && time !== undefined && time > now && time < next) next = time;
    };
    for (const running of Object.values(operations.machines)) ahead(running.readyAt);
    for (const running of Object.values(operations.movers)) ahead(running.readyAt);
    for (const at of Object.values(operations.off)) ahead(at);
    for (const source of system.sources) ahead(source.nextDecision(now));
    ahead(outside.breaks.find((time) => time > now + 1e-12));
    return next;
  }

  /** Nodes that switched themselves off start again once they have cooled, if there is power. */
  function scheduleReboots(time: number): void {
    if (!operations.boards.ups) return;
    for (const { name, protection } of groups)
      if (operations.off[name] === null && s[protection.junction]! < protection.throttleAt - rebootBelow)
        operations.off[name] = time + protection.reboot;
  }

  /** A limit is passed at a moment inside the last step: the rest of the step is thrown away. */
  function handle(time: number): void {
    record(time - 1e-12);
    integrator.stateAt(time, state);
    look(time);
    sample(time);
    for (const limit of limits) limit.passed(time, state);
    look(time);
    system.accept(state, dy);
    integrator.restart(time, state);
  }

  function stepOnce(until: number): void {
    actNow();
    integrator.step(nextStop(until));
    state.set(integrator.y);
    look(integrator.time);
    const at = crossing();
    if (Number.isNaN(at)) {
      record(integrator.time);
      state.set(integrator.y);
      look(integrator.time);
      sample(integrator.time);
      system.accept(state, dy);
      let staged = false;
      for (const source of system.sources) staged = source.decide(integrator.time, state) || staged;
      if (staged) integrator.renewDerivative();
    } else handle(at);
    scheduleReboots(integrator.time);
    readLimits();
  }

  return {
    get time() {
      return integrator.time;
    },
    places: system.places,
    batteryEnergy,
    operations,
    columns: recorder.columns,
    advance(until) {
      const end = Math.min(until, duration);
      while (integrator.time < end) stepOnce(end);
    },
    snapshot: () => ({
      time: integrator.time,
      y: [...integrator.y],
      operations: structuredClone(operations),
      system: system.save(),
      course: { ...course },
      log: [...log],
      groups: groups.map((group) => group.save()),
      control: control.save(),
      row: recorder.save(),
    }),
    resume(from) {
      copyOperations(operations, from.operations);
      system.restore(from.system);
      Object.assign(course, from.course);
      log.splice(0, log.length, ...from.log);
      groups.forEach((group, i) => group.restore(from.groups[i]!));
      control.restore(from.control);
      recorder.restore(from.row);
      state.set(from.y);
      look(from.time);
      integrator.restart(from.time, state);
      readLimits();
    },
    run: () => {
      const stored = system.held(integrator.y) - course.heldAtStart;
      return {
        rows: course.nextRow - 1,
        columns: recorder.columns,
        log,
        groups: groups.map((group) => group.answer()),
        control: control.answer(),
        energy: {
          electricity: course.electricity,
          stored,
          closure: Math.abs(stored - netUnit * integrator.y[system.net]!) / Math.max(course.electricity, 1),
          worstRate: course.worstRate,
        },
        statistics: integrator.statistics,
        unrest,
      };
    },
  };
}
