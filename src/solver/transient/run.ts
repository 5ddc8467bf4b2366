/**
 * A transient from its steady start to its end: steps, events, results.
 * Nothing is kept but the state; rows go to whoever asked for them, and what a
 * run needs to go on after it was stopped is plain data.
 */

import { stiffIntegrator } from '../../numerics/rosenbrock.ts';
import type { Plant } from '../../plant/plant.ts';
import type { Forcing } from '../year.ts';
import { arrowJacobian } from './arrow-jacobian.ts';
import { conservingJacobian } from './conserving-jacobian.ts';
import { between } from './between.ts';
import { groupWatch, type LoggedEvent } from './answers.ts';
import { bindingCause, circuitOfChips } from './binding-cause.ts';
import { transientClock } from './clock.ts';
import { conditionsOf } from './conditions.ts';
import { controlScores } from './control-scores.ts';
import { limitWatch } from './limit-watch.ts';
import { hallLimitsOf, limitsOf } from './limits.ts';
import { leakAnswers } from './leaks.ts';
import { netUnit } from './net-energy.ts';
import { allRunning } from './operations.ts';
import { rowEnds, rowRecorder, type RowSink } from './rows.ts';
import { moversOf, type TransientSettings } from './settings.ts';
import type { TransientRun, TransientSimulation } from './simulation.ts';
import { copyOperations, type Course } from './snapshot.ts';
import { steadyStart, unrestOf } from './start.ts';
import { transientSystem } from './system.ts';

export type { TransientEnergy, TransientRun, TransientSimulation } from './simulation.ts';

