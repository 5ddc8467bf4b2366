/**
 * Where the bars and bands of a flow drawing stand: columns from left to
 * right, every bar as tall as what passes through it, every band as wide as
 * what it carries. Leaves out what it looks like (`flow-drawing.ts`).
 */

export interface FlowNode {
  readonly name: string;
  /** Column from the left, from 0. */
  readonly column: number;
}

export interface FlowLink {
  /** Positions in the list of nodes. */
  readonly from: number;
  readonly to: number;
  /** Greater than nothing. */
  readonly value: number;
}

export interface FlowGraph {
  readonly nodes: readonly FlowNode[];
  readonly links: readonly FlowLink[];
}

export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  /** What passes through. */
  readonly value: number;
}

/** Middles of a band's ends, and its width. */
export interface Band {
  readonly fromY: number;
  readonly toY: number;
  readonly width: number;
}

export interface FlowLayout {
  readonly bars: readonly Bar[];
  readonly bands: readonly Band[];
}

export interface FlowRoom {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly height: number;
  /** Of bars, sideways; and least distance between two of them, downwards. */
  readonly barWidth: number;
  readonly gap: number;
}

export function flowLayout({ nodes, links }: FlowGraph, room: FlowRoom): FlowLayout {
  const sumOf = (node: number, end: 'from' | 'to'): number =>
    links.reduce((sum, link) => sum + (link[end] === node ? link.value : 0), 0);
  const values = nodes.map((_, i) => Math.max(sumOf(i, 'from'), sumOf(i, 'to')));
  const last = Math.max(...nodes.map(({ column }) => column));
  const inColumn = (column: number): number[] => nodes.flatMap((node, i) => (node.column === column ? [i] : []));
  const columns = Array.from({ length: last + 1 }, (_, column) => inColumn(column));
  // One measure for all columns: that of the column with the least room.
  const scale = Math.min(
    ...columns.map((own) => {
      const total = own.reduce((sum, i) => sum + values[i]!, 0);
      return (room.height - room.gap * (own.length - 1)) / Math.max(total, 1e-300);
    }),
  );
  const bars: Bar[] = [];
  columns.forEach((own, column) => {
    const used = own.reduce((sum, i) => sum + values[i]! * scale, 0) + room.gap * (own.length - 1);
    let y = room.top + (room.height - used) / 2;
    const x = room.left + (column / Math.max(last, 1)) * (room.right - room.left - room.barWidth);
    for (const i of own) {
      bars[i] = { x, y, height: values[i]! * scale, value: values[i]! };
      y += values[i]! * scale + room.gap;
    }
  });
  return { bars, bands: bandsOf(links, bars, scale) };
}

/** At both ends the bands lie in the order of the bars at their other ends, so that few cross. */
function bandsOf(links: readonly FlowLink[], bars: readonly Bar[], scale: number): Band[] {
  const place = (end: 'from' | 'to', other: 'from' | 'to'): number[] => {
    const middles: number[] = [];
    bars.forEach(({ y }, node) => {
      let next = y;
      links
        .flatMap((link, i) => (link[end] === node ? [i] : []))
        .toSorted((a, b) => bars[links[a]![other]]!.y - bars[links[b]![other]]!.y)
        .forEach((i) => {
          middles[i] = next + (links[i]!.value * scale) / 2;
          next += links[i]!.value * scale;
        });
    });
    return middles;
  };
  const [from, to] = [place('from', 'to'), place('to', 'from')];
  return links.map(({ value }, i) => ({ fromY: from[i]!, toY: to[i]!, width: value * scale }));
}
