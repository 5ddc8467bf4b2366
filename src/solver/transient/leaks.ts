/**
 * Leaks of liquid circuits: what runs out, what make-up and the expansion
 * vessel put in its place, when the pumps trip at low level, and when valves
 * have shut the branch off.
 *
 *     q(t) = q until the order, falling straight to 0 over the stroke of the valves
 *     dD/dt = Σ q − m ,  D ≥ 0        D what the circuit lacks, m make-up; pumps trip at D = reserve
 *
 * All of it is known beforehand, piece by piece of straight q. What runs out
 * is replaced from the vessel at the temperature of the circuit, so that its
 * headers stay full until the pumps stand; from then on it runs out as before,
 * which is the most that it can. Leaves out that a leak follows the pressure,
 * and the cold of make-up water.
 */

import type { Plant } from '../../plant/plant.ts';
import type { TransientEventValues } from '../../scenario/transient.ts';
import { headerMasses, type TransientSettings } from './settings.ts';

export interface Leak {
  readonly event: string;
  readonly circuit: string;
  /** [kg/s] */
  readonly flow: number;
  readonly from: number;
  /** When valves begin to shut the branch off, and have done so [s]; infinite where nothing is isolated. */
  readonly ordered: number;
  readonly shut: number;
  /** When it is tight and filled again [s]; infinite where that is not in the scenario. */
  readonly until: number;
  readonly isolate: string | undefined;
}

export interface Inventory {
  /** What headers and pipes hold, and what may run out before the pumps trip [kg]. */
  readonly content: number;
  readonly reserve: number;
  /** [kg/s] */
  readonly makeUp: number;
}

/** What became of the coolant of one circuit, up to a moment. */
export interface LeakAnswer extends Inventory {
  readonly circuit: string;
  /** [kg]; lost = made up + filled again + lacking. */
  readonly lost: number;
  readonly madeUp: number;
  readonly filledAgain: number;
  readonly lacking: number;
  /** When its pumps tripped at low level, and might start again [s]. */
  readonly trips: readonly { readonly at: number; readonly until: number }[];
  readonly leaks: readonly Leak[];
}

/** From the leak to the order, and the stroke of the valves [s]. */
const usualDetection = 30;
const usualStroke = 10;
/** Leak of which nothing is said, of the design flow; reserve, of the content [1], and the least of it [m³]. */
const usualLeak = 0.01;
const usualReserve = 0.005;
const leastReserve = 0.003;

export function leaksOf(plant: Plant, settings: TransientSettings): readonly Leak[] {
  return Object.entries(settings.values.events ?? {}).flatMap(([event, values]) =>
    values.leak === undefined ? [] : [leakOf(event, values.leak, values, plant)],
  );
}

function leakOf(event: string, name: string, values: TransientEventValues, plant: Plant): Leak {
  const circuit = plant.circuits.find((placed) => placed.name === name)!;
  const { fluid, supply, design } = circuit;
  const until = values.for === undefined ? Infinity : values.at + values.for;
  const ordered = values.isolate === undefined ? Infinity : values.at + (values.detection ?? usualDetection);
  return {
    event,
    circuit: name,
    flow: values.flow === undefined ? usualLeak * design.flow : values.flow * fluid.density(supply),
    from: values.at,
    ordered,
    shut: ordered + (values.valves ?? usualStroke),
    until,
    isolate: values.isolate,
  };
}

export function inventoryOf(plant: Plant, settings: TransientSettings, name: string): Inventory {
  const circuit = plant.circuits.find((placed) => placed.name === name)!;
  const dynamics = settings.circuit(name);
  const density = circuit.fluid.density(circuit.supply);
  const { supply, returned } = headerMasses(plant, circuit, dynamics, density);
  const content = supply + returned + (dynamics.supplyDelay + dynamics.returnDelay) * circuit.design.flow;
  return {
    content,
    reserve:
      dynamics.expansion === undefined
        ? Math.max(usualReserve * content, leastReserve * density)
        : dynamics.expansion * density,
    makeUp: dynamics.makeUp * density,
  };
}

