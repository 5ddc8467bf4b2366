/**
 * The Jacobian of a plant in time. Rack groups do not see each other, only
 * the circuits and the power chain, so the matrix is an arrow: small blocks of
 * racks along the diagonal, bordered by what they share.
 *
 * Columns that move no row together are moved at once. One state of every rack
 * is moved at once as well: a shared row goes to the racks by the heat that each
 * gives. So a hall of a thousand racks costs some thirty evaluations and not
 * five thousand.
 *
 * Which places there are is found by moving each state at a few states apart.
 * A place that only opens later is missed, and rows that hang a little on
 * everything are left out: it costs steps, not order.
 */

import { columnGroups } from '../../numerics/jacobian.ts';
import { patternOfColumns, type SparsePattern } from '../../numerics/sparse-pattern.ts';

/** A rack group: its states, and the heat at its ports with the row of the state that takes it up. */
export interface Leaf {
  readonly states: readonly number[];
  readonly heats: readonly { readonly slot: number; readonly row: number }[];
}

export interface ArrowSystem {
  readonly size: number;
  readonly s: Float64Array;
  readonly leaves: readonly Leaf[];
  /** Rows that hang a little on everything: left out. */
  readonly aside: readonly number[];
  /** The row of the energy that came in. It hangs on everything too: `told` by whoever knows the others, or `measured` column by column. */
  readonly net: { readonly row: number; readonly is: 'told' | 'measured' };
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
/** Move by which places are looked for, parts of a state's size [1]. */
const probingMove = 1e-4;
const relativeMove = Math.sqrt(Number.EPSILON);
/**
 * Where a state off by its scale moves another by less of its scale in a second, it is not felt [1/s]: half of the
 * places are rounding at most times, and nought costs nothing in the factors.
 */
const leastFelt = 1e-7;

/** @param y0 a state at which the places are found */
export function arrowJacobian(system: ArrowSystem, y0: Float64Array): ArrowJacobian {
  const { size, s, leaves, scale, net } = system;
  const leafOf = new Int32Array(size).fill(-1);
  leaves.forEach((leaf, i) => leaf.states.forEach((j) => (leafOf[j] = i)));
  const leftOut = new Set(net.is === 'told' ? [...system.aside, net.row] : system.aside);
  const border = Array.from({ length: size }, (_, j) => j).filter((j) => leafOf[j]! < 0);
  const depth = leaves.reduce((most, leaf) => Math.max(most, leaf.states.length), 0);
  const moved = new Float64Array(size);
  const base = new Float64Array(size);
  const there = new Float64Array(size);
  const given = leaves.map((leaf) => new Float64Array(leaf.heats.length));
  /** Heat that the racks give more in a move, by the row that takes it up, and all together. */
  const gained = new Float64Array(size);
  const memory = { gained: 0 };

  const { felt, shared, links } = probe();
  const columns = Array.from({ length: size }, (_, j) => {
    const leaf = leafOf[j]!;
    return new Set([...(leaf < 0 ? borderRows(j) : [...leaves[leaf]!.states, ...shared]), j]);
  });
  /** Border columns that may be moved together, first those that racks do not feel. */
  const groups = [...groupsOf((j) => !felt.has(j), 'kept'), ...groupsOf((j) => felt.has(j), 'asked')];
  const pattern = patternOfColumns(columns.map((rows) => [...new Set([...rows, net.row])].sort((a, b) => a - b)));
  const { columnStart, row } = pattern;

  function sizeOf(y: Float64Array, j: number): number {
    return Math.max(Math.abs(y[j]!), scale[j]!);
  }

  function probe() {
    const feltColumns = new Set<number>();
    const rows = new Set<number>();
    const found = Array.from({ length: size }, () => new Set<number>());
    const differs = (i: number) => there[i] !== base[i] && !leftOut.has(i);
    for (const at of [y0, ...apart.map(changedBorder)]) {
      moved.set(at);
      system.evaluate(0, at, base, 'asked');
      for (const j of border) {
        moved[j] = at[j]! + probingMove * sizeOf(at, j);
        system.evaluate(0, moved, there, 'asked');
        if (leaves.some((leaf) => leaf.states.some(differs))) feltColumns.add(j);
        for (const i of border) if (differs(i)) found[j]!.add(i);
        moved[j] = at[j]!;
      }
      for (let k = 0; k < depth; k++) {
        forLeaves(k, (j) => (moved[j] = at[j]! + probingMove * sizeOf(at, j)));
        system.evaluate(0, moved, there, 'asked');
        for (const i of border) if (differs(i)) rows.add(i);
        forLeaves(k, (j) => (moved[j] = at[j]!));
      }
    }
    return { felt: feltColumns, shared: [...rows], links: found };
  }

  function forLeaves(k: number, act: (j: number, leaf: number) => void): void {
    for (let i = 0; i < leaves.length; i++) {
      const j = leaves[i]!.states[k];
      if (j !== undefined) act(j, i);
    }
  }

  /** The start with all that is shared moved by a part of its scale, or halfway to it. */
  function changedBorder(part: number): Float64Array {
    const y = Float64Array.from(y0);
    for (const j of border) y[j] = scale[j]! <= 1 ? Math.abs(y[j]! - part) : y[j]! + part * scale[j]!;
    return y;
  }

  function borderRows(j: number): readonly number[] {
    return felt.has(j) ? [...links[j]!, ...leaves.flatMap((leaf) => leaf.states)] : [...links[j]!];
  }

  function groupsOf(isMeant: (j: number) => boolean, ask: 'asked' | 'kept') {
    const meant = border.filter(isMeant);
    const rows = columns.map((column, j) => (meant.includes(j) ? [...column].sort((a, b) => a - b) : []));
    const together = net.is === 'told' ? columnGroups(patternOfColumns(rows)) : meant.map((j) => Int32Array.of(j));
    return together
      .map((group) => ({ ask, columns: group.filter((j) => meant.includes(j)) }))
      .filter((group) => group.columns.length > 0);
  }

  function jacobian(t: number, y: Float64Array, _dy: Float64Array, values: Float64Array): void {
    moved.set(y);
    system.evaluate(t, y, base, 'asked');
    leaves.forEach((leaf, i) => leaf.heats.forEach(({ slot }, h) => (given[i]![h] = s[slot]!)));
    for (const group of groups) moveBorder(t, y, group.columns, group.ask, values);
    for (let k = 0; k < depth; k++) moveLeaves(t, y, k, values);
  }

  function step(y: Float64Array, j: number): void {
    const by = relativeMove * sizeOf(y, j);
    moved[j] = y[j]! + (base[j]! < 0 ? -by : by);
  }

  function moveBorder(t: number, y: Float64Array, together: Int32Array, ask: 'asked' | 'kept', values: Float64Array) {
    for (const j of together) step(y, j);
    system.evaluate(t, moved, there, ask);
    for (const j of together) {
      const inverse = 1 / (moved[j]! - y[j]!);
      for (let p = columnStart[j]!; p < columnStart[j + 1]!; p++)
        values[p] = leftOut.has(row[p]!) ? 0 : slope(row[p]!, j, inverse);
    }
    for (const j of together) moved[j] = y[j]!;
  }

  /** Of row i by a move of column j; nought where it is not felt. */
  function slope(i: number, j: number, inverse: number): number {
    const found = (there[i]! - base[i]!) * inverse;
    return Math.abs(found) * scale[j]! < leastFelt * scale[i]! ? 0 : found;
  }

  /** The k-th state of every rack at once. */
  function moveLeaves(t: number, y: Float64Array, k: number, values: Float64Array): void {
    forLeaves(k, (j) => step(y, j));
    system.evaluate(t, moved, there, 'asked');
    gained.fill(0);
    memory.gained = 0;
    forLeaves(k, (_, i) => {
      leaves[i]!.heats.forEach(({ slot, row: taking }, h) => {
        const more = s[slot]! - given[i]![h]!;
        gained[taking] = gained[taking]! + more;
        memory.gained += more;
      });
    });
    forLeaves(k, (j, i) => leafColumn(y, j, i, values));
    forLeaves(k, (j) => (moved[j] = y[j]!));
  }

  /** A rack's own rows as they moved; of shared rows its part by heat into them, or by all its heat where it acts through others. */
  function leafColumn(y: Float64Array, j: number, i: number, values: Float64Array): void {
    const inverse = 1 / (moved[j]! - y[j]!);
    const { heats } = leaves[i]!;
    let all = 0;
    for (let h = 0; h < heats.length; h++) all += s[heats[h]!.slot]! - given[i]![h]!;
    for (let p = columnStart[j]!; p < columnStart[j + 1]!; p++) {
      const r = row[p]!;
      const whole = leftOut.has(r) ? 0 : slope(r, j, inverse);
      if (whole === 0 || leafOf[r]! >= 0) {
        values[p] = whole;
        continue;
      }
      const h = heats.findIndex((heat) => heat.row === r);
      const own = h < 0 ? all : s[heats[h]!.slot]! - given[i]![h]!;
      const allOfThem = h < 0 ? memory.gained : gained[r]!;
      values[p] = allOfThem === 0 ? 0 : (own / allOfThem) * whole;
    }
  }

  return { pattern, jacobian };
}
