/**
 * The transient of one scenario from text to answers: assembled at its design
 * hour, solved in time, measured. The sibling of `scenario-run.ts`, which does
 * the year.
 *
 * A run goes on in stretches, at whose ends it is taken up from a snapshot of
 * itself, stopped or not: a run that went on later takes the same steps. What
 * differs are the first guesses of machines that solve an equation, some 1e-12
 * of their answers.
 */

import { type TransientGroup, transientGroups } from '../metrics/transient-metrics.ts';
import { ScenarioError } from '../errors.ts';
import type { IntegratorStatistics } from '../numerics/rosenbrock.ts';
import type { Plant } from '../plant/plant.ts';
import { type Holdings, holdingsOf } from '../solver/transient/holdings.ts';
import type { RowSink, TransientColumn } from '../solver/transient/rows.ts';
import { transientSimulation, type TransientRun } from '../solver/transient/run.ts';
import { type TransientSettings, transientSettings } from '../solver/transient/settings.ts';
import type { TransientSnapshot } from '../solver/transient/snapshot.ts';
import type { PreparedScenario } from './scenario-run.ts';
import { assembleTransient } from './transient-plant.ts';

/** Where a transient begins: an hour of the year, or the design hour at full load. */
export interface TransientStart {
  /** 1 … 8760; undefined for the design hour. */
  readonly hour: number | undefined;
  readonly dryBulb: number;
  readonly wetBulb: number;
}

/** What a transient says, and of what. */
export interface TransientOutcome {
  readonly name: string;
  readonly title: string;
  readonly silicon: string;
  readonly start: TransientStart;
  /** [s] */
  readonly duration: number;
  readonly step: number;
  /** When the last of the scenario's events began, ended or was over its ramp [s]; 0 where there are none. */
  readonly lastChange: number;
  readonly groups: readonly TransientGroup[];
  readonly holdings: Holdings;
  readonly run: TransientRun;
  /** A chip throttled or switched off, or something froze. */
  readonly breaksLimit: boolean;
  readonly notes: readonly string[];
}

/** A transient that was stopped: plain data, fit for JSON. */
export interface StoppedTransient {
  readonly simulation: TransientSnapshot;
  /** What was done until then. */
  readonly statistics: IntegratorStatistics;
}

/** A transient that is under way. */
export interface OpenTransient {
  readonly prepared: PreparedScenario;
  readonly plant: Plant;
  readonly settings: TransientSettings;
  readonly columns: readonly TransientColumn[];
  /** [s] */
  readonly time: number;
  readonly isDone: boolean;
  /** Goes on to the end of the next stretch. */
  goOn(): void;
  /** At the end of a stretch: all that is needed to take the run up again. */
  snapshot(): StoppedTransient;
  resume(from: StoppedTransient): void;
  outcome(): TransientOutcome;
}

/** Length of a stretch [s]: some tenths of a second of work. */
const stretch = 600;

/** The whole transient at once; rows go to the sink. */
export function runTransient(prepared: PreparedScenario, sink: RowSink): TransientOutcome {
  const open = openTransient(prepared, sink);
  while (!open.isDone) open.goOn();
  return open.outcome();
}

/**
 * A transient at its start.
 *
 * @throws {ScenarioError} for a scenario that has none, or a plant that cannot be built
 */
export function openTransient(prepared: PreparedScenario, sink: RowSink): OpenTransient {
  const { scenario } = prepared;
  if (scenario.transient === undefined)
    throw new ScenarioError([scenario.fault('transient', 'is missing: the scenario says nothing of a transient')]);
  const settings = transientSettings(scenario.transient);
  const { duration } = settings.values;
  const plant = assembleTransient(prepared);
  const simulation = transientSimulation(plant, prepared.forcing, settings, sink);
  const holdings = holdingsOf(plant, settings, simulation);
  const start: TransientStart = {
    hour: settings.values.hour,
    dryBulb: plant.s[plant.weather.dryBulb]!,
    wetBulb: plant.s[plant.weather.wetBulb]!,
  };
  const nothing: IntegratorStatistics = { steps: 0, rejected: 0, evaluations: 0, jacobians: 0, factorisations: 0 };
  let done = nothing;
  const statistics = () => sumOf(done, simulation.run().statistics);

  return {
    prepared,
    plant,
    settings,
    columns: simulation.columns,
    get time() {
      return simulation.time;
    },
    get isDone() {
      return simulation.time >= duration;
    },
    goOn() {
      const stretches = Math.floor(simulation.time / stretch + 1e-9) + 1;
      simulation.advance(stretches * stretch);
      if (simulation.time < duration) simulation.resume(simulation.snapshot());
    },
    snapshot: () => ({ simulation: simulation.snapshot(), statistics: statistics() }),
    resume(from) {
      simulation.resume(from.simulation);
      done = from.statistics;
    },
    outcome: () => {
      const run = { ...simulation.run(), statistics: statistics() };
      return outcomeOf(prepared, plant, settings, { start, holdings, run });
    },
  };
}

function sumOf(before: IntegratorStatistics, now: IntegratorStatistics): IntegratorStatistics {
  return {
    steps: before.steps + now.steps,
    rejected: before.rejected + now.rejected,
    evaluations: before.evaluations + now.evaluations,
    jacobians: before.jacobians + now.jacobians,
    factorisations: before.factorisations + now.factorisations,
  };
}

function outcomeOf(
  prepared: PreparedScenario,
  plant: Plant,
  { values }: TransientSettings,
  found: Pick<TransientOutcome, 'start' | 'holdings' | 'run'>,
): TransientOutcome {
  const { scenario, weather, design } = prepared;
  const groups = transientGroups(plant, found.run, scenario.site.tokenRate);
  const ideal = plant.machines.filter((machine) => machine.ideal).map((machine) => machine.name);
  return {
    name: scenario.name,
    title: scenario.title,
    silicon: [...new Set(plant.chips.map((chips) => chips.title))].join(' and '),
    ...found,
    duration: values.duration,
    step: values.step,
    lastChange: lastChange(values),
    groups,
    breaksLimit:
      found.run.log.some(({ breaks }) => breaks === true) ||
      groups.some(({ firstThrottle, shutdown }) => !Number.isNaN(firstThrottle) || !Number.isNaN(shutdown)),
    notes: [
      ...scenario.notes,
      ...(found.start.hour === undefined ? [`design hour: ${design.source}`] : []),
      ...weather.notes.map((note) => `${note.owner}: ${note.text}`),
      ...(ideal.length > 0 ? [`ideal, not physics: ${ideal.join(', ')}`] : []),
    ],
  };
}

function lastChange({ events, duration }: TransientSettings['values']): number {
  const times = Object.values(events ?? {}).flatMap(({ at, for: lasts = 0, over }) => [
    at,
    at + over,
    at + lasts,
    at + lasts + over,
  ]);
  return Math.max(0, ...times.filter((time) => time <= duration));
}
