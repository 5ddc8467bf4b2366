/** The lines that a transient is shown by, and the columns that they are made of. */

import type { Plant, TransientColumn } from '../../src/index.ts';
import type { KeptNumber } from './row-keeper.ts';
import type { SeriesHead } from './transient-messages.ts';

export type Series = SeriesHead & KeptNumber;

type Line = Pick<SeriesHead, 'panel' | 'of' | 'tone' | 'quantity'> &
  Partial<SeriesHead & KeptNumber> & { readonly names: readonly string[] };

/** Racks of a plant by the group they are of, whether they are resolved or not. */
export function groupsOf(plant: Plant): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const { machine } of plant.chips) {
    const hall = plant.machines.find(({ name }) => name === machine)?.place?.hall ?? machine;
    groups.set(hall, [...(groups.get(hall) ?? []), machine]);
  }
  return groups;
}

export function seriesOf(plant: Plant, columns: readonly TransientColumn[]): readonly Series[] {
  const places = new Map(columns.map(({ name }, i) => [name, i]));
  const slotNames = new Map(plant.slots.map(({ index, name }) => [index, name]));
  const name = (slot: number): string => slotNames.get(slot) ?? '';
  const lines = [
    ...circuitLines(plant, name),
    ...groupLines(plant, name),
    ...powerLines(plant, name),
    ...actuatorLines(plant),
  ];
  return lines.flatMap(({ names, ...line }): readonly Series[] => {
    const found = names.flatMap((each) => places.get(each) ?? []);
    return found.length === 0 ? [] : [{ what: '', dashed: false, as: 'mean', over: 1, ...line, columns: found }];
  });
}

function circuitLines({ circuits }: Plant, name: (slot: number) => string): readonly Line[] {
  return circuits.flatMap(({ name: of, slots, design }, tone): readonly Line[] => {
    const line = { of, tone, panel: 'circuits', quantity: 'temperature' } as const;
    return [
      { ...line, what: 'supply', names: [name(slots.supply)] },
      { ...line, what: 'return', dashed: true, names: [name(slots.returned)] },
      { panel: 'flow', of, tone, quantity: 'fraction', over: design.flow, names: [name(slots.sourceFlow)] },
    ];
  });
}

function groupLines(plant: Plant, name: (slot: number) => string): readonly Line[] {
  const report = (machine: string) => plant.chips.find((chips) => chips.machine === machine)!;
  const groups = [...groupsOf(plant)].flatMap(([of, racks], tone): readonly Line[] => {
    const junctions = racks.map((rack) => name(report(rack).junctionTemperature));
    const delivered = racks.map((rack) => name(report(rack).delivered));
    return [
      { panel: 'junction', of, tone, quantity: 'temperature', as: 'largest', names: junctions },
      { panel: 'work', of, tone, quantity: 'fraction', names: delivered },
    ];
  });
  const asked = plant.utilisations.map(({ load, slot }, tone): Line => ({
    panel: 'work',
    of: load.replace(/^loads\//, ''),
    what: 'asked',
    tone: tone + 4,
    dashed: true,
    quantity: 'fraction',
    names: [name(slot)],
  }));
  return [...groups, ...asked];
}

function powerLines({ power: { slots } }: Plant, name: (slot: number) => string): readonly Line[] {
  const words = [
    ['the facility', slots.utility],
    ['IT', slots.itInput],
    ['UPS', slots.upsInput],
    ['cooling plant', slots.mechanical],
  ] as const;
  return words.map(([of, slot], tone) => ({ panel: 'power', of, tone, quantity: 'power', names: [name(slot)] }));
}

function actuatorLines({ machines, circuits }: Plant): readonly Line[] {
  const openings = machines
    .filter(({ source }) => source !== undefined)
    .map(({ name }, tone): Line => ({
      panel: 'actuators',
      of: name,
      tone,
      quantity: 'fraction',
      names: [`${name}.opening`],
    }));
  const speeds = circuits.map(({ name }, tone): Line => ({
    panel: 'actuators',
    of: name,
    what: 'pumps',
    tone,
    dashed: true,
    quantity: 'fraction',
    names: [`${name}.speed`],
  }));
  return [...openings, ...speeds];
}