/** What became of every circuit that leaks, up to a moment [s]. */
export function leakAnswers(plant: Plant, settings: TransientSettings, until: number): readonly LeakAnswer[] {
  const leaks = leaksOf(plant, settings);
  return [...new Set(leaks.map(({ circuit }) => circuit))].map((circuit) => {
    const here = leaks.filter((leak) => leak.circuit === circuit);
    return { circuit, leaks: here, ...inventoryCourse(here, inventoryOf(plant, settings, circuit), until) };
  });
}

/** Outflow of a leak at a moment strictly inside a piece between its corners [kg/s]. */
function outflow({ flow, from, ordered, shut, until }: Leak, time: number): number {
  if (time < from || time >= until || time >= shut) return 0;
  return time <= ordered ? flow : (flow * (shut - time)) / (shut - ordered);
}

/** Walks from corner to corner of what runs out of one circuit. */
export function inventoryCourse(
  leaks: readonly Leak[],
  inventory: Inventory,
  end: number,
): Omit<LeakAnswer, 'circuit' | 'leaks'> {
  const { content, reserve, makeUp } = inventory;
  const corners = leaks.flatMap(({ from, ordered, shut, until }) => [from, ordered, shut, until]);
  const times = [...new Set([...corners.filter((time) => time < end), end])].toSorted((a, b) => a - b);
  const sum = { lost: 0, filledAgain: 0, lacking: 0 };
  const trips: { at: number; until: number }[] = [];
  for (let i = 0; i + 1 < times.length; i++) {
    const [from, to] = [times[i]!, times[i + 1]!];
    const width = to - from;
    const isTight = leaks.some(({ until }) => until === from) && leaks.every((leak) => !isUnderWay(leak, from));
    if (isTight) fillAgain(sum, trips, from);
    const mean = leaks.reduce((total, leak) => total + outflow(leak, 0.5 * (from + to)), 0);
    // Straight in the piece: its slope by what it is a little to either side of the middle.
    const slope = leaks.reduce(
      (total, leak) => total + outflow(leak, from + 0.75 * width) - outflow(leak, from + 0.25 * width),
      0,
    );
    const net = mean - makeUp;
    const before = sum.lacking;
    sum.lost += mean * width;
    sum.lacking = Math.min(content + reserve, Math.max(0, before + net * width));
    sum.lost -= Math.max(0, before + net * width - (content + reserve));
    if (trips.at(-1)?.until !== Infinity) {
      const after = firstReaching(reserve - before, net - slope, (2 * slope) / width, width);
      if (after !== undefined) trips.push({ at: from + after, until: Infinity });
    }
  }
  if (leaks.every(({ until }) => until <= end)) fillAgain(sum, trips, end);
  return { ...inventory, ...sum, madeUp: sum.lost - sum.filledAgain - sum.lacking, trips };
}

function isUnderWay({ from, until }: Leak, time: number): boolean {
  return from <= time && until > time;
}

function fillAgain(
  sum: { filledAgain: number; lacking: number },
  trips: { at: number; until: number }[],
  time: number,
): void {
  sum.filledAgain += sum.lacking;
  sum.lacking = 0;
  const last = trips.at(-1);
  if (last !== undefined && last.until === Infinity) last.until = time;
}

/** The first x in 0 … width at which rate x + ½ change x² reaches an amount; undefined where it does not. */
function firstReaching(amount: number, rate: number, change: number, width: number): number | undefined {
  if (amount <= 0) return rate > 0 ? 0 : undefined;
  const inside = rate * rate + 2 * change * amount;
  if (inside < 0 || (rate <= 0 && change <= 0)) return undefined;
  const x = (2 * amount) / (rate + Math.sqrt(inside));
  return x > 0 && x <= width ? x : undefined;
}
