import { describe, expect, it } from 'vitest';
import { openTransient, runTransient, type StoppedTransient } from '../../src/study/transient-run.ts';
import { preparedFile, preparedOf, scenarioOf, siteText, systemScenario } from '../laws/plants.ts';

/** Cold plates whose facility pumps stand still for a while. */
function prepared(events: string, settings = 'duration: 20 min, step: 5 s') {
  return preparedOf(
    scenarioOf(
      [
        'title: Facility pumps stop',
        'system: systems/cold-plate-dry',
        siteText('ashburn'),
        `transient: { ${settings}, events: { ${events} } }`,
      ].join('\n'),
    ),
  );
}

const pumps = 'pumps: { at: 1 min, trip: facility, for: 5 min }';

/** Keeps every number of every row. */
function keeper() {
  const rows: number[][] = [];
  const sink = (time: number, mean: Float64Array, least: Float64Array, most: Float64Array) =>
    void rows.push([time, ...mean, ...least, ...most]);
  return { rows, sink };
}

/** Of the integration, which is what a stop may cost: by default 1e-5. */
const tolerance = 1e-5;

function farthestApart(one: readonly (readonly number[])[], other: readonly (readonly number[])[]): number {
  const apart = (a: number, b: number) => (Object.is(a, b) ? 0 : Math.abs(a - b) / Math.max(1, Math.abs(b)));
  return one.reduce((most, row, i) => Math.max(most, ...row.map((value, k) => apart(value, other[i]![k]!))), 0);
}

/** All numbers of a value, in their order. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

describe('a transient of a scenario', () => {
  it('names what stopped, counts what was lost, and says when all work was done again', () => {
    const { sink, rows } = keeper();
    const outcome = runTransient(prepared(pumps), sink);
    const [group] = outcome.groups;
    expect(rows).toHaveLength(240);
    expect(outcome.breaksLimit).toBe(true);
    expect(outcome.lastChange).toBe(360);
    expect(group!.cause).toMatchObject({ owner: 'facility', state: 'failed' });
    expect(group!.firstThrottle).toBeGreaterThan(60);
    expect(group!.firstThrottle).toBeLessThan(360);
    expect(group!.recovery).toBeGreaterThan(360);
    expect(group!.hottestJunction).toBeGreaterThanOrEqual(group!.throttleAt - 1e-3);

    // The same sum from the rows: asked less delivered, times 5 s, times the chips.
    const at = (name: string) => 1 + outcome.run.columns.findIndex((column) => column.name === name);
    const delivered = at('racks.delivered');
    const lost = rows.reduce((sum, row) => sum + 5 * 5760 * (1 - row[delivered]!), 0);
    expect(Math.abs(group!.lostChipTime / lost - 1)).toBeLessThan(1e-6);
    expect(group!.lostTokens).toBeCloseTo(group!.lostChipTime * 1000, 6);
    expect(group!.askedChipTime).toBeCloseTo(5760 * 1200, 3);
  });

  it('that was stopped between two stretches goes on with the same rows', () => {
    const whole = keeper();
    const told = runTransient(prepared(pumps), whole.sink);

    const first = keeper();
    const stopped = openTransient(prepared(pumps), first.sink);
    stopped.goOn();
    const kept = stopped.snapshot();
    const read = JSON.parse(JSON.stringify(kept)) as StoppedTransient;
    expect(read, 'a snapshot is plain data, every number of it finite').toEqual(kept);

    const second = keeper();
    const goesOn = openTransient(prepared(pumps), second.sink);
    goesOn.resume(read);
    while (!goesOn.isDone) goesOn.goOn();
    expect(first.rows.length + second.rows.length).toBe(whole.rows.length);
    expect(farthestApart([...first.rows, ...second.rows], whole.rows)).toBeLessThan(tolerance);
    const { run, groups } = goesOn.outcome();
    expect(groups.length).toBe(1);
    expect(farthestApart([numbersIn(groups)], [numbersIn(told.groups)])).toBeLessThan(tolerance);
    expect(farthestApart([numbersIn(run.control)], [numbersIn(told.run.control)])).toBeLessThan(tolerance);
    expect(run.log.map(({ what }) => what)).toEqual(told.run.log.map(({ what }) => what));
    expect(Math.abs(run.statistics.steps / told.run.statistics.steps - 1)).toBeLessThan(0.1);
  });

  it('says that chips throttle from the start where the steady hour has them at their limit', () => {
    const hot = preparedOf(
      scenarioOf(
        [
          'title: Hot',
          'system: systems/cold-plate-dry',
          siteText('ashburn'),
          'set: { technology.supply: 65 degC, facility.supply: 60 degC }',
          'transient: { duration: 10 s }',
        ].join('\n'),
      ),
    );
    const { groups, run } = runTransient(hot, () => undefined);
    expect(groups[0]!.firstThrottle).toBe(0);
    expect(run.log[0]).toEqual({ kind: 'limit', time: 0, what: 'racks: chips begin to throttle' });
  });

  it('reckons with thirty seconds of design flow in each header, so that a loop passes in a minute', () => {
    const { holdings } = openTransient(prepared(pumps), () => undefined).outcome();
    expect(holdings.baths).toEqual([]);
    const facility = holdings.circuits.find(({ circuit }) => circuit === 'facility')!;
    expect(facility.supplyMass).toBeCloseTo(30 * facility.designFlow, 6);
    expect(facility.residenceTime).toBeCloseTo(60, 9);
    expect(facility.heatCapacity).toBeCloseTo(60 * facility.designFlow * facility.specificHeat, 0);
    expect(facility.movers).toBe(5);
  });

  it('names what bound nodes that switched off without throttling: a bath that lost its condensers’ water', () => {
    const { groups } = runTransient(preparedFile('condenser-loss.yaml'), () => undefined);
    expect(groups[0]!.firstThrottle).toBeNaN();
    expect(groups[0]!.shutdown).toBeGreaterThan(60);
    expect(groups[0]!.cause).toMatchObject({ owner: 'facility', state: 'failed' });
  });

  it('of a scenario that has none is a fault of the scenario', () => {
    const none = preparedOf(systemScenario('systems/cold-plate-dry', 'ashburn'));
    expect(() => openTransient(none, () => undefined)).toThrow(/transient/);
  });
});
