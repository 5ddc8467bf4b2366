/**
 * An order of elimination that keeps a sparse symmetric factor sparse: always
 * the row next that is tied to the fewest others. Knows no numbers, only which
 * rows are tied. Used before `sparse-ldlt.ts`.
 */

/**
 * Minimum-degree order of a symmetric pattern.
 *
 * The graph is eliminated explicitly: whoever leaves ties its neighbours to
 * one another. Right for patterns whose rows meet few others, such as pipes;
 * for a pattern that fills up, an order by quotient graphs would be faster.
 *
 * @param size rows
 * @param rows one end of each tie, 0 … size − 1
 * @param columns the other end; ties may repeat and may be of a row to itself
 * @returns rows in the order of their elimination
 *
 * The rule is Tinney's, as told by A. George, J. W. H. Liu, SIAM Rev. 31 (1989) 1–19 (its title and abstract read, not the whole).
 */
export function minimumDegreeOrder(size: number, rows: Int32Array, columns: Int32Array): Int32Array {
  const neighbours = neighbourLists(size, rows, columns);
  const queue = degreeQueue(neighbours.map((list) => list.length));
  const marks = new Int32Array(size).fill(-1);
  const order = new Int32Array(size);
  for (let step = 0; step < size; step++) {
    const leaving = queue.takeLowest();
    order[step] = leaving;
    const around = neighbours[leaving];
    for (const row of around) {
      const joined = unionWithout(neighbours[row], around, row, leaving, marks);
      neighbours[row] = joined;
      queue.move(row, joined.length);
    }
    neighbours[leaving] = [];
  }
  return order;
}

function neighbourLists(size: number, rows: Int32Array, columns: Int32Array): number[][] {
  const lists: number[][] = Array.from({ length: size }, () => []);
  for (let k = 0; k < rows.length; k++) {
    if (rows[k] === columns[k]) continue;
    lists[rows[k]].push(columns[k]);
    lists[columns[k]].push(rows[k]);
  }
  const marks = new Int32Array(size).fill(-1);
  return lists.map((list, row) =>
    list.filter((other) => {
      const isNew = marks[other] !== row;
      marks[other] = row;
      return isNew;
    }),
  );
}

/** Both lists without repetition, without the row itself and the one that leaves. */
function unionWithout(
  own: readonly number[],
  more: readonly number[],
  row: number,
  leaving: number,
  marks: Int32Array,
): number[] {
  const union: number[] = [];
  marks[row] = row;
  marks[leaving] = row;
  for (const list of [own, more]) {
    for (const other of list) {
      if (marks[other] === row) continue;
      marks[other] = row;
      union.push(other);
    }
  }
  // Another row's walk must not take these marks for its own.
  for (const other of union) marks[other] = -1;
  marks[row] = -1;
  marks[leaving] = -1;
  return union;
}

interface DegreeQueue {
  takeLowest(): number;
  move(row: number, degree: number): void;
}

/** Rows by degree, in linked lists: one list a degree. */
function degreeQueue(degrees: readonly number[]): DegreeQueue {
  const size = degrees.length;
  const degree = Int32Array.from(degrees);
  const first = new Int32Array(size + 1).fill(-1);
  const next = new Int32Array(size).fill(-1);
  const previous = new Int32Array(size).fill(-1);
  let lowest = 0;

  const insert = (row: number): void => {
    const head = first[degree[row]];
    next[row] = head;
    previous[row] = -1;
    if (head >= 0) previous[head] = row;
    first[degree[row]] = row;
    if (degree[row] < lowest) lowest = degree[row];
  };
  const remove = (row: number): void => {
    const [before, after] = [previous[row], next[row]];
    if (before >= 0) next[before] = after;
    else first[degree[row]] = after;
    if (after >= 0) previous[after] = before;
  };
  for (let row = size - 1; row >= 0; row--) insert(row);

  return {
    takeLowest() {
      while (first[lowest] < 0) lowest++;
      const row = first[lowest];
      remove(row);
      return row;
    },
    move(row, wanted) {
      remove(row);
      degree[row] = wanted;
      insert(row);
    },
  };
}
