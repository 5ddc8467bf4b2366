/**
 * A machine in one hour: what it did, what it drew, how much of its size that
 * was, and which of its limits was active.
 */

import type { DescribedMachine } from '../scenario/description.ts';
import type { PlacedMachine, Plant, Size } from '../plant/plant.ts';
import { formatQuantity } from '../units.ts';
import type { Reading } from './reading.ts';

export interface ExplainedMachine {
  readonly name: string;
  readonly kind: string;
  readonly title: string;
  readonly ideal: boolean;
  /** `off`, or which limits were active, in words. */
  readonly limits: readonly string[];
  /** Heat taken from its source circuit over what its units are rated for [1]; undefined without a source. */
  readonly shareOfSize: number | undefined;
  /** `10 units of 1040 kW`. */
  readonly size: string;
  readonly readings: readonly Reading[];
}

export function explainedMachine(plant: Plant, placed: PlacedMachine, described: DescribedMachine): ExplainedMachine {
  const { s } = plant;
  const sizes = plant.sizes.filter(({ owner }) => owner === placed.name);
  const rated = ratedHeat(sizes, placed.machine.units);
  const { source } = placed;
  return {
    name: placed.name,
    kind: placed.kind,
    title: placed.title,
    ideal: placed.ideal,
    limits: machineLimits(plant, placed, described, sizes),
    shareOfSize: source === undefined || rated === undefined ? undefined : s[source.duty]! / (rated.heat * rated.units),
    size: rated === undefined ? '' : `${rated.units} units of ${formatQuantity(rated.heat, 'heat flow', 'si')}`,
    readings: machineReadings(plant, placed),
  };
}

function ratedHeat(
  sizes: readonly Size[],
  units: number | undefined,
): { readonly heat: number; readonly units: number } | undefined {
  const heat = sizes.find(({ name }) => name === 'ratedHeat')?.value;
  if (heat === undefined) return undefined;
  return { heat, units: units ?? sizes.find(({ name }) => name === 'unitsInstalled')?.value ?? 1 };
}

/** Every number of the machine but what stands in its circuits' tables. */
function machineReadings({ s, slots }: Plant, { name, loads, source }: PlacedMachine): readonly Reading[] {
  const elsewhere = new Set([
    ...loads.flatMap(({ inlet, flow, heat, outlet }) => [inlet, flow, heat, outlet]),
    ...(source === undefined ? [] : [source.flow, source.inlet, source.outlet]),
  ]);
  const own = slots
    .filter((slot) => slot.name.startsWith(`${name}.`) && !elsewhere.has(slot.index))
    .map((slot) => ({
      key: slot.name.slice(name.length + 1),
      label: slot.about,
      value: s[slot.index]!,
      quantity: slot.quantity,
    }));
  const [load] = loads;
  if (source === undefined || load === undefined) return own;
  const approach = s[source.outlet]! - s[load.inlet]!;
  const about = `Leaves to ${source.circuit} above what enters from ${load.circuit}`;
  return [...own, { key: 'approach', label: about, value: approach, quantity: 'temperature difference' }];
}

const full = 1 - 1e-9;

/** What a number of a machine says of its limits, by the number's name. */
const limitsBySlot: Readonly<
  Record<string, (value: number, described: DescribedMachine, sizes: readonly Size[]) => string | undefined>
> = {
  airFraction: (value, { values }) => fanText(value, values.minimumSpeed),
  fanSpeed: (value, { values }) =>
    fanText(value, (values.fans as { values?: { minimumSpeed?: number } } | undefined)?.values?.minimumSpeed),
  wetShare: (value) =>
    value >= full ? 'all pads wet' : value > 0 ? `pads wet by ${(100 * value).toFixed(1)} %` : 'pads dry',
  running: (value, _, sizes) => {
    const installed = sizes.find(({ name }) => name === 'unitsInstalled')?.value;
    return value > 0 ? `${value} of ${installed} run` : undefined;
  },
  compressorShare: (value) =>
    value > 0 && value < full
      ? `cycles: below its minimum load for ${(100 * (1 - value)).toFixed(0)} % of the hour off`
      : undefined,
  coveredShare: (value) => (value >= full ? 'the whole coil condenses' : undefined),
  delivered: () => undefined,
};

function fanText(speed: number, minimum: unknown): string | undefined {
  if (speed >= full) return 'fans at full speed';
  if (typeof minimum !== 'number' || !(speed > 0)) return undefined;
  if (speed < minimum * full) return 'fans cycle at their lowest speed';
  return speed <= minimum / full ? 'fans at their lowest speed' : undefined;
}

function machineLimits(
  plant: Plant,
  placed: PlacedMachine,
  described: DescribedMachine,
  sizes: readonly Size[],
): readonly string[] {
  const { s, slots, events } = plant;
  const { name, source } = placed;
  const isOff = source !== undefined && !(s[source.duty]! > 0);
  const bySlot = slots.flatMap((slot) => {
    const known = slot.name.startsWith(`${name}.`) ? limitsBySlot[slot.name.slice(name.length + 1)] : undefined;
    return known?.(s[slot.index]!, described, sizes) ?? [];
  });
  const byEvent = events
    .filter(({ owner, slot }) => owner === name && s[slot]! > 0)
    .map(({ cause, slot, quantity }) => `${cause}, ${formatQuantity(s[slot]!, quantity, 'si')}`);
  if (isOff) return ['off', ...byEvent];
  return [...bySlot, ...valveText(plant, placed, described, sizes), ...byEvent];
}

/** A valve that lets through all it can. */
function valveText(
  { s }: Plant,
  { loads }: PlacedMachine,
  { values }: DescribedMachine,
  sizes: readonly Size[],
): readonly string[] {
  const perUnit = sizes.find(({ name }) => name === 'ratedColdFlow' || name === 'ratedFlow')?.value;
  const { units, flowMargin } = values as { units?: number; flowMargin?: number };
  const valve = loads.find(({ rule }) => rule === 'valve');
  if (perUnit === undefined || units === undefined || flowMargin === undefined || valve === undefined) return [];
  return s[valve.flow]! >= perUnit * units * flowMargin * full ? ['valve at its maximum'] : [];
}
