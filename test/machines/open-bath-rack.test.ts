/** Open baths: two nodes, fins that stir their own bath, and chips that this is not enough for. */

import { describe, expect, it } from 'vitest';
import { preparedOf, type Ran, ranScenario, spreadHours, systemScenario } from '../laws/plants.ts';

const hours = spreadHours(80);
const bath = (settings: Readonly<Record<string, string>> = {}): Ran =>
  ranScenario(preparedOf(systemScenario('systems/open-bath-dry', 'ashburn', settings)), hours);
const full = { 'racks.utilisation': 'loads/constant-100' };

describe('open baths', () => {
  const processors = bath(full);

  it('carry processors of 270 W at full load, with margin', () => {
    expect(processors.of('racks.delivered').every((share) => share === 1)).toBe(true);
    expect(Math.max(...processors.of('racks.caseTemperature'))).toBeLessThan(273.15 + 76);
    expect(processors.run.events.filter(({ gravity }) => gravity === 'limit')).toEqual([]);
    expect(processors.run.audit.worst.worst).toBeLessThan(1e-9);
  });

  it('cannot carry chips of a kilowatt: they throttle in every hour, however the flow passes the fins', () => {
    for (const share of ['0 %', '50 %', '100 %']) {
      const chips = bath({
        ...full,
        'racks.server': 'servers/b200-8gpu',
        'racks.nodesPerRack': '8',
        'racks.velocityShare': share,
      });
      expect(chips.of('racks.delivered').every((delivered) => delivered < 0.9)).toBe(true);
      expect(
        chips.run.events.some(({ cause }) => cause.startsWith('chips throttle') || cause.includes('runaway')),
      ).toBe(true);
      expect(chips.run.audit.worst.worst).toBeLessThan(1e-9);
    }
  });

  it('stand in two nodes: the top leaves, the bottom is what enters with what sinks back', () => {
    const stirred = bath({ ...full, 'racks.returning': '300 %' });
    for (const [ran, returning] of [
      [processors, 0.5],
      [stirred, 3],
    ] as const) {
      for (let h = 0; h < hours.length; h++) {
        const [top, bottom] = [ran.of('racks.topTemperature')[h]!, ran.of('racks.bottomTemperature')[h]!];
        const entering = ran.of('racks.bath.inletTemperature')[h]!;
        expect(top).toBeCloseTo(ran.of('racks.bath.outletTemperature')[h]!, 7);
        expect(bottom).toBeCloseTo((entering + returning * top) / (1 + returning), 9);
        expect(ran.of('racks.chipCoolantTemperature')[h]!).toBeCloseTo(0.5 * (top + bottom), 9);
      }
    }
    expect(Math.min(...stirred.of('racks.caseTemperature'))).toBeGreaterThan(
      Math.min(...processors.of('racks.caseTemperature')),
    );
  });

  it('convect by their warmth alone where nothing passes the fins, and better with flow past them', () => {
    const [still, driven] = ['0 %', '300 %'].map((share) => bath({ ...full, 'racks.velocityShare': share }));
    expect(still!.of('racks.freeShare').every((share) => Math.abs(share - 1) < 1e-12)).toBe(true);
    expect(driven!.of('racks.freeShare').every((share) => share < 0.97)).toBe(true);
    for (let h = 0; h < hours.length; h++)
      expect(driven!.of('racks.caseTemperature')[h]!).toBeLessThan(still!.of('racks.caseTemperature')[h]! - 0.3);
  });

  it('half the flow makes twice the rise from bottom to top', () => {
    const slow = bath({ ...full, 'bath.flow.constant': '2.5 L/min/kW' });
    const rise = (ran: Ran, h: number): number =>
      ran.of('racks.topTemperature')[h]! - ran.of('racks.bath.inletTemperature')[h]!;
    for (let h = 0; h < hours.length; h++) expect(rise(slow, h) / rise(processors, h)).toBeCloseTo(2, 1);
  });
});
