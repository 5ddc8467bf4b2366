/** What the viewer's worker answers of a transient, asked in Node: the numbers of the solver, in lines, groups and racks. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../house/source-files.ts';
import { rowKeeper } from '../../web/simulation/row-keeper.ts';
import type { Tree } from '../../web/simulation/scenario-text.ts';
import { readOf } from '../../web/simulation/simulate.ts';
import { transientAnswer } from '../../web/simulation/transient.ts';
import { rowsOf } from '../../web/simulation/transient-halls.ts';
import type { TransientAnswer, TransientReply } from '../../web/simulation/transient-messages.ts';
import { libraryTexts } from './library-texts.ts';
import { solvedTransient } from './solved-transient.ts';

interface Asked {
  readonly file?: string;
  readonly variant?: string;
  readonly transient?: Tree;
  readonly hall?: string;
}

function answerOf({ file = 'air-versus-liquid', variant = 'cold-plate-dry', transient = {}, hall = '' }: Asked) {
  const path = join(projectFolder, 'scenarios', `${file}.yaml`);
  const document = { file: `${file}.yaml`, bytes: readFileSync(path), beside: {} };
  const shares: number[] = [];
  const changes = { site: {}, own: {} };
  let ticks = 0;
  const answer: TransientAnswer = transientAnswer(
    { kind: 'transient', id: 7, document, variant, changes, transient, hall },
    {
      read: (asked) => readOf(asked, libraryTexts, undefined),
      clock: () => (ticks += 10),
      progress: (share) => shares.push(share),
    },
  );
  return { answer, shares };
}

function replyOf(asked: Asked): TransientReply {
  const { answer } = answerOf(asked);
  if (answer.kind === 'refusal') throw new Error(answer.text);
  return answer;
}

/** Means, least (1) or most (2) of a line. */
function lineOf({ series, values, times }: TransientReply, panel: string, of: string, what = '', part = 0): number[] {
  const place = series.findIndex((head) => head.panel === panel && head.of === of && head.what === what);
  expect(place, `${panel} ${of} ${what}`).toBeGreaterThanOrEqual(0);
  const at = (place * 3 + part) * times.length;
  return [...values.subarray(at, at + times.length)];
}

const trip: Tree = {
  duration: '5 min',
  step: '1 s',
  events: { pumps: { at: '60 s', for: '90 s', trip: 'facility', count: '4' } },
};

describe('a transient of the worker', () => {
  it('has the times to a limit, the lines and the text of the solver', () => {
    const { answer, shares } = answerOf({ transient: trip });
    if (answer.kind === 'refusal') throw new Error(answer.text);
    const { run, mean, most } = solvedTransient(answer.text);
    const [group] = answer.groups;
    expect(group).toMatchObject(run.groups[0]!);
    expect(group!.firstThrottle > 60 || group!.margin > 0).toBe(true);
    expect(answer.log).toEqual(run.log);
    expect(answer.times.length).toBe(300);
    const fround = (values: readonly number[]) => values.map(Math.fround);
    expect(lineOf(answer, 'circuits', 'facility', 'supply')).toEqual(fround(mean('facility.supplyTemperature')));
    expect(lineOf(answer, 'circuits', 'facility', 'return')).toEqual(fround(mean('facility.returnTemperature')));
    expect(lineOf(answer, 'junction', 'racks', '', 2)).toEqual(fround(most('racks.junctionTemperature')));
    expect(lineOf(answer, 'work', 'racks')).toEqual(fround(mean('racks.delivered')));
    expect(lineOf(answer, 'power', 'the facility')).toEqual(fround(mean('facility.power')));
    expect(lineOf(answer, 'actuators', 'cdu')).toEqual(fround(mean('cdu.opening')));
    const flow = lineOf(answer, 'flow', 'facility');
    const kilograms = mean('facility.sourceFlow');
    expect(flow[30]! / flow[290]! / (kilograms[30]! / kilograms[290]!)).toBeCloseTo(1, 6);
    expect(shares.length).toBeGreaterThan(10);
    expect(shares.every((share, i) => share > (shares[i - 1] ?? 0) && share <= 1)).toBe(true);
  });

  it('runs what a scenario has written, with the buffer that was moved', () => {
    const asked = { file: 'cdu-pump-trip', variant: 'cdu-pump-trip' };
    const written = replyOf(asked);
    expect(written.groups[0]).toMatchObject(solvedTransient(written.text).run.groups[0]!);
    expect(written.buffers.find(({ circuit }) => circuit === 'technology')!.volume).toBeCloseTo(4, 3);
    const moved = replyOf({ ...asked, transient: { circuits: { technology: { supplyVolume: '9 m³' } }, ups: '60 s' } });
    expect(moved.buffers.find(({ circuit }) => circuit === 'technology')!.volume).toBeCloseTo(9, 3);
    expect(moved.buffers.find(({ circuit }) => circuit === 'facility')!.volume).toBeCloseTo(12, 3);
    expect([written.ups, moved.ups]).toEqual([300, 60]);
    expect(moved.log.map(({ what }) => what)).toContain(written.log[0]!.what);
  });

  it('puts events of its own in the place of those that are written', () => {
    const events: Tree = { other: { at: '10 s', trip: 'facility' } };
    const { log } = replyOf({
      file: 'cdu-pump-trip',
      variant: 'cdu-pump-trip',
      transient: { duration: '20 s', events },
    });
    expect(log.every(({ what }) => !what.startsWith('pumps-stop'))).toBe(true);
    expect(log[0]!.what).toMatch(/^other: /);
  });

  it('is refused in the words of the command line', () => {
    const { answer } = answerOf({ transient: { events: { wrong: { at: '1 s', trip: 'pumpz' } } } });
    expect(answer.kind === 'refusal' ? answer.text : '').toMatch(/transient\.events\.wrong\.trip: found "pumpz"/);
  });
});

