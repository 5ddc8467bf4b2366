/**
 * The balance of one circuit, as closures that the hour loop calls.
 *
 * `outward` adds up what the loads give and take, drives the pump, tells the
 * sources how much is wanted of them, and sets the set point. `inward` finds
 * the supply state at which the sources, stage by stage, remove just that
 * heat: the set point while capacity lasts, above it where it does not. While
 * it looks for that state it lets the machines that load the circuit answer to
 * it (an economizer gives less to warmer water, a chiller more), so that each
 * circuit comes to rest with the one inside it and passes are only needed for
 * what is left.
 *
 * With bypass b, recirculation r (air) or a pump on its own header (liquid),
 * source flow and load flow differ; the decoupler's mixing is in
 *
 *     h_source,in = h_supply + (Q + Q_mover) / m_source
 *
 * which holds for either surplus, because what bypasses the loads returns at
 * the supply state.
 */

import { NotConvergedError } from '../errors.ts';
import { curveEnthalpy, curveSpecificHeat, curveTemperature } from '../fluids/enthalpy-curve.ts';
import type { Circuit, Plant } from '../plant/plant.ts';
import { circuitLoads } from './circuit-loads.ts';
import { moverPower } from './mover-power.ts';
import { secantStep } from './secant-step.ts';
import { setpointRule } from './setpoint.ts';
import { stageWalk } from './stage-walk.ts';

export interface CircuitBalance {
  /** Before the first pass of a step. */
  start(): void;
  /** Hands the supply state to the load ports; before the machines' own loads are asked. */
  feed(): void;
  outward(): void;
  inward(): void;
  /** Lets its sources answer to the circuits behind them, with its own heat as it is. */
  answer(): void;
  /** After all circuits went inward: the largest movement of the pass, of heat and of temperature over the circuit's rise [1]. */
  movement(): number;
  /** Whether heat, flow or set point moved in this pass. */
  moved(): boolean;
  /** When the step stands still: heat goes outwards once more as it now is, so that the last digits agree. */
  close(): void;
}

/** Below this part of the wanted heat a shortfall is rounding. */
export const heatTolerance = 2e-10;
/** A floating supply may rise this far above its set point before the hour is given up [K]. */
const floatLimit = 150;
/** In one pass it may rise this far [K]. */
const passFloat = 20;
/** Parts of heat, flow or temperature below which nothing moved. */
const unmoved = 1e-12;

