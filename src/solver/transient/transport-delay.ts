/**
 * Plug flow through a long pipe or a stratified tank: what enters leaves
 * unmixed after the pipe's mass has passed.
 *
 *     h_out(m) = h_in(m − M)        m mass that has passed since the start, M mass in the pipe
 *
 * Written in mass and not in time, it holds for any course of the flow. The
 * past is kept as a cubic through the ends of the accepted steps; a step moves
 * at most M. Leaves out mixing along the way and heat through the wall.
 */

export interface TransportDelay {
  /** M [kg] */
  readonly mass: number;
  /** Enthalpy that leaves when m has passed [J/kg]; what enters now, while the pipe has no past. */
  leaving(passed: number, entering: number): number;
  /** At the end of a step: what has passed [kg], what enters then [J/kg], and its slope [J/kg per kg]. */
  push(passed: number, entering: number, slope: number): void;
  /** Energy between inlet and outlet [J]. */
  held(passed: number): number;
  /** The past as plain numbers, three for each point, and back. */
  save(): readonly number[];
  restore(past: readonly number[]): void;
}

/** @param mass M [kg], > 0; the pipe begins filled with what is pushed first */
export function transportDelay(mass: number): TransportDelay {
  let at: number[] = [];
  let value: number[] = [];
  let slope: number[] = [];
  let near = 0;

  /** Index of the piece that holds a place. */
  function piece(place: number): number {
    const last = at.length - 2;
    let i = Math.min(near, last);
    while (i > 0 && at[i]! > place) i--;
    while (i < last && at[i + 1]! < place) i++;
    near = i;
    return i;
  }

  function entered(place: number): number {
    if (at.length === 1 || place <= at[0]!) return value[0]!;
    const end = at.length - 1;
    if (place >= at[end]!) return value[end]! + slope[end]! * (place - at[end]!);
    const i = piece(place);
    const width = at[i + 1]! - at[i]!;
    if (width === 0) return value[i + 1]!;
    const x = (place - at[i]!) / width;
    const rest = 1 - x;
    return (
      rest * rest * ((1 + 2 * x) * value[i]! + x * width * slope[i]!) +
      x * x * ((1 + 2 * rest) * value[i + 1]! - rest * width * slope[i + 1]!)
    );
  }

  /** ∫ h dm from the first point to a place inside the past [J]. */
  function integral(place: number): number {
    if (place <= at[0]!) return value[0]! * (place - at[0]!);
    let sum = 0;
    for (let i = 0; i + 1 < at.length; i++) {
      if (at[i]! >= place) break;
      const to = Math.min(place, at[i + 1]!);
      const width = to - at[i]!;
      if (width === 0) continue;
      // Simpson is exact for a cubic.
      sum += (width / 6) * (entered(at[i]!) + 4 * entered(at[i]! + 0.5 * width) + entered(to));
    }
    const beyond = place - at[at.length - 1]!;
    return beyond > 0 ? sum + beyond * entered(place - 0.5 * beyond) : sum;
  }

  return {
    mass,
    leaving: (passed, entering) => (at.length === 0 ? entering : entered(passed - mass)),
    push(moved, entering, inSlope) {
      let passed = moved;
      const end = at.length - 1;
      if (end >= 0 && passed <= at[end]!) {
        // Nothing moved, but what stands at the inlet or how fast it changes did: a jump, which leaves the past as it was.
        if (value[end] === entering && slope[end] === inSlope) return;
        if (end > 0 && at[end - 1] === at[end]) {
          value[end] = entering;
          slope[end] = inSlope;
          return;
        }
        passed = at[end]!;
      }
      at.push(passed);
      value.push(entering);
      slope.push(inSlope);
      if (at.length > 4096 && at[2048]! < passed - mass) {
        const drop = at.findIndex((place) => place >= passed - mass) - 2;
        at = at.slice(drop);
        value = value.slice(drop);
        slope = slope.slice(drop);
        near = 0;
      }
    },
    held: (passed) => (at.length === 0 ? 0 : integral(passed) - integral(passed - mass)),
    save: () => at.flatMap((place, i) => [place, value[i]!, slope[i]!]),
    restore(past) {
      at = past.filter((_, i) => i % 3 === 0);
      value = past.filter((_, i) => i % 3 === 1);
      slope = past.filter((_, i) => i % 3 === 2);
      near = 0;
    },
  };
}
