/**
 * Pumps or fans of a circuit in time: those at speed, their speed, and the
 * flow that they drive.
 *
 *     dδ/dt = (δ* − δ)/τ_w                            δ drive: flow over what the openings ask
 *     da/dt = (a* − a)/τ_m,   dn/dt = stroke rate     a movers at speed, n speed
 *
 * δ* is where their curve meets the circuit (mover-curve.ts). Every circuit that is moved has them, whatever flows in it.
 */

import { piController } from '../../controls/pi.ts';
import { softStrokeRate } from '../../controls/rate-limit.ts';
import type { Circuit, Plant } from '../../plant/plant.ts';
import { moverCurve } from './mover-curve.ts';
import { available, type Operations } from './operations.ts';
import { plantPower } from './power-state.ts';
import type { CircuitDynamics } from './settings.ts';
import type { StateBook } from './state-book.ts';

export interface Movers {
  /** Drive as its state has it [1]. */
  drive(y: Float64Array): number;
  /** Never quite still: what is left is a trickle that gives temperatures a meaning [1]. */
  driven(y: Float64Array): number;
  /** Writes electricity and heat of movers that are asked for a flow [kg/s]. */
  turn(y: Float64Array, asked: number): void;
  /**
   * The rates, at the flow that `turn` was asked for.
   * `held`: what the speed holds at one, pressure over that of the asked flow.
   * `grip`: part of the pumped head that is left, less than one where a pump's inlet boils.
   */
  rates(y: Float64Array, dy: Float64Array, held: number, grip: number): void;
}

/** Inertia of the water or air column [s]. */
const inertia = { liquid: 0.5, air: 1, boiling: 1 } as const;
/** Drive that counts as standing still [1]. */
export const leastDrive = 1e-5;

export function circuitMovers(
  plant: Plant,
  circuit: Circuit,
  dynamics: CircuitDynamics,
  operations: Operations,
  book: StateBook,
): Movers {
  const { s } = plant;
  const { name: owner, slots, mover, fluid } = circuit;
  const drive = book.take({ owner, name: 'drive', scale: 1, capacity: 0 }, startDrive);
  const driven = (y: Float64Array): number => (y[drive]! > leastDrive ? y[drive]! : leastDrive);

  /** Where the flow follows a rise, the steady hour's may be less than what the loads are rated for. */
  function startDrive(): number {
    if (circuit.flowRule !== 'rise') return 1;
    const rated = circuit.design.flow;
    return rated > 0 ? s[slots.loadFlow]! / rated : 1;
  }

  if (mover === undefined) {
    return {
      drive: (y) => y[drive]!,
      driven,
      turn: () => undefined,
      rates(_y, dy) {
        dy[drive] = 0;
      },
    };
  }

  const { ratedFlow, ratedPower, staticShare, minimumSpeed, intoFluid, loss } = mover;
  const curve = moverCurve(mover);
  const startSpeed = (): number => curve.speedFor(s[slots.sourceFlow]!);
  const running = book.take({ owner, name: 'movers at speed', scale: 1, capacity: 0 }, () => 1);
  const speed = book.take({ owner, name: 'speed', scale: 1, capacity: 0 }, startSpeed);
  const integral = book.take({ owner, name: 'speed integral', scale: 1, capacity: 0 }, startSpeed);
  const control = piController({
    gain: dynamics.gain,
    integralTime: dynamics.integralTime,
    scale: 1,
    action: 'reverse',
    minimum: 0,
    maximum: 1,
  });
  const follow = softStrokeRate(dynamics.stroke);
  const board = plant.meters.find((meter) => meter.slot === slots.moverPower)?.supplied ?? 'mechanical';
  const works = operations.movers[owner]!;
  const memory = { asked: circuit.design.flow, target: 1 };

  function turn(y: Float64Array, asked: number): void {
    memory.asked = asked;
    const powered = available(works, plantPower(operations, board));
    const turning = y[running]!;
    const byPower = turning > 1e-6 ? Math.min(1, powered / turning) : 0;
    const part = driven(y);
    const x = Math.max(asked / ratedFlow, minimumSpeed);
    const isOn = asked > 1e-5 * ratedFlow && powered > 0;
    const power = isOn ? ratedPower * x * (staticShare + (1 - staticShare) * x * x) * part * part * part * byPower : 0;
    s[slots.moverPower] = power;
    s[slots.moverHeat] = power * intoFluid;
    s[loss] = power * (1 - intoFluid);
    memory.target = powered;
  }

  function rates(y: Float64Array, dy: Float64Array, held: number, grip: number): void {
    dy[drive] = (grip * curve.balance(memory.asked, y[running]!, y[speed]!) - y[drive]!) / inertia[fluid.phase];
    dy[running] = (memory.target - y[running]!) / dynamics.coastDown;
    const place = works.sticks ? works.stuckAt : control.output(1, held, y[integral]!);
    dy[speed] = memory.target > 0 && place >= 0 ? follow(y[speed]!, place) : 0;
    dy[integral] = memory.target > 0 && !works.sticks ? control.rate(1, held, y[integral]!) : 0;
  }

  return { drive: (y) => y[drive]!, driven, turn, rates };
}
