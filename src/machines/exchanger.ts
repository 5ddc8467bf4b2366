/**
 * What all machines with two streams and a wall between them share: CDUs,
 * plate economizers, bath exchangers, coils and rear doors. Sized once from a
 * rated duty, then called every hour.
 *
 * The hot stream is the source circuit; its valve lets no more heat through
 * than is wanted. The cold stream is the load circuit; where that circuit's
 * flow follows its loads, the flow is throttled until the heat is just moved.
 */

import { curveSpecificHeat } from '../fluids/enthalpy-curve.ts';
import {
  conductanceAtFlows,
  exchangerHeat,
  type ExchangerRating,
  flowForDuty,
  heatPerKelvin,
} from '../physics/heat-exchange.ts';
import { controlValve, controlValveFlow } from './control-valve.ts';
import { type ExchangerShape, type Fleet, moistureCapacity, type RatedDuty, ratingForDuty } from './exchanger-duty.ts';
import { heatByRise } from './heat-by-rise.ts';
import type { Bench, LoadPort, Machine, SourcePort } from './machine.ts';
import { mixingValve } from './mixing-valve.ts';

/** Sizes an exchanger for a rated duty and returns it as a machine. */
export function exchangerMachine(bench: Bench, duty: RatedDuty, shape: ExchangerShape, fleet: Fleet): Machine {
  const source = bench.source();
  const load = bench.load(shape.cold)!;
  const hotMoisture = moistureCapacity(source, source.design.companion);
  const coldMoisture = moistureCapacity(load, load.design.companion);
  const { rating, conductance } = ratingForDuty(bench, duty, shape, fleet);
  if (source.design.last && fleet.enableDifference > 0) {
    bench.fault(
      'enableDifference',
      `${source.circuit} has nothing after this machine, so it cannot wait for the ambient; leave it out, or give it a stage before others`,
    );
  }
  load.rate(duty.heat, duty.coldFlow);
  bench.sized('ratedHeat', duty.heat / fleet.units, 'heat flow', 'Rated heat of one unit');
  bench.sized('conductance', conductance / fleet.units, 'conductance', 'UA of one unit at its rated flows');
  bench.sized(
    'ratedHotFlow',
    duty.hotFlow / fleet.units,
    'mass flow',
    `Rated flow of ${source.circuit} through one unit`,
  );
  bench.sized(
    'ratedColdFlow',
    duty.coldFlow / fleet.units,
    'mass flow',
    `Rated flow of ${load.circuit} through one unit`,
  );
  bench.sized('unitsInstalled', fleet.units + fleet.spare, 'dimensionless', 'Units installed; all run');
  if (load.setpointFollowsLoads && load.rule === 'valve') {
    bench.fault(
      'load',
      `${load.circuit} lets both its flow and its set point follow this machine; only one side may be free: give it a constant flow or a fixed supply`,
    );
  }
  return twoStreams(bench, source, load, rating, { hotMoisture, coldMoisture, duty, fleet });
}

interface Stream {
  readonly hotMoisture: number;
  readonly coldMoisture: number;
  readonly duty: RatedDuty;
  readonly fleet: Fleet;
}

/** Difference over which a waiting exchanger goes from rest to running all hour [K]. */
const switchingBand = 0.5;

