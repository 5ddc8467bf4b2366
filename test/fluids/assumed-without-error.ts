import type { LibraryRecord } from '../../src/library/parameters.ts';

/** Properties of a coolant that its record assumes: constants of the substance and the market are none. */
const properties = ['saturation', 'density', 'specificHeat', 'conductivity', 'viscosity', 'surfaceTension'];

/** Those whose reason states no error, as "±5 %". */
export function assumedWithoutError({ assumed }: LibraryRecord): readonly string[] {
  return assumed.flatMap(({ of, because }) =>
    /± ?\d/.test(because) ? [] : of.filter((name) => properties.includes(name)),
  );
}
