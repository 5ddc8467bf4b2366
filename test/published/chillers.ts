/**
 * Published performance of chillers, and the standard's factor for other lifts.
 *
 * ANSI/ASHRAE/IES 90.1-2013, 6.4.1.2.1: efficiency of centrifugal chillers away from the standard rating;
 * AHRI 550/590 (I-P)-2015, table 1: the rating, 44 °F, 85 → 94.3 °F; air 95 °F.
 */
export * from '../../src/study/validation/cases/chillers.ts';

/**
 * K in °F: COP = K · COP at the standard rating, for lift (leaving condenser minus leaving chilled
 * water) of 20 … 80 °F. Written from memory; at the AHRI rating it is 1.000, as it has to be.
 */
export function standardLiftFactor(lift: number, leaving: number): number {
  const a = 3.9302 + lift * (-0.147199 + lift * (0.00314196 + lift * (-0.0000346496 + lift * 0.00000014592)));
  return a * (0.0015 * leaving + 0.934);
}
