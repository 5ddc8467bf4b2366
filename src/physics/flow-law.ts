/**
 * What the network asks of whatever stands in a branch: pressure drop and its
 * slope at a flow, and the flows between which it can stand at all. Pipes,
 * valves, pumps and the rest each say it in `branch-laws.ts`; the network
 * knows none of them.
 */

/** The law of one element, or of several in series. */
export interface FlowLaw {
  /** A flow of its size, from which a search may start [kg/s], > 0; ∞ where it has none of its own. */
  readonly typicalFlow: number;
  /**
   * Adds Δp [Pa] to `sum[0]` and dΔp/dṁ [Pa·s/kg] to `sum[1]`. Δp falls along the branch where it is positive, and
   * never falls as the flow rises; a pump's is negative.
   *
   * @param massFlow ṁ along the branch [kg/s]
   * @param setting opening or speed [1]; elements without one take no notice
   */
  readonly add: (massFlow: number, setting: number, sum: Float64Array) => void;
  /** No flow below this: 0 behind a check valve, −∞ else [kg/s]. */
  readonly leastFlow: (setting: number) => number;
  /** No flow above this: the set flow of a limiter, 0 of what is shut, ∞ else [kg/s]. */
  readonly mostFlow: (setting: number) => number;
  /** Whether the setting does anything. */
  readonly isAdjustable: boolean;
}

export const anyFlowBackwards = (): number => -Infinity;
export const anyFlowForwards = (): number => Infinity;

/**
 * Elements one after the other: drops add up, the narrowest limits hold.
 *
 * @param elements in any order, at least one, at most one of them adjustable
 * @returns their law
 * @throws {RangeError} for none, or for several that one setting cannot serve
 */
export function seriesLaw(elements: readonly FlowLaw[]): FlowLaw {
  const [first] = elements;
  if (first === undefined) throw new RangeError('found no element; wanted at least one');
  if (elements.length === 1) return first;
  const adjustable = elements.filter(({ isAdjustable }) => isAdjustable);
  if (adjustable.length > 1)
    throw new RangeError(`found ${adjustable.length} adjustable elements in series; wanted at most one`);
  const count = elements.length;
  return {
    typicalFlow: Math.min(...elements.map(({ typicalFlow }) => typicalFlow)),
    isAdjustable: adjustable.length > 0,
    add(massFlow, setting, sum) {
      for (let i = 0; i < count; i++) elements[i].add(massFlow, setting, sum);
    },
    leastFlow(setting) {
      let least = -Infinity;
      for (let i = 0; i < count; i++) least = Math.max(least, elements[i].leastFlow(setting));
      return least;
    },
    mostFlow(setting) {
      let most = Infinity;
      for (let i = 0; i < count; i++) most = Math.min(most, elements[i].mostFlow(setting));
      return most;
    },
  };
}
