/**
 * Speeds up a temperature that follows from heat while the heat follows from
 * it (a floating supply, a mixed inlet): passes look for the fixed point of an
 * unknown G. With the last two passes the secant of G(T) − T shows where it
 * vanishes, also where plain passes would swing apart.
 */

export interface SecantStep {
  reset(): void;
  /** The temperature to try next after `from` led to `to` [K]. */
  next(from: number, to: number): number;
}

/** Steeper than this the two last passes tell little. */
const steepest = -20;
/** Steps after which several temperatures that are sped up at once disturb each other: then half steps. */
const patience = 25;

/**
 * @param mildest the slope of G(T) − T above which a plain pass is taken [1]:
 * −0.1 near any attracting point, −1 where G is known to fall
 */
export function secantStep(mildest: number): SecantStep {
  const last = { from: NaN, gap: NaN, steps: 0 };

  return {
    reset() {
      last.from = NaN;
      last.gap = NaN;
      last.steps = 0;
    },
    next(from, to) {
      const gap = to - from;
      const slope = (gap - last.gap) / (from - last.from);
      last.from = from;
      last.gap = gap;
      last.steps++;
      if (last.steps > patience) return from + 0.5 * gap;
      return slope < mildest && slope > steepest ? from - gap / slope : to;
    },
  };
}
