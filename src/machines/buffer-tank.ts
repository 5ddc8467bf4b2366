/**
 * Stratified buffer tank across the headers of a circuit: charged with supply
 * water at night, discharged by day. Cold below, warm above; the charge is
 * what the cold part could still take up. No standing loss.
 *
 * Charging is a load (it takes supply and gives back return), discharging a
 * source of its stage (it takes return and gives supply). In a year both run
 * at a rate fixed before the hour, so that the hour's balance is steady, and
 * nothing mixes. In a transient the water is there, layer by layer:
 *
 *     ṁ_c = fade(T_top − T_supply) ṁ,   ṁ_d = max(hours, help) fade(T_return − T_bottom) ṁ,   ṁ = rate/(c rise)
 *     help = 0 … 1 while the supply stands between helpFrom and helpFully above its set point
 *
 * so that it feeds the loads whatever stopped the machines that hold the set
 * point, as long as the circuit's pumps run and there is cold water in it.
 */

import { secondsPerHour } from '../constants.ts';
import type { Parameters, ValuesOf } from '../library/parameters.ts';
import { smoothStep } from '../numerics/smooth-step.ts';
import { type Bench, defineKind } from './machine.ts';
import { stratifiedLayers } from './stratified-layers.ts';

const parameters = {
  volume: { quantity: 'volume', range: [0.1, 1e6], about: 'Water in the tank' },
  rate: { quantity: 'heat flow', range: [1, 1e9], about: 'Largest rate of charge and discharge' },
  rise: {
    quantity: 'temperature difference',
    range: [1, 40],
    about: 'Warm over cold water at which the tank is rated and charged',
  },
  chargeFrom: { count: [1, 24], about: 'First hour of the day in which it charges (1 = 00:00–01:00)', default: 1 },
  chargeTo: { count: [1, 24], about: 'Last such hour', default: 6 },
  dischargeFrom: { count: [1, 24], about: 'First hour of the day in which it discharges', default: 13 },
  dischargeTo: { count: [1, 24], about: 'Last such hour', default: 18 },
  layers: {
    count: [1, 200],
    about: 'Transient: layers in series, each mixed; 1 is a mixed tank, many come near to plug flow',
    default: 20,
  },
  initialCharge: {
    quantity: 'fraction',
    range: [0, 1],
    about: 'Cold part of the tank when a transient starts; a year starts with none',
    default: '100 %',
  },
  helpFrom: {
    quantity: 'temperature difference',
    range: [0, 40],
    about: 'Transient: supply above its set point from which it discharges in any hour',
    default: '0.5 K',
  },
  helpFully: {
    quantity: 'temperature difference',
    range: [0.1, 80],
    about: 'Transient: the same at which it discharges at its largest rate',
    default: '1.5 K',
  },
} as const satisfies Parameters;

/** Part of the rated rise over which a flow through the tank fades out as it gets useless [1]. */
const fadeShare = 0.1;