/** Rack groups up to which the moment of each one's first throttle is searched for; of more it is told between two samples. */
const fewGroups = 8;
/** Rows in a step beyond which they are read from a curve through a few moments. */
const fewRows = 6;
/** Longest step [s]. */
const longestStep = 60;

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
  const absolute = Float64Array.from(system.places, ({ scale }) => scale * tolerance);
  absolute[system.net] = absolute[system.battery] = Infinity;
  const { pattern, jacobian } = conservingJacobian(arrowJacobian(system.arrow(), state), system);
  const stiff = { ...system, pattern, jacobian };
  const integrator = stiffIntegrator(stiff, { relative: tolerance, absolute, maximumStep: longestStep });
  integrator.restart(0, state);
  const conditions = conditionsOf(plant, system.places, operations);
  const protectedRacks = plant.machines.flatMap((placed) => {
    const protection = placed.machine.transient?.protection;
    return protection === undefined ? [] : [{ placed, protection }];
  });
  const found = protectedRacks.length > fewGroups ? 'between samples' : 'by itself';
  const groups = protectedRacks.map(({ placed, protection }) => {
    const chips = circuitOfChips(plant, placed);
    const causeNow = () => chips && bindingCause(plant, { chips, group: placed.name }, conditions(state));
    return groupWatch(plant, placed, protection, { throttleFound: found, causeNow });
  });
  const control = controlScores(plant, system);
  const log: LoggedEvent[] = [];
  const recorder = rowRecorder(plant, system, sink);
  const watched = { plant, system, operations, groups, batteryEnergy, log };
  const limits = limitsOf(watched);
  const hall = hallLimitsOf(watched);
  const watch = limitWatch(limits, state, (time) => {
    integrator.stateAt(time, state);
    look(time);
  });
  const rowEnd = rowEnds(step, duration);
  look(0);
  system.accept(state, dy);
  const unrest = unrestOf(dy, absolute, tolerance);
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
  const asked = groups.map(({ protection }) => protection.utilisation);
  const inside = between({ s, first: plant.slots.length, besides: asked }, lookInside);
  const clock = transientClock({ plant, settings, operations, system, outside, course, log });
  recorder.begin(state);
  for (const group of groups) group.sample(0, 0, log);
  control.sample(0, state);
  watch.pass(0);
  watch.begin();

  /** Brings the slots to the state at hand. */
  function look(time: number): void {
    system.evaluate(time, state, dy);
  }

  /** The equations have changed at a moment whose state stands: what jumps is seen from now on. */
  function goOn(time: number): void {
    system.changed();
    look(time);
    watch.pass(time);
    system.changed();
    look(time);
    see(time);
    system.accept(state, dy);
    integrator.restart(time, state);
  }

  /** The same moment looks the same until something jumps. */
  function sample(time: number): void {
    if (time > course.sampledAt || time === 0) see(time);
  }

  function see(time: number): void {
    const width = time - course.sampledAt;
    const utility = s[plant.power.slots.utility]!;
    course.electricity += 0.5 * width * (utility + course.lastUtility);
    course.lastUtility = utility;
    course.sampledAt = time;
    recorder.sample(width, state);
    for (let i = 0; i < groups.length; i++) groups[i]!.sample(time, width, log);
    control.sample(time, state);
  }

  /** Whether energy balances in the rates of the last evaluation. */
  function checkRates(): void {
    const utility = Math.max(1, Math.abs(s[plant.power.slots.utility]!));
    const open = Math.abs(system.heldRate(dy) - netUnit * dy[system.net]!) / utility;
    if (!(open <= course.worstRate)) course.worstRate = open;
  }

  /** A row's time may be off by rounding, and must not reach over a jump. */
  function lookInside(time: number): void {
    const at = Math.min(time, integrator.time);
    integrator.stateAt(at, state);
    look(at);
    checkRates();
  }

  /** All rows that end up to a moment of the last step. */
  function record(until: number): void {
    const end = Math.min(until, duration) + 1e-9;
    const from = integrator.startTime;
    const isLong = (end - course.nextRow * step) / step > fewRows && integrator.time > from;
    if (isLong) inside.span(from, integrator.time);
    for (let time = rowEnd(course.nextRow); time <= end; time = rowEnd(course.nextRow)) {
      if (isLong) {
        inside.at(time);
        integrator.stateAt(time, state);
      } else lookInside(time);
      sample(time);
      recorder.row(time);
      course.nextRow++;
    }
  }

  /** What is due now by the clock: events, restarts, reboots. */
  function actNow(): void {
    if (!clock.act(integrator.time)) return;
    state.set(integrator.y);
    goOn(integrator.time);
    watch.begin();
  }

  /** A limit is passed at a moment inside the last step: the rest of the step is thrown away. */
  function handle(time: number): void {
    record(time - 1e-12);
    integrator.stateAt(time, state);
    look(time);
    checkRates();
    sample(time);
    goOn(time);
  }

  /** The earliest moment inside the last step at which a limit is passed; NaN if none is. */
  function crossing(): number {
    return watch.crossing(integrator.startTime, integrator.time);
  }

  function lookAtEnd(): void {
    state.set(integrator.y);
    look(integrator.time);
  }

  function stepOnce(until: number): void {
    actNow();
    const longest = Math.min(system.longestStep(dy), hall.longestStep());
    const end = clock.nextStop(integrator.time, until, longest);
    integrator.step(end, course.nextRow * step < end - 1e-9 ? 'inside' : 'end');
    lookAtEnd();
    let at = crossing();
    if (!Number.isNaN(at) && integrator.refine()) {
      lookAtEnd();
      at = crossing();
    }
    if (Number.isNaN(at)) {
      record(integrator.time);
      lookAtEnd();
      checkRates();
      sample(integrator.time);
      system.accept(state, dy);
      let staged = false;
      for (const source of system.sources) staged = source.decide(integrator.time, state) || staged;
      if (staged) {
        system.changed();
        integrator.renewDerivative();
      }
      if (hall.passed(integrator.time, state)) goOn(integrator.time);
    } else handle(at);
    watch.begin();
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
      clock.takeUp(from.time);
      log.splice(0, log.length, ...from.log);
      groups.forEach((group, i) => group.restore(from.groups[i]!));
      control.restore(from.control);
      system.changed();
      recorder.restore(from.row);
      state.set(from.y);
      look(from.time);
      integrator.restart(from.time, state);
      watch.begin();
    },
    run: () => {
      const stored = system.held(integrator.y) - course.heldAtStart;
      return {
        rows: course.nextRow - 1,
        columns: recorder.columns,
        log,
        groups: groups.map((group) => group.answer()),
        control: control.answer(),
        leaks: leakAnswers(plant, settings, integrator.time),
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
