/**
 * A set point moved along a straight line of something else: the weather's wet
 * bulb in most plants, the load in some. Used by circuits in steady and in
 * transient runs.
 */

export interface ResetLine {
  /** Where the line begins and ends, `from` below `to`. */
  readonly from: number;
  readonly to: number;
  /** The set point at and before `from`, at and beyond `to`. */
  readonly setpointAtFrom: number;
  readonly setpointAtTo: number;
}

/**
 * Set point on a line between two points, level beyond them.
 *
 *     x = (input − from)/(to − from), within 0 … 1;   setpoint = s_from + (s_to − s_from) x
 *
 * @param line the two points
 * @param input what moves it, a wet-bulb temperature [K] for one
 * @returns the set point, in the unit of the line's
 */
export function resetSetpoint(line: ResetLine, input: number): number {
  const x = (input - line.from) / (line.to - line.from);
  return line.setpointAtFrom + (line.setpointAtTo - line.setpointAtFrom) * Math.min(1, Math.max(0, x));
}
