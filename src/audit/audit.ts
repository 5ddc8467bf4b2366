/**
 * The laws, from outside. The auditor sees flows and states at ports, the
 * fluids' enthalpies, and meters; a machine's own word for its heat it never
 * reads. Every step it closes
 *
 *     circuit     Σ load ṁΔh + mover heat = Σ source ṁΔh + vapour loss, and the mixing of headers
 *     machine     electricity + source ṁΔh = load ṁΔh + air and water carried off + losses + reuse + stored
 *     facility    utility + envelope gain = heat to ambient + reuse + stored
 *     power       utility = Σ meters + Σ losses of the chain
 *     water       make-up = air flow · ΔW + drift + blowdown
 *
 * relative to the larger side, and checks that entropy is not destroyed. The
 * year is closed from the summed sides.
 */

import { secondsPerHour } from '../constants.ts';
import { BalanceError, type Residual } from '../errors.ts';
import type { AmbientPort } from '../machines/machine.ts';
import type { Circuit, PlacedMachine, Plant } from '../plant/plant.ts';
import { type PortHeats, portHeats } from './port-heat.ts';

/** How well one balance closed. */
export interface Closure {
  readonly owner: string;
  readonly equation: string;
  /** Largest |in − out| over the larger side, of any step [1]. */
  readonly worst: number;
  readonly worstStep: number;
  /** The same for the sums over the run [1]. */
  readonly run: number;
  /** Both sides, summed over the steps [W, or kg/h of water]. */
  readonly into: number;
  readonly out: number;
}

export interface AuditReport {
  readonly tolerance: number;
  readonly closures: readonly Closure[];
  readonly worst: Closure;
  /** Smallest entropy production over throughput [1]; below zero the second law is broken. */
  readonly leastEntropy: { readonly owner: string; readonly value: number };
}

export const auditTolerance = 1e-9;

/** Entropy production below nothing by this much of the entropy moved is rounding of temperatures [1]. */
const entropyTolerance = 1e-7;

/** One balance: two sides, summed and compared each step. */
interface Account {
  readonly owner: string;
  readonly equation: string;
  /** Writes the two sides of this step into `sides`, and into its third place the least throughput that states can resolve. */
  readonly read: (sides: Float64Array) => void;
}

export interface Auditor {
  /** After a step was solved and finished. */
  step(index: number): void;
  report(): AuditReport;
}

/** Floor of the throughput that a balance is judged by: a milliwatt, a milligram an hour. */
const smallestSide = 1e-3;

/**
 * Heat of a stream that warms by a millikelvin [W per kg/s]. Temperatures are
 * doubles near 300 K, so a port's heat has an error of about 1e-10 of this
 * however little heat there is; less throughput cannot be judged to 1e-9.
 */
const millikelvin = 4.2;

export function auditor(plant: Plant): Auditor {
  const heats = portHeats(plant);
  const accounts: Account[] = [
    ...plant.circuits.flatMap((circuit) => [
      circuitAccount(plant, circuit, heats),
      headerAccount(plant, circuit, heats),
    ]),
    ...plant.machines.map((placed) => machineAccount(plant, placed, heats)),
    ...plant.machines.flatMap((placed) => (placed.ambient ? [waterAccount(plant, placed, placed.ambient)] : [])),
    powerAccount(plant),
    facilityAccount(plant, heats),
  ];
  const worst = new Float64Array(accounts.length);
  const worstStep = new Int32Array(accounts.length).fill(-1);
  /** The three sides of each account, summed over the steps. */
  const sums = new Float64Array(3 * accounts.length);
  const entropies = plant.machines.flatMap((placed) => entropyCheck(plant, placed, heats));
  const least = { owner: '', value: Infinity };
  const sides = new Float64Array(3);

  function step(index: number): void {
    heats.measure();
    for (let i = 0, k = 0; i < accounts.length; i++, k += 3) {
      sides[2] = smallestSide;
      accounts[i]!.read(sides);
      const into = sides[0]!;
      const out = sides[1]!;
      const open = relativeGap(into, out, sides[2]!);
      sums[k]! += into;
      sums[k + 1]! += out;
      sums[k + 2]! += sides[2]!;
      if (!(open <= worst[i]!)) {
        worst[i] = open;
        worstStep[i] = index;
      }
    }
    for (let i = 0; i < entropies.length; i++) {
      const value = entropies[i]!.produced();
      if (!(value >= least.value)) {
        least.owner = entropies[i]!.owner;
        least.value = value;
      }
    }
  }

  function report(): AuditReport {
    const closures = accounts.map(({ owner, equation }, i) => {
      const [into, out, atLeast] = sums.subarray(3 * i) as unknown as readonly [number, number, number];
      const run = relativeGap(into, out, atLeast);
      return { owner, equation, worst: worst[i]!, worstStep: worstStep[i]!, run, into, out };
    });
    const worstClosure = closures.reduce((a, b) => (b.worst > a.worst || Number.isNaN(b.worst) ? b : a));
    return { tolerance: auditTolerance, closures, worst: worstClosure, leastEntropy: { ...least } };
  }

  return { step, report };
}

