/** Rows of a table or of a chart's numbers, and their text as CSV. */

export interface Rows {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** What a spreadsheet would reckon with, and a signed number with its unit, which may stand as it is. */
const formula = /^[=+\-@\t\r]/;
const signed = /^[+-]\d[\d.,]*(?: ?[\p{L}%°/·²³]{1,12})?$/u;

/**
 * RFC 4180; what has no value is an empty field. A text that a spreadsheet would take for a formula, such as the title
 * of somebody else's scenario, begins with an apostrophe.
 */
export function csvText({ heads, rows }: Rows): string {
  const field = (value: string | number): string => {
    if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
    const text = formula.test(value) && !signed.test(value) ? `'${value}` : value;
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [heads, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('');
}
