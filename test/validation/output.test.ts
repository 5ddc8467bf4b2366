import { describe, expect, it } from 'vitest';
import { errorText, toleranceText } from '../../src/output/error-text.ts';
import { validationJson } from '../../src/output/validation-json.ts';
import { validationPage } from '../../src/output/validation-page.ts';
import { validationTable } from '../../src/output/validation-table.ts';
import { measureValidation, validationCases } from '../../src/study/validation/measure-validation.ts';
import type { ValidationCase } from '../../src/study/validation/validation-case.ts';
import { inputs } from './inputs.ts';

const validation = measureValidation(inputs);
const withoutReference = measureValidation({ ...inputs, reference: () => undefined });

/** Two invented cases: one that is broken, one whose value is no number. */
const broken: readonly ValidationCase[] = [
  {
    group: 'Power',
    quantity: 'power of an invention',
    unit: 'W',
    scale: 'relative',
    tolerance: 0.01,
    because: 'invented <b>for</b> this test',
    source: 'frontier',
    samples: () => [{ at: 'noon', published: 100, ours: 103 }],
  },
  {
    group: 'CDU',
    quantity: 'heat of an invention',
    unit: 'K',
    scale: 'absolute',
    tolerance: 0.01,
    because: 'invented for this test',
    source: 'deschutes',
    samples: () => [{ at: 'night </script>', published: 100, ours: NaN }],
  },
];
const off = measureValidation(inputs, broken);

describe('the table', () => {
  const lines = validationTable(validation, { emphasis: 'plain' }).split('\n');

  it('keeps within 80 columns', () => {
    for (const line of lines) expect([...line].length, line).toBeLessThanOrEqual(80);
  });

  it('has a line for every case with all of its columns', () => {
    for (const { subject, statistics } of validation.measured) {
      const mine = lines.filter((line) => line.startsWith(subject.quantity.padEnd(28)));
      expect(mine.length, subject.quantity).toBeGreaterThan(0);
      const cells = mine.map((line) => line.slice(28).trim().split(/\s+/));
      expect(cells.some(([n]) => n === String(statistics.count))).toBe(true);
      for (const row of cells) {
        expect(row).toHaveLength(8);
        expect(row[6]).toBe('ok');
        expect(row[7]).toMatch(/^\[\d+\]$/);
      }
    }
  });

  it('says at the end that all is well, what was left out, and what the year leaves out', () => {
    const text = lines.join('\n');
    expect(text).toContain(`of ${validation.measured.length} cases are within their tolerances.`);
    const without = validationTable(withoutReference, { emphasis: 'plain' });
    expect(without).toContain(`Left out, ${withoutReference.leftOut.length} cases, as they need`);
    expect(without.replaceAll('\n', ' ')).toContain('COLDLOOP_REFERENCE');
    expect(withoutReference.leftOut.map(({ quantity }) => quantity)).toContain('PUE as it counts it');
  });

  it('shows what is off, with the value that is', () => {
    const text = validationTable(off, { emphasis: 'plain' });
    expect(text).toMatch(/^power of an invention +1 % +3\.0 +3\.0 +3\.0 +1 +OFF +\[2\]$/m);
    expect(text).toMatch(/^heat of an invention +1 K +none +none +none +0\.01 +OFF +\[1\]$/m);
    expect(text).toContain('power of an invention, noon: published 100, ours 103 W');
    expect(text).toContain('2 of 2 cases (2 values) break their tolerance.');
  });
});

describe('numbers', () => {
  it('are shown to two digits, relative ones in per cent', () => {
    expect(errorText(0.00123, { scale: 'relative' })).toBe('0.12');
    expect(errorText(3.456e-9, { scale: 'absolute' })).toBe('3.5e-9');
    expect(errorText(197.4, { scale: 'absolute' })).toBe('197');
    expect(errorText(0, { scale: 'absolute' })).toBe('0');
    expect(errorText(Infinity, { scale: 'absolute' })).toBe('none');
    expect(toleranceText(2.5e-4, { scale: 'relative' })).toBe('0.025');
    expect(toleranceText(5e-6, { scale: 'absolute' })).toBe('5e-6');
    expect(toleranceText(0, { scale: 'absolute' })).toBe('0');
  });
});

describe('the document', () => {
  it('has every case with every value, and null for what is no number', () => {
    const document = JSON.parse(JSON.stringify(validationJson(validation))) as {
      passes: boolean;
      cases: { n: number; max: { value: number; unit: string }; samples: unknown[] }[];
      leftOut: unknown[];
    };
    expect(document.passes).toBe(true);
    expect(document.cases.length + document.leftOut.length).toBe(validationCases.length);
    for (const { n, samples, max } of document.cases) {
      expect(samples).toHaveLength(n);
      expect(max.value).not.toBeNull();
    }
    const [first, second] = (validationJson(off) as { cases: object[] }).cases;
    expect(first).toMatchObject({ passes: false, max: { unit: '1' }, tolerance: { value: 0.01, unit: '1' } });
    expect(second).toMatchObject({ passes: false, max: { value: null, unit: 'K' } });
  });
});

describe('the page', () => {
  const page = validationPage(validation, { plotly: 'var Plotly = {};', version: '0.0.0' });

  it('fetches nothing and names its scripts', () => {
    expect(page).not.toMatch(/(src|href)="(?!#)/);
    expect(page).toMatch(/script-src &#39;sha256-[A-Za-z0-9+/=]+&#39; &#39;sha256-/);
  });

  it('has a section for every case and a place for every source', () => {
    validation.measured.forEach((_, i) => expect(page).toContain(`id="case-${i}"`));
    for (const link of page.matchAll(/href="#([^"]+)"/g)) expect(page).toContain(`id="${link[1]}"`);
  });

  it('marks what is broken, and no text becomes markup', () => {
    const text = validationPage(off, { plotly: '', version: '0' });
    expect(text.match(/beyond its tolerance/g)).toHaveLength(2);
    expect(text).toContain('invented &lt;b&gt;for&lt;/b&gt; this test');
    expect(text).not.toContain('night </script>');
  });
});
