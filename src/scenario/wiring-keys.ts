/**
 * The keys of a machine that wire it into the plant and are the same for every
 * kind: `load`, `source`, `supplied`.
 */

import type { Fault } from '../errors.ts';
import { found, type LocatedNode, type MapNode } from '../library/document.ts';
import type { Parameters, ValuesOf } from '../library/parameters.ts';
import { readParameters } from '../library/read-parameters.ts';
import type { Kind } from '../machines/machine.ts';
import type { DescribedLoad, DescribedSource } from './description.ts';

export const wiringKeys = ['kind', 'title', 'load', 'source', 'supplied'] as const;

/** How a source port is written. */
export const sourceParameters = {
  on: { text: true, about: 'Circuit that it cools' },
  stage: {
    count: [1, 99],
    about: 'Order of the sources on the circuit; machines of one stage stand in parallel',
    default: 1,
  },
  flow: {
    quantity: 'fraction',
    range: [0.01, 1],
    about: 'Part of the circuit’s flow that passes its stage: 100 % is full flow, less a side stream',
    default: '100 %',
  },
  mode: {
    choice: ['integrated', 'exclusive'],
    about: 'An exclusive stage runs only when it can do all that is left',
    default: 'integrated',
  },
  share: {
    quantity: 'fraction',
    range: [0.001, 1],
    about: 'Part of the stage among parallel machines; equal where none is written',
    optional: true,
  },
  sizedFor: {
    quantity: 'fraction',
    range: [0.01, 2],
    about: 'Part of the circuit’s design heat that the machine is sized for',
    default: '100 %',
  },
} as const satisfies Parameters;

const loadParameters = {
  on: { text: true, about: 'Circuit, or outdoors' },
  after: { text: true, about: 'Load of the same circuit whose return it takes first', optional: true },
} as const satisfies Parameters;

const suppliedParameters = {
  supplied: {
    choice: ['ups', 'mechanical'],
    about: 'Whether its electricity comes from the UPS or the mechanical board',
    default: 'mechanical',
  },
} as const satisfies Parameters;

export interface Wiring {
  readonly loads: readonly DescribedLoad[];
  readonly source: DescribedSource | undefined;
  readonly supplied: 'ups' | 'mechanical';
}

/** Reads the wiring keys of a machine's map. */
export function readWiring(machine: MapNode, path: string, kind: Kind, faults: Fault[]): Wiring | undefined {
  const before = faults.length;
  const loadNode = machine.entries.get('load')?.value;
  const sourceNode = machine.entries.get('source')?.value;
  const suppliedNode = machine.entries.get('supplied');
  const loads = loadNode === undefined ? [] : readLoads(loadNode, `${path}.load`, kind, faults);
  const source = sourceNode === undefined ? undefined : readSource(sourceNode, `${path}.source`, faults);
  const supplied = readParameters(
    suppliedParameters,
    { kind: 'map', at: machine.at, entries: new Map(suppliedNode === undefined ? [] : [['supplied', suppliedNode]]) },
    path,
    faults,
    noRecords,
  );
  if (faults.length > before || supplied === undefined) return undefined;
  return { loads, source, supplied: supplied.supplied };
}

const noRecords = {
  record(): never {
    throw new RangeError('wiring names no records');
  },
};

/** `load: facility`, `load: { on: facility, after: crah }`, or `load: { liquid: technology, air: hall }`. */
function readLoads(node: LocatedNode, path: string, kind: Kind, faults: Fault[]): DescribedLoad[] {
  const ports = kind.ports.filter((port) => port.role === 'load').map((port) => port.name);
  if (node.kind === 'scalar' || (node.kind === 'map' && node.entries.has('on'))) {
    if (ports.length > 1) {
      faults.push({
        ...node.at,
        path,
        message: `found one circuit for a ${kind.kind}, which has the ports ${ports.join(', ')}; write load: { ${ports.map((port) => `${port}: …`).join(', ')} }`,
      });
      return [];
    }
    const load = oneLoad(node, path, ports[0] ?? 'load', faults);
    return load === undefined ? [] : [load];
  }
  if (node.kind !== 'map') {
    faults.push({ ...node.at, path, message: `found ${found(node)}; wanted a circuit, or a map of ports` });
    return [];
  }
  return [...node.entries].flatMap(([port, { value }]) => oneLoad(value, `${path}.${port}`, port, faults) ?? []);
}

function oneLoad(node: LocatedNode, path: string, port: string, faults: Fault[]): DescribedLoad | undefined {
  if (node.kind === 'scalar') return { port, on: node.text, after: undefined };
  if (node.kind !== 'map') {
    faults.push({ ...node.at, path, message: `found ${found(node)}; wanted a circuit` });
    return undefined;
  }
  const values: ValuesOf<typeof loadParameters> | undefined = readParameters(
    loadParameters,
    node,
    path,
    faults,
    noRecords,
  );
  return values === undefined ? undefined : { port, on: values.on, after: values.after };
}

function readSource(node: LocatedNode, path: string, faults: Fault[]): DescribedSource | undefined {
  const map: LocatedNode =
    node.kind === 'scalar'
      ? { kind: 'map', at: node.at, entries: new Map([['on', { at: node.at, value: node }]]) }
      : node;
  if (map.kind !== 'map') {
    faults.push({ ...node.at, path, message: `found ${found(node)}; wanted { on: <circuit>, stage: 1 }` });
    return undefined;
  }
  const values = readParameters(sourceParameters, map, path, faults, noRecords);
  if (values === undefined) return undefined;
  return {
    on: values.on,
    stage: values.stage,
    flowShare: values.flow,
    exclusive: values.mode === 'exclusive',
    share: values.share,
    sizedFor: values.sizedFor,
  };
}
