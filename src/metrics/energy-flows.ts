/**
 * Where a year's electricity goes: by consumer on its way in, and by where its
 * heat ends on its way out. Closed against the auditor by a test. Used by
 * whoever draws the flows of a year; leaves out what passes inside the plant.
 */

import { secondsPerHour } from '../constants.ts';
import { enthalpy as moistEnthalpy } from '../fluids/moist-air.ts';
import { water } from '../fluids/water.ts';
import type { AmbientPort, Consumer } from '../machines/machine.ts';
import type { Plant } from '../plant/plant.ts';
import type { YearRun } from '../solver/year.ts';
import { columnReader, type ColumnReader } from './column-sums.ts';
import { energyByConsumer } from './consumer-energy.ts';

/** Where heat can end. */
export const heatSinks = ['outdoor air', 'water vapour', 'reuse', 'coolant vapour', 'storage'] as const;
export type HeatSink = (typeof heatSinks)[number];

/** Energies of a run [J]; electricity and envelope together are as much as all that is rejected. */
export interface EnergyFlows {
  /** At the utility meter. */
  readonly electricity: number;
  readonly consumers: readonly { readonly name: Consumer; readonly energy: number }[];
  /** Through walls and roofs from outside; negative where more left than came. */
  readonly envelope: number;
  /** By the machine or circuit that it leaves; negative where a sink gave heat: outdoor air that a wet tower cools. */
  readonly rejected: readonly HeatFlow[];
}

export interface HeatFlow {
  readonly owner: string;
  readonly sink: HeatSink;
  readonly energy: number;
}

type Columns = Pick<YearRun, 'columns'>;

/** The flows of a run, from its columns alone. */
export function energyFlows(plant: Plant, run: Columns): EnergyFlows {
  const read = columnReader(plant, run);
  const envelope = plant.machines.reduce(
    (sum, { machine }) => sum + (machine.envelope === undefined ? 0 : read.energy(machine.envelope)),
    0,
  );
  return {
    electricity: read.energy(plant.power.slots.utility),
    consumers: energyByConsumer(plant, run),
    envelope,
    rejected: [
      ...plant.machines.flatMap(({ name, ambient }) =>
        ambient === undefined ? [] : toAir(plant, read, name, ambient),
      ),
      ...reused(plant, read),
      ...vented(plant, read),
      ...sideways(plant, read),
      ...stored(plant, read),
    ],
  };
}

/**
 * Heat that outdoor air carries off, split by what it does to the air:
 *
 *     vapour   ṁ [h(T₂, W₂) − h(T₂, W₁)] − evaporated · h_water      from liquid make-up to vapour that leaves
 *     air      ṁ [h(T₂, W₁) − h(T₁, W₁)]                            the air that came in, warmed
 *
 * @returns both [J] over the run, nothing where nothing evaporates
 */
function toAir({ weather }: Plant, read: ColumnReader, owner: string, port: AmbientPort): HeatFlow[] {
  const [dryBulb, humidity] = [read.values(weather.dryBulb), read.values(weather.humidityRatio)];
  const [airFlow, outlet, humidityOut, evaporation, makeUp] = [
    read.values(port.airFlow),
    read.values(port.outletTemperature),
    read.values(port.outletHumidityRatio),
    read.values(port.evaporation),
    read.values(port.makeUpTemperature),
  ];
  let air = 0;
  let vapour = 0;
  for (let i = 0; i < airFlow.length; i++) {
    if (!(airFlow[i]! > 0)) continue;
    const warmed = moistEnthalpy(outlet[i]!, humidity[i]!);
    air += airFlow[i]! * (warmed - moistEnthalpy(dryBulb[i]!, humidity[i]!));
    if (!(evaporation[i]! > 0)) continue;
    const brought = evaporation[i]! * water.enthalpy(makeUp[i]!, 0);
    vapour += airFlow[i]! * (moistEnthalpy(outlet[i]!, humidityOut[i]!) - warmed) - brought;
  }
  return present([
    { owner, sink: 'outdoor air', energy: air * secondsPerHour },
    { owner, sink: 'water vapour', energy: vapour * secondsPerHour },
  ]);
}

function reused({ machines }: Plant, read: ColumnReader): HeatFlow[] {
  const flows = machines.flatMap(({ name, machine: { reuse } }) =>
    reuse === undefined ? [] : [{ owner: name, sink: 'reuse', energy: read.energy(reuse) } as const],
  );
  return present(flows);
}

/** Coolant that a vented tank lets go. */
function vented({ circuits }: Plant, read: ColumnReader): HeatFlow[] {
  const boiling = circuits.filter(({ fluid }) => fluid.phase === 'boiling');
  return present(
    boiling.map(({ name, slots }) => ({ owner: name, sink: 'coolant vapour', energy: read.energy(slots.vapourLoss) })),
  );
}

/** Losses of motors and of the electricity chain that stand outdoors. */
function sideways({ circuits, losses }: Plant, read: ColumnReader): HeatFlow[] {
  const flows = losses
    .filter(({ to }) => to === 'outdoors')
    .map(({ owner, slot }): HeatFlow => {
      const circuit = circuits.find(({ mover }) => mover?.loss === slot);
      const energy =
        circuit === undefined
          ? read.energy(slot)
          : read.energy(circuit.slots.moverPower) * (1 - circuit.mover!.intoFluid);
      return { owner, sink: 'outdoor air', energy };
    });
  return present(flows);
}

/** What a store took in less what it gave back: the difference of its two sides, as its first charge is no column. */
function stored({ machines }: Plant, read: ColumnReader): HeatFlow[] {
  const flows = machines
    .filter(({ machine }) => machine.stored !== undefined)
    .map(({ name, source, loads }): HeatFlow => {
      const taken = source === undefined ? 0 : read.energy(source.duty);
      const given = loads.reduce((sum, { heat }) => sum + read.energy(heat), 0);
      return { owner: name, sink: 'storage', energy: taken - given };
    });
  return present(flows);
}

function present(flows: readonly HeatFlow[]): HeatFlow[] {
  return flows.filter(({ energy }) => energy !== 0);
}
