/**
 * Heat into a circuit whose flow follows the heat so that it warms by a fixed
 * rise: of all heats that agree with their own flow, the largest.
 */

/** Halvings after which the heat is known to rounding. */
const halvings = 60;

/**
 * The largest Q ≤ wanted with Q ≤ moved(Q/Δh); the wanted heat wherever that
 * is moved. Moved heat over flow falls with flow, so there is at most one
 * heat at which the two agree, and none where the hot side lies less than the
 * rise above the cold.
 *
 * @param wanted [W], > 0
 * @param perFlow Δh, heat taken per flow at the rise [J/kg], > 0
 * @param moved heat that is moved at a flow of [kg/s] [W]
 * @returns Q [W], 0 where no flow warms that far
 */
export function heatByRise(wanted: number, perFlow: number, moved: (flow: number) => number): number {
  if (moved(wanted / perFlow) >= wanted * (1 - 1e-12)) return wanted;
  let low = 0;
  let high = wanted;
  for (let i = 0; i < halvings; i++) {
    const middle = 0.5 * (low + high);
    if (moved(middle / perFlow) >= middle) low = middle;
    else high = middle;
  }
  return low > 1e-9 * wanted ? low : 0;
}
