/**
 * Slots between the ends of a long step: evaluated at five moments, and a
 * quartic through them in between. What a plant shows is as smooth inside a
 * step as its state, so that rows every second need not be an evaluation each.
 */

/** Moments of a step at which slots are known, over its length. */
const knots = [0, 0.25, 0.5, 0.75, 1] as const;

export interface Between {
  /** Evaluates the slots at the moments of a step. */
  span(from: number, to: number): void;
  /** Writes the slots of a moment inside the span. */
  at(time: number): void;
}

/** The slots that are to be known in between. */
export interface ShownSlots {
  readonly s: Float64Array;
  /** So many from the first on, and single ones beyond them. */
  readonly first: number;
  readonly besides: readonly number[];
}

/** @param look brings the slots to a moment */
export function between(shown: ShownSlots, look: (time: number) => void): Between {
  const { s, first } = shown;
  const besides = Int32Array.from(shown.besides);
  const known = knots.map(() => new Float64Array(first + besides.length));
  const course = { from: 0, length: 1 };
  const weight = new Float64Array(knots.length);

  return {
    span(from, to) {
      course.from = from;
      course.length = to - from;
      knots.forEach((x, k) => {
        look(from + x * course.length);
        const here = known[k]!;
        here.set(s.subarray(0, first));
        for (let i = 0; i < besides.length; i++) here[first + i] = s[besides[i]!]!;
      });
    },
    at(time) {
      const x = (time - course.from) / course.length;
      for (let k = 0; k < knots.length; k++) {
        let product = 1;
        for (let j = 0; j < knots.length; j++) if (j !== k) product *= (x - knots[j]!) / (knots[k]! - knots[j]!);
        weight[k] = product;
      }
      const [a, b, c, d, e] = known as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
      for (let i = 0; i < a.length; i++)
        s[i < first ? i : besides[i - first]!] =
          weight[0]! * a[i]! + weight[1]! * b[i]! + weight[2]! * c[i]! + weight[3]! * d[i]! + weight[4]! * e[i]!;
    },
  };
}
