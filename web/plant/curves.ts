/** A machine's curves in its sheet, each with the point at which it stands in the hour. */

import { displayScale, numberText, type Quantity, type Scale, type UnitSystem } from '../../src/index.ts';
import { chartFigure } from '../chart/chart.ts';
import { headOf } from '../chart/table.ts';
import { element } from '../dom.ts';
import { drawCurve } from '../draw/curve-plot.ts';
import { plotCanvas } from '../draw/plot-canvas.ts';
import { withUnit } from '../numbers.ts';
import type { CurvesReply } from '../simulation/messages.ts';
import { say } from '../words.ts';

type Curve = CurvesReply['curves'][number];

export interface CurveFigure {
  readonly figure: HTMLElement;
  paint(): void;
}

export function curveFigures(machine: string, curves: readonly Curve[], units: UnitSystem): CurveFigure[] {
  return curves.map((curve) => curveFigure(machine, curve, units));
}

function curveFigure(machine: string, curve: Curve, units: UnitSystem): CurveFigure {
  const { key, title, x, y, now, record } = curve;
  const [xScale, yScale] = [scaleOf(x.quantity, units, curve, 'x'), scaleOf(y.quantity, units, curve, 'y')];
  const { root, canvas } = plotCanvas(130);
  const text = (value: number, scale: Scale): string => withUnit(numberText(scale.fromSi(value), scale.digits), scale);
  const stands = now === undefined ? '' : `${say('now')}: ${text(now.x, xScale)}, ${text(now.y, yScale)}`;
  const first = curve.points[0]!;
  const last = curve.points.at(-1)!;
  const words = [first, last].map((point) => `${text(point.x, xScale)}, ${text(point.y, yScale)}`).join(' … ');
  canvas.setAttribute('aria-label', `${say(title)}: ${words}${stands === '' ? '' : `; ${stands}`}`);
  const points = curve.points.map((point) => ({ x: xScale.fromSi(point.x), y: yScale.fromSi(point.y) }));
  const caption = [record, `${say(y.about)} · ${say(x.about)} →`, stands].filter(
    (part) => part !== undefined && part !== '',
  );
  const figure = chartFigure({
    key: `curve-${machine}-${key}`,
    title: say(title),
    of: machine,
    class: 'curve',
    body: [element('figcaption', {}, caption.join(' · ')), root],
    table: () => ({
      heads: [headOf({ name: say(x.about), unit: xScale.unit }), headOf({ name: say(y.about), unit: yScale.unit })],
      rows: points.map((point) => [numberText(point.x, xScale.digits), numberText(point.y, yScale.digits)]),
    }),
    csv: () => ({
      heads: [headOf({ name: say(x.about), unit: xScale.unit }), headOf({ name: say(y.about), unit: yScale.unit })],
      rows: points.map((point) => [point.x, point.y]),
    }),
  });
  if (now !== undefined) figure.dataset['now'] = JSON.stringify(now);
  return {
    figure,
    paint: () =>
      drawCurve(canvas, {
        points,
        now: now === undefined ? undefined : { x: xScale.fromSi(now.x), y: yScale.fromSi(now.y) },
        xUnit: xScale.unit,
        yUnit: yScale.unit,
        dotted: record !== undefined,
      }),
  };
}

function scaleOf(quantity: Quantity, units: UnitSystem, { points }: Curve, axis: 'x' | 'y'): Scale {
  return displayScale(
    quantity,
    units,
    points.map((point) => point[axis]),
  );
}
