/**
 * The root of a continuous function between two points of opposite sign.
 *
 * For assembly, sizing and events, where a root must be found and must not
 * leave its bracket. It allocates nothing itself, but calls a closure: the
 * hourly path uses the warm-started steps of each machine instead.
 */

import { NotConvergedError } from '../errors.ts';

const maximumSteps = 200;

/**
 * A point where f changes sign, by Chandrupatla's mix of inverse quadratic
 * interpolation and bisection.
 *
 * Interpolation is taken only where the three last points make it safe, so the
 * steps never exceed about three times those of bisection and are usually far
 * fewer than Brent's on flat or kinked functions.
 *
 * Holds for: f continuous on the bracket and finite at every point of it.
 *
 * @param f the function; called at points inside the bracket only
 * @param a one end
 * @param b the other end; f(a) and f(b) differ in sign, or one of them is 0
 * @param tolerance half width of the last bracket, in the unit of a [≥ 0]; rounding of x is always allowed for
 * @returns the end of the last bracket with the smaller |f|
 * @throws {NotConvergedError} if f has one sign at both ends, or is not a number
 *
 * T. R. Chandrupatla, Advances in Engineering Software 28 (1997) 145–149.
 */
export function bracketedRoot(f: (x: number) => number, a: number, b: number, tolerance: number): number {
  let [x1, x2] = [b, a];
  let [f1, f2] = [f(b), f(a)];
  if (f2 === 0) return x2;
  if (f1 === 0) return x1;
  if (!(f1 * f2 < 0)) throw unbracketed(a, f2, b, f1);

  let [x3, f3] = [x2, f2];
  let fraction = 0.5;
  for (let step = 0; step < maximumSteps; step++) {
    const x = x1 + fraction * (x2 - x1);
    const fx = f(x);
    if (Number.isNaN(fx)) throw unbracketed(x, fx, x1, f1);
    if (fx > 0 === f1 > 0) {
      [x3, f3] = [x1, f1];
    } else {
      [x3, f3] = [x2, f2];
      [x2, f2] = [x1, f1];
    }
    [x1, f1] = [x, fx];

    const best = Math.abs(f2) < Math.abs(f1) ? x2 : x1;
    const allowed = 2 * Number.EPSILON * Math.abs(best) + Math.max(tolerance, Number.MIN_VALUE);
    const smallest = allowed / Math.abs(x2 - x1);
    if (smallest > 0.5 || f1 === 0) return f1 === 0 ? x1 : best;
    fraction = nextFraction(x1, f1, x2, f2, x3, f3);
    fraction = Math.min(1 - smallest, Math.max(smallest, fraction));
  }
  throw new NotConvergedError('bracketed root', [{ owner: 'f', equation: 'f(x) = 0', value: f1, unit: '' }]);
}

/** Where in the bracket to look next: inverse quadratic where it is safe, else the middle. */
function nextFraction(x1: number, f1: number, x2: number, f2: number, x3: number, f3: number): number {
  const xi = (x1 - x2) / (x3 - x2);
  const phi = (f1 - f2) / (f3 - f2);
  if (!(phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi)) return 0.5;
  const alpha = (x3 - x1) / (x2 - x1);
  return (f1 / (f1 - f2)) * (f3 / (f3 - f2)) - alpha * (f1 / (f3 - f1)) * (f2 / (f2 - f3));
}

function unbracketed(a: number, fa: number, b: number, fb: number): NotConvergedError {
  return new NotConvergedError('the bracket holds no change of sign', [
    { owner: `f(${a})`, equation: 'f(x) = 0', value: fa, unit: '' },
    { owner: `f(${b})`, equation: 'f(x) = 0', value: fb, unit: '' },
  ]);
}