function twoStreams(
  bench: Bench,
  source: SourcePort,
  load: LoadPort,
  rating: ExchangerRating,
  stream: Stream,
): Machine {
  const { s } = bench;
  const { duty, fleet, hotMoisture, coldMoisture } = stream;
  const rejection = bench.scratch();
  s[rejection] = 1;
  const overload = bench.event('carries more than its rated heat', 'heat flow');
  const maximumFlow = duty.coldFlow * fleet.flowMargin;
  const fixedFlow = duty.coldFlow;
  const isLast = source.design.last;
  const installedHeat = (duty.heat * (fleet.units + fleet.spare)) / fleet.units;
  const risen =
    load.fluid.enthalpy(duty.coldInlet + load.rise, load.design.companion) -
    load.fluid.enthalpy(duty.coldInlet, load.design.companion);
  const last = {
    wanted: duty.heat,
    hotFlow: duty.hotFlow,
    hotInlet: duty.hotInlet,
    flow: duty.coldFlow,
  };
  const known = { hotInlet: NaN, hotFlow: NaN, coldInlet: NaN, conductance: NaN, heat: NaN };
  const hotCurve = source.fluid.enthalpyCurve(0);
  const coldCurve = load.fluid.enthalpyCurve(0);

  const { inlet: mixedInlet, drawn } = mixingValve(s, load, fleet.coldFloor);

  /**
   * Part of the hour in which it runs [1]. An economizer that waits for the ambient switches on, gives much at once and
   * switches itself off again: between the two it runs for a part of the hour that grows over half a kelvin.
   */
  function enabledShare(hotInlet: number): number {
    if (isLast) return 1;
    const beyond = hotInlet - fleet.enableDifference - s[load.reach]!;
    if (!(beyond > 0)) return 0;
    return fleet.enableDifference > 0 && beyond < switchingBand ? beyond / switchingBand : 1;
  }

  function enabled(hotInlet: number): boolean {
    return enabledShare(hotInlet) > 0;
  }

  function hotRate(hotInlet: number, hotFlow: number): number {
    return hotFlow * (curveSpecificHeat(hotCurve, hotInlet) + hotMoisture);
  }

  function coldSpecificHeat(coldInlet: number): number {
    return curveSpecificHeat(coldCurve, coldInlet) + coldMoisture;
  }

  function heatAt(hotInlet: number, hotFlow: number, coldFlow: number): number {
    const coldInlet = mixedInlet();
    return exchangerHeat(
      rating,
      hotFlow,
      hotRate(hotInlet, hotFlow),
      coldFlow,
      coldFlow * coldSpecificHeat(coldInlet),
      hotInlet - coldInlet,
    );
  }

  /** Heat per difference of the inlets with the cold flow at its rating [W/K]; kept while nothing changes. */
  function perKelvin(hotInlet: number, hotFlow: number): number {
    const coldInlet = mixedInlet();
    if (known.hotInlet === hotInlet && known.hotFlow === hotFlow && known.coldInlet === coldInlet) return known.heat;
    if (known.hotFlow !== hotFlow) known.conductance = conductanceAtFlows(rating, hotFlow, fixedFlow);
    known.hotInlet = hotInlet;
    known.hotFlow = hotFlow;
    known.coldInlet = coldInlet;
    const coldRate = fixedFlow * coldSpecificHeat(coldInlet);
    known.heat = heatPerKelvin(rating, known.conductance, hotRate(hotInlet, hotFlow), coldRate);
    return known.heat;
  }

  /** The same with the flow that the wanted heat has where the circuit keeps a rise [W/K]. */
  function perKelvinByRise(): number {
    const { hotInlet, hotFlow, wanted } = last;
    const flow = wanted / risen;
    const cold = flow * coldSpecificHeat(mixedInlet());
    return exchangerHeat(rating, hotFlow, hotRate(hotInlet, hotFlow), flow, cold, 1);
  }

  function off(): number {
    s[load.flow] = 0;
    return 0;
  }

  /** Nothing comes after it, so its valve stands open while the cold side has yet to become colder than the hot. */
  function openInVain(): number {
    s[load.flow] = load.rule === 'valve' ? maximumFlow : load.rule === 'fixed' ? fixedFlow : 0;
    return 0;
  }

  function throttled(hotInlet: number, hotFlow: number, wanted: number): number {
    const coldInlet = mixedInlet();
    const cp = coldSpecificHeat(coldInlet);
    const flow = flowForDuty(
      rating,
      wanted,
      hotFlow,
      hotRate(hotInlet, hotFlow),
      cp,
      hotInlet - coldInlet,
      maximumFlow,
      last.flow,
    );
    if (flow < maximumFlow) {
      last.flow = flow;
      s[load.flow] = drawn(flow, wanted);
      return wanted;
    }
    const heat = Math.min(wanted, heatAt(hotInlet, hotFlow, maximumFlow));
    s[load.flow] = drawn(flow, heat);
    return heat;
  }

  let heldInlet = NaN;
  let heldFlow = NaN;
  const movedBy = (coldFlow: number): number => heatAt(heldInlet, heldFlow, coldFlow);

  /** Flow follows the heat; where that moves too little, the heat that agrees with its own flow. */
  function byRise(hotInlet: number, hotFlow: number, wanted: number): number {
    heldInlet = hotInlet;
    heldFlow = hotFlow;
    const heat = heatByRise(wanted, risen, movedBy);
    s[load.flow] = heat / risen;
    return heat;
  }

  /** Heat while it runs; writes the flow of its load port. */
  function running(hotInlet: number, hotFlow: number, wanted: number): number {
    if (load.rule === 'valve') return throttled(hotInlet, hotFlow, wanted);
    if (load.rule === 'rise') return byRise(hotInlet, hotFlow, wanted);
    s[load.flow] = fixedFlow;
    return Math.min(wanted, perKelvin(hotInlet, hotFlow) * (hotInlet - mixedInlet()));
  }

  /** At a valve's opening: of the cold flow where that may vary, else of what passes by on the hot side. */
  function respond(hotInlet: number, hotFlow: number, opening: number, wanted: number): number {
    last.wanted = wanted;
    last.hotFlow = hotFlow;
    last.hotInlet = hotInlet;
    const coldInlet = mixedInlet();
    // One that others come after is closed where its cold side is the warmer, over half a kelvin and not at once.
    const use = isLast ? 1 : Math.min(1, (hotInlet - coldInlet) / switchingBand);
    const share = use > 0 ? enabledShare(hotInlet) * use : 0;
    if (!(share > 0)) return off();
    const isFixed = load.rule === 'fixed';
    const full = s[load.drive]! * (isFixed ? fixedFlow : maximumFlow);
    const coldFlow = isFixed ? full : full * controlValveFlow(opening);
    s[load.flow] = coldFlow * share;
    if (!(coldFlow > 0 && hotFlow > 0)) return 0;
    const heat = heatAt(hotInlet, hotFlow, coldFlow);
    if (!isFixed) s[load.flow] = drawn(coldFlow, heat) * share;
    return isFixed ? heat * share * opening : heat * share;
  }

  return {
    rejection,
    units: fleet.units + fleet.spare,
    transient: { states: [], respond, stroke: controlValve.stroke },
    source(hotInlet, hotFlow, wanted) {
      last.wanted = wanted;
      last.hotFlow = hotFlow;
      last.hotInlet = hotInlet;
      const share = wanted > 0 ? enabledShare(hotInlet) : 0;
      if (!(share > 0)) return off();
      if (!(hotInlet > mixedInlet())) return isLast ? openInVain() : off();
      const heat = running(hotInlet, hotFlow, wanted);
      if (share === 1) return heat;
      s[load.flow] = s[load.flow]! * share;
      return heat * share;
    },
    /** A fiftieth of a kelvin keeps a held set point on the safe side while passes settle. */
    warmest() {
      if (!(last.wanted > 0) || !enabled(last.hotInlet)) return Infinity;
      const moved = load.rule === 'rise' ? perKelvinByRise() : perKelvin(last.hotInlet, last.hotFlow);
      return last.hotInlet - last.wanted / moved - 0.02;
    },
    reach: () => s[load.reach]!,
    finish() {
      const over = s[source.duty]! - installedHeat;
      s[overload] = over > installedHeat * 1e-6 ? over : 0;
    },
  };
}
