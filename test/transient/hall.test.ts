/**
 * Halls rack by rack: what resolving a rack group changes, and what it must not.
 */

import { describe, expect, it } from 'vitest';
import { ScenarioError } from '../../src/errors.ts';
import { assembleTransient } from '../../src/study/transient-plant.ts';
import { runTransient } from '../../src/study/transient-run.ts';
import { transientJson } from '../../src/output/transient-json.ts';
import { ranWords, transientScenario } from './transients.ts';

const hall = (words: string) => `{ duration: 2 min, halls: { racks: { ${words} } } }`;
const thirty = { 'racks.racks': '30' };
const racksOf = (transient: string, set: Readonly<Record<string, string>> = thirty) =>
  assembleTransient(transientScenario({ system: 'systems/cold-plate-tower', set, transient }));

describe('a hall that is resolved', () => {
  it('stands in the plant rack by rack, row by row', () => {
    const places = racksOf(hall('rows: 3')).machines.flatMap(({ place }) => (place === undefined ? [] : [place]));
    expect(places).toHaveLength(30);
    expect(places[0]).toEqual({ hall: 'racks', row: 1, position: 1 });
    expect(places[10]).toEqual({ hall: 'racks', row: 2, position: 1 });
    expect(places[29]).toEqual({ hall: 'racks', row: 3, position: 10 });
  });

  it('tells where each rack stands beside what became of it', () => {
    const prepared = transientScenario({ system: 'systems/cold-plate-tower', set: thirty, transient: hall('rows: 3') });
    const site = { climate: '', weather: '' } as unknown as Parameters<typeof transientJson>[1];
    const { groups } = transientJson(
      runTransient(prepared, () => undefined),
      site,
    ) as { groups: { place: unknown }[] };
    expect(groups[11]!.place).toEqual({ hall: 'racks', row: 2, position: 2 });
  });

  it('is sized as the group it comes from', () => {
    const whole = racksOf('{ duration: 2 min }');
    const resolved = racksOf(hall('rows: 3'));
    const circuit = (plant: typeof whole) => plant.circuits.find(({ name }) => name === 'technology')!.design;
    expect(circuit(resolved).flow / circuit(whole).flow).toBeCloseTo(1, 9);
    expect(circuit(resolved).heat / circuit(whole).heat).toBeCloseTo(1, 4);
  });

  it('whose racks are all alike does what its group does', () => {
    const set = { ...thirty };
    const transient = (halls: string) =>
      `{ duration: 3 min, ${halls}tolerance: 1e-8, events: { pumps: { at: 30 s, trip: technology, count: 3 } } }`;
    const group = ranWords({ system: 'systems/cold-plate-tower', set, transient: transient('') });
    // Headers so wide that nothing is lost in them, and no rack with another load.
    const racks = ranWords({
      system: 'systems/cold-plate-tower',
      set,
      transient: transient(
        'halls: { racks: { rows: 3, loadSpread: 0 %, headerVelocity: 0.1 m/s, teeLoss: 0, pitch: 0.1 m } }, ',
      ),
    });
    for (const column of ['technology.supplyTemperature', 'technology.returnTemperature', 'hall.returnTemperature']) {
      const [whole, resolved] = [group.of(column), racks.of(column)];
      resolved.forEach((value, i) => expect(Math.abs(value - whole[i]!)).toBeLessThan(2e-4));
    }
    const chip = group.of('racks.junctionTemperature');
    racks
      .of('racks-17.junctionTemperature')
      .forEach((value, i) => expect(Math.abs(value - chip[i]!)).toBeLessThan(5e-3));
    expect(racks.run.energy.closure).toBeLessThan(1e-9);
  });

  it('draws loads whose mean is that of the group', () => {
    const held = '{ duration: 10 s, step: 10 s, hour: 10, weather: held';
    const power = (halls: string) => {
      const { of } = ranWords({ system: 'systems/cold-plate-tower', set: thirty, transient: `${held}${halls} }` });
      return of('it.power')[0]!;
    };
    expect(power(', halls: { racks: { rows: 3, loadSpread: 5 % } }') / power('')).toBeCloseTo(1, 3);
  });

  it('gives the nearest rack of a direct-return row the most coolant and the coolest chips', () => {
    const words = { system: 'systems/cold-plate-tower', set: thirty, transient: hall('rows: 3, loadSpread: 0 %') };
    const { of } = ranWords(words);
    const flows = Array.from({ length: 10 }, (_, i) => of(`racks-${String(i + 1).padStart(2, '0')}.plateFlow`)[0]!);
    const chips = ['racks-01', 'racks-10'].map((rack) => of(`${rack}.junctionTemperature`).at(-1)!);
    for (let i = 1; i < flows.length; i++) expect(flows[i]!).toBeLessThan(flows[i - 1]!);
    expect(chips[1]! - chips[0]!).toBeGreaterThan(0.05);
  });

  it('throttles rack after rack when its pumps stop, the busiest first', () => {
    const words = {
      system: 'systems/cold-plate-tower',
      set: thirty,
      transient:
        '{ duration: 1 min, halls: { racks: { rows: 3, loadSpread: 30 % } }, events: { pumps: { at: 10 s, trip: technology } } }',
    };
    const { run, of } = ranWords({
      ...words,
      transient: words.transient.replace('{ duration', '{ hour: 12, duration'),
    });
    const throttled = run.groups.filter(({ firstThrottle }) => !Number.isNaN(firstThrottle));
    expect(throttled.length).toBeGreaterThan(10);
    const first = throttled.reduce((a, b) => (a.firstThrottle <= b.firstThrottle ? a : b));
    const last = throttled.reduce((a, b) => (a.firstThrottle >= b.firstThrottle ? a : b));
    expect(last.firstThrottle).toBeGreaterThan(first.firstThrottle);
    expect(of(`${first.name}.inputPower`)[0]!).toBeGreaterThan(of(`${last.name}.inputPower`)[0]!);
  });

  it('refuses rows that are not equal, groups that are none and more racks than it follows', () => {
    const faults = (transient: string, set = thirty) => {
      try {
        transientScenario({ system: 'systems/cold-plate-tower', set, transient });
      } catch (error) {
        if (error instanceof ScenarioError) return error.faults.map(({ message }) => message).join('\n');
      }
      return '';
    };
    expect(faults(hall('rows: 4'))).toContain('30 racks in 4 rows; wanted equal rows');
    expect(faults('{ duration: 2 min, halls: { tanks: { rows: 3 } } }')).toContain('found "tanks"');
    expect(faults(hall('rows: 3'), { 'racks.racks': '3000' })).toContain('at most 2000');
  });
});