/** Of a circuit whose fluid does not boil; `inner` are the balances of the circuits whose machines load it. */
export function sensibleBalance(plant: Plant, circuit: Circuit, inner: readonly CircuitBalance[]): CircuitBalance {
  const { s } = plant;
  const { slots } = circuit;
  const { curve } = circuit;
  const loads = circuitLoads(plant, circuit);
  const walk = stageWalk(plant, circuit);
  const drive = moverPower(plant, circuit);
  const setpoint = setpointRule(plant, circuit);
  const faster = secantStep(-0.1);
  const memory = {
    /** Heat that the sources gain and the loads lose per rise of the supply's enthalpy [kg/s], kept from hour to hour. */
    slope: NaN,
    /** Movement of the supply in this pass, parts of the circuit's rise [1]. */
    shift: NaN,
    /** Heat, flow and set point that the supply was last found for. */
    heat: NaN,
    flow: NaN,
    setpoint: NaN,
    /** The set point last asked for, and its enthalpy. */
    target: NaN,
    hTarget: NaN,
  };
  let dirty = true;
  /** Enthalpy of the supply where nothing is wanted: the set point, or as cold as the ambient lets it be. */
  let hRest = NaN;

  function targetEnthalpy(): number {
    const target = s[slots.setpoint]!;
    if (memory.target !== target) {
      memory.target = target;
      memory.hTarget = curveEnthalpy(curve, target);
    }
    return memory.hTarget;
  }

  function outward(): void {
    loads.mark();
    loads.gather();
    loads.mix();
    drive();
    s[slots.setpoint] = setpoint();
    dirty = !(
      Math.abs(s[slots.heat]! - memory.heat) <= unmoved * memory.heat &&
      Math.abs(s[slots.sourceFlow]! - memory.flow) <= unmoved * memory.flow &&
      s[slots.setpoint] === memory.setpoint
    );
    if (dirty) walk.announce(s[slots.heat]! + s[slots.moverHeat]!);
  }

  function mustSolve(): boolean {
    if (dirty || walk.sinksMoved() || walk.isShort()) return true;
    for (let i = 0; i < inner.length; i++) if (inner[i]!.moved()) return true;
    return false;
  }

  /** Heat that is wanted and not removed when the supply has this enthalpy [W]. */
  function missingAt(h: number, hTarget: number): number {
    if (inner.length > 0) {
      s[slots.supply] = h === hTarget ? s[slots.setpoint]! : curveTemperature(curve, h);
      loads.feed();
      for (let i = 0; i < inner.length; i++) inner[i]!.answer();
      loads.gather();
      drive();
    }
    const wanted = s[slots.heat]! + s[slots.moverHeat]!;
    const flow = s[slots.sourceFlow]!;
    if (!(wanted > 0 && flow > 0)) {
      walk.removed(h, hTarget, 0, Math.max(flow, 1e-9));
      // Warmer than it would stand at rest, a loop without load is no answer: colder, it might be asked for something.
      return h > hRest ? -Infinity : 0;
    }
    return wanted - walk.removed(h, hTarget, wanted, flow);
  }

  function inward(): void {
    if (!mustSolve()) {
      memory.shift = 0;
      return;
    }
    const before = s[slots.supply]!;
    const target = s[slots.setpoint]!;
    const hTarget = targetEnthalpy();
    const reach = s[slots.reach]!;
    hRest = reach > target && reach < Infinity ? curveEnthalpy(curve, reach) : hTarget;
    const floated = s[slots.floating]! > 0;
    const h = supplyEnthalpy(floated ? curveEnthalpy(curve, before) : hTarget, hTarget);
    let supply = h === hTarget ? target : curveTemperature(curve, h);
    // Nothing to remove: the loop stands no colder than what surrounds it.
    if (!(s[slots.heat]! > 0) && supply < reach) supply = reach;
    s[slots.floating] = supply > target && s[slots.heat]! > 0 ? supply - target : 0;
    const flow = s[slots.sourceFlow]!;
    const rise = flow > 0 ? s[slots.heat]! / (flow * curveSpecificHeat(curve, supply)) : 10;
    memory.shift = Math.abs(supply - before) / Math.min(Math.max(rise, 1), 10);
    s[slots.supply] = supply > target ? Math.max(target, faster.next(before, supply)) : supply;
    memory.heat = s[slots.heat]!;
    memory.flow = flow;
    memory.setpoint = target;
  }

  /** The set point's enthalpy if the sources can hold it, else the one above it at which they remove all, by guarded secant. */
  function supplyEnthalpy(start: number, hTarget: number): number {
    let low = hTarget;
    let isLowTried = false;
    let h = start > hTarget ? start : hTarget;
    const perKelvin = curveSpecificHeat(curve, s[slots.setpoint]!);
    const hLimit = hTarget + floatLimit * perKelvin;
    const hPass = Math.min(hLimit, h + passFloat * perKelvin);
    let high = hPass;
    let isHighTried = false;
    let missing = missingAt(h, hTarget);
    for (let step = 0; step < 80; step++) {
      if (Math.abs(missing) <= (s[slots.heat]! + s[slots.moverHeat]!) * heatTolerance) return h;
      if (h === hTarget && missing < 0) return h;
      if (missing > 0) {
        if (h >= hPass) break;
        low = h;
        isLowTried = true;
      } else {
        high = h;
        isHighTried = true;
      }
      const slope = memory.slope > 0 ? memory.slope : 0.5 * s[slots.sourceFlow]!;
      let next = h + missing / slope;
      if (next <= low) next = isLowTried ? 0.5 * (low + high) : hTarget;
      if (next >= high) next = isHighTried ? 0.5 * (low + high) : high;
      const missingNext = missingAt(next, hTarget);
      const found = (missing - missingNext) / (next - h);
      if (found > 0 && found < Infinity) memory.slope = found;
      // Where nothing answers to the supply yet, ever longer steps.
      else memory.slope = 0.5 * slope;
      h = next;
      missing = missingNext;
      if (Number.isNaN(missing)) break;
      if (high - low < 1e-9 * high) {
        // Just warm enough for a machine to switch off that could not be kept on: then it is off.
        if (missing === -Infinity) return h;
        // A machine that switched moved the root out of the bracket.
        low = hTarget;
        isLowTried = false;
        high = hPass;
        isHighTried = false;
      }
    }
    if (Math.abs(missing) <= (s[slots.heat]! + s[slots.moverHeat]!) * 1e-6) return h;
    // As far as one pass goes: warmer loads give less (they throttle), and the next pass sees that.
    if (missing > 0 && h < hLimit) return h;
    throw new NotConvergedError('no supply state lets the sources take the heat', [
      { owner: circuit.name, equation: 'heat of loads and mover against sources', value: missing, unit: 'W' },
    ]);
  }

  function movement(): number {
    const heat = loads.movement();
    return memory.shift > heat || Number.isNaN(memory.shift) ? memory.shift : heat;
  }

  function close(): void {
    loads.gather();
    drive();
    walk.announce(s[slots.heat]! + s[slots.moverHeat]!);
    const flow = s[slots.sourceFlow]!;
    if (!(flow > 0)) return;
    const entering = curveEnthalpy(curve, s[slots.supply]!) + (s[slots.heat]! + s[slots.moverHeat]!) / flow;
    s[slots.sourceInlet] = curveTemperature(curve, entering);
  }

  function answer(): void {
    const wanted = s[slots.heat]! + s[slots.moverHeat]!;
    const flow = s[slots.sourceFlow]!;
    if (!(wanted > 0 && flow > 0)) return;
    const hTarget = targetEnthalpy();
    const supply = s[slots.supply]!;
    walk.removed(supply === memory.target ? hTarget : curveEnthalpy(curve, supply), hTarget, wanted, flow);
    walk.announce(wanted);
  }

  function start(): void {
    faster.reset();
    loads.start();
    walk.reset();
    memory.heat = NaN;
    memory.target = NaN;
  }

  return { start, feed: loads.feed, outward, inward, answer, movement, moved: () => dirty, close };
}