export const bufferTank = defineKind({
  kind: 'buffer-tank',
  about: 'Stratified tank that is charged in some hours of the day and discharged in others',
  parameters,
  acrossOneCircuit: true,
  store: { volume: 'volume', rise: 'rise' },
  ports: [
    { name: 'discharge', role: 'source', phases: ['liquid'], about: 'Gives supply water back while discharging' },
    { name: 'charge', role: 'load', phases: ['liquid'], about: 'Takes supply water while charging; the same circuit' },
  ],
  assemble(values: ValuesOf<typeof parameters>, bench: Bench) {
    const { s, weather } = bench;
    const discharge = bench.source();
    const charge = bench.load('charge')!;
    if (charge.circuit !== discharge.circuit) {
      bench.fault(
        'load',
        `a tank stands across one circuit; it is charged from ${charge.circuit} and discharged into ${discharge.circuit}`,
      );
      return {};
    }
    const { fluid } = discharge;
    const cold = charge.design.temperature;
    const swing = fluid.enthalpy(cold + values.rise, 0) - fluid.enthalpy(cold, 0);
    const most = values.volume * fluid.density(cold) * swing;
    /** Heat that the tank holds above its fully charged state [J]: rises while it discharges. */
    const stored = bench.slot('heatHeld', 'energy', 'Heat held above the fully charged state');
    bench.sized('capacity', most, 'energy', 'Heat it can take up when fully charged');
    s[stored] = most;
    let charging = 0;
    let discharging = 0;
    let held = most;

    if (!(values.helpFully > values.helpFrom))
      bench.fault('helpFully', 'is not above helpFrom; wanted the supply at which the tank helps with all it has');
    const layers = stratifiedLayers(bench, values.layers, most / values.rise);
    const working = bench.scratch();
    s[working] = 1;
    const largest = values.rate / values.rise;
    /** Whether the tank answers out of its layers, and whether it does so in time. */
    const course = { isLayered: false, isMoving: false, charges: 0, discharges: 0, charge: 0, below: cold };

    const within = (from: number, to: number, at: number) =>
      from <= to ? at >= from && at <= to : at >= from || at <= to;
    /** The design hour is no hour of the day: what happens all day happens in it too. */
    const isOn = (from: number, to: number, at: number) =>
      Number.isNaN(at) ? (to - from + 24) % 24 === 23 : within(from, to, at);

    function help(): number {
      if (!course.isMoving) return 0;
      const above = s[charge.inlet]! - s[discharge.setpoint]! - values.helpFrom;
      return smoothStep(above / (values.helpFully - values.helpFrom));
    }

    function chargeLayers(): void {
      course.below = s[charge.inlet]!;
      const usable = layers.highest() - course.below;
      course.charge =
        s[working]! * course.charges * (1 - help()) * largest * smoothStep(usable / (fadeShare * values.rise));
      s[charge.heat] = course.charge * usable;
      s[charge.flow] = (course.charge * values.rise) / swing;
    }

    function dischargeLayers(inlet: number, flow: number, wanted: number): number {
      const usable = inlet - layers.lowest();
      const asked = s[working]! * Math.max(course.discharges, help()) * largest;
      const rate = Math.min(asked * smoothStep(usable / (fadeShare * values.rise)), (flow * swing) / values.rise);
      const heat = rate > 0 ? Math.min(wanted, rate * usable) : 0;
      layers.flow(course.charge, course.below, heat > 0 ? heat / usable : 0, inlet);
      return heat;
    }

    return {
      stored,
      begin() {
        if (course.isLayered) return;
        held = s[stored]!;
        const at = (s[weather.hourOfYear]! % 24) + 1;
        charging = within(values.chargeFrom, values.chargeTo, at) ? Math.min(values.rate, held / secondsPerHour) : 0;
        discharging = within(values.dischargeFrom, values.dischargeTo, at)
          ? Math.min(values.rate, (most - held) / secondsPerHour)
          : 0;
      },
      load() {
        if (course.isLayered) {
          chargeLayers();
          return;
        }
        s[charge.heat] = charging;
        s[charge.flow] = charging / swing;
      },
      source(inlet, flow, wanted) {
        return course.isLayered ? dischargeLayers(inlet, flow, wanted) : Math.min(wanted, discharging);
      },
      finish() {
        s[stored] = course.isLayered
          ? layers.heatAbove(cold)
          : held + (s[discharge.duty]! - s[charge.heat]!) * secondsPerHour;
      },
      transient: {
        states: layers.states,
        working,
        atHour(hourOfDay) {
          if (!course.isLayered) layers.fill(values.initialCharge, cold, cold + values.rise);
          course.isLayered = true;
          const before = [course.charges, course.discharges];
          course.charges = isOn(values.chargeFrom, values.chargeTo, hourOfDay) ? 1 : 0;
          course.discharges = isOn(values.dischargeFrom, values.dischargeTo, hourOfDay) ? 1 : 0;
          return before[0] !== course.charges || before[1] !== course.discharges;
        },
        begin: () => void (course.isMoving = true),
      },
    };
  },
});
