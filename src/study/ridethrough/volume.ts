/**
 * How much coolant a circuit must hold for the chips to stay below a limit
 * while something fails: every liquid circuit is tried, and the one that needs
 * the least is the one that binds.
 */

import { leastPassing } from '../../numerics/least-passing.ts';
import { type HandInputs, warmingTime, warmingVolume } from './hand-estimate.ts';
import { type Case, tankOn, withBuffer, withVolume } from './plant-change.ts';
import type { Limit, Trial } from './trial.ts';
import { contentsOf, lostShare, type Trials } from './trials.ts';

/** What more coolant in one circuit does. */
export interface CircuitTried {
  readonly circuit: string;
  /** The tank whose volume it is; undefined where it is what the supply of the circuit holds. */
  readonly tank: string | undefined;
  /** As it stands, and the largest that was tried [m³]. */
  readonly present: number;
  readonly largest: number;
  readonly atLargest: Trial;
}

export interface VolumePoint {
  readonly volume: number;
  readonly trial: Trial;
  /** The same if what failed never came back; undefined where that was not asked. */
  readonly lasting: Trial | undefined;
}

/** What one limit asks of the circuit that binds. */
export interface VolumeAnswer {
  readonly limit: Limit;
  /** Of the tank on the circuit, or mixed in its supply where it has none [m³]; NaN where none helps. */
  readonly volume: number;
  /** The same with the buffer as a stratified tank: coolant on its way, unmixed [m³], and the time it takes [s]. */
  readonly stratified: number;
  readonly stratifiedDelay: number;
  /** By V = P t / (ρ c ΔT) [m³]; NaN where that says nothing. */
  readonly byHand: number;
  readonly monotone: boolean;
  /** Why there is none. */
  readonly because: string | undefined;
}

export interface VolumeFindings {
  readonly tried: readonly CircuitTried[];
  /** The circuit that binds; undefined where more coolant helps nowhere. */
  readonly circuit: string | undefined;
  readonly answers: readonly VolumeAnswer[];
  readonly curve: readonly VolumePoint[];
  /** Time to the limits by t = ρ V c ΔT / P at the present volume [s]. */
  readonly handTimes: Readonly<Record<Limit, number>>;
}

/** Relative tolerance of a volume and of a time in a tank [1]. */
export const volumeTolerance = 0.01;
/** Volumes over the range that also draw the curve. */
const points = 9;
const delayPoints = 5;
/** Largest buffer that is tried: the design flow of so long [s]. */
const largestHolding = 3600;
/** For what left a tank to pass the chips and be seen [s]. */
const settling = 60;
/** The smallest tank that is tried in the place of one that is there [m³]. */
export const smallestTank = 0.1;
/** A gain of less than this is none [s], [K]. */
const noGain = { time: 1, margin: 0.1 };

export function volumeFindings(
  trials: Trials,
  circuits: readonly string[],
  limits: readonly Limit[],
  { before, asItStands }: { readonly before: Trial; readonly asItStands: Trial },
): VolumeFindings {
  const tried = circuits.map((circuit) => triedCircuit(trials, circuit));
  const helping = tried.filter((one) => {
    // A tank may already be as large as it helps: what counts is whether the plant could do without.
    const without =
      one.tank === undefined ? asItStands : trials.run(withVolume(trials.base, one.circuit, smallestTank));
    return limits.some((limit) => gains(without, one.atLargest, limit));
  });
  const searches = helping.map((one) => searchOf(trials, one, limits));
  const best = searches.toSorted((a, b) => a.order - b.order)[0];
  const binding = best?.tried ?? tried[0];
  const hand = binding === undefined ? undefined : handInputs(trials, binding.circuit, before);
  return {
    tried,
    circuit: best?.tried.circuit,
    answers: limits.map((limit) => answerOf(trials, limit, best, { asItStands, before, tried, hand: hand?.[limit] })),
    curve: best?.curve() ?? [],
    handTimes: {
      throttle:
        binding === undefined || hand?.throttle === undefined ? NaN : warmingTime(binding.present, hand.throttle),
      shutdown:
        binding === undefined || hand?.shutdown === undefined ? NaN : warmingTime(binding.present, hand.shutdown),
    },
  };
}

