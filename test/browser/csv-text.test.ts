/** What the viewer saves as CSV: fields by RFC 4180, and no text that a spreadsheet would run. */

import { expect, it } from 'vitest';
import { csvText } from '../../web/chart/csv.ts';

const fields = (...cells: (string | number)[]) => csvText({ heads: ['a'], rows: [cells] }).split('\r\n')[1];

it('quotes what has commas, quotes or line ends, and leaves empty what has no value', () => {
  expect(fields('a,b', 'say "so"', 'two\nlines', NaN, 1.5)).toBe('"a,b","say ""so""","two\nlines",,1.5');
});

it.each(['=HYPERLINK("http://x","y")', '+1+1', "-2+3+cmd|' /C calc'!A0", '@SUM(A1)', '\t=1', '\r=1'])(
  'lets no spreadsheet reckon with %j, be it a cell or a head',
  (text) => {
    const unquoted = fields(text)!.replace(/^"/, '');
    expect(unquoted.startsWith("'")).toBe(true);
    expect(csvText({ heads: [text], rows: [] })).toMatch(/^"?'/);
  },
);

it('leaves numbers with a sign as they are, with their unit too', () => {
  expect(fields(-1.5, '-0.4 K', '+3.2 %', '-12', '–', 'a-b')).toBe('-1.5,-0.4 K,+3.2 %,-12,–,a-b');
});
