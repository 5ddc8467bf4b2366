/**
 * The Jacobian of a plant in time. Rack groups do not see each other, only
 * the circuits and the power chain, so the matrix is an arrow: small blocks of
 * racks along the diagonal, bordered by what they share.
 *
 * One state of every rack is moved at once; how much each rack gave to the
 * shared rows is told by the heat at its ports and by its meters. What racks
 * do not feel is moved with the racks left as they are. So a hall of a thousand
 * racks costs a dozen evaluations and not five thousand.
 *
 * Which places there are is known from how circuits and machines hang together,
 * and found by moving each state at a few states apart. A place that only opens
 * later is missed: it costs steps, not order.
 */

import { leastSquares } from '../../numerics/linear-solve.ts';
import { patternOfColumns, type SparsePattern } from '../../numerics/sparse-pattern.ts';

/** A rack group: its states, and slots by which it acts on what is shared. */
export interface Leaf {
  readonly states: readonly number[];
  /** Heat at its ports, with the row of the state that takes it up. */
  readonly heats: readonly { readonly slot: number; readonly row: number }[];
  readonly meters: readonly number[];
}

export interface ArrowSystem {
  readonly size: number;
  readonly s: Float64Array;
  readonly leaves: readonly Leaf[];
  /** Whether the rate of state i may hang on state j by the way the plant is put together; what else does is looked for. */
  linked(i: number, j: number): boolean;
  /** Size below which a state counts as small, by state. */
  readonly scale: Float64Array;
  /** All, or with the leaves as they were asked last. */
  evaluate(t: number, y: Float64Array, dy: Float64Array, leaves: 'asked' | 'kept'): void;
}

export interface ArrowJacobian {
  readonly pattern: SparsePattern;
  jacobian(t: number, y: Float64Array, dy: Float64Array, values: Float64Array): void;
}

/** How far from the start places are looked for as well, parts of the scale of a state [1]. */
const apart = [0.3, -0.4] as const;
/** Weight that keeps a fit of slopes from being undetermined [1]. */
const ridge = 1e-7;
const relativeMove = Math.sqrt(Number.EPSILON);

