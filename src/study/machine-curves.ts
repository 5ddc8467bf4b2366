/**
 * What a machine of a plant would do beside the point at which it stands in an
 * hour: the machine itself is asked again, over a range of one of its inputs,
 * with everything else as the hour left it. Never by its kind: what it takes
 * out, draws or warms is read from its ports, meters and chips.
 *
 * Leaves out how the rest of the plant would answer. The plant's slots are as
 * before when it returns.
 */

import { OutOfRangeError } from '../errors.ts';
import type { LoadPort, SourcePort } from '../machines/machine.ts';
import type { PlacedMachine, Plant } from '../plant/plant.ts';
import type { Quantity } from '../units.ts';

export interface CurveAxis {
  readonly about: string;
  readonly quantity: Quantity;
}

/** One number of a machine against another, SI, and where the machine stands. */
export interface MachineCurve {
  readonly key: string;
  readonly title: string;
  readonly x: CurveAxis;
  readonly y: CurveAxis;
  readonly points: readonly CurvePoint[];
  readonly now: CurvePoint | undefined;
}

export interface CurvePoint {
  readonly x: number;
  readonly y: number;
}

/** Points of a curve, but for the place where the machine stands. */
const samples = 48;
/** More than any machine can take out [W]. */
const everything = 1e12;
/** How far inlets are varied [K]. */
const cooler = 12;
const warmer = 18;

/**
 * The curves of a machine at the state that the plant's slots hold.
 *
 * @param name of a machine in the plant
 * @returns nothing for a machine that rests, or of which nothing moves
 */
export function machineCurves(plant: Plant, name: string): readonly MachineCurve[] {
  const placed = plant.machines.find((machine) => machine.name === name);
  if (placed === undefined) return [];
  const kept = plant.s.slice();
  let asked = 0;
  const ask = (x: number, answer: (x: number) => number): number => {
    // As in the first passes of an hour, when machines still decide how many units run.
    plant.s[plant.passes] = 1 + (asked++ % 2);
    try {
      return answer(x);
    } catch (error) {
      // Outside the data of a correlation there is no curve.
      if (error instanceof OutOfRangeError) return Number.NaN;
      throw error;
    } finally {
      plant.s.set(kept);
    }
  };
  const sweep: Sweep = (xs, answer) => xs.map((x) => ({ x, y: ask(x, answer) })).filter(({ y }) => Number.isFinite(y));
  const { source } = placed;
  const ofSource = source === undefined ? [] : sourceCurves(plant, placed, source, sweep);
  const ofLoads = placed.loads.flatMap((port) => loadCurves(plant, placed, port, sweep));
  return [...ofSource, ...ofLoads].filter(isMoving);
}

type Sweep = (xs: readonly number[], answer: (x: number) => number) => CurvePoint[];

/** A curve of which nothing moves says nothing. */
function isMoving({ points }: MachineCurve): boolean {
  const ys = points.map(({ y }) => y);
  return points.length > 2 && Math.max(...ys) - Math.min(...ys) > 1e-6 * Math.max(...ys.map(Math.abs));
}

/** Evenly from low to high, and the place where the machine stands. */
function range(low: number, high: number, now: number): number[] {
  const even = Array.from({ length: samples + 1 }, (_, i) => low + ((high - low) * i) / samples);
  return [...new Set([...even, now])].filter((x) => x >= low && x <= high).sort((a, b) => a - b);
}

function powerOf({ s, meters }: Plant, name: string): () => number {
  const slots = meters.filter(({ owner }) => owner === name).map(({ slot }) => slot);
  return () => slots.reduce((sum, slot) => sum + s[slot]!, 0);
}

function sourceCurves(plant: Plant, { name, machine }: PlacedMachine, port: SourcePort, sweep: Sweep): MachineCurve[] {
  const { s } = plant;
  const [inlet, flow, duty] = [s[port.inlet]!, s[port.flow]!, s[port.duty]!];
  if (machine.source === undefined || !(flow > 0) || !(duty > 0)) return [];
  const power = powerOf(plant, name);
  const drawn = power();
  const ask = (temperature: number, massFlow: number, wanted: number): number => {
    const heat = machine.source!(temperature, massFlow, wanted);
    s[port.inlet] = temperature;
    s[port.flow] = massFlow;
    s[port.duty] = heat;
    return heat;
  };
  const [capacity] = sweep([0], () => ask(inlet, flow, everything));
  const most = Math.max(duty, Math.min(capacity?.y ?? duty, 4 * duty));
  const heat = { about: `Heat taken from ${port.circuit}`, quantity: 'heat flow' } as const;
  return [
    {
      key: 'power',
      title: 'Electricity at part load',
      x: heat,
      y: { about: 'Electricity', quantity: 'power' },
      points: sweep(range(0.02 * most, most, duty), (wanted) => {
        ask(inlet, flow, wanted);
        machine.finish?.();
        return power();
      }),
      now: { x: duty, y: drawn },
    },
    {
      key: 'capacity.temperature',
      title: 'Most heat by entering temperature',
      x: { about: `Enters from ${port.circuit}`, quantity: 'temperature' },
      y: heat,
      points: sweep(range(inlet - cooler, inlet + warmer, inlet), (temperature) => ask(temperature, flow, everything)),
      now: { x: inlet, y: duty },
    },
    {
      key: 'capacity.flow',
      title: 'Most heat by flow',
      x: { about: `Flow of ${port.circuit}`, quantity: 'mass flow' },
      y: heat,
      points: sweep(range(0.1 * flow, 1.6 * flow, flow), (massFlow) => ask(inlet, massFlow, everything)),
      now: { x: flow, y: duty },
    },
  ];
}

/** A machine with a load of its own, by the temperature of what it is given. */
function loadCurves(plant: Plant, { name, machine }: PlacedMachine, port: LoadPort, sweep: Sweep): MachineCurve[] {
  const { s } = plant;
  if (machine.load === undefined || !(s[port.flow]! > 0)) return [];
  const inlet = s[port.inlet]!;
  const x = { about: `Enters from ${port.circuit}`, quantity: 'temperature' } as const;
  const power = powerOf(plant, name);
  const chips = plant.chips.filter((report) => report.machine === name);
  const curve = (key: string, title: string, y: CurveAxis, read: () => number): MachineCurve => ({
    key: `${port.circuit}.${key}`,
    title,
    x,
    y,
    now: { x: inlet, y: read() },
    points: sweep(range(inlet - cooler, inlet + warmer, inlet), (temperature) => {
      s[port.inlet] = temperature;
      machine.load!();
      machine.finish?.();
      return read();
    }),
  });
  return [
    ...chips.map(({ title, junctionTemperature }) =>
      curve(
        'junction',
        'Junction by coolant',
        { about: `Junction, ${title}`, quantity: 'temperature' },
        () => s[junctionTemperature]!,
      ),
    ),
    curve('power', 'Electricity by coolant', { about: 'Electricity', quantity: 'power' }, power),
  ];
}
