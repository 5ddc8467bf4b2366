/**
 * What flows where when units of an exchanger trip on a circuit of constant
 * flow: shut off, the others take it; let flow through, it mixes.
 */

import { describe, expect, it } from 'vitest';
import { preparedOf, scenarioOf, siteText } from '../laws/plants.ts';
import { ranTransient } from './transients.ts';

const stop = 60;

function ran(whenTripped: string, facility: string) {
  return ranTransient(
    preparedOf(
      scenarioOf(
        [
          'title: a bath on a loop of constant flow',
          siteText('dublin'),
          'power: { transformer: { record: transformers/dry-type-mv }, ups: { record: ups/double-conversion, losses: outdoors }, pdu: { record: pdus/lv-transformer, losses: outdoors }, busway: { record: busways/415v, losses: outdoors } }',
          'circuits:',
          '  bath: { fluid: synthetic-hydrocarbon, supply: 42 degC, flow: { constant: 9 L/min/kW }, mover: { head: 60 kPa, efficiency: 55 % } }',
          `  loop: { fluid: water, supply: 30 degC, flow: ${facility}, mover: { head: 100 kPa, efficiency: 60 %, margin: 125 % } }`,
          'machines:',
          '  racks: { kind: immersion-rack, load: bath, server: servers/b200-8gpu, powerSupply: power-supplies/b200-psu, utilisation: loads/training, floorArea: 4 m^2, sink: immersion-sinks/directed-flow-1kw, racks: 4, nodesPerRack: 8 }',
          '  cdu: { kind: cdu, source: bath, load: loop, approach: 6 K, rise: 8 K, units: 8, spare: 2 }',
          '  cooler: { kind: ideal-cooler, source: loop, against: dry bulb, approach: 1 K, power: 1 % }',
          `transient: { duration: 10 min, step: 5 s, machines: { cdu: { whenTripped: ${whenTripped} } }, events: { two: { at: ${stop} s, trip: cdu, count: 2 } } }`,
        ].join('\n'),
      ),
    ),
  );
}

const constant = '{ constant: 1.8 L/min/kW }';

describe('units that trip on a circuit of constant flow', () => {
  it('are shut off: the flow of the loop goes to the others', { timeout: 60_000 }, () => {
    const one = ran('isolated', constant);
    const flow = one.of('loop.flow');
    // Each of the other eight has 10/8 of what it had, at first along the curve of the pumps, then by their speed.
    expect(flow.at(-1)! / flow[0]!).toBeCloseTo(1, 3);
    expect(one.of('loop.drive').at(-1)).toBeCloseTo(10 / 8, 3);
    expect(one.of('loop.moverPower').at(-1)).toBeGreaterThan(one.of('loop.moverPower')[0]!);
    expect(one.run.energy.closure).toBeLessThan(1e-9);
  });

  it(
    'are let flow through: the loop keeps its flow, what they do not cool mixes with what the others do',
    {
      timeout: 60_000,
    },
    () => {
      const one = ran('open', constant);
      const flow = one.of('loop.flow');
      expect(Math.min(...flow) / flow[0]!).toBeGreaterThan(0.999);
      expect(one.of('loop.drive').at(-1)).toBeCloseTo(1, 3);
      const shutOff = ran('isolated', constant);
      // Right after the trip, with all valves where they stood, eight tenths of the heat are left; shut off, eight units
      // have all of the bath's flow and move more.
      const next = stop / 5;
      const left = (ran: typeof one) => ran.of('cdu.duty')[next]! / ran.of('cdu.duty')[0]!;
      expect(left(one)).toBeGreaterThan(0.79);
      expect(left(one)).toBeLessThan(0.84);
      expect(left(shutOff)).toBeGreaterThan(left(one));
      expect(one.run.energy.closure).toBeLessThan(1e-9);
    },
  );
});

it('units that trip where valves ask for the flow take theirs with them', { timeout: 60_000 }, () => {
  const one = ran('isolated', '{ by: loads }');
  expect(one.of('loop.drive').at(-1)).toBeCloseTo(1, 2);
});
