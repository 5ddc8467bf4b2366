/**
 * An explained hour as text for a terminal, grouped from the chips to the
 * ambient, with enough digits to multiply by hand.
 */

import type { Closure } from '../audit/audit.ts';
import { displayUnit, formatQuantity, type Quantity, type UnitSystem } from '../units.ts';
import { siteText } from './comparison-table.ts';
import type { TableOptions } from './text-table.ts';
import type { ExplainedChips } from './explained-chips.ts';
import type { ExplainedCircuit, ExplainedPort } from './explained-circuit.ts';
import type { ExplainedHour } from './explained-hour.ts';
import type { Reading } from './reading.ts';
import type { ExplainedMachine } from './explained-machine.ts';
import { numberText } from './scale.ts';
import { emphasised, hanging, printable } from './text-layout.ts';

type FullOptions = Required<TableOptions>;

/** The hour as text, ending in a line feed. */
export function explainedText(hour: ExplainedHour, options: TableOptions): string {
  const full: FullOptions = { width: 80, emphasis: 'plain', ...options };
  const head = (text: string) => ['', emphasised(text, 'bold', full.emphasis)];
  const lines = [
    emphasised(hanging(printable(hour.title), full.width, 0), 'bold', full.emphasis),
    hanging(`${hour.when}, local standard time`, full.width, 0),
    hanging(siteText(hour.site), full.width, 0),
    ...head('Weather and load'),
    ...[...hour.weather, ...hour.loads].map((reading) => readingLine(reading, full)),
    ...hour.chips.flatMap((chips) => [
      ...head(`Chips of ${printable(chips.racks)}: ${numberText(chips.count, 0)} in ${printable(chips.title)}`),
      ...chipLines(chips, full),
    ]),
    ...head('Circuits, from the chips outwards'),
    ...hour.circuits.flatMap((circuit) => circuitLines(circuit, full)),
    ...head('Machines, from the chips outwards'),
    ...hour.machines.flatMap((machine) => machineLines(machine, full)),
    ...head('Electricity'),
    ...hour.power.map((reading) => readingLine(reading, full)),
    ...head('Balances of the hour'),
    ...balanceLines(hour.balances, full),
    '',
    `Found in ${hour.passes} passes over the plant.`,
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

/** Temperatures to a millikelvin, all else to six digits. */
export function handText(
  value: number,
  quantity: Quantity,
  system: UnitSystem,
): { readonly text: string; readonly unit: string } {
  const { unit, fromSi } = displayUnit(quantity, system);
  return { text: handNumber(fromSi(value), quantity), unit: unit === '1' ? '' : unit };
}

function handNumber(shown: number, quantity: Quantity): string {
  if (quantity === 'temperature' || quantity === 'temperature difference') return numberText(shown, 3);
  if (quantity === 'dimensionless' && Number.isInteger(shown)) return numberText(shown, 0);
  if (shown === 0 || !Number.isFinite(shown)) return numberText(shown, 0);
  return numberText(shown, Math.min(8, Math.max(0, 5 - Math.floor(Math.log10(Math.abs(shown))))));
}

const labelWidth = 46;

/** The text with every line indented, the following ones by two more. */
function indented(text: string, indent: number, width: number): string {
  const lines = hanging(printable(text), width - indent, 2).split('\n');
  return lines.map((line) => ' '.repeat(indent) + line).join('\n');
}

function readingLine({ label, value, quantity }: Reading, { system, width }: FullOptions, indent = 2): string {
  const { text, unit } = handText(value, quantity, system);
  const labels = indented(label.trimStart(), label.startsWith(' ') ? indent + 2 : indent, labelWidth).split('\n');
  const cells = `${text.padStart(Math.min(width, 90) - labelWidth - 15)} ${unit}`;
  return [...labels.slice(0, -1), `${labels.at(-1)!.padEnd(labelWidth)}${cells}`].join('\n');
}

function chipLines(chips: ExplainedChips, options: FullOptions): readonly string[] {
  const { system, width } = options;
  const power = handNumber(chips.chipPower, 'power');
  const show = (value: number) => handText(value, 'temperature', system);
  const difference = displayUnit('temperature difference', system).unit;
  const steps = chips.steps.map(({ name, temperature, rise, resistance }) => {
    const { text, unit } = show(temperature);
    const step = Number.isNaN(rise)
      ? ''
      : `${rise < 0 ? '-' : '+'} ${handNumber(Math.abs(displayUnit('temperature difference', system).fromSi(rise)), 'temperature')} ${difference}`;
    const resists = Number.isNaN(resistance)
      ? ''
      : `= ${power} W x ${formatQuantity(resistance, 'thermal resistance', 'si', 5)}`;
    const line = `  ${printable(name).slice(0, 28).padEnd(28)}${text.padStart(8)} ${unit}  ${step.padEnd(10)}`;
    return line.length + resists.length < width ? `${line} ${resists}` : `${line}\n${resists.padStart(width)}`;
  });
  const left = (limit: number, name: string) => {
    const { text, unit } = show(limit);
    const reached = chips.steps.find((step) => step.name === name)?.temperature ?? Number.NaN;
    return `${name} ${text} ${unit} (${handText(limit - reached, 'temperature difference', system).text} ${difference} left)`;
  };
  const delivered = `one chip draws ${power} W; the group delivers ${(100 * chips.delivered).toFixed(2)} % of its full work`;
  return [
    indented(delivered, 2, width),
    ...steps,
    indented(`limits: ${left(chips.caseLimit, 'case')}, ${left(chips.junctionLimit, 'junction')}`, 2, width),
  ];
}

function circuitLines(circuit: ExplainedCircuit, options: FullOptions): readonly string[] {
  const { width, emphasis, system } = options;
  const mover = circuit.readings.find(({ key }) => key === 'moverHeat');
  const vapour = circuit.readings.find(({ key }) => key === 'vapourLoss');
  const given = sum(circuit.ports.filter(({ role }) => role === 'load')) + (mover?.value ?? 0);
  const taken = sum(circuit.ports.filter(({ role }) => role === 'source')) + (vapour?.value ?? 0);
  return [
    '',
    emphasised(`  ${printable(circuit.name)}: ${circuit.fluid}`, 'bold', emphasis),
    indented(circuit.rules, 4, width),
    ...limitLines(circuit.limits, options),
    ...circuit.readings.map((reading) => readingLine(reading, options, 4)),
    ...portTable(circuit.ports, system),
    portSum('loads and mover', given, system),
    portSum(vapour === undefined ? 'sources' : 'sources and vapour', taken, system),
  ];
}

function sum(ports: readonly ExplainedPort[]): number {
  return ports.reduce((total, { heat }) => total + heat, 0);
}

function limitLines(limits: readonly string[], { width, emphasis }: FullOptions): readonly string[] {
  return limits.length === 0 ? [] : [emphasised(indented(`active: ${limits.join('; ')}`, 4, width), 'bold', emphasis)];
}

function portTable(ports: readonly ExplainedPort[], system: UnitSystem): readonly string[] {
  const unit = (quantity: Quantity) => displayUnit(quantity, system).unit;
  const head = portLine([
    'port',
    `flow ${unit('mass flow')}`,
    `in ${unit('temperature')}`,
    `out ${unit('temperature')}`,
    `heat ${unit('heat flow')}`,
  ]);
  const rows = ports.map(({ machine, role, place, flow, inlet, outlet, heat }) => {
    const name = `${machine}${place === '' ? '' : `, ${place}`}`;
    const cells = [
      handText(flow, 'mass flow', system),
      handText(inlet, 'temperature', system),
      handText(outlet, 'temperature', system),
    ];
    const signed = handText(role === 'load' ? heat : -heat, 'heat flow', system).text;
    return portLine([printable(name), ...cells.map(({ text }) => text), signed]);
  });
  return [head, ...rows];
}

function portLine([name, flow, inlet, outlet, heat]: readonly string[]): string {
  const long = name!.length > 30;
  const cells = [flow, inlet, outlet].map((cell) => cell!.padStart(10)).join('') + heat!.padStart(13);
  return long ? `    ${name}\n${' '.repeat(34)}${cells}` : `    ${name!.padEnd(30)}${cells}`;
}

function portSum(name: string, heat: number, system: UnitSystem): string {
  return portLine([`= ${name}`, '', '', '', handText(heat, 'heat flow', system).text]);
}

function machineLines(machine: ExplainedMachine, options: FullOptions): readonly string[] {
  const { width, emphasis } = options;
  const kind = machine.kind === machine.name ? '' : `, ${machine.kind}`;
  const title = machine.title === machine.name ? '' : ` (${printable(machine.title)})`;
  const ideal = machine.ideal ? ' - ideal: a constant, not physics' : '';
  const share =
    machine.shareOfSize === undefined ? [] : [`    ${(100 * machine.shareOfSize).toFixed(1)} % of its ${machine.size}`];
  const isOff = machine.limits[0] === 'off';
  const readings = machine.readings.filter(({ value, quantity }) => !isOff || (value !== 0 && quantity === 'power'));
  return [
    '',
    emphasised(indented(`${machine.name}${kind}${title}${ideal}`, 2, width), 'bold', emphasis),
    ...limitLines(machine.limits, options),
    ...share,
    ...readings.map((reading) => readingLine(reading, options, 4)),
  ];
}

/** Both sides and what is open, as a share of the larger; one block for each law. */
function balanceLines(balances: readonly Closure[], { width }: FullOptions): readonly string[] {
  const laws = [...new Set(balances.map(({ equation }) => equation))];
  return laws.flatMap((law) => {
    const unit = law.startsWith('make-up') ? 'kg/h' : 'kW';
    const rows = balances.filter(({ equation }) => equation === law);
    return [
      indented(law, 2, width),
      balanceLine('', [`in ${unit}`, `out ${unit}`, 'open']),
      ...rows.map((row) => balanceRow(row, unit)),
    ];
  });
}

function balanceRow({ owner, into, out, worst }: Closure, unit: string): string {
  const [left, right] = [into, out].map((side) => numberText(unit === 'kW' ? side / 1000 : side, 3));
  return balanceLine(printable(owner).slice(0, 30), [left!, right!, worst.toExponential(0)]);
}

function balanceLine(name: string, cells: readonly string[]): string {
  return `    ${name.padEnd(30)}${cells.map((cell) => cell.padStart(14)).join('')}`;
}
