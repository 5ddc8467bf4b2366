/**
 * The balance of a sealed boiling circuit: its pressure, and with it the
 * temperature of saturation, floats to where the condensers take all heat.
 *
 *     Q_loads + Q_pump = Σ Q_condenser(T) + Q_vapour,     T_set ≤ T ≤ T_relief
 *
 * T stays at the set point while the condensers can do more, and at the relief
 * limit where they cannot do enough: the rest then leaves as vapour, as from a
 * vented tank. A pump, if there is one, moves liquid at saturation; subcooling
 * in the condensers and the pressure of the liquid column are left out.
 */

import { NotConvergedError } from '../errors.ts';
import type { Circuit, Plant } from '../plant/plant.ts';
import { type CircuitBalance, heatTolerance } from './circuit-balance.ts';
import { circuitLoads } from './circuit-loads.ts';
import { condensersOf } from './condensers.ts';
import { moverPower } from './mover-power.ts';
import { secantStep } from './secant-step.ts';
import { stageWalk } from './stage-walk.ts';

/** Heat asked of the condensers while the temperature is looked for, over what is wanted: what they could do more shows the way. */
const askedShare = 1.25;
/** Temperature that movements are measured by [K]. */
const shiftScale = 10;

/** Of a circuit whose fluid boils in a sealed loop. */
export function sealedBalance(plant: Plant, circuit: Circuit): CircuitBalance {
  const { s } = plant;
  const { fluid, slots, supply: setpoint } = circuit;
  const relief = circuit.sealed!.relief;
  const loads = circuitLoads(plant, circuit);
  const { announce } = stageWalk(plant, circuit);
  const { condense, close: closeCondensers } = condensersOf(plant, circuit);
  const drive = moverPower(plant, circuit);
  const faster = secantStep(-0.1);
  const saturation = fluid.saturation!;
  /** Heat that the condensers gain per kelvin [W/K], kept from hour to hour; movements of this pass. */
  const memory = { slope: NaN, shift: NaN, lossShift: NaN };

  const wantedHeat = (): number => s[slots.heat]! + s[slots.moverHeat]!;

  function start(): void {
    faster.reset();
    loads.start();
    s[slots.setpoint] = setpoint;
    s[slots.companion] = 0;
    s[slots.supply] = Math.min(relief, Math.max(setpoint, s[slots.supply]!));
  }

  function gather(): void {
    loads.gather();
    drive();
  }

  function outward(): void {
    loads.mark();
    gather();
    announce(wantedHeat() - s[slots.vapourLoss]!);
  }

  function missingAt(temperature: number, wanted: number): number {
    const asked = temperature > setpoint ? askedShare * wanted : wanted;
    return wanted - condense(temperature, asked);
  }

  /** Where nothing is missing: the set point, a temperature above it, or the relief limit with something missing. */
  function balancedTemperature(wanted: number): number {
    const enough = wanted * heatTolerance;
    const floated = s[slots.supply]! > setpoint && s[slots.supply]! < relief;
    if (!floated && missingAt(setpoint, wanted) <= enough) return setpoint;
    if (!floated && missingAt(relief, wanted) > enough) return relief;
    return temperatureBetween(wanted, enough, floated ? s[slots.supply]! : 0.5 * (setpoint + relief));
  }

  /** By guarded secant, each end tried only when the search runs into it. */
  function temperatureBetween(wanted: number, enough: number, first: number): number {
    let low = setpoint;
    let high = relief;
    let temperature = first;
    let missing = missingAt(temperature, wanted);
    for (let step = 0; step < 100; step++) {
      if (Math.abs(missing) <= enough) return temperature;
      if (missing > 0) low = temperature;
      else high = temperature;
      if (temperature <= setpoint && missing <= 0) return setpoint;
      if (temperature >= relief && missing > 0) return relief;
      if (high - low < 1e-11 * high) return high;
      let next = temperature + missing / (memory.slope > 0 ? memory.slope : wanted / shiftScale);
      if (next <= low) next = low > setpoint ? 0.5 * (low + high) : setpoint;
      else if (next >= high) next = high < relief ? 0.5 * (low + high) : relief;
      const missingNext = missingAt(next, wanted);
      const found = (missing - missingNext) / (next - temperature);
      memory.slope = found > 0 && found < Infinity ? found : 0.5 * memory.slope;
      temperature = next;
      missing = missingNext;
    }
    throw new NotConvergedError('no saturation temperature lets the condensers take the heat', [
      { owner: circuit.name, equation: 'heat of loads and pump against condensers', value: missing, unit: 'W' },
    ]);
  }

  function inward(): void {
    const wanted = wantedHeat();
    const before = s[slots.supply]!;
    const lostBefore = s[slots.vapourLoss]!;
    const found = balancedTemperature(wanted);
    const loss = found >= relief ? wanted - condense(relief, wanted) : 0;
    s[slots.vapourLoss] = loss > wanted * heatTolerance ? loss : 0;
    memory.lossShift = Math.abs(s[slots.vapourLoss]! - lostBefore);
    memory.shift = Math.abs(found - before) / shiftScale;
    const isInside = found > setpoint && found < relief;
    s[slots.supply] = isInside ? Math.min(relief, Math.max(setpoint, faster.next(before, found))) : found;
    s[slots.floating] = s[slots.supply]! - setpoint;
  }

  function answer(): void {
    const wanted = wantedHeat();
    condense(s[slots.supply]!, wanted);
    // Below relief all of it has to be taken, soon by warmer vapour; at relief what is not taken is lost.
    if (s[slots.supply]! < relief) announce(wanted);
  }

  function movement(): number {
    return Math.max(memory.shift, memory.lossShift / Math.max(s[slots.heat]!, 1), loads.movement());
  }

  function close(): void {
    gather();
    announce(wantedHeat() - s[slots.vapourLoss]!);
    const temperature = s[slots.supply]!;
    s[slots.sourceInlet] = temperature;
    closeCondensers(temperature, saturation.latentHeat(temperature));
  }

  return { start, feed: loads.feed, outward, inward, answer, movement, moved: () => true, close };
}