/** Throws when a balance is open or the second law is broken. */
export function requireBalance(report: AuditReport): void {
  const open: Residual[] = report.closures
    .filter((closure) => !(closure.worst <= report.tolerance) || !(closure.run <= report.tolerance))
    .map((closure) => ({
      owner: closure.owner,
      equation: `${closure.equation} (step ${closure.worstStep})`,
      value: Math.max(closure.worst, closure.run),
      unit: 'of throughput',
    }));
  if (!(report.leastEntropy.value >= -entropyTolerance)) {
    open.push({
      owner: report.leastEntropy.owner,
      equation: 'second law',
      value: report.leastEntropy.value,
      unit: 'of throughput',
    });
  }
  if (open.length > 0) throw new BalanceError('the run does not balance', open);
}

/** |into − out| over the larger of them, or over what states can resolve at least. */
function relativeGap(into: number, out: number, least: number): number {
  return Math.abs(into - out) / Math.max(Math.abs(into), Math.abs(out), least);
}

/** Mover electricity less the part that leaves sideways: what the fluid must have taken [W]. */
function moverIntoFluid(s: Float64Array, circuit: Circuit): number {
  return circuit.mover === undefined ? 0 : s[circuit.slots.moverPower]! - s[circuit.mover.loss]!;
}

function circuitAccount(plant: Plant, circuit: Circuit, { heat, load, source }: PortHeats): Account {
  const { s } = plant;
  const loads = Int32Array.from(circuit.loads, ({ port }) => load(port));
  const sources = Int32Array.from(circuit.stages.flatMap((stage) => stage.sources.map(({ port }) => source(port))));
  return {
    owner: circuit.name,
    equation: 'heat of loads and mover = heat of sources',
    read(sides) {
      let given = moverIntoFluid(s, circuit);
      for (let i = 0; i < loads.length; i++) given += heat[loads[i]!]!;
      let taken = s[circuit.slots.vapourLoss]!;
      for (let i = 0; i < sources.length; i++) taken += heat[sources[i]!]!;
      sides[0] = given;
      sides[1] = taken;
    },
  };
}

/** The first source is entered by what the headers mix. */
function headerAccount(plant: Plant, circuit: Circuit, { heat, load }: PortHeats): Account {
  const { s } = plant;
  const { slots, fluid } = circuit;
  const loads = Int32Array.from(circuit.loads, ({ port }) => load(port));
  return {
    owner: circuit.name,
    equation: 'mixing of the headers',
    read(sides) {
      if (fluid.phase === 'boiling') {
        sides[0] = sides[1] = 0;
        return;
      }
      const moisture = s[slots.companion]!;
      let given = moverIntoFluid(s, circuit);
      for (let i = 0; i < loads.length; i++) given += heat[loads[i]!]!;
      sides[0] = given;
      sides[1] =
        s[slots.sourceFlow]! *
        (fluid.enthalpy(s[slots.sourceInlet]!, moisture) - fluid.enthalpy(s[slots.supply]!, moisture));
    },
  };
}

function machineAccount(plant: Plant, placed: PlacedMachine, { heat, ...place }: PortHeats): Account {
  const { s } = plant;
  const { machine, loads, source, ambient, name } = placed;
  const meters = plant.meters.filter((meter) => meter.owner === name).map((meter) => meter.slot);
  const given = plant.losses.filter((loss) => loss.owner === name).map((loss) => loss.slot);
  const received = plant.losses.filter((loss) => loss.to === name).map((loss) => loss.slot);
  let stored = machine.stored === undefined ? 0 : s[machine.stored]!;
  const loadPlaces = Int32Array.from(loads, (port) => place.load(port));
  const sourcePlace = source === undefined ? -1 : place.source(source);
  const ambientPlace = ambient === undefined ? -1 : place.ambient(ambient);
  return {
    owner: name,
    equation: 'electricity and heat in = heat out',
    read(sides) {
      let into = source === undefined ? 0 : heat[sourcePlace]!;
      for (let i = 0; i < meters.length; i++) into += s[meters[i]!]!;
      for (let i = 0; i < received.length; i++) into += s[received[i]!]!;
      if (machine.envelope !== undefined) into += s[machine.envelope]!;
      let streams = source === undefined ? 0 : s[source.flow]!;
      if (ambient !== undefined) streams += s[ambient.airFlow]!;
      let out = ambient === undefined ? 0 : heat[ambientPlace]!;
      for (let i = 0; i < loads.length; i++) {
        out += heat[loadPlaces[i]!]!;
        streams += s[loads[i]!.flow]!;
      }
      sides[2] = millikelvin * streams;
      for (let i = 0; i < given.length; i++) out += s[given[i]!]!;
      if (machine.reuse !== undefined) out += s[machine.reuse]!;
      if (machine.stored !== undefined) {
        out += (s[machine.stored]! - stored) / secondsPerHour;
        stored = s[machine.stored]!;
      }
      sides[0] = into;
      sides[1] = out;
    },
  };
}

