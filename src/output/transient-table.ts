/**
 * A transient as text for a terminal: what happened when, how the chips fared
 * and what bound them, how well circuits were held, what the plant holds to
 * check a time by hand, and how exactly it was reckoned.
 */

import { heldWithin } from '../solver/transient/control-scores.ts';
import type { BathHolding, CircuitHolding } from '../solver/transient/holdings.ts';
import type { Comparison } from '../metrics/metric.ts';
import type { TransientOutcome } from '../study/transient-run.ts';
import { displayUnit, formatQuantity, type UnitSystem } from '../units.ts';
import { clockText } from './clock-text.ts';
import { siteText } from './comparison-table.ts';
import type { TableOptions } from './text-table.ts';
import { numberText } from './scale.ts';
import { emphasised, type Emphasis, hanging, printable } from './text-layout.ts';
import { foldedHoldings, foldedLog, toldGroups } from './transient-digest.ts';
import { answerTexts, causeTexts, courseText } from './transient-words.ts';

type FullOptions = Required<TableOptions>;

/** The transient as text, ending in a line feed. */
export function transientTable(outcome: TransientOutcome, site: Comparison['site'], options: TableOptions): string {
  const full: FullOptions = { width: 80, emphasis: 'plain', ...options };
  const lines = [
    emphasised(hanging(printable(outcome.title), full.width, 0), 'bold', full.emphasis),
    hanging(siteText(site), full.width, 0),
    hanging(courseText(outcome, full.system), full.width, 0),
    '',
    ...answerTexts(outcome, full.system).map((text) => hanging(printable(text), full.width, 2)),
    ...section('What happened', logLines(outcome, full), full.emphasis),
    ...section('Chips', chipLines(outcome, full), full.emphasis),
    ...section('How circuits were held', controlLines(outcome, full), full.emphasis),
    ...section('What leaked', leakLines(outcome, full), full.emphasis),
    ...section('What the plant holds', holdingLines(outcome, full), full.emphasis),
    ...section('How exactly', numericsLines(outcome), full.emphasis),
    ...section(
      'Notes',
      outcome.notes.map((note) => hanging(`- ${printable(note)}`, full.width, 2)),
      full.emphasis,
    ),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

function section(title: string, lines: readonly string[], emphasis: Emphasis): readonly string[] {
  return lines.length === 0 ? [] : ['', emphasised(title, 'bold', emphasis), ...lines];
}

function logLines({ run }: TransientOutcome, { width, emphasis }: FullOptions): readonly string[] {
  if (run.log.length === 0) return ['  nothing'];
  return foldedLog(run.log).map(({ time, what, kind }) => {
    const text = `  ${clockText(time).padStart(9)}  ${hanging(printable(what), width, 13)}`;
    return kind === 'limit' ? emphasised(text, 'red', emphasis) : text;
  });
}

function chipLines(outcome: TransientOutcome, { system, width }: FullOptions): readonly string[] {
  const head = ['', 'throttle', 'switch off', 'whole again', 'hottest', 'at', 'to limit', 'lost'];
  const told = toldGroups(outcome.groups);
  const rows = told.map((group) => [
    printable(group.name),
    clockText(group.firstThrottle),
    clockText(group.shutdown),
    clockText(group.recovery),
    formatQuantity(group.hottestJunction, 'temperature', system),
    clockText(group.hottestAt),
    formatQuantity(group.margin, 'temperature difference', system, 1),
    `${numberText(100 * group.lostShare, 2)} %`,
  ]);
  const causes = causeTexts(told).map((text) => indented(printable(text), width));
  const left = outcome.groups.length - told.length;
  const others = left > 0 ? [`  and ${left} more; summary.json has them all`] : [];
  return [...columnsText([head, ...rows], [14, 9, 11, 12, 9, 8, 9, 8]), ...others, ...causes];
}

/** A line under a table; what follows of it is indented more. */
function indented(text: string, width: number): string {
  return `  ${hanging(text, width - 2, 4)}`;
}

/** Cells to the right under their heads, the first to the left; a first cell too long for its column has a line of its own. */
function columnsText(rows: readonly (readonly string[])[], widths: readonly number[]): readonly string[] {
  return rows.flatMap(([first = '', ...rest]) => {
    const cells = rest.map((cell, i) => ` ${cell}`.padStart(widths[i + 1]!)).join('');
    const name = `  ${first}`;
    return [...name].length <= widths[0]!
      ? [`${name.padEnd(widths[0]!)}${cells}`]
      : [name, `${' '.repeat(widths[0]!)}${cells}`];
  });
}

function controlLines(outcome: TransientOutcome, { system, width }: FullOptions): readonly string[] {
  const { circuits, travels, starts } = outcome.run.control;
  const band = formatQuantity(heldWithin, 'temperature difference', system, 1);
  const kelvin = (value: number) => formatQuantity(value, 'temperature difference', system, 1);
  const head = [
    ['', 'farthest', 'farthest', 'beyond', 'held', 'after the'],
    ['', 'above', 'below', band, 'from', 'last event'],
  ];
  const rows = circuits.map(({ circuit, farthestAbove, farthestBelow, timeOutside, settledAt }) => [
    printable(circuit),
    kelvin(farthestAbove),
    kelvin(farthestBelow),
    clockText(timeOutside),
    Number.isNaN(settledAt) ? 'not held' : clockText(settledAt),
    clockText(Math.max(0, settledAt - outcome.lastChange)),
  ]);
  const moved = travels.map(({ owner, actuator, travel }) => `${owner} ${actuator} ${numberText(travel, 2)}`);
  const started = starts.map(
    ({ machine, starts: count, startRate }) => `${machine} ${count} (${numberText(startRate * 3600, 1)} an hour)`,
  );
  return [
    ...columnsText([...head, ...rows], [18, 11, 11, 11, 11, 12]),
    ...(moved.length > 0 ? [indented(`Strokes travelled: ${moved.join(', ')}`, width)] : []),
    ...(started.length > 0 ? [indented(`Units started: ${started.join(', ')}`, width)] : []),
  ];
}

function leakLines({ run }: TransientOutcome, { system, width }: FullOptions): readonly string[] {
  const mass = (value: number) => formatQuantity(value, 'mass', system, 1);
  return run.leaks.map((leak) => {
    const trips = leak.trips.map(({ at }) => `; its pumps trip at ${clockText(at)}`).join('');
    const found = `${leak.circuit}: ${mass(leak.lost)} of ${mass(leak.content)} leaked, ${mass(leak.madeUp)} made up, ${mass(leak.filledAgain)} filled again, ${mass(leak.lacking)} lacking at the end (reserve ${mass(leak.reserve)})`;
    return indented(printable(`${found}${trips}`), width);
  });
}

function holdingLines({ holdings }: TransientOutcome, { system, width }: FullOptions): readonly string[] {
  const shown = [
    { head: 'coolant', of: 'mass', value: (held: CircuitHolding) => held.supplyMass + held.returnMass + held.pipeMass },
    { head: 'c', of: 'specific heat', value: (held: CircuitHolding) => held.specificHeat },
    { head: 'm c', of: 'heat capacity', value: (held: CircuitHolding) => held.heatCapacity },
    { head: 'passes in', of: 'time', value: (held: CircuitHolding) => held.residenceTime },
    { head: 'heat P', of: 'heat flow', value: (held: CircuitHolding) => held.heat },
    {
      head: 'P/(m c)',
      of: 'temperature difference',
      per: '/min',
      value: (held: CircuitHolding) => (60 * held.heat) / held.heatCapacity,
    },
  ] as const;
  const units = shown.map(({ of, ...rest }) => displayUnit(of, system).unit + ('per' in rest ? rest.per : ''));
  const rows = holdings.circuits.map((held) => [
    printable(held.circuit),
    ...shown.map(({ of, value }) => {
      const shownValue = displayUnit(of, system).fromSi(value(held));
      return numberText(shownValue, Math.abs(shownValue) < 10 ? 3 : Math.abs(shownValue) < 100 ? 1 : 0);
    }),
  ]);
  const movers = holdings.circuits.map(({ circuit, movers: count }) => `${circuit} ${count}`);
  return [
    ...columnsText([['', ...shown.map(({ head }) => head)], ['', ...units], ...rows], [16, 10, 13, 11, 10, 10, 10]),
    ...holdings.circuits.flatMap((circuit) => buildingLine(circuit, system)),
    ...holdings.baths.map((bath) => indented(printable(bathText(bath, system)), width)),
    indented(`Pumps or fans in parallel: ${movers.join(', ')}`, width),
    ...machineLines(holdings, system).map((line) => indented(printable(line), width)),
    `  Batteries: ${formatQuantity(holdings.batteryEnergy, 'energy', system, 0)}`,
  ];
}

function buildingLine({ circuit, buildingCapacity }: CircuitHolding, system: UnitSystem): readonly string[] {
  if (!(buildingCapacity > 0)) return [];
  return [
    `  ${circuit}: of m c ${formatQuantity(buildingCapacity, 'heat capacity', system, 0)} are floor, walls and racks`,
  ];
}

/** What a bath may lose: the time to dry by hand, m Δh / P, and before it of a sealed one M c ΔT / P. */
function bathText({ circuit, reserve, latentHeat, heatCapacity, rise, heat }: BathHolding, system: UnitSystem): string {
  const dry = `${formatQuantity(reserve, 'mass', system, 0)} of liquid in reserve, Δh ${formatQuantity(latentHeat, 'enthalpy', system, 1)}, heat P ${formatQuantity(heat, 'heat flow', system, 0)}: with nothing condensed it boils off in ${numberText((reserve * latentHeat) / heat, 1)} s`;
  if (heatCapacity === 0) return `${circuit}: ${dry}`;
  return `${circuit}: M c ${formatQuantity(heatCapacity, 'heat capacity', system, 0)}, ${formatQuantity(rise, 'temperature difference', system, 1)} below relief: ${numberText((heatCapacity * rise) / heat, 1)} s with nothing condensed; then ${dry}`;
}

function machineLines({ machines }: TransientOutcome['holdings'], system: UnitSystem): readonly string[] {
  return foldedHoldings(machines).map(
    ({ machine, what, capacity }) =>
      `${machine}: ${what} holds ${formatQuantity(capacity, 'heat capacity', system, 0)}`,
  );
}

function numericsLines({ run }: TransientOutcome): readonly string[] {
  const { energy, statistics } = run;
  const count = (value: number) => numberText(value, 0);
  return [
    `  Energy closes to ${energy.closure.toExponential(1)} of the electricity, at the worst moment to ${energy.worstRate.toExponential(1)}`,
    `  ${count(statistics.steps)} steps, ${count(statistics.rejected)} rejected, ${count(statistics.evaluations)} evaluations, ${count(statistics.jacobians)} Jacobians`,
  ];
}
