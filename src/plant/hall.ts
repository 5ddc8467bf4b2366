/**
 * Rack groups resolved rack by rack: one machine of the description becomes as
 * many as it has racks, each with a load of its own and the flow that its
 * place in its row gives it.
 *
 * Rows are alike and each is fed on its own; air is the same for all racks.
 * The mean of loads and of flows stays that of the group.
 */

import type { DescribedMachine, PlantDescription } from '../scenario/description.ts';
import type { HallValues } from '../scenario/transient.ts';
import { resistanceLaw } from '../physics/branch-laws.ts';
import { rackFlows } from '../physics/rack-row.ts';
import { uniformStream } from '../scenario/weather/seeded-noise.ts';

/** Roughness of a steel header [m]. */
const roughness = 4.5e-5;

/** The description with its halls resolved. */
export function withHalls(
  described: PlantDescription,
  halls: Readonly<Record<string, HallValues>> | undefined,
): PlantDescription {
  if (halls === undefined) return described;
  const machines = described.machines.flatMap((machine) => {
    const hall = halls[machine.name];
    return hall === undefined ? [machine] : racksOf(machine, hall, described);
  });
  return { ...described, machines };
}

function racksOf(machine: DescribedMachine, hall: HallValues, described: PlantDescription): DescribedMachine[] {
  const racks = Number(machine.values['racks']);
  const perRow = racks / hall.rows;
  const flows = 'flowFactor' in machine.kind.parameters ? flowsOfRow(machine, hall, perRow, described) : undefined;
  const loads = loadsOf(hall, racks);
  const digits = String(racks).length;
  return Array.from({ length: racks }, (_, i) => {
    const position = i % perRow;
    return {
      ...machine,
      name: `${machine.name}-${String(i + 1).padStart(digits, '0')}`,
      title: `${machine.title}, row ${Math.floor(i / perRow) + 1}, place ${position + 1}`,
      place: { hall: machine.name, row: Math.floor(i / perRow) + 1, position: position + 1 },
      values: {
        ...machine.values,
        racks: 1,
        loadFactor: Number(machine.values['loadFactor']) * loads[i]!,
        ...(flows === undefined
          ? {}
          : { flowFactor: Number(machine.values['flowFactor']) * flows[position]! * perRow }),
      },
    };
  });
}

/** Loads over their mean, evenly drawn; scaled so that the mean is one. */
function loadsOf({ loadSpread, seed }: HallValues, racks: number): Float64Array {
  const draw = uniformStream(seed);
  const loads = Float64Array.from({ length: racks }, () => 1 + loadSpread * (2 * draw() - 1));
  const mean = loads.reduce((sum, load) => sum + load, 0) / racks;
  return loads.map((load) => load / mean);
}

/** Shares of a row's flow, nearest rack first; they sum to one. */
function flowsOfRow(
  machine: DescribedMachine,
  hall: HallValues,
  racks: number,
  { circuits }: PlantDescription,
): Float64Array {
  const circuit = circuits.find(
    ({ name, fluid }) => fluid.phase === 'liquid' && machine.loads.some((l) => l.on === name),
  )!;
  const temperature = circuit.values.supply ?? 313.15;
  const density = circuit.fluid.density(temperature);
  // Shares hang on the ratio of drops and not on the flow itself: one kilogram a second to each rack.
  const diameter = Math.sqrt((4 * racks) / (Math.PI * density * hall.headerVelocity));
  const row = {
    liquid: { density, viscosity: circuit.fluid.viscosity(temperature) },
    racks,
    returns: hall.returns,
    header: { length: hall.pitch, diameter, roughness, lossCoefficient: hall.teeLoss },
    rack: resistanceLaw({ ratedPressureDrop: hall.rackPressureDrop, ratedFlow: 1, exponent: hall.rackExponent }),
  };
  return rackFlows(row, racks).shares;
}
