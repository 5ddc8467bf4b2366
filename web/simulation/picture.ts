/**
 * From a plant to what is drawn of it: circuits, machines and their ports by
 * the columns that hold their numbers, sizes, and parameters with sources.
 */

import {
  circuitParameters,
  documentLine,
  type Library,
  type LibraryRecord,
  type Parameters,
  type Plant,
  type Scenario,
  writeParameters,
} from '../../src/index.ts';
import type { CircuitPicture, MachinePicture, PlantPicture, PortPicture, ShownParameter } from './messages.ts';

/** Named slots come first in the plant's state, so a slot below their number is a column. */
export function pictureOf(plant: Plant, scenario: Scenario, library: Library): PlantPicture {
  const width = plant.slots.length;
  const columnOf = (slot: number | undefined): number => (slot !== undefined && slot < width ? slot : -1);
  const circuitOf = (name: string): number => plant.circuits.findIndex((circuit) => circuit.name === name);
  const ownerOf = (slot: number): string => {
    const name = plant.slots[slot]?.name ?? '';
    return name.slice(0, name.lastIndexOf('.'));
  };
  return {
    circuits: plant.circuits.map((circuit) => {
      const described = scenario.circuits.find(({ name }) => name === circuit.name);
      const { slots } = circuit;
      return {
        name: circuit.name,
        fluid: circuit.fluid.title,
        phase: circuit.fluid.phase,
        supply: columnOf(slots.supply),
        returned: columnOf(slots.returned),
        setpoint: columnOf(slots.setpoint),
        flow: columnOf(slots.loadFlow),
        heat: columnOf(slots.heat),
        moverPower: columnOf(slots.moverPower),
        floating: columnOf(slots.floating),
        designFlow: circuit.design.flow,
        loads: circuit.loads.map(({ machine, after }) => ({ machine, after })),
        stages: circuit.stages.map(({ number, sources }) => ({ number, machines: sources.map((one) => one.machine) })),
        parameters: described === undefined ? [] : shown(circuitParameters, described.values, library),
      } satisfies CircuitPicture;
    }),
    machines: plant.machines.map((placed) => {
      const described = scenario.machines.find(({ name }) => name === placed.name);
      const source = placed.source;
      return {
        name: placed.name,
        kind: placed.kind,
        about: described?.kind.about ?? '',
        ideal: placed.ideal,
        units: placed.machine.units,
        loads: placed.loads.flatMap((port): readonly PortPicture[] => {
          const circuit = circuitOf(port.circuit);
          const { inlet, outlet, flow, heat } = port;
          const columns = [inlet, outlet, flow, heat].map(columnOf) as [number, number, number, number];
          return circuit < 0
            ? []
            : [{ circuit, inlet: columns[0], outlet: columns[1], flow: columns[2], heat: columns[3] }];
        }),
        source:
          source === undefined
            ? undefined
            : {
                circuit: circuitOf(source.circuit),
                inlet: columnOf(source.inlet),
                outlet: columnOf(source.outlet),
                flow: columnOf(source.flow),
                heat: columnOf(source.duty),
              },
        outdoors: placed.ambient !== undefined,
        reuse: columnOf(placed.machine.reuse),
        sizes: plant.sizes
          .filter(({ owner }) => owner === placed.name)
          .map(({ about, value, quantity }) => ({ about, value, quantity })),
        parameters: described === undefined ? [] : shown(described.kind.parameters, described.values, library),
      } satisfies MachinePicture;
    }),
    meters: plant.meters.map(({ owner, consumer, slot }) => ({ owner, consumer, column: columnOf(slot) })),
    chips: plant.chips.map((chips) => ({
      owner: ownerOf(chips.junctionTemperature),
      title: chips.title,
      count: chips.count,
      junctionLimit: chips.junctionLimit,
      caseLimit: chips.caseLimit,
      junction: columnOf(chips.junctionTemperature),
      case: columnOf(chips.caseTemperature),
      delivered: columnOf(chips.delivered),
      chain: chips.chain.map(({ name, slot }) => ({ name, column: columnOf(slot) })),
    })),
  };
}

function shown(declaration: Parameters, values: Readonly<Record<string, unknown>>, library: Library): ShownParameter[] {
  return Object.entries(writeParameters(declaration, values)).map(([name, written]) => {
    const parameter = declaration[name]!;
    const record = 'record' in parameter ? (values[name] as LibraryRecord) : undefined;
    return {
      name,
      about: parameter.about,
      text: flatText(written),
      ...(record === undefined ? {} : { record: { title: record.title, sources: sourcesOf(record, library) } }),
    };
  });
}

function sourcesOf(record: LibraryRecord, library: Library): string[] {
  const keys = [...new Set(record.sources.map(({ document }) => document))];
  return keys.flatMap((key) => {
    const document = library.documents().get(key);
    return document === undefined ? [] : [documentLine(document)];
  });
}

/** `head: 300 kPa, efficiency: 65 %` */
function flatText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return value.map(flatText).join(', ');
  return Object.entries(value)
    .map(([name, part]) => `${name}: ${typeof part === 'object' ? `(${flatText(part)})` : flatText(part)}`)
    .join(', ');
}
