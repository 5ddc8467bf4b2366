/** All racks of a moment as a table that sorts by any column. */

import { numberText } from '../../src/index.ts';
import type { Rows } from '../chart/csv.ts';
import { element } from '../dom.ts';
import { say } from '../words.ts';

export interface RackTable {
  readonly root: HTMLElement;
  show(rows: Rows, digits: readonly number[]): void;
}

/** @param choose hears the row of the unsorted table */
export function rackTable(choose: (row: number) => void): RackTable {
  let sort = { column: 0, way: 'ascending' as 'ascending' | 'descending' };
  let last: { readonly rows: Rows; readonly digits: readonly number[] } | undefined;
  const head = element('tr');
  const body = element('tbody');
  const table = element(
    'table',
    {},
    element('caption', { class: 'unseen' }, say('Racks')),
    element('thead', {}, head),
    body,
  );
  const scroll = element(
    'div',
    { class: 'scroll rack-table', tabindex: 0, role: 'group', 'aria-label': say('Racks') },
    table,
  );

  function draw(): void {
    if (last === undefined) return;
    const { rows, digits } = last;
    const isFocused = head.contains(document.activeElement);
    head.replaceChildren(...rows.heads.map((text, i) => headCell(text, i)));
    if (isFocused) head.querySelectorAll('button')[sort.column]?.focus();
    const sign = sort.way === 'ascending' ? 1 : -1;
    const order = rows.rows
      .map((_, i) => i)
      .sort((a, b) => sign * compared(rows.rows[a]![sort.column]!, rows.rows[b]![sort.column]!));
    body.replaceChildren(
      ...order.map((i) => {
        const [name, ...cells] = rows.rows[i]!;
        const pick = element('button', { type: 'button', class: 'link' }, String(name));
        pick.addEventListener('click', () => choose(i));
        return element(
          'tr',
          {},
          element('th', { scope: 'row' }, pick),
          ...cells.map((cell, k) =>
            element('td', {}, typeof cell === 'number' ? numberText(cell, digits[k + 1] ?? 0) : cell),
          ),
        );
      }),
    );
  }

  function headCell(text: string, column: number): HTMLElement {
    const press = element('button', { type: 'button' }, text);
    press.addEventListener('click', () => {
      const isSame = sort.column === column;
      sort = { column, way: isSame && sort.way === 'ascending' ? 'descending' : 'ascending' };
      draw();
    });
    return element('th', { scope: 'col', ...(sort.column === column ? { 'aria-sort': sort.way } : {}) }, press);
  }

  return {
    root: scroll,
    show(rows, digits) {
      last = { rows, digits };
      draw();
    },
  };
}

function compared(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b));
}
