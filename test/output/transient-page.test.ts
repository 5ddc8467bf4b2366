import { describe, expect, it } from 'vitest';
import { clockText } from '../../src/output/clock-text.ts';
import { readRowLine, rowColumns, rowLine, rowReader } from '../../src/output/transient-columns.ts';
import { foldedLog, toldGroups } from '../../src/output/transient-digest.ts';
import { panelSummary, transientFigures } from '../../src/output/transient-figures.ts';
import { marksSvg } from '../../src/output/report/transient-svg.ts';
import { seriesRecorder } from '../../src/output/transient-series.ts';
import { transientTable } from '../../src/output/transient-table.ts';
import type { RowSink } from '../../src/solver/transient/rows.ts';
import { siteOf } from '../../src/study/comparison.ts';
import { openTransient } from '../../src/study/transient-run.ts';
import { preparedOf, scenarioOf, siteText } from '../laws/plants.ts';

function finished(system: string, transient: string) {
  const prepared = preparedOf(
    scenarioOf(['title: Pumps', `system: ${system}`, siteText('ashburn'), `transient: ${transient}`].join('\n')),
  );
  const sink: { take: RowSink } = { take: () => undefined };
  const open = openTransient(prepared, (...row) => sink.take(...row));
  const columns = rowColumns(open.plant, open.columns, 'chosen');
  const { duration, step } = open.settings.values;
  const series = seriesRecorder(columns, duration / step);
  const read = rowReader(columns);
  sink.take = (time, mean, least, most) => series.take(time, read(mean, least, most));
  while (!open.isDone) open.goOn();
  return { outcome: open.outcome(), plant: open.plant, drawn: series.gathered(), site: siteOf(prepared), columns };
}

const pumps = finished(
  'systems/cold-plate-dry',
  '{ duration: 10 min, step: 2 s, events: { pumps: { at: 1 min, trip: facility, for: 4 min } } }',
);

describe('a time as a clock shows it', () => {
  it.each([
    [0, '0:00'],
    [61.26, '1:01.3'],
    [59.97, '1:00'],
    [3600, '1:00:00'],
    [86_399.94, '23:59:59.9'],
    [NaN, '–'],
  ])('%s s is %s', (seconds, text) => expect(clockText(seconds)).toBe(text));
});

describe('rows of a transient', () => {
  it('are read back from their line as they were written, what is no number too', () => {
    const values = Float64Array.of(1.5, NaN, -1e-7, 123456.789);
    expect(readRowLine(rowLine(2.5, values).trimEnd())).toEqual({ time: 2.5, values });
  });

  it('are put together for drawing without losing a peak, or the mean', () => {
    const rows = 10_000;
    const series = seriesRecorder(pumps.columns.slice(0, 1), rows);
    for (let i = 0; i < rows; i++) series.take(i + 1, Float64Array.of(i === 4567 ? 100 : i % 2));
    const { times, series: drawn } = series.gathered();
    expect(times.length).toBeLessThanOrEqual(1200);
    expect(times.at(-1)).toBe(rows);
    expect(Math.max(...drawn[0]!.most)).toBe(100);
    expect(Math.min(...drawn[0]!.least)).toBe(0);
    // Nine rows a point; of the eleventh's, from row 91 on, four are ones.
    expect(drawn[0]!.mean[10]).toBeCloseTo(4 / 9, 12);
  });
});

describe('figures of a transient', () => {
  const figures = transientFigures(pumps, 'si');
  const panel = (id: string) => figures.panels.find((each) => each.id === id)!;

  it('show the hottest junction that the answer speaks of, and call out the time to the limit', () => {
    const [group] = pumps.outcome.groups;
    const { lines, limits, spans } = panel('junction');
    expect(Math.max(...lines[0]!.values)).toBeCloseTo(group!.hottestJunction - 273.15, 6);
    expect(limits[0]).toMatchObject({
      name: 'throttles',
      value: expect.closeTo(group!.throttleAt - 273.15, 9) as number,
    });
    expect(spans[0]).toMatchObject({ from: 60, to: group!.firstThrottle });
    expect(spans[0]!.text).toBe(`${clockText(group!.firstThrottle - 60)} to the limit`);
  });

  it('say the same in inch-pound units', () => {
    const inFahrenheit = transientFigures(pumps, 'ip').panels.find(({ id }) => id === 'supply')!;
    const celsius = panel('supply').lines[0]!.values;
    inFahrenheit.lines[0]!.values.forEach((value, i) => expect(value).toBeCloseTo(1.8 * celsius[i]! + 32, 6));
    expect(inFahrenheit.unit).toBe('°F');
  });

  it('draw the electricity that the run sums, and all the work at the start', () => {
    const { lines, unit } = panel('power');
    const facility = lines.find(({ name }) => name === 'facility')!.values;
    const mean = facility.reduce((sum, value) => sum + value, 0) / facility.length;
    expect(unit).toBe('MW');
    expect(Math.abs((mean * 1e6 * 600) / pumps.outcome.run.energy.electricity - 1)).toBeLessThan(1e-6);
    expect(panel('work').lines[0]!.values[0]).toBeCloseTo(100, 3);
  });

  it('follow the pumps that stop, and say in words what is drawn', () => {
    const drive = panel('drive').lines.find(({ name }) => name === 'facility')!;
    expect(Math.min(...drive.values)).toBeLessThan(1);
    expect(drive.values[10]).toBeCloseTo(100, 0);
    expect(panelSummary(panel('drive'))).toMatch(/facility 0 % to 1\d\d %/);
  });

  it('mark every event with its words, and escape them', () => {
    const svg = marksSvg({ ...figures, marks: [{ time: 60, text: '<b>&', kind: 'event' }] });
    expect(svg).toContain('1:00 &lt;b&gt;&amp;');
    expect(svg).not.toContain('<b>');
  });
});

describe('a hall resolved rack by rack', () => {
  const hall = finished(
    'systems/cold-plate-dry',
    '{ duration: 4 min, step: 5 s, halls: { racks: { rows: 9 } }, events: { pumps: { at: 1 min, trip: facility } } }',
  );

  it('is told by its racks nearest to the limit, the rest in a line, and fits a terminal', () => {
    const { groups } = hall.outcome;
    expect(groups).toHaveLength(90);
    const told = toldGroups(groups);
    const first = Math.min(...groups.map(({ firstThrottle }) => firstThrottle));
    expect(told[0]!.firstThrottle).toBe(first);
    const text = transientTable(hall.outcome, hall.site, { system: 'si' });
    expect(text).toContain('Of 90 groups of racks 90 throttle and 0 switch off');
    expect(text).toContain('and 84 more; summary.json has them all');
    expect(text.split('\n').length).toBeLessThan(90);
    expect(text.split('\n').filter((line) => [...line].length > 80)).toEqual([]);
  });

  it('folds what happened to many into one line, with the last of them', () => {
    const log = hall.outcome.run.log.filter(({ kind }) => kind === 'limit');
    expect(log).toHaveLength(90);
    const [folded, ...rest] = foldedLog(log);
    expect(rest).toEqual([]);
    expect(folded!.time).toBe(log[0]!.time);
    expect(folded!.what).toContain(` and 89 more: chips begin to throttle, the last at ${clockText(log.at(-1)!.time)}`);
  });
});