describe('a hall of the worker', () => {
  it('is split by itself, and has every rack at every moment as the solver has it', () => {
    const reply = replyOf({ transient: { ...trip, duration: '100 s' }, hall: 'racks' });
    const { run, most, mean } = solvedTransient(reply.text);
    const { hall } = reply;
    expect([hall!.rows, hall!.positions, hall!.racks.length, hall!.times.length]).toEqual([10, 9, 90, 100]);
    const at = (name: string, row: number, rack: number) => {
      const place = hall!.quantities.findIndex((quantity) => quantity.name === name);
      return hall!.values[(place * hall!.times.length + row) * 90 + rack];
    };
    for (const [row, rack] of [[0, 0] as const, [59, 16] as const, [99, 89] as const]) {
      const { name } = hall!.racks[rack]!;
      expect(at('junctionTemperature', row, rack)).toBe(Math.fround(most(`${name}.junctionTemperature`)[row]!));
      expect(at('inputPower', row, rack)).toBe(Math.fround(mean(`${name}.inputPower`)[row]!));
      expect(at('plateFlow', row, rack)).toBe(Math.fround(mean(`${name}.plateFlow`)[row]!));
    }
    const [group] = reply.groups;
    expect(reply.groups.length).toBe(1);
    expect([group!.racks, group!.chips]).toEqual([90, 5760]);
    expect(group!.hottestJunction).toBe(Math.max(...run.groups.map(({ hottestJunction }) => hottestJunction)));
    const lost = run.groups.reduce((sum, { lostChipTime }) => sum + lostChipTime, 0);
    expect(group!.lostChipTime).toBeCloseTo(lost, 6);
    const hottest = run.groups.map(({ name }) => most(`${name}.junctionTemperature`)[80]!);
    expect(lineOf(reply, 'junction', 'racks', '', 2)[80]).toBe(Math.fround(Math.max(...hottest)));
  }, 60_000);

  it('has equal rows, about ten of them', () => {
    expect([90, 96, 7, 1000, 105, 1].map(rowsOf)).toEqual([10, 8, 7, 10, 7, 1]);
  });
});

describe('rows that are put together', () => {
  it('keep the mean of the means, the least and the most', () => {
    const column = (number: number) => ({ columns: [number], as: 'mean', over: 2 }) as const;
    const keeper = rowKeeper([column(0), { columns: [0, 1], as: 'largest', over: 1 }], 5, 3);
    [1, 2, 3, 4, 5].forEach((time) =>
      keeper.take(time, Float64Array.of(time, 0), Float64Array.of(time - 9, 1), Float64Array.of(time + 9, 30)),
    );
    expect([...keeper.times()]).toEqual([2, 4, 5]);
    expect([...keeper.column(0, 'mean')]).toEqual([0.75, 1.75, 2.5]);
    expect([...keeper.column(0, 'least')]).toEqual([-4, -3, -2]);
    expect([...keeper.column(0, 'most')]).toEqual([5.5, 6.5, 7]);
    expect([...keeper.column(1, 'most')]).toEqual([30, 30, 30]);
  });
});
