/**
 * One run as text for a terminal: its metrics, where the electricity goes,
 * the chips' worst hour, and what had to be bent on the way.
 */

import { metricGroups, type Comparison, type Metric, type Variant } from '../metrics/metric.ts';
import { formatQuantity } from '../units.ts';
import { siteText } from './comparison-table.ts';
import type { TableOptions } from './text-table.ts';
import { eventSummaries, eventText } from './events.ts';
import { displayScale, numberText } from './scale.ts';
import { emphasised, hanging, printable, wrapped, type Emphasis } from './text-layout.ts';

type FullOptions = Required<TableOptions>;

/** The run as text, ending in a line feed. */
export function summaryTable(variant: Variant, site: Comparison['site'], options: TableOptions): string {
  const full: FullOptions = { width: 80, emphasis: 'plain', ...options };
  const lines = [
    emphasised(hanging(printable(variant.title), full.width, 0), 'bold', full.emphasis),
    hanging(siteText(site), full.width, 0),
    ...(variant.breaksLimit ? [emphasised('A limit is broken; see below.', 'red', full.emphasis)] : []),
    ...metricGroups.flatMap((group) => groupLines(group, variant, full)),
    ...consumerLines(variant, full),
    ...chainLines(variant, full),
    ...eventLines(variant, full),
    ...(variant.notes.length > 0 ? heading('Notes', full.emphasis) : []),
    ...variant.notes.map((note) => hanging(`- ${printable(note)}`, full.width, 2)),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

function heading(text: string, emphasis: Emphasis): readonly string[] {
  return ['', emphasised(text, 'bold', emphasis)];
}

function groupLines(group: string, variant: Variant, options: FullOptions): readonly string[] {
  const metrics = variant.metrics.filter((metric) => metric.group === group);
  if (metrics.length === 0) return [];
  return [...heading(group, options.emphasis), ...metrics.map((metric) => metricLine(metric, options))];
}

/** Label, value and unit in columns; what the number is, where there is room. */
function metricLine(metric: Metric, options: FullOptions): string {
  const scale = displayScale(metric.quantity, options.system, [metric.value], metric.digits);
  const label = `  ${printable(metric.label)}${metric.ideal ? ' (ideal)' : ''}`.padEnd(41);
  const value = numberText(scale.fromSi(metric.value), scale.digits).padStart(11);
  const about = printable(metric.about);
  if (Number.isNaN(metric.value)) {
    const indent = label.length + value.length + 1;
    const reason = wrapped(about, Math.max(options.width - indent, 12)).join(`\n${' '.repeat(indent)}`);
    return `${label}${value} ${reason}`;
  }
  const line = `${label}${value} ${scale.unit.padEnd(11)}`;
  const hasRoom = line.length + about.length < options.width;
  return hasRoom ? `${line}${emphasised(about, 'faint', options.emphasis)}` : line;
}

/** A bar per consumer, whose length is its share of the largest. */
function consumerLines(variant: Variant, options: FullOptions): readonly string[] {
  const energies = variant.consumers.map(({ energy }) => energy);
  const total = energies.reduce((sum, energy) => sum + energy, 0);
  const largest = Math.max(...energies, 0);
  if (!(largest > 0)) return [];
  const scale = displayScale('energy', options.system, energies);
  const barWidth = Math.max(8, options.width - 57);
  const lines = variant.consumers.map(({ name, energy }) => {
    const value = numberText(scale.fromSi(energy), scale.digits).padStart(11);
    const share = `${((100 * energy) / total).toFixed(1)} %`.padStart(8);
    const bar = '#'.repeat(Math.round((barWidth * energy) / largest));
    return `  ${printable(name).padEnd(24)}${value} ${scale.unit.padEnd(4)}${share}  ${bar}`;
  });
  return [...heading('Electricity by consumer', options.emphasis), ...lines];
}

function chainLines(variant: Variant, options: FullOptions): readonly string[] {
  if (variant.chipChain.length === 0) return [];
  const lines = variant.chipChain.map(({ name, temperature }) => {
    const text = formatQuantity(temperature, 'temperature', options.system);
    return `  ${printable(name).padEnd(32)}${text.padStart(14)}`;
  });
  return [...heading('Worst hour, ambient to junction', options.emphasis), ...lines];
}

function eventLines(variant: Variant, options: FullOptions): readonly string[] {
  const summaries = eventSummaries(variant.events);
  if (summaries.length === 0) return [];
  const lines = summaries.map((event) => {
    const text = hanging(`- ${printable(eventText(event, options.system))}`, options.width, 2);
    return event.gravity === 'limit' ? emphasised(text, 'red', options.emphasis) : text;
  });
  return [...heading('What had to be bent', options.emphasis), ...lines];
}
