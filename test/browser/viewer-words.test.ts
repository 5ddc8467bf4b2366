/** What the page says, asked in Node: Chinese for all that the core declares, failures in an address, labels that leave each other room. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerOf, circuitParameters, comparisonFindings, siteParameters } from '../../src/index.ts';
import { machineKinds } from '../../src/machines/index.ts';
import { chineseAnswer } from '../../web/chinese/answer.ts';
import { translated } from '../../web/chinese/translated.ts';
import { labelRows, type PlacedLabel } from '../../web/draw/label-rows.ts';
import { stretches } from '../../web/draw/stretches.ts';
import { happeningText } from '../../web/failure/happenings.ts';
import { entriesOf, formFrom } from '../../web/failure/form-address.ts';
import { failures, firstForm, type FailureForm, notMoved } from '../../web/failure/form.ts';
import type { YearReply } from '../../web/simulation/messages.ts';
import { simulator } from '../../web/simulation/simulate.ts';
import { loadWords, setLanguage } from '../../web/words.ts';
import { projectFolder } from '../house/source-files.ts';
import { libraryTexts } from './library-texts.ts';

function yearsOf(name: string, wanted: readonly string[]): readonly YearReply[] {
  const file = join(projectFolder, 'scenarios', name);
  const document = { file, bytes: readFileSync(file), beside: {} };
  const answer = simulator(libraryTexts, () => 0);
  return wanted.map((variant) => {
    const year = answer({ kind: 'run', id: 1, document, variant, changes: { site: {}, own: {} }, wanted: 'year' });
    if (year.kind !== 'year') throw new Error(JSON.stringify(year));
    return year;
  });
}

const years = yearsOf('air-versus-liquid.yaml', ['air-tower', 'cold-plate-dry', 'rear-door-dry', 'two-phase-tower']);
const plate = years[1]!.picture;

describe('Chinese', () => {
  const declared = [circuitParameters, siteParameters, ...machineKinds.map(({ parameters }) => parameters)];
  const shown = years.flatMap(({ summary, columns, picture }) => [
    ...summary.metrics.flatMap(({ label, about }) => (/^[A-Z]+$|^GPUs$/.test(label) ? [about] : [label, about])),
    ...columns.map(({ about }) => about),
    ...picture.machines.flatMap(({ kind, sizes }) => [kind, ...sizes.map(({ about }) => about)]),
    ...picture.chips.flatMap(({ title, chain }) => [title, ...chain.map(({ name }) => name)]),
    summary.title,
  ]);

  it('is there for all that kinds, parameters, columns, sizes and metrics say of themselves', () => {
    const abouts = declared.flatMap((parameters) => Object.values(parameters).map(({ about }) => about));
    const said = [...abouts, ...machineKinds.map(({ about }) => about), ...shown];
    expect(said.length).toBeGreaterThan(500);
    expect([...new Set(said)].filter((text) => !/\p{Script=Han}/u.test(translated(text) ?? ''))).toEqual([]);
  });

  it('is there for what happens in a transient, and English stays as it is', async () => {
    const happened = [
      'a: cdu sticks',
      'a: cdu sticks at 20 %',
      'a: cdu sticks still',
      'a: cdu moves again',
      'a: chiller is down to 70 %',
      'a: chiller is whole again',
      'a: the sensor of chiller shows 2.0 K too much',
      'a: the sensor of chiller is right again',
      'a: technology leaks 0.50 kg/s',
      'a: technology is tight and filled again',
      'a: the leak is found, valves begin to shut',
      'a: 1 of 6 of cdu is shut off',
      'a: racks-1, racks-2 are shut off',
      'technology: low level, all 5 of its pumps trip',
      'technology: its pumps start again',
      'storage is charged or discharged by the hour',
      'bath: the bath is down to the highest chip',
      'racks: the air is too warm for what has no plate',
      'dry-cooler: freezing, what stands in it is at -13.1 °C',
      'racks: half of the walls in its plates are dry',
      'technology: the receiver is empty, its pumps trip',
      'technology: the relief valve opens',
      'technology: liquid boils at the pumps’ inlet, they cavitate',
      'a: 1 of 5 of chiller stop',
      'a: generators stop',
    ];
    const text = (what: string) => happeningText({ kind: 'event', time: 0, what });
    expect(happened.map(text)).toEqual(happened);
    await loadWords('zh');
    setLanguage('zh');
    const chinese = happened.map(text);
    setLanguage('en');
    expect(chinese.filter((said) => !/\p{Script=Han}/u.test(said) || /[a-z]{2,} [a-z]{2,}/i.test(said))).toEqual([]);
  });

  it('has the answer of a comparison, with the numbers that the English one has', () => {
    const variants = years.map(({ summary }) => ({ ...summary, columns: [], events: [] }));
    for (const { name: baseline } of variants) {
      const comparison = { title: '', baseline, site: years[0]!.site, variants, differences: [], assumptions: [] };
      const english = answerOf(comparison, 'si');
      const chinese = chineseAnswer(comparisonFindings(comparison), 'si');
      expect(chinese.subject).toBe(english.subject);
      expect(chinese.remarks.length).toBe(english.remarks.length);
      const texts = [chinese.headline, ...chinese.remarks];
      expect(texts.filter((text) => /[a-z]{2,} [a-z]{2,}/i.test(text))).toEqual([]);
      const numbers = (text: string): string[] => (text.match(/[\d.,]+ (%|m³|kUSD)/g) ?? []).sort();
      for (const [i, text] of [english.headline, ...english.remarks].entries())
        expect(numbers(texts[i]!), texts[i]!).toEqual(numbers(text));
    }
  });
});

describe('a failure in an address', () => {
  const forms = fc.record({
    what: fc.constantFrom(...failures(plate, true).map(({ value }) => value)),
    start: fc.constantFrom('design' as const, 'cursor' as const),
    moved: fc.record(
      {
        count: fc.integer({ min: 1, max: 20 }),
        lasts: fc.double({ min: 5, max: 900, noNaN: true }),
        length: fc.double({ min: 120, max: 3600, noNaN: true }),
        to: fc.double({ min: 0, max: 1, noNaN: true }),
        ups: fc.double({ min: 0, max: 900, noNaN: true }),
        buffers: fc.dictionary(
          fc.constantFrom(...plate.circuits.map(({ name }) => name)),
          fc.double({ min: 0.1, max: 500, noNaN: true }),
        ),
      },
      { requiredKeys: ['buffers'] },
    ),
  });

  it('is what it was', () => {
    fc.assert(
      fc.property(forms, (form: FailureForm) => {
        expect(formFrom(entriesOf(form), plate, true)).toEqual({ form, faults: [] });
      }),
    );
  });

  it('is as at first where nothing stands in it', () => {
    expect(formFrom([], plate, false)).toEqual({ form: firstForm(plate, false), faults: [] });
    expect(firstForm(plate, false).moved).toBe(notMoved);
  });

  it.each([
    ['fails', 'machine __proto__'],
    ['fails', ''],
    ['from', 'yesterday'],
    ['count', '1.5'],
    ['count', '-1'],
    ['lasts', 'NaN'],
    ['lasts', '1e400'],
    ['length', '0x10'],
    ['length', '5 min'],
    ['to', '1.2'],
    ['ups', 'Infinity'],
    ['ups', '1.2.3'],
    ['buffer', 'technology'],
    ['buffer', '__proto__=1'],
    ['buffer', 'technology=0'],
    ['buffer', '<img src=x onerror=alert(1)>=3'],
  ])('is refused in words with %s=%s', (name, value) => {
    const { form, faults } = formFrom([[name, value]], plate, false);
    expect(form).toEqual(firstForm(plate, false));
    expect(faults.length).toBe(1);
    expect(faults[0]).toContain(
      `${name}: found "${value.slice(value.startsWith('technology=') ? 11 : 0).slice(0, 60)}"`,
    );
  });

  it('tells all its faults at once, and never throws', () => {
    const bad = [
      ['fails', 'x'],
      ['count', 'y'],
    ] as const;
    expect(formFrom(bad, plate, false).faults.length).toBe(2);
    const names = fc.constantFrom('fails', 'from', 'count', 'lasts', 'length', 'to', 'ups', 'buffer', 'other');
    fc.assert(
      fc.property(fc.array(fc.tuple(names, fc.string())), (entries) => {
        const { form } = formFrom(entries, plate, false);
        expect(failures(plate, false).map(({ value }) => value)).toContain(form.what);
      }),
    );
  });
});

describe('labels above a plot', () => {
  const cases = fc.array(
    fc.record({
      x: fc.double({ min: 52, max: 790, noNaN: true }),
      width: fc.double({ min: 20, max: 350, noNaN: true }),
    }),
    { maxLength: 14 },
  );

  it('lie neither over each other nor over the line of another, and end in time', () => {
    fc.assert(
      fc.property(cases, (unsorted) => {
        const labels = unsorted.toSorted((a, b) => a.x - b.x);
        const placed = labelRows(labels, 800, 6).filter((one): one is PlacedLabel => one !== undefined);
        if (labels.some(({ x, width }) => x + width <= 800)) expect(placed.length).toBeGreaterThan(0);
        for (const one of placed) {
          expect(one.left + one.width).toBeLessThanOrEqual(800 + 1e-9);
          // Its own line stands beside it, not in it.
          expect([one.left, one.left + one.width].some((edge) => Math.abs(edge - one.x) < 1e-9)).toBe(true);
          for (const other of placed) {
            if (one === other) continue;
            const apart = one.left + one.width <= other.left || other.left + other.width <= one.left;
            expect(one.row !== other.row || apart).toBe(true);
            const isThrough = one.row < other.row && one.x > other.left && one.x < other.left + other.width;
            expect(isThrough).toBe(false);
          }
        }
      }),
    );
  });

  it('stand in one row where there is room, and one under the other where their moments are near', () => {
    const rowsOf = (xs: readonly number[]) =>
      labelRows(
        xs.map((x) => ({ x, width: 100 })),
        1000,
        6,
      ).map((one) => one?.row);
    expect(rowsOf([100, 300, 600])).toEqual([0, 0, 0]);
    expect(rowsOf([100, 110, 120, 400])).toEqual([0, 1, 2, 0]);
  });
});

describe('a line of a circuit that rests', () => {
  it('is drawn in stretches that take turns and leave no step out', () => {
    const marks = fc.array(fc.boolean(), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(marks, (rests) => {
        const found = stretches({ rests }, [0, rests.length - 1]);
        expect(found[0]!.first).toBe(0);
        expect(found.at(-1)!.last).toBe(rests.length - 1);
        found.forEach(({ first, last, rests: isRest }, i) => {
          if (i > 0) expect(first).toBe(found[i - 1]!.last);
          for (let k = i === 0 ? first : first + 1; k <= last; k++) expect(rests[k]).toBe(isRest);
        });
      }),
    );
    expect(stretches({}, [3, 9])).toEqual([{ first: 3, last: 9, rests: false }]);
  });
});