function triedCircuit(trials: Trials, circuit: string): CircuitTried {
  const { volume: held, density } = contentsOf(trials, circuit);
  const tank = tankOn(trials.base, circuit);
  const present = tank?.volume ?? held;
  const placed = trials.plant.circuits.find(({ name }) => name === circuit)!;
  const largest = Math.max(4 * present, (placed.design.flow * largestHolding) / density);
  return {
    circuit,
    tank: tank?.name,
    present,
    largest,
    atLargest: trials.run(withVolume(trials.base, circuit, largest)),
  };
}

/** Whether a change keeps the chips below a limit, or longer, or further from it. */
export function gains(before: Trial, after: Trial, limit: Limit): boolean {
  const [a, b] = [before[limit], after[limit]];
  if (a.holds) return b.holds && b.margin > a.margin + noGain.margin;
  return b.holds || b.timeToLimit > a.timeToLimit + noGain.time;
}

interface Search {
  readonly tried: CircuitTried;
  readonly found: ReadonlyMap<Limit, { readonly least: number; readonly monotone: boolean }>;
  /** The least volume of the hardest limit; large where none does. */
  readonly order: number;
  curve(): readonly VolumePoint[];
}

function searchOf(trials: Trials, tried: CircuitTried, limits: readonly Limit[]): Search {
  const seen = new Map<number, Trial>();
  const at = (volume: number): Case => withVolume(trials.base, tried.circuit, volume);
  const trialAt = (volume: number): Trial => {
    const known = seen.get(volume) ?? (volume === tried.largest ? tried.atLargest : trials.run(at(volume)));
    seen.set(volume, known);
    return known;
  };
  const from = tried.tank === undefined ? tried.present : smallestTank;
  const range = { from, to: tried.largest, points, tolerance: volumeTolerance };
  const found = new Map(
    limits.map((limit) => [limit, leastPassing({ ...range, passes: (volume) => trialAt(volume)[limit].holds })]),
  );
  const hardest = found.get(limits[0]!)!.least;
  const gained = tried.atLargest[limits[0]!];
  return {
    tried,
    found,
    order: Number.isNaN(hardest) ? 1e9 - (gained.holds ? 1e8 : gained.timeToLimit) : hardest,
    curve: () =>
      [...seen]
        .toSorted(([a], [b]) => a - b)
        .map(([volume, trial]) => ({
          volume,
          trial,
          lasting: trials.over < Infinity ? trials.runLasting(at(volume)) : undefined,
        })),
  };
}

interface Known {
  readonly asItStands: Trial;
  readonly before: Trial;
  readonly tried: readonly CircuitTried[];
  readonly hand: HandInputs | undefined;
}

function answerOf(trials: Trials, limit: Limit, best: Search | undefined, known: Known): VolumeAnswer {
  const found = best?.found.get(limit);
  const volume = found?.least ?? (known.asItStands[limit].holds ? (known.tried[0]?.present ?? NaN) : NaN);
  const lasts = trials.over - trials.since;
  const byHand = known.hand === undefined || lasts === Infinity ? NaN : warmingVolume(lasts, known.hand);
  const none = Number.isNaN(volume) ? reasonWhyNone(trials, limit, known) : undefined;
  const isNeeded =
    best !== undefined && best.tried.tank === undefined && !Number.isNaN(volume) && volume > best.tried.present;
  const delay = isNeeded ? leastDelay(trials, best.tried.circuit, limit) : NaN;
  const { density } = best === undefined ? { density: NaN } : contentsOf(trials, best.tried.circuit);
  const flow = trials.plant.circuits.find(({ name }) => name === best?.tried.circuit)?.design.flow ?? NaN;
  return {
    limit,
    volume,
    stratifiedDelay: delay,
    stratified: (delay * flow) / density,
    byHand,
    monotone: found?.monotone ?? true,
    because: none,
  };
}

