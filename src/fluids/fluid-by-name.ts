/**
 * From a fluid's name in a scenario to the fluid.
 *
 * `water`, `air`, `propylene-glycol-25-volume` and the like are built in; any
 * other name is a record of the library's coolants.
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
 * @param name `water`, `air`, `propylene-glycol-<percent>-mass`, `ethylene-glycol-<percent>-volume`, or the name
 * of a record in `coolants/`
 * @param record reads a record of the library; what it throws for an unknown id passes through
 */
export function fluidByName(name: string, record: (id: string) => LibraryRecord): Fluid {
  if (name === 'water') return water;
  if (name === 'air') return air;
  const glycol = glycolFraction(name);
  if (glycol !== undefined) {
    return { ...glycolWater(glycol.glycol, glycol.massFraction), id: name, title: glycol.title };
  }
  const found = record(`coolants/${name}`);
  return found.kind === 'boiling-fluid' ? boilingFluid(found) : dielectricFluid(found);
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