function waterAccount(plant: Plant, placed: PlacedMachine, port: AmbientPort): Account {
  const { s, weather } = plant;
  return {
    owner: placed.name,
    equation: 'make-up = evaporated + drift + blowdown',
    read(sides) {
      sides[0] = secondsPerHour * s[port.makeUp]!;
      const carried = s[port.airFlow]! * (s[port.outletHumidityRatio]! - s[weather.humidityRatio]!);
      sides[1] = secondsPerHour * (carried + s[port.drift]! + s[port.blowdown]!);
    },
  };
}

function powerAccount(plant: Plant): Account {
  const { s } = plant;
  const { slots } = plant.power;
  return {
    owner: 'power chain',
    equation: 'utility = meters + losses',
    read(sides) {
      let drawn = s[slots.transformerLoss]! + s[slots.upsLoss]! + s[slots.pduLoss]! + s[slots.buswayLoss]!;
      for (let i = 0; i < plant.meters.length; i++) drawn += s[plant.meters[i]!.slot]!;
      sides[0] = s[slots.utility]!;
      sides[1] = drawn;
    },
  };
}

function facilityAccount(plant: Plant, { heat, ambient }: PortHeats): Account {
  const { s } = plant;
  const outdoors = plant.losses.filter((loss) => loss.to === 'outdoors').map((loss) => loss.slot);
  const stores = plant.machines.flatMap(({ machine }) => (machine.stored === undefined ? [] : [machine.stored]));
  let stored = stores.reduce((sum, slot) => sum + s[slot]!, 0);
  const slotsOf = (pick: (placed: PlacedMachine) => number | undefined) =>
    Int32Array.from(plant.machines.flatMap((placed) => pick(placed) ?? []));
  const envelopes = slotsOf(({ machine }) => machine.envelope);
  const reuses = slotsOf(({ machine }) => machine.reuse);
  const ambients = slotsOf((placed) => (placed.ambient === undefined ? undefined : ambient(placed.ambient)));
  const vapours = Int32Array.from(plant.circuits, ({ slots }) => slots.vapourLoss);
  return {
    owner: 'facility',
    equation: 'utility and envelope = ambient + reuse + stored',
    read(sides) {
      let into = s[plant.power.slots.utility]!;
      let out = 0;
      for (let i = 0; i < envelopes.length; i++) into += s[envelopes[i]!]!;
      for (let i = 0; i < ambients.length; i++) out += heat[ambients[i]!]!;
      for (let i = 0; i < reuses.length; i++) out += s[reuses[i]!]!;
      for (let i = 0; i < outdoors.length; i++) out += s[outdoors[i]!]!;
      for (let i = 0; i < vapours.length; i++) out += s[vapours[i]!]!;
      if (stores.length > 0) {
        const now = stores.reduce((sum, slot) => sum + s[slot]!, 0);
        out += (now - stored) / secondsPerHour;
        stored = now;
      }
      sides[0] = into;
      sides[1] = out;
    },
  };
}

/**
 * Entropy production of a machine that moves heat from its source circuit to
 * its load circuit, over the entropy it moves: ṁ(s₂ − s₁) of a stream is its
 * heat over (T₂ − T₁)/ln(T₂/T₁).
 */
function entropyCheck(
  plant: Plant,
  placed: PlacedMachine,
  heats: PortHeats,
): readonly { owner: string; produced(): number }[] {
  const { s } = plant;
  const { source, loads, name } = placed;
  if (source === undefined || loads.length !== 1 || placed.machine.stored !== undefined) return [];
  const load = loads[0]!;
  const { heat } = heats;
  const outPlace = heats.load(load);
  const intoPlace = heats.source(source);
  return [
    {
      owner: name,
      produced() {
        const out = heat[outPlace]!;
        const into = heat[intoPlace]!;
        // A stream that changes by less than a millikelvin has no entropy to speak of.
        if (!(into > millikelvin * s[source.flow]!)) return 0;
        const lost = into / logMean(s[source.inlet]!, s[source.outlet]!);
        return (out / logMean(s[load.inlet]!, s[load.outlet]!) - lost) / lost;
      },
    },
  ];
}

/** (b − a)/ln(b/a); with r = (b − a)/(b + a) the series of r/artanh r, to 1e-13 where r is below 0.03. */
function logMean(a: number, b: number): number {
  const r = (b - a) / (b + a);
  if (!(r > -0.03 && r < 0.03)) return (b - a) / Math.log(b / a);
  const square = r * r;
  return (0.5 * (a + b)) / (1 + square * (1 / 3 + square * (1 / 5 + square / 7)));
}
