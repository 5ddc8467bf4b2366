/** The curves of a transient: which lines a panel has, in the reader's unit, with their limits, events and times to a limit. */

import { displayScale, displayUnit, type Scale, type UnitSystem } from '../../src/index.ts';
import { circuitColour } from '../draw/series.ts';
import type { TimeLine, TimeMark, TimePlot } from '../draw/time-plot.ts';
import { degrees } from '../numbers.ts';
import { type PanelName, panelNames, type SeriesHead, type TransientReply } from '../simulation/transient-messages.ts';
import { colour } from '../theme.ts';
import { filled, say } from '../words.ts';
import { cause } from './answer.ts';
import { lengthText } from './clock.ts';
import { happeningText } from './happenings.ts';

export interface Panel {
  /** Unique among those that stand together. */
  readonly name: string;
  readonly title: string;
  readonly caption: string;
  readonly digits: number;
  readonly height: number;
  readonly plot: TimePlot;
}

const titles: Readonly<
  Record<PanelName, { readonly title: string; readonly caption: string; readonly height: number }>
> = {
  junction: { title: 'Hottest junction', caption: 'The hottest chip of each rack group', height: 210 },
  circuits: { title: 'Supply and return of the circuits', caption: 'Solid: supply; dashed: return', height: 210 },
  work: { title: 'Work done', caption: 'Of all chips at full clock; dashed: what was asked for', height: 130 },
  flow: { title: 'Flow', caption: 'What pumps and fans move, over the design flow', height: 140 },
  power: { title: 'Power', caption: 'Electricity drawn', height: 140 },
  actuators: {
    title: 'Actuators',
    caption: 'Valves, fan speeds and compressor loads; dashed: drives of pumps and fans',
    height: 150,
  },
};

/** The order that they are read in. */
const order: readonly PanelName[] = ['junction', 'circuits', 'work', 'flow', 'power', 'actuators'];

/** What a panel is drawn of beside the answer. */
export interface PanelOptions {
  readonly units: UnitSystem;
  readonly zoom: readonly [number, number];
  /** As it was before anything was moved. */
  readonly ghost: TransientReply | undefined;
}

export function panelsOf(reply: TransientReply, options: PanelOptions): readonly Panel[] {
  return order.filter((name) => panelNames.includes(name)).flatMap((name) => panelOf(name, reply, options));
}

function panelOf(name: PanelName, reply: TransientReply, { units, zoom, ghost }: PanelOptions): readonly Panel[] {
  const heads = reply.series.filter(({ panel }) => panel === name);
  if (heads.length === 0) return [];
  const scale = scaleOf(heads[0]!, reply, units);
  const lines = [
    ...(ghost === undefined ? [] : linesOf(name, ghost, scale, 'ghost')),
    ...linesOf(name, reply, scale, 'own'),
  ];
  const isJunction = name === 'junction';
  return [
    {
      name,
      title: say(titles[name].title),
      caption: captionOf(name, lines),
      digits: scale.digits,
      height: titles[name].height,
      plot: {
        lines,
        unit: scale.unit,
        from: zoom[0],
        to: Math.min(zoom[1], reply.duration),
        limits: isJunction ? limitsOf(reply, scale, units) : [],
        marks: marksOf(reply, isJunction ? 'words' : 'lines'),
        spans: isJunction ? spansOf(reply, scale) : [],
      },
    },
  ];
}

function captionOf(name: PanelName, lines: readonly TimeLine[]): string {
  const rests = lines.some((line) => line.rests?.includes(true) === true);
  return `${say(titles[name].caption)}${rests ? say('; faint dots: nothing flows') : ''}`;
}

/** Share of the design flow below which nothing flows [1]: what a header holds then is no supply and no return. */
const resting = 0.005;

