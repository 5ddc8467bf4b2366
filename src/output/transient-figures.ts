/**
 * The figures of a transient as data: lines over time with their limits, and
 * the moments when something happened. What draws them, a page of its own or
 * a viewer, is told nothing of plants.
 */

import type { Plant } from '../plant/plant.ts';
import type { TransientOutcome } from '../study/transient-run.ts';
import { displayUnit, type Quantity, type UnitSystem } from '../units.ts';
import { clockText } from './clock-text.ts';
import { displayScale, numberText } from './scale.ts';
import type { RowPart } from './transient-columns.ts';
import { foldedLog, toldGroups } from './transient-digest.ts';
import type { DrawnSeries, TransientSeries } from './transient-series.ts';

export interface FigureLine {
  readonly name: string;
  /** Number of its colour among the page's. */
  readonly tone: number;
  /** In the panel's unit. */
  readonly values: Float64Array;
  /** Least and most around each value, where rows were put together. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly dashed?: true;
}

export interface FigureLimit {
  readonly name: string;
  readonly value: number;
}

/** A time that is called out: from what happened to what came of it. */
export interface FigureSpan {
  readonly from: number;
  readonly to: number;
  readonly at: number;
  readonly text: string;
}

export interface FigurePanel {
  readonly id: string;
  readonly title: string;
  readonly caption: string;
  readonly unit: string;
  readonly digits: number;
  readonly lines: readonly FigureLine[];
  readonly limits: readonly FigureLimit[];
  readonly spans: readonly FigureSpan[];
}

export interface FigureMark {
  /** [s] */
  readonly time: number;
  readonly text: string;
  readonly kind: 'event' | 'limit' | 'recovery';
}

export interface TransientFigures {
  /** [s] */
  readonly times: Float64Array;
  readonly duration: number;
  readonly marks: readonly FigureMark[];
  readonly panels: readonly FigurePanel[];
}

/** What figures are made of. */
export interface DrawnTransient {
  readonly outcome: TransientOutcome;
  readonly plant: Plant;
  readonly drawn: TransientSeries;
}

interface Wanted {
  readonly column: string;
  readonly part?: RowPart;
  readonly name: string;
  readonly tone: number;
  readonly dashed?: true;
}

export function transientFigures(transient: DrawnTransient, system: UnitSystem): TransientFigures {
  const { outcome, drawn } = transient;
  const panels = [
    junctionPanel(transient, system),
    supplyPanel(transient, system),
    drivePanel(transient, system),
    openingPanel(transient, system),
    powerPanel(transient, system),
    workPanel(transient, system),
  ];
  return {
    times: drawn.times,
    duration: outcome.duration,
    marks: foldedLog(outcome.run.log).map(({ time, what, kind }) => ({ time, text: what, kind })),
    panels: panels.filter(({ lines }) => lines.length > 0),
  };
}

function junctionPanel({ outcome, plant, drawn }: DrawnTransient, system: UnitSystem): FigurePanel {
  const { unit, fromSi } = displayUnit('temperature', system);
  const name = namer(plant);
  const wanted = toldChips({ outcome, plant, drawn }).map((report, tone) => ({
    column: name(report.junctionTemperature),
    part: 'most' as const,
    name: report.machine,
    tone,
  }));
  const hottest = Math.max(...outcome.groups.map((group) => group.hottestJunction));
  const limits = [
    ...distinct(outcome.groups.map(({ throttleAt }) => throttleAt)).map((value) => ({ name: 'throttles', value })),
    ...distinct(outcome.groups.map(({ shutdownAt }) => shutdownAt)).map((value) => ({ name: 'switches off', value })),
  ].filter(({ value, name: what }) => what === 'throttles' || hottest > value - 5);
  return {
    id: 'junction',
    title: 'Hottest junction',
    caption: `The hottest chip of each rack group [${unit}]. Dashed: where chips throttle and where nodes switch off.`,
    unit,
    digits: 1,
    lines: linesOf(drawn, wanted, 'temperature', fromSi),
    limits: limits.map((limit) => ({ ...limit, value: fromSi(limit.value) })),
    spans: spansOf(outcome, fromSi),
  };
}

/** The reports of the groups that are told. */
function toldChips({ outcome, plant }: DrawnTransient): Plant['chips'] {
  const told = new Set(toldGroups(outcome.groups).map(({ name }) => name));
  return plant.chips.filter(({ machine }) => told.has(machine));
}

/** From what the scenario had happen last to the first throttle of all. */
function spansOf(outcome: TransientOutcome, fromSi: (value: number) => number): readonly FigureSpan[] {
  return toldGroups(outcome.groups)
    .slice(0, 1)
    .flatMap(({ firstThrottle, throttleAt }) => {
      const before = outcome.run.log.filter(({ kind, time }) => kind === 'event' && time < firstThrottle).at(-1);
      if (before === undefined) return [];
      const text = `${clockText(firstThrottle - before.time)} to the limit`;
      return [{ from: before.time, to: firstThrottle, at: fromSi(throttleAt), text }];
    });
}

function supplyPanel({ outcome, plant, drawn }: DrawnTransient, system: UnitSystem): FigurePanel {
  const { unit, fromSi } = displayUnit('temperature', system);
  const name = namer(plant);
  const wanted = plant.circuits.flatMap((circuit, tone): readonly Wanted[] => {
    const supply = { column: name(circuit.slots.supply), name: circuit.name, tone };
    const inlet = { column: name(circuit.slots.loadInlet), name: `${circuit.name}, server inlet`, tone } as const;
    return circuit.fluid.phase === 'air' ? [supply, { ...inlet, dashed: true }] : [supply];
  });
  const held = outcome.run.control.circuits
    .filter(({ settledAt }) => Number.isNaN(settledAt))
    .map(({ circuit }) => circuit);
  const notHeld = held.length === 0 ? '' : ` At the end off its set point: ${held.join(', ')}.`;
  return {
    ...bare('supply', unit, 1),
    title: 'Supply of the circuits',
    caption: `What each circuit gives to its loads [${unit}].${notHeld}`,
    lines: linesOf(drawn, wanted, 'temperature', fromSi),
  };
}

function drivePanel({ plant, drawn }: DrawnTransient, system: UnitSystem): FigurePanel {
  const { unit, fromSi } = displayUnit('fraction', system);
  const wanted = plant.circuits
    .filter(({ mover }) => mover !== undefined)
    .map(({ name }) => ({
      column: `${name}.drive`,
      name,
      tone: plant.circuits.findIndex((each) => each.name === name),
    }));
  return {
    ...bare('drive', unit, 0),
    title: 'Flow over what is asked for',
    caption: `How much of the flow that its valves and racks ask for a circuit moves [${unit}].`,
    lines: linesOf(drawn, wanted, 'dimensionless', fromSi),
  };
}

function openingPanel({ plant, drawn }: DrawnTransient, system: UnitSystem): FigurePanel {
  const { unit, fromSi } = displayUnit('fraction', system);
  const wanted = plant.machines
    .filter(({ source }) => source !== undefined)
    .map(({ name }, tone) => ({ column: `${name}.opening`, name, tone }));
  return {
    ...bare('opening', unit, 0),
    title: 'Actuators',
    caption: `Valves, fan speeds and compressor loads of the machines that cool a circuit [${unit}]. At 100 % a machine gives all it can.`,
    lines: linesOf(drawn, wanted, 'dimensionless', fromSi),
  };
}

function powerPanel({ plant, drawn }: DrawnTransient, system: UnitSystem): FigurePanel {
  const name = namer(plant);
  const { slots } = plant.power;
  const utility = name(slots.utility);
  const peak =
    drawn.series.find((one) => one.name === utility)?.most.reduce((most, value) => Math.max(most, value), 0) ?? 0;
  const scale = displayScale('power', system, [siOf('power')(peak)]);
  const wanted = [
    { column: utility, name: 'facility', tone: 0 },
    { column: name(slots.itInput), name: 'IT', tone: 1 },
    { column: name(slots.upsInput), name: 'UPS input', tone: 2 },
    { column: name(slots.mechanical), name: 'mechanical board', tone: 3 },
  ];
  return {
    ...bare('power', scale.unit, scale.digits),
    title: 'Power',
    caption: `Electricity drawn [${scale.unit}].`,
    lines: linesOf(drawn, wanted, 'power', (value) => scale.fromSi(value)),
  };
}

function workPanel(transient: DrawnTransient, system: UnitSystem): FigurePanel {
  const { plant, drawn } = transient;
  const { unit, fromSi } = displayUnit('fraction', system);
  const name = namer(plant);
  const chips = toldChips(transient);
  const asked = plant.utilisations.map(({ load, slot }, tone) => ({
    column: name(slot),
    name: `asked by ${load}`,
    tone: chips.length + tone,
    dashed: true as const,
  }));
  const done = chips.map((report, tone) => ({ column: name(report.delivered), name: report.machine, tone }));
  return {
    ...bare('work', unit, 0),
    title: 'Work done',
    caption: `Of all chips at full clock [${unit}]. Dashed: what was asked for.`,
    lines: linesOf(drawn, [...done, ...asked], 'fraction', fromSi),
  };
}

function bare(id: string, unit: string, digits: number) {
  return { id, unit, digits, limits: [], spans: [] };
}

function namer(plant: Plant): (slot: number) => string {
  const names = new Map(plant.slots.map(({ index, name }) => [index, name]));
  return (slot) => names.get(slot) ?? '';
}

function distinct(values: readonly number[]): readonly number[] {
  return [...new Set(values)];
}

/** Lines of the columns that are there, from the rows' own units into the panel's. */
function linesOf(
  { series }: TransientSeries,
  wanted: readonly Wanted[],
  quantity: Quantity,
  fromSi: (value: number) => number,
): readonly FigureLine[] {
  const toSi = siOf(quantity);
  const shown = (values: Float64Array) => values.map((value) => fromSi(toSi(value)));
  return wanted.flatMap(({ column, part = 'mean', name, tone, dashed }) => {
    const found = series.find((one) => one.name === column && one.column.part === part);
    if (found === undefined) return [];
    const centre: keyof DrawnSeries = part === 'most' ? 'most' : 'mean';
    const line = { name, tone, values: shown(found[centre]), low: shown(found.least), high: shown(found.most) };
    return [dashed === undefined ? line : { ...line, dashed }];
  });
}

/** From the unit of the rows back into SI; units are straight lines. */
function siOf(quantity: Quantity): (value: number) => number {
  const { fromSi } = displayUnit(quantity, 'si');
  const zero = fromSi(0);
  const slope = fromSi(1) - zero;
  return (value) => (value - zero) / slope;
}

/** A panel in words, for whoever does not see it. */
export function panelSummary(panel: FigurePanel): string {
  const ranges = panel.lines.map(({ name, low, high }) => {
    const text = (value: number) => `${numberText(value, panel.digits)} ${panel.unit}`;
    return `${name} ${text(extreme(low, Math.min))} to ${text(extreme(high, Math.max))}`;
  });
  const limits = panel.limits.map(({ name, value }) => `${name} at ${numberText(value, panel.digits)} ${panel.unit}`);
  return `${panel.title}. ${[...ranges, ...limits].join('; ')}.`;
}

function extreme(values: Float64Array, better: (a: number, b: number) => number): number {
  return values.reduce((best, value) => (Number.isNaN(value) ? best : better(best, value)), values[0] ?? NaN);
}