/**
 * The least time in a stratified tank of the circuit, beside the volume it
 * holds as it stands [s]. Only so long that what entered during the failure
 * still reaches the chips before the transient ends: else a tank would pass
 * that only puts the limit off.
 */
function leastDelay(trials: Trials, circuit: string, limit: Limit): number {
  const { duration } = trials.base.transient;
  const to = trials.over === Infinity ? largestHolding : Math.min(largestHolding, duration - trials.over - settling);
  if (!(to > 1)) return NaN;
  const passes = (supplyDelay: number) => trials.run(withBuffer(trials.base, circuit, { supplyDelay }))[limit].holds;
  return leastPassing({ from: 1, to, points: delayPoints, tolerance: volumeTolerance, passes }).least;
}

/** ρ, c, P and what the tank or the chips have left before the failure; undefined where the failure takes no cooling away. */
function handInputs(trials: Trials, name: string, before: Trial): Partial<Record<Limit, HandInputs>> {
  const circuit = trials.plant.circuits.find((placed) => placed.name === name)!;
  const heat = circuit.design.heat * lostShare(trials);
  const shared = {
    density: circuit.fluid.density(circuit.supply),
    specificHeat: circuit.fluid.specificHeat(circuit.supply),
    heat,
  };
  const of = (limit: Limit) => {
    const rise = tankOn(trials.base, name)?.rise ?? before[limit].margin;
    return heat > 0 && before[limit].margin > 0 ? { ...shared, rise } : undefined;
  };
  const [throttle, shutdown] = [of('throttle'), of('shutdown')];
  return { ...(throttle === undefined ? {} : { throttle }), ...(shutdown === undefined ? {} : { shutdown }) };
}

function reasonWhyNone(trials: Trials, limit: Limit, { asItStands, before, tried }: Known): string {
  const atBest = tried.map(({ atLargest }) => atLargest[limit].timeToLimit).filter((time) => !Number.isNaN(time));
  const longest = Math.max(asItStands[limit].timeToLimit, ...atBest);
  if (!before[limit].holds) return 'the chips are at the limit before anything fails';
  if (asItStands.batteriesEmpty && limit === 'shutdown')
    return 'the batteries run out and everything on the UPS stops, whatever the temperature; look at the UPS';
  const feeding = asItStands.stalled.filter((name) => feeds(trials, name, asItStands[limit].group));
  if (feeding.length > 0)
    return `the flow through the racks themselves is lost (${feeding.join(', ')}): coolant elsewhere cannot reach the chips; keep its movers running instead`;
  if (tried.length === 0) return 'no circuit here holds a liquid that could be buffered';
  if (longest <= asItStands[limit].timeToLimit + noGain.time)
    return 'no circuit with more coolant keeps the chips below the limit any longer: what is lost stands between the buffer and the chips';
  if (trials.over === Infinity)
    return `the failure lasts to the end of the transient; the largest volume tried lasts ${longest.toFixed(0)} s`;
  return `the largest volume tried lasts ${longest.toFixed(0)} s, which is not enough`;
}

function feeds({ plant }: Trials, circuit: string, group: string): boolean {
  const loads = plant.circuits.find(({ name }) => name === circuit)?.loads ?? [];
  return loads.some((load) => plant.machines[load.machine]!.name === group);
}

/** What a circuit needs [m³] with something else changed too; NaN where none does. */
export function leastVolume(trials: Trials, subject: Case, circuit: string, limit: Limit): number {
  const { volume: held, density } = contentsOf(trials, circuit);
  const from = tankOn(subject, circuit)?.volume ?? held;
  const placed = trials.plant.circuits.find(({ name }) => name === circuit)!;
  const to = Math.max(4 * from, (placed.design.flow * largestHolding) / density);
  const passes = (volume: number) => trials.run(withVolume(subject, circuit, volume))[limit].holds;
  if (passes(from)) return from;
  return leastPassing({ from, to, points: 4, tolerance: 0.05, passes }).least;
}

/** Circuits that a buffer may stand in. */
export function bufferable({ plant }: Trials): readonly string[] {
  return plant.circuits.flatMap(({ name, fluid }) => (fluid.phase === 'liquid' ? [name] : []));
}
