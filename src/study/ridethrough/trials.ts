/**
 * Runs of one failure on many variants of a plant, and what holds before
 * anything failed: heat, margin and contents that a hand estimate needs.
 */

import type { Plant } from '../../plant/plant.ts';
import type { TransientEventValues, TransientValues } from '../../scenario/transient.ts';
import { restartTime } from '../../solver/transient/power-state.ts';
import { headerMasses, transientSettings } from '../../solver/transient/settings.ts';
import { assembleScenario } from '../scenario-run.ts';
import type { Failure } from './failure.ts';
import { type Case, fleetOf } from './plant-change.ts';
import { type Trial, trial } from './trial.ts';

export interface Trials {
  readonly base: Case;
  readonly failures: readonly Failure[];
  /** When the first failure begins, and all are over [s]; infinite where one lasts to the end. */
  readonly since: number;
  readonly over: number;
  /** The plant as it stands, assembled and never run. */
  readonly plant: Plant;
  run(subject: Case): Trial;
  /** The same if what failed never came back. */
  runLasting(subject: Case): Trial;
  /** Transients solved so far. */
  count(): number;
}

/** How long the plant is watched once all that failed is back at work [s]: chips are hottest after that. */
const aftermath = 600;

export function openTrials(asked: Case, failures: readonly Failure[], onTrial: (count: number) => void): Trials {
  const plant = assembleScenario(asked.prepared);
  const base = { ...asked, transient: { ...asked.transient, duration: longEnough(asked.transient, plant, failures) } };
  let solved = 0;
  const named = failures.map(({ name, event }, i) => [failures.length > 1 ? `${i + 1} ${name}` : name, event] as const);
  const asWritten = Object.fromEntries(named);
  const lasting = Object.fromEntries(named.map(([name, event]) => [name, withoutEnd(event)]));
  // Generators that do not start are missed by no one before the utility is lost, nor once it is back.
  const missed = failures.filter(({ event }) => event.lose !== 'generator');
  const counted = missed.length > 0 ? missed : failures;
  const since = Math.min(...counted.map(({ event }) => event.at));
  const over = Math.max(...counted.map(({ event }) => event.at + (event.for ?? Infinity)));
  const solve = (subject: Case, events: typeof asWritten): Trial => {
    onTrial(++solved);
    return trial(subject, events, since);
  };
  return {
    base,
    failures,
    since,
    over,
    plant,
    run: (subject) => solve(subject, asWritten),
    runLasting: (subject) => solve(subject, lasting),
    count: () => solved,
  };
}

/** Length of a transient that sees what comes after its failures too [s]. */
function longEnough(transient: TransientValues, plant: Plant, failures: readonly Failure[]): number {
  const settings = transientSettings(transient);
  const restarts = plant.machines.map(({ name }) => restartTime(plant, settings, name));
  const slowest = Math.max(...restarts) + transient.restartInterval * (plant.machines.length + plant.circuits.length);
  const ends = failures.map(({ event }) => {
    const restart = event.lose !== undefined ? slowest : restartTime(plant, settings, event.trip ?? '');
    return event.at + (event.for ?? -Infinity) + event.over + restart + aftermath;
  });
  return Math.max(transient.duration, ...ends);
}

/** An event that nothing undoes. */
function withoutEnd(event: TransientEventValues): TransientEventValues {
  return Object.fromEntries(Object.entries(event).filter(([key]) => key !== 'for')) as TransientEventValues;
}

/** Coolant between sources and loads of a circuit as it stands, delays included [m³], and the mass of a cubic metre [kg]. */
export function contentsOf(
  { base, plant }: Trials,
  name: string,
): { readonly volume: number; readonly density: number } {
  const circuit = plant.circuits.find((placed) => placed.name === name)!;
  const density = circuit.fluid.density(circuit.supply);
  const dynamics = transientSettings(base.transient).circuit(name);
  return { volume: headerMasses(plant, circuit, dynamics, density).supply / density, density };
}

/**
 * Part of the design heat that finds no cooling while the failures last [1],
 * spare units counted; NaN for failures that take no cooling away.
 */
export function lostShare({ base, plant, failures }: Trials): number {
  const shares = failures.map(({ event }) => {
    if (event.lose === 'utility') return 1;
    // What is isolated is lost; without that the pumps trip sooner or later.
    if (event.leak !== undefined && event.isolate === undefined) return 1;
    if (event.degrade !== undefined) return 1 - event.to!;
    const name = event.trip ?? event.isolate;
    if (name === undefined) return NaN;
    const fleet = fleetOf(base, plant, name);
    const count = event.leak === undefined ? event.count : (event.count ?? 1);
    if (fleet === undefined || count === undefined) return 1;
    const { needed, spare } = fleet;
    return Math.max(0, 1 - Math.max(0, needed + spare - count) / needed);
  });
  return shares.some(Number.isNaN) ? NaN : Math.max(...shares);
}