/** @param y a state at which the places are found */
export function arrowJacobian(system: ArrowSystem, y0: Float64Array): ArrowJacobian {
  const { size, s, leaves, scale } = system;
  const leafOf = new Int32Array(size).fill(-1);
  leaves.forEach((leaf, i) => leaf.states.forEach((j) => (leafOf[j] = i)));
  const border = Array.from({ length: size }, (_, j) => j).filter((j) => leafOf[j]! < 0);
  const depth = leaves.reduce((most, leaf) => Math.max(most, leaf.states.length), 0);
  const moved = new Float64Array(size);
  const base = new Float64Array(size);
  const there = new Float64Array(size);
  const heatRows = [...new Set(leaves.flatMap((leaf) => leaf.heats.map((heat) => heat.row)))];
  const given = leaves.map((leaf) => new Float64Array(leaf.heats.length));
  const drawn = new Float64Array(leaves.length);

  const move = (j: number, dyj: number, y: Float64Array): number => {
    const by = relativeMove * Math.max(Math.abs(y[j]!), scale[j]!);
    return y[j]! + (dyj < 0 ? -by : by);
  };

  function power(leaf: Leaf): number {
    let sum = 0;
    for (let k = 0; k < leaf.meters.length; k++) sum += s[leaf.meters[k]!]!;
    return sum;
  }

  /** What racks give and draw at the base. */
  function remember(): void {
    for (let i = 0; i < leaves.length; i++) {
      const leaf = leaves[i]!;
      for (let k = 0; k < leaf.heats.length; k++) given[i]![k] = s[leaf.heats[k]!.slot]!;
      drawn[i] = power(leaf);
    }
  }

  const { felt, shared, links } = probe();
  const pattern = patternOfColumns(
    Array.from({ length: size }, (_, j) => {
      const leaf = leafOf[j]!;
      const rows = leaf < 0 ? borderRows(j) : [...leaves[leaf]!.states, ...shared];
      return [...new Set([...rows, j])].sort((a, b) => a - b);
    }),
  );
  const { columnStart, row } = pattern;
  const placeOfShared = new Int32Array(size).fill(-1);
  shared.forEach((i, r) => (placeOfShared[i] = r));

  /**
   * Border columns that racks feel, with the rows of all racks; border rows that
   * some rack moves; border rows that each border column moves. Looked for at
   * states apart, because what is shut in one may be open in another.
   */
  function probe(): {
    readonly felt: ReadonlySet<number>;
    readonly shared: readonly number[];
    readonly links: readonly ReadonlySet<number>[];
  } {
    const feltColumns = new Set<number>();
    const rows = new Set<number>();
    const found = Array.from({ length: size }, () => new Set<number>());
    for (const j of border) for (const i of border) if (system.linked(i, j)) found[j]!.add(i);
    for (const at of [y0, ...apart.map((change) => changedBorder(change))]) {
      moved.set(at);
      system.evaluate(0, at, base, 'asked');
      for (const j of border) {
        moved[j] = at[j]! + 1e-4 * Math.max(Math.abs(at[j]!), scale[j]!);
        system.evaluate(0, moved, there, 'asked');
        if (leaves.some((leaf) => leaf.states.some((i) => there[i] !== base[i]))) feltColumns.add(j);
        for (const i of border) if (there[i] !== base[i]) found[j]!.add(i);
        moved[j] = at[j]!;
      }
      for (let k = 0; k < depth; k++) {
        for (const leaf of leaves) {
          const j = leaf.states[k];
          if (j !== undefined) moved[j] = at[j]! + 1e-4 * Math.max(Math.abs(at[j]!), scale[j]!);
        }
        system.evaluate(0, moved, there, 'asked');
        for (const i of border) if (there[i] !== base[i]) rows.add(i);
        for (const leaf of leaves) {
          const j = leaf.states[k];
          if (j !== undefined) moved[j] = at[j]!;
        }
      }
    }
    system.evaluate(0, y0, base, 'asked');
    return { felt: feltColumns, shared: [...rows], links: found };
  }

  /** The start with all that is shared moved by a part of its scale, or halfway to it. */
  function changedBorder(part: number): Float64Array {
    const y = Float64Array.from(y0);
    for (const j of border) y[j] = scale[j]! <= 1 ? Math.abs(y[j]! - part) : y[j]! + part * scale[j]!;
    return y;
  }

  /** The border rows that a column moves, and all racks' where racks feel it. */
  function borderRows(j: number): readonly number[] {
    return felt.has(j) ? [...links[j]!, ...leaves.flatMap((leaf) => leaf.states)] : [...links[j]!];
  }

  function jacobian(t: number, y: Float64Array, _dy: Float64Array, values: Float64Array): void {
    moved.set(y);
    system.evaluate(t, y, base, 'asked');
    remember();
    for (const j of border) if (!felt.has(j)) borderColumn(t, y, j, 'kept', values);
    for (const j of felt) borderColumn(t, y, j, 'asked', values);
    for (let k = 0; k < depth; k++) moveLeaves(t, y, k, values);
    if (leaves.length > 0) shareOut(values);
  }

  function borderColumn(t: number, y: Float64Array, j: number, ask: 'asked' | 'kept', values: Float64Array): void {
    moved[j] = move(j, base[j]!, y);
    system.evaluate(t, moved, there, ask);
    const inverse = 1 / (moved[j]! - y[j]!);
    for (let p = columnStart[j]!; p < columnStart[j + 1]!; p++)
      values[p] = (there[row[p]!]! - base[row[p]!]!) * inverse;
    moved[j] = y[j]!;
  }

  /**
   * Ways in which racks act on what is shared: heat into each circuit that takes
   * it up, and electricity. Shared rows are linear in them; how steeply, is
   * fitted to the moves of all states, and what the fit leaves open is shared out evenly.
   */
  const ways = heatRows.length + 1;
  /** What each move of a state changed: of every rack by way, of all together by way, of each shared row. */
  const acted = Array.from({ length: depth }, () => new Float64Array(leaves.length * ways));
  const total = Array.from({ length: depth }, () => new Float64Array(ways));
  const changed = Array.from({ length: depth }, () => new Float64Array(shared.length));
  const steps = Array.from({ length: depth }, () => new Float64Array(leaves.length));

  /** The k-th state of every rack at once. */
  function moveLeaves(t: number, y: Float64Array, k: number, values: Float64Array): void {
    for (let i = 0; i < leaves.length; i++) {
      const j = leaves[i]!.states[k];
      if (j === undefined) continue;
      moved[j] = move(j, base[j]!, y);
      steps[k]![i] = moved[j]! - y[j]!;
    }
    system.evaluate(t, moved, there, 'asked');
    acted[k]!.fill(0);
    total[k]!.fill(0);
    for (let i = 0; i < leaves.length; i++) {
      const leaf = leaves[i]!;
      const j = leaf.states[k];
      if (j === undefined) continue;
      const own = i * ways;
      for (let h = 0; h < leaf.heats.length; h++)
        acted[k]![own + heatRows.indexOf(leaf.heats[h]!.row)]! += s[leaf.heats[h]!.slot]! - given[i]![h]!;
      acted[k]![own + ways - 1] = power(leaf) - drawn[i]!;
      for (let way = 0; way < ways; way++) total[k]![way]! += acted[k]![own + way]!;
      for (let p = columnStart[j]!; p < columnStart[j + 1]!; p++)
        if (leafOf[row[p]!]! >= 0) values[p] = (there[row[p]!]! - base[row[p]!]!) / steps[k]![i]!;
    }
    for (let r = 0; r < shared.length; r++) changed[k]![r] = there[shared[r]!]! - base[shared[r]!]!;
    for (const leaf of leaves) {
      const j = leaf.states[k];
      if (j !== undefined) moved[j] = y[j]!;
    }
  }

  function shareOut(values: Float64Array): void {
    const slopes = waySlopes();
    for (let i = 0; i < leaves.length; i++) {
      const leaf = leaves[i]!;
      for (let k = 0; k < depth; k++) {
        const j = leaf.states[k];
        if (j === undefined) continue;
        for (let p = columnStart[j]!; p < columnStart[j + 1]!; p++) {
          const r = placeOfShared[row[p]!]!;
          if (r < 0) continue;
          let here = 0;
          let all = 0;
          for (let way = 0; way < ways; way++) {
            here += slopes[r]![way]! * acted[k]![i * ways + way]!;
            all += slopes[r]![way]! * total[k]![way]!;
          }
          values[p] = (here + (changed[k]![r]! - all) / leaves.length) / steps[k]![i]!;
        }
      }
    }
  }

  /** How each shared row goes with each way, by least squares over the moves; ways that nothing acted through have none. */
  function waySlopes(): Float64Array[] {
    const size = new Float64Array(ways);
    for (let k = 0; k < depth; k++)
      for (let way = 0; way < ways; way++) size[way] = Math.max(size[way]!, Math.abs(total[k]![way]!));
    const used = Array.from({ length: ways }, (_, way) => way).filter((way) => size[way]! > 0);
    return shared.map((_, r) => {
      const slopes = new Float64Array(ways);
      const rows = [
        ...total.map((sums) => used.map((way) => sums[way]! / size[way]!)),
        // Where two ways always act together, they share what they do.
        ...used.map((way) => used.map((other) => (other === way ? ridge : 0))),
      ];
      const found = leastSquares(rows, [...changed.map((rowsMoved) => rowsMoved[r]!), ...used.map(() => 0)]);
      used.forEach((way, n) => (slopes[way] = found[n]! / size[way]!));
      return slopes;
    });
  }

  return { pattern, jacobian };
}
