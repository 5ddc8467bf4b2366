/** The parts of a line in which something flows, and those in which it rests. */

export interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly rests: boolean;
}

/** Steps in which a line rests and in which it does not, by turns; each begins where the one before ends. */
export function stretches(
  { rests }: { readonly rests?: readonly boolean[] },
  [first, last]: readonly [number, number],
): readonly Stretch[] {
  const restsAt = (i: number): boolean => rests?.[i] === true;
  const found: Stretch[] = [];
  for (let i = first; i <= last;) {
    let end = i;
    while (end < last && restsAt(end + 1) === restsAt(i)) end++;
    // The step between two stretches is drawn with the one that it leads into.
    found.push({ first: Math.max(first, i - 1), last: end, rests: restsAt(i) });
    i = end + 1;
  }
  return found;
}
