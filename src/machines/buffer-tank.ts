/**
 * Stratified buffer tank across the headers of a circuit: charged with supply
 * water at night, discharged by day. Cold below, warm above; the charge is
 * what the cold part could still take up. No mixing, no standing loss.
 *
 * Charging is a load (it takes supply and gives back return), discharging a
 * source of the first stage (it takes return and gives supply). Both run at a
 * rate fixed before the hour, so that the hour's balance is steady.
 */

import { secondsPerHour } from '../constants.ts';
import type { Parameters, ValuesOf } from '../library/parameters.ts';
import { type Bench, defineKind } from './machine.ts';

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
} as const satisfies Parameters;

export const bufferTank = defineKind({
  kind: 'buffer-tank',
  about: 'Stratified tank that is charged in some hours of the day and discharged in others',
  parameters,
  acrossOneCircuit: true,
  ports: [
    { name: 'discharge', role: 'source', phases: ['liquid'], about: 'Gives supply water back while discharging' },
    { name: 'charge', role: 'load', phases: ['liquid'], about: 'Takes supply water while charging; the same circuit' },
  ],
  assemble(values: ValuesOf<typeof parameters>, bench: Bench) {
    const { s } = bench;
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
    let hour = -1;
    let charging = 0;
    let discharging = 0;
    let held = most;

    const within = (from: number, to: number, at: number) =>
      from <= to ? at >= from && at <= to : at >= from || at <= to;

    return {
      stored,
      begin() {
        hour++;
        held = s[stored]!;
        const at = (hour % 24) + 1;
        charging = within(values.chargeFrom, values.chargeTo, at) ? Math.min(values.rate, held / secondsPerHour) : 0;
        discharging = within(values.dischargeFrom, values.dischargeTo, at)
          ? Math.min(values.rate, (most - held) / secondsPerHour)
          : 0;
      },
      load() {
        s[charge.heat] = charging;
        s[charge.flow] = charging / swing;
      },
      source(_inlet, _flow, wanted) {
        return Math.min(wanted, discharging);
      },
      finish() {
        s[stored] = held + (s[discharge.duty]! - s[charge.heat]!) * secondsPerHour;
      },
    };
  },
});
