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

/** Equal paths side by side, each with its share of the flow. @param count of them, ≥ 1 */
export function parallelLaw(law: FlowLaw, count: number): FlowLaw {
  const own = new Float64Array(2);
  return {
    typicalFlow: law.typicalFlow * count,
    isAdjustable: law.isAdjustable,
    add(massFlow, setting, sum) {
      own[0] = 0;
      own[1] = 0;
      law.add(massFlow / count, setting, own);
      sum[0] += own[0];
      sum[1] += own[1] / count;
    },
    leastFlow: (setting) => law.leastFlow(setting) * count,
    mostFlow: (setting) => law.mostFlow(setting) * count,
  };
}

/** An adjustable element that stands at one setting for good. */
export function fixedLaw(law: FlowLaw, setting: number): FlowLaw {
  const [least, most] = [law.leastFlow(setting), law.mostFlow(setting)];
  return {
    typicalFlow: law.typicalFlow,
    isAdjustable: false,
    add: (massFlow, _setting, sum) => law.add(massFlow, setting, sum),
    leastFlow: () => least,
    mostFlow: () => most,
  };
}

/** A path with an isolating valve: shut at setting 0, else as it is. */
export function isolatedLaw(law: FlowLaw): FlowLaw {
  return {
    ...law,
    isAdjustable: true,
    leastFlow: (setting) => (setting > 0 ? law.leastFlow(setting) : 0),
    mostFlow: (setting) => (setting > 0 ? law.mostFlow(setting) : 0),
  };
}
