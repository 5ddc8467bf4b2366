/**
 * Seeded random numbers for the climate-year generator and for failures that
 * are drawn: the same seed gives the same year on every machine. Nothing else in
 * the core draws numbers.
 */

import { inverseNormal } from '../../numerics/normal.ts';

/** The next value of a stream. */
export type Stream = () => number;

/** 2³² over the golden ratio: spreads small seeds over the whole state. */
const seedSpread = 2_654_435_761;
const increment = 0x6d2b79f5;
const words = 2 ** 32;

/**
 * Uniform deviates 0 … 1 of a 32-bit state (mulberry32).
 *
 * @param seed whole number ≥ 0
 *
 * T. Ettinger, mulberry32, public domain, 2017.
 */
export function uniformStream(seed: number): Stream {
  let state = Math.imul(seed, seedSpread) >>> 0;
  return () => {
    state = (state + increment) >>> 0;
    let x = state;
    x = Math.imul(x ^ (x >>> 15), x | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / words;
  };
}

/** Farthest tail drawn: six standard deviations. */
const tail = 1e-9;

/** Standard normal deviates. */
export function normalStream(seed: number): Stream {
  const uniform = uniformStream(seed);
  return () => inverseNormal(Math.min(1 - tail, Math.max(tail, uniform())));
}

/** Steps thrown away until the start no longer shows. */
const warmUp = 30;

/**
 * A first-order autoregressive series of standard deviation 1.
 *
 *     z ← φ z + √(1 − φ²) · normal
 *
 * @param persistence φ, lag-1 autocorrelation [1], −1 … 1
 */
export function persistentSeries(length: number, persistence: number, normal: Stream): Float64Array {
  const series = new Float64Array(length);
  const innovation = Math.sqrt(1 - persistence * persistence);
  let z = normal();
  for (let i = -warmUp; i < length; i++) {
    z = persistence * z + innovation * normal();
    if (i >= 0) series[i] = z;
  }
  return series;
}
