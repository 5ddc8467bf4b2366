/**
 * The hottest chip of a rack group in one hour as a staircase of temperatures
 * from outdoors to the junction, each step in kelvin.
 */

import type { Circuit, PlacedMachine, PlacedSource, Plant } from '../plant/plant.ts';
import type { ChipReport } from '../machines/machine.ts';
import type { DescribedMachine } from '../scenario/description.ts';

export interface ChipStep {
  readonly name: string;
  /** [K] */
  readonly temperature: number;
  /** Above the step before [K]; NaN of the first. */
  readonly rise: number;
  /** That over the power of a chip [K/W], where it is a resistance; else NaN. */
  readonly resistance: number;
}

export interface ExplainedChips {
  readonly racks: string;
  readonly title: string;
  readonly count: number;
  /** Power of one chip [W], and what it delivers of what it is asked [1]. */
  readonly chipPower: number;
  readonly delivered: number;
  readonly junctionLimit: number;
  readonly caseLimit: number;
  /** Coolest first. */
  readonly steps: readonly ChipStep[];
}

export function explainedChips(
  plant: Plant,
  chips: ChipReport,
  described: ReadonlyMap<string, DescribedMachine>,
): ExplainedChips {
  const { s, slots } = plant;
  const junctionName = slots.find(({ index }) => index === chips.junctionTemperature)!.name;
  const racks = junctionName.slice(0, junctionName.lastIndexOf('.'));
  const chipPower = s[slots.find(({ name }) => name === `${racks}.chipPower`)!.index]!;
  const placed = plant.machines.find(({ name }) => name === racks)!;
  // Coolant that passed chips before is warmed by each of them: no resistance of one chip.
  const isSingle = ((described.get(racks)?.values.chipsInSeries as number | undefined) ?? 1) === 1;
  const outside = pathFromAmbient(plant, coolantCircuit(plant, placed));
  const own = chips.chain.map(({ name, slot }, i) => ({ name, temperature: s[slot]!, resists: isSingle && i > 0 }));
  const levels = [...outside.map((level) => ({ ...level, resists: false })), ...own];
  const steps = levels.map(({ name, temperature, resists }, i) => {
    const rise = i === 0 ? Number.NaN : temperature - levels[i - 1]!.temperature;
    return { name, temperature, rise, resistance: resists ? rise / chipPower : Number.NaN };
  });
  return {
    racks,
    title: chips.title,
    count: chips.count,
    chipPower,
    delivered: s[chips.delivered]!,
    junctionLimit: chips.junctionLimit,
    caseLimit: chips.caseLimit,
    steps,
  };
}

/** The circuit that takes the chips' heat: the liquid of racks that have one, else the air. */
function coolantCircuit(plant: Plant, racks: PlacedMachine): Circuit {
  const port = racks.loads.find(({ fluid }) => fluid.phase !== 'air') ?? racks.loads[0]!;
  return plant.circuits.find(({ name }) => name === port.circuit)!;
}

interface Level {
  readonly name: string;
  readonly temperature: number;
}

/** Supplies on the way from outdoors to a circuit, through the last source that works on each. */
function pathFromAmbient(plant: Plant, coolant: Circuit): readonly Level[] {
  const { s } = plant;
  const levels: Level[] = [];
  let circuit: Circuit | undefined = coolant;
  while (circuit !== undefined && levels.length < 20) {
    const { name, slots, stages }: Circuit = circuit;
    if (circuit.fluid.phase === 'air' && s[slots.loadInlet]! !== s[slots.supply]!) {
      levels.unshift({ name: `${name}, with recirculation`, temperature: s[slots.loadInlet]! });
    }
    levels.unshift({ name: `${name} supply`, temperature: s[slots.supply]! });
    const working: readonly PlacedSource[] = stages
      .flatMap(({ sources }) => sources)
      .filter(({ port }) => s[port.duty]! > 0);
    const last = working.at(-1);
    const placed: PlacedMachine | undefined = last === undefined ? undefined : plant.machines[last.machine]!;
    const on: string | undefined = placed?.loads[0]?.circuit;
    if (placed !== undefined && on === undefined) levels.unshift(ambientLevel(plant, placed));
    circuit = plant.circuits.find((candidate) => candidate.name === on);
  }
  return levels;
}

/** What bounds a machine outdoors: the coldest it could ever reach; of a compressor the dry bulb it works against. */
function ambientLevel({ s, weather }: Plant, { machine }: PlacedMachine): Level {
  const [wetBulb, dryBulb] = [s[weather.wetBulb]!, s[weather.dryBulb]!];
  const reach = machine.reach?.() ?? -Infinity;
  if (!Number.isFinite(reach) || reach === dryBulb) return { name: 'outdoor dry bulb', temperature: dryBulb };
  return { name: reach === wetBulb ? 'outdoor wet bulb' : 'outdoors, the coldest it allows', temperature: reach };
}