function restsOf(reply: TransientReply, circuit: string): readonly boolean[] | undefined {
  const flow = reply.series.findIndex(({ panel, of }) => panel === 'flow' && of === circuit);
  return flow < 0 ? undefined : Array.from(partOf(reply, flow, 0), (share) => !(share >= resting));
}

function scaleOf({ quantity, panel }: SeriesHead, reply: TransientReply, units: UnitSystem): Scale {
  if (quantity === 'temperature') return { ...displayUnit(quantity, units), digits: 1 };
  if (quantity === 'fraction') return { ...displayUnit('fraction', units), digits: 0 };
  const largest = Math.max(
    ...reply.series.flatMap((head, i) => (head.panel === panel ? largestOf(partOf(reply, i, 2)) : [])),
  );
  return displayScale(quantity, units, [largest]);
}

function largestOf(values: Float32Array): number {
  return values.reduce((most, value) => Math.max(most, value), 0);
}

/** Means, least or most of a line [SI]. */
export function partOf({ values, times }: TransientReply, series: number, part: 0 | 1 | 2): Float32Array {
  const at = (series * 3 + part) * times.length;
  return values.subarray(at, at + times.length);
}

function linesOf(name: PanelName, reply: TransientReply, scale: Scale, as: 'own' | 'ghost'): readonly TimeLine[] {
  const isGhost = as === 'ghost';
  return reply.series.flatMap((head, i): readonly TimeLine[] => {
    if (head.panel !== name) return [];
    const [mean, least, most] = ([0, 1, 2] as const).map((part) =>
      Float32Array.from(partOf(reply, i, part), scale.fromSi),
    );
    const isHottest = name === 'junction';
    const rests = name === 'circuits' ? restsOf(reply, head.of) : undefined;
    return [
      {
        name: nameOf(head),
        // The hottest moment counts, not the mean of a step.
        values: isHottest ? most! : mean!,
        ...(isGhost || isHottest ? {} : { least: least!, most: most! }),
        ...(rests === undefined ? {} : { rests }),
        times: reply.times,
        colour: isGhost ? colour('ghost') : circuitColour(head.tone),
        dashed: head.dashed,
        faint: isGhost,
      },
    ];
  });
}

function nameOf({ of, what, panel }: SeriesHead): string {
  const own = panel === 'power' ? say(of) : of;
  return what === '' ? own : `${own} ${say(what)}`;
}

function limitsOf({ groups }: TransientReply, { fromSi }: Scale, units: UnitSystem) {
  const hottest = Math.max(...groups.map(({ hottestJunction }) => hottestJunction));
  const throttles = [...new Set(groups.map(({ throttleAt }) => throttleAt))];
  const shuts = [...new Set(groups.map(({ shutdownAt }) => shutdownAt))].filter((value) => hottest > value - 6);
  const limit = (word: string) => (value: number) => ({
    text: `${say(word)} ${degrees(value, units)}`,
    value: fromSi(value),
  });
  return [...throttles.map(limit('throttles at')), ...shuts.map(limit('switches off at'))];
}

/** @param says whether the plot has words for them */
function marksOf({ log }: TransientReply, says: 'lines' | 'words'): readonly TimeMark[] {
  return log.map((event) => ({
    time: event.time,
    kind: event.kind,
    ...(says === 'words' ? { text: happeningText(event) } : {}),
  }));
}

/** From what happened to the first throttle and the first shutdown of each group. */
function spansOf(reply: TransientReply, { fromSi }: Scale): TimePlot['spans'] {
  return reply.groups.flatMap(({ firstThrottle, shutdown, throttleAt, shutdownAt }) => {
    const span = (to: number, level: number, words: string) => {
      const from = cause(reply, to);
      return Number.isNaN(to)
        ? []
        : [{ from, to, at: fromSi(level), text: filled(words, { time: lengthText(to - from) }) }];
    };
    return [
      ...span(firstThrottle, throttleAt, '{time} to throttle'),
      ...span(shutdown, shutdownAt, '{time} to shutdown'),
    ];
  });
}
