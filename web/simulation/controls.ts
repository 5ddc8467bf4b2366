/**
 * What can be moved in a scenario, found from its own parameters: prices and
 * weather, set points, sizes and loads. Ranges are the declared ones, cut to
 * what lies around the value, so that a slider is worth dragging.
 */

import {
  circuitParameters,
  type Library,
  type Parameter,
  type Parameters,
  type Scenario,
  siteParameters,
} from '../../src/index.ts';
import type { Control, ControlHead } from './messages.ts';

/** Names of machines' parameters that people vary, in the order they are offered. */
const offered = [
  'racks',
  'nodesPerRack',
  'utilisation',
  'approach',
  'range',
  'rise',
  'units',
  'spare',
  'cycles',
  'enableDifference',
  'chipCapture',
  'capacity',
  'volume',
] as const;

const siteNames = ['electricityPrice', 'waterPrice', 'carbonIntensity', 'tokenRate', 'designDay'] as const;
const circuitNames = ['supply', 'approach', 'bypass', 'recirculation'] as const;

export function controlsOf(scenario: Scenario, library: Library): Control[] {
  const site = siteNames.flatMap((name) =>
    controlOf({ scope: 'site', path: name, owner: 'site' }, name, siteParameters, scenario.site, library),
  );
  const circuits = scenario.circuits.flatMap(({ name: owner, values }) =>
    circuitNames.flatMap((name) =>
      controlOf({ scope: 'own', path: `${owner}.${name}`, owner }, name, circuitParameters, values, library),
    ),
  );
  const machines = scenario.machines.flatMap(({ name: owner, kind, values }) =>
    offered.flatMap((name) =>
      controlOf({ scope: 'own', path: `${owner}.${name}`, owner }, name, kind.parameters, values, library),
    ),
  );
  return [...site, ...circuits, ...machines];
}

function controlOf(
  head: Pick<ControlHead, 'scope' | 'path' | 'owner'>,
  name: string,
  declaration: Parameters,
  values: Readonly<Record<string, unknown>>,
  library: Library,
): Control[] {
  const parameter: Parameter | undefined = declaration[name];
  const value = values[name];
  if (parameter === undefined || value === undefined) return [];
  const whole = { ...head, label: name, about: parameter.about };
  if ('quantity' in parameter) {
    const range = reach(value as number, parameter.range, parameter.quantity === 'temperature');
    return range[1] > range[0]
      ? [{ ...whole, shape: 'quantity', quantity: parameter.quantity, range, value: value as number }]
      : [];
  }
  if ('count' in parameter) {
    const [low, high] = parameter.count;
    const from = Math.max(low, Math.floor((value as number) / 3));
    return [
      {
        ...whole,
        shape: 'count',
        range: [from, Math.min(high, Math.max((value as number) * 2, 6))],
        value: value as number,
      },
    ];
  }
  if ('choice' in parameter) {
    const options = parameter.choice.map((choice) => ({ value: choice, title: choice }));
    return [{ ...whole, shape: 'choice', options, value: value as string }];
  }
  if (!('record' in parameter)) return [];
  const { id } = value as { readonly id: string };
  const folder = id.slice(0, id.indexOf('/') + 1);
  const options = library
    .list()
    .filter((other) => other.startsWith(folder))
    .map((other) => ({ value: other, title: library.record(other, []).title }));
  return options.some((option) => option.value === id) ? [{ ...whole, shape: 'choice', options, value: id }] : [];
}

/** A temperature moves by some kelvin, anything else by a factor. */
function reach(
  value: number,
  [low, high]: readonly [number, number],
  isTemperature: boolean,
): readonly [number, number] {
  const [from, to] = isTemperature ? [value - 12, value + 15] : [value / 4, value === 0 ? high / 4 : value * 2.5];
  return [Math.max(low, from), Math.min(high, to)];
}
