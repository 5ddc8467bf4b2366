/** Where a year's electricity goes and where its heat ends, as a chart of flows with its sentence and its table. */

import { type EnergyFlows, consumerTone, numberText } from '../../src/index.ts';
import { chartFigure } from '../chart/chart.ts';
import type { Rows } from '../chart/csv.ts';
import { element } from '../dom.ts';
import { flowDrawing } from '../draw/flow-drawing.ts';
import { shown } from '../numbers.ts';
import type { State } from '../state.ts';
import type { YearReply } from '../simulation/messages.ts';
import { isDark } from '../theme.ts';
import { say } from '../words.ts';
import { type EnergyGraph, energyGraph, type EnergyNode } from './energy-graph.ts';
import type { Figure } from './year-maps.ts';

/** Water is blue, a customer's heat green; heat itself has no hue. */
const sinkColours: Readonly<Record<string, { readonly light: string; readonly dark: string }>> = {
  'outdoor air': { light: '#9aa3ad', dark: '#7b8591' },
  'water vapour': { light: '#5f97c9', dark: '#6fa6d6' },
  reuse: { light: '#3f9f8b', dark: '#4fb39d' },
  'coolant vapour': { light: '#b06a8e', dark: '#c583a5' },
  storage: { light: '#8a63b8', dark: '#a184d1' },
};
const heatColour = { light: '#b9a79a', dark: '#6f655e' };

/** The figure, or nothing where the flows of the year are not known. */
export function energyFigure({ units, selected }: State, { flows }: YearReply): Figure | undefined {
  if (flows === undefined) return undefined;
  const graph = energyGraph(flows);
  const named = { ...graph, nodes: graph.nodes.map((node) => ({ ...node, name: wordOf(node) })) };
  const all = flows.electricity + Math.max(flows.envelope, 0);
  const share = (value: number): string => `${numberText((100 * value) / all, value / all < 0.0995 ? 1 : 0)} %`;
  const sentence = summaryOf(
    flows,
    shown(flows.electricity, 'energy', units),
    (energy) => `${shown(energy, 'energy', units)} (${share(energy)})`,
  );
  const colourOf = (i: number): string => {
    const { is, name } = graph.nodes[i]!;
    const tone =
      is === 'consumer' ? consumerTone(name) : is === 'sink' || is === 'inflow' ? sinkColours[name] : undefined;
    return (tone ?? heatColour)[isDark() ? 'dark' : 'light'];
  };
  const textOf = (_: number, value: number): string => `${shown(value, 'energy', units)} · ${share(value)}`;
  const table = (): Rows => ({
    heads: [say('From'), say('To'), say('Energy'), say('Part of all')],
    rows: graph.links.map(({ from, to, value }) => [
      named.nodes[from]!.name,
      named.nodes[to]!.name,
      shown(value, 'energy', units),
      share(value),
    ]),
  });
  const csv = (): Rows => ({
    heads: [say('From'), say('To'), `${say('Energy')} [MWh]`],
    rows: graph.links.map(({ from, to, value }) => [named.nodes[from]!.name, named.nodes[to]!.name, value / 3.6e9]),
  });
  const figure = chartFigure({
    key: 'energy-flow',
    title: say('Energy of the year'),
    of: selected,
    head: element('h2', {}, say('Energy of the year')),
    body: [element('figcaption', {}, sentence), flowDrawing(named, { label: sentence, colourOf, textOf })],
    table,
    csv,
  });
  tag(figure, graph);
  return { figure, paint: () => undefined, mark: () => undefined };
}

/** Exact numbers for whoever reads the page by a program [J]. */
function tag(figure: HTMLElement, { nodes, links }: EnergyGraph): void {
  figure.dataset['links'] = JSON.stringify(
    links.map(({ from, to, value }) => ({ from: nodes[from]!.name, to: nodes[to]!.name, value })),
  );
}

function wordOf({ is, name }: EnergyNode): string {
  return is === 'owner' && name !== 'others' && name !== 'walls' ? name : say(name);
}

function summaryOf(
  { electricity, consumers, rejected }: EnergyFlows,
  total: string,
  text: (energy: number) => string,
): string {
  const largest = consumers
    .toSorted((a, b) => b.energy - a.energy)
    .slice(0, 3)
    .map(({ name, energy }) => `${say(name)} ${text(energy)}`);
  const sinks = [...new Set(rejected.map(({ sink }) => sink))].map((sink) => {
    const energy = rejected.reduce((sum, flow) => sum + (flow.sink === sink ? flow.energy : 0), 0);
    return { sink, energy };
  });
  const ends = sinks
    .filter(({ energy }) => Math.abs(energy) > 5e-4 * electricity)
    .toSorted((a, b) => b.energy - a.energy)
    .map(({ sink, energy }) => `${say(sink)} ${text(energy)}`);
  return `${say('Electricity')} ${total}: ${largest.join(', ')}, … ${say('Its heat ends in')} ${ends.join(', ')}`;
}
