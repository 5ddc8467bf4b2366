/** Flows as bands between bars, drawn as SVG, each bar with its name and number. */

import { shape } from '../dom.ts';
import { type FlowGraph, flowLayout } from './flow-layout.ts';

/** What a drawing adds to a graph. */
export interface FlowLooks {
  readonly label: string;
  /** Colour of a node's bar and of the bands that leave it. */
  readonly colourOf: (node: number) => string;
  /** Number under a node's name. */
  readonly textOf: (node: number, value: number) => string;
}

const size = { width: 1120, height: 430 };
const room = { left: 4, right: 896, top: 12, height: 404, barWidth: 13, gap: 17 };

export function flowDrawing(graph: FlowGraph, { label, colourOf, textOf }: FlowLooks): SVGElement {
  const { bars, bands } = flowLayout(graph, room);
  const drawing = shape('svg', {
    class: 'diagram flows',
    viewBox: `0 0 ${size.width} ${size.height}`,
    width: '100%',
    role: 'img',
    'aria-label': label,
  });
  graph.links.forEach(({ from, to }, i) => {
    const { fromY, toY, width } = bands[i]!;
    const [start, end] = [bars[from]!.x + room.barWidth, bars[to]!.x];
    const middle = (start + end) / 2;
    drawing.append(
      shape(
        'path',
        {
          d: `M${start} ${fromY}C${middle} ${fromY} ${middle} ${toY} ${end} ${toY}`,
          class: 'band',
          stroke: colourOf(from),
          'stroke-width': Math.max(width, 0.6),
        },
        shape('title', {}, `${graph.nodes[from]!.name} → ${graph.nodes[to]!.name}`),
      ),
    );
  });
  bars.forEach(({ x, y, height, value }, i) => {
    drawing.append(
      shape('rect', { x, y, width: room.barWidth, height: Math.max(height, 1), fill: colourOf(i), class: 'bar' }),
    );
    drawing.append(
      ...labelOf(
        { x: x + room.barWidth + 6, middle: y + height / 2, isLow: height < 26 },
        graph.nodes[i]!.name,
        textOf(i, value),
      ),
    );
  });
  return drawing;
}

interface LabelPlace {
  readonly x: number;
  readonly middle: number;
  readonly isLow: boolean;
}

/** Name over number beside a high bar, in one line beside a low one. */
function labelOf({ x, middle, isLow }: LabelPlace, name: string, text: string): SVGElement[] {
  if (isLow) {
    const number = shape('tspan', { class: 'soft' }, ` ${text}`);
    return [shape('text', { x, y: middle + 4, class: 'halo' }, shape('tspan', { class: 'name' }, name), number)];
  }
  return [
    shape('text', { x, y: middle - 2, class: 'name halo' }, name),
    shape('text', { x, y: middle + 12, class: 'soft halo' }, text),
  ];
}
