/**
 * From a fluid's name in a scenario to the fluid.
 *
 * `water`, `air`, `propylene-glycol-25-volume` and the like are built in; a
 * `./path` is a record of the user's own, any other name one of the library's
 * coolants.
 */

import type { LibraryRecord } from '../library/parameters.ts';
import { air } from './air.ts';
import { boilingFluid } from './boiling.ts';
import { dielectricFluid } from './dielectric.ts';
import type { Fluid } from './fluid.ts';
import { glycolWater, massFractionOfVolumeFraction, maximumGlycolFraction, type Glycol } from './glycol.ts';
import { water } from './water.ts';

const glycolName = /^(propylene|ethylene)-glycol-(\d+(?:\.\d+)?)-(mass|volume)$/;

/** Whether the name is one of the built-in fluids, with a fraction that the data reach: then no record is asked for. */
export function isBuiltInFluidName(name: string): boolean {
  return name === 'water' || name === 'air' || glycolFraction(name) !== undefined;
}

/**
 * The fluid of a name.
 *
 * @param name `water`, `air`, `propylene-glycol-<percent>-mass`, `ethylene-glycol-<percent>-volume`, the name
 * of a record in `coolants/`, or `./path` of one's own
 * @param record reads a record of the library; what it throws for an unknown id passes through
 */
export function fluidByName(name: string, record: (id: string) => LibraryRecord): Fluid {
  if (name === 'water') return water;
  if (name === 'air') return air;
  const glycol = glycolFraction(name);
  if (glycol !== undefined) {
    return { ...glycolWater(glycol.glycol, glycol.massFraction), id: name, title: glycol.title };
  }
  const found = record(coolantRecordId(name));
  return found.kind === 'boiling-fluid' ? boilingFluid(found) : dielectricFluid(found);
}

/** The id of the record that the name of a fluid means, one that is not built in. */
export function coolantRecordId(name: string): string {
  return name.startsWith('./') || name.startsWith('coolants/') ? name : `coolants/${name}`;
}

/** What is wrong with the fraction of a glycol's name; undefined for every other name. */
export function glycolNameFault(name: string): string | undefined {
  const match = glycolName.exec(name);
  if (match === null || glycolFraction(name) !== undefined) return undefined;
  const most = Math.floor(100 * maximumGlycolFraction);
  return `${match[2]} % of ${match[1]} glycol by ${match[3]} is outside the data, which end at ${most} % by mass`;
}

interface NamedGlycol {
  readonly glycol: Glycol;
  readonly massFraction: number;
  readonly title: string;
}

function glycolFraction(name: string): NamedGlycol | undefined {
  const match = glycolName.exec(name);
  if (match === null) return undefined;
  const glycol = match[1] as Glycol;
  const fraction = Number(match[2]) / 100;
  if (!(fraction <= 1)) return undefined;
  const massFraction = match[3] === 'mass' ? fraction : massFractionOfVolumeFraction(glycol, fraction);
  if (!(massFraction <= maximumGlycolFraction)) return undefined;
  return { glycol, massFraction, title: `Water with ${match[2]} % ${glycol} glycol by ${match[3]}` };
}
