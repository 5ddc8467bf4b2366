/**
 * A room that takes in losses: power rooms with UPS and switchgear, battery
 * and network rooms, plant rooms. Its heat goes to the circuit it hangs on;
 * constant loads (lighting, building management) may stand in it too.
 * Leaves out walls and sun: envelope gain is a constant of the scenario.
 */

import type { Parameters, ValuesOf } from '../library/parameters.ts';
import { heatLag } from './heat-lag.ts';
import { type Bench, defineKind } from './machine.ts';

const parameters = {
  constantPower: {
    quantity: 'power',
    range: [0, 1e8],
    about: 'Lighting, building management and other constant electricity in the room',
    default: '0 kW',
  },
  envelopeGain: {
    quantity: 'heat flow',
    range: [0, 1e8],
    about: 'Constant heat through walls and roof',
    default: '0 kW',
  },
  rise: {
    quantity: 'temperature difference',
    range: [0.5, 40],
    about: 'Warming of the circuit in the room units at the design hour',
    default: '8 K',
  },
  fanPower: {
    quantity: 'fraction',
    range: [0, 0.3],
    about: 'Electricity of the room units per heat they take',
    default: '2 %',
  },
  time: {
    quantity: 'time',
    range: [1, 86_400],
    about: 'Time in which heat comes through switchgear, walls and air of the room',
    default: '10 min',
  },
} as const satisfies Parameters;

/** How much warmer than the entering coolant a room and its gear are at the most heat [K]. */
const roomExcess = 20;

export const room = defineKind({
  kind: 'room',
  about: 'Room that gathers losses and constant loads and gives them to a circuit through its room units',
  parameters,
  gathersLosses: true,
  ports: [{ name: 'cooling', role: 'load', phases: ['liquid', 'air'], about: 'Circuit that cools the room' }],
  assemble(values: ValuesOf<typeof parameters>, bench: Bench) {
    const { s } = bench;
    const port = bench.load('cooling')!;
    const losses = bench.lossesInto();
    const other = bench.meter(
      'constantPower',
      'other',
      'Lighting and other constant electricity',
      values.constantPower,
    );
    const gathered = losses.designHeat + values.constantPower + values.envelopeGain;
    const fans = bench.meter('fanPower', 'fans', 'Fans of the room units', gathered * values.fanPower);
    const designHeat = gathered * (1 + values.fanPower);
    const { temperature, companion } = port.design;
    const perFlow =
      port.fluid.enthalpy(temperature + values.rise, companion) - port.fluid.enthalpy(temperature, companion);
    const ruled = port.ruledFlow(designHeat);
    const ratedFlow = Number.isNaN(ruled) ? designHeat / perFlow : ruled;
    port.rate(designHeat, ratedFlow);
    const gain = bench.slot('envelopeGain', 'heat flow', 'Heat through walls and roof');
    s[gain] = values.envelopeGain;
    s[other] = values.constantPower;
    let slots: readonly number[] | undefined;
    const lag = heatLag(bench, 'room', values.time, roomExcess);

    return {
      envelope: gain,
      transient: { states: [lag.state], begin: lag.begin },
      load() {
        slots ??= losses.slots();
        let heat = values.constantPower + values.envelopeGain;
        for (let i = 0; i < slots.length; i++) heat += s[slots[i]!]!;
        s[fans] = heat * values.fanPower;
        heat += s[fans]!;
        const given = lag.through(heat, s[port.inlet]!, s[port.drive]);
        s[port.heat] = given;
        s[port.flow] = (port.rule === 'valve' ? (given / designHeat) * ratedFlow : ratedFlow) * s[port.drive]!;
      },
    };
  },
});
