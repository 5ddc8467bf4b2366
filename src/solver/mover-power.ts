/**
 * Electricity of the pump or fan of a circuit against its flow, written into
 * the circuit's slots.
 *
 *     x = m / m_rated
 *     P = P_rated · x · (σ + (1 − σ) x²)        head = σ + (1 − σ) x² of the rated
 *
 * σ is the static share of the head; wire-to-water efficiency is held at its
 * rated value. Below the minimum speed flow is throttled: power stays at that
 * of the minimum. Flow above the rated is an event of the run.
 */

import type { Circuit, Plant } from '../plant/plant.ts';

/** Part of the rated flow at and below which a mover rests: what a loop without load still counts as flow is less. */
const trickle = 1e-5;

export function moverPower(plant: Plant, circuit: Circuit): () => void {
  const { s } = plant;
  const { slots, mover } = circuit;
  if (mover === undefined) return () => undefined;
  const { ratedFlow, ratedPower, staticShare, minimumSpeed, intoFluid, loss } = mover;

  return () => {
    const share = s[slots.sourceFlow]! / ratedFlow;
    const x = share > minimumSpeed ? share : minimumSpeed;
    const power = share > trickle ? ratedPower * x * (staticShare + (1 - staticShare) * x * x) : 0;
    s[slots.moverPower] = power;
    s[slots.moverHeat] = power * intoFluid;
    s[loss] = power * (1 - intoFluid);
  };
}
