/**
 * What was sized at the design hour, as text for a terminal, by circuit and
 * machine.
 */

import type { Comparison } from '../metrics/metric.ts';
import type { Plant } from '../plant/plant.ts';
import { formatQuantity, type UnitSystem } from '../units.ts';
import { siteText } from './comparison-table.ts';
import type { TableOptions } from './text-table.ts';
import { emphasised, hanging, printable } from './text-layout.ts';

export interface SizedPlant {
  readonly title: string;
  readonly site: Comparison['site'];
  readonly design: { readonly dryBulb: number; readonly wetBulb: number; readonly source: string };
  readonly plant: Plant;
}

/** The sizes as text, ending in a line feed. */
export function sizesText(
  { title, site, design, plant }: SizedPlant,
  { system, width = 80, emphasis = 'plain' }: TableOptions,
): string {
  const degrees = (kelvin: number) => formatQuantity(kelvin, 'temperature', system);
  const hour = `Design hour: ${degrees(design.dryBulb)} dry bulb, ${degrees(design.wetBulb)} wet bulb (${design.source})`;
  const owners = [...new Set(plant.sizes.map(({ owner }) => owner))];
  const lines = [
    emphasised(hanging(printable(title), width, 2), 'bold', emphasis),
    hanging(siteText(site), width, 2),
    hanging(hour, width, 2),
    ...owners.flatMap((owner) => [
      '',
      emphasised(`${printable(owner)}${kindOf(plant, owner)}`, 'bold', emphasis),
      ...plant.sizes.filter((size) => size.owner === owner).flatMap((size) => sizeLine(size, system, width)),
    ]),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

function kindOf(plant: Plant, owner: string): string {
  const machine = plant.machines.find(({ name }) => name === owner);
  const circuit = plant.circuits.find(({ name }) => name === owner);
  if (machine !== undefined && machine.kind !== owner) return `, ${machine.kind}`;
  return circuit === undefined ? '' : `, circuit of ${circuit.fluid.id}`;
}

function sizeLine({ name, value, quantity, about }: Plant['sizes'][number], system: UnitSystem, width: number): string {
  const isCount = quantity === 'dimensionless' && Number.isInteger(value);
  const text = formatQuantity(value, quantity, system, ...(isCount ? [0] : []));
  const left = `  ${name.padEnd(20)}${text.padStart(16)}  `;
  const [first, ...rest] = hanging(about, width - left.length, 0).split('\n');
  return [left + first, ...rest.map((line) => ' '.repeat(left.length) + line)].join('\n');
}
