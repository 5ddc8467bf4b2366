/**
 * The known word a mistyped one was probably meant to be, for "did you mean".
 */

/** The candidate within a third of the word's letters, swapped neighbours and case counting least; undefined where none is near. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const short = word.slice(0, 60);
  let best: string | undefined;
  let bestDistance = Math.min(Math.max(1, Math.floor(short.length / 3)) + 0.5, short.length - 0.4);
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - short.length) >= bestDistance) continue;
    const distance = editDistance(short, candidate);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** Damerau's restricted edit distance; a letter in the other case costs a quarter. */
function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, j) => j);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + letterCost(from[i - 1]!, to[j - 1]!));
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      if (swapped) cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row.push(cost);
    }
    [beforeLast, last] = [last, row];
  }
  return last[to.length]!;
}

function letterCost(a: string, b: string): number {
  if (a === b) return 0;
  return a.toLowerCase() === b.toLowerCase() ? 0.25 : 1;
}
