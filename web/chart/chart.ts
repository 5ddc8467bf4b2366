/**
 * The frame around every chart: its title, and a menu with the table behind
 * it, its numbers as CSV and itself as a picture. What was unfolded stays so
 * when the chart is drawn anew.
 */

import { button, element } from '../dom.ts';
import { say } from '../words.ts';
import { pictureOf } from './picture.ts';
import { fileName, saveFile, tell } from './save.ts';
import { csvText, type Rows } from './csv.ts';
import { tableElement } from './table.ts';

export interface Chart {
  /** Unique in the page. */
  readonly key: string;
  readonly title: string;
  /** Before the title in the names of files: the variant. */
  readonly of: string;
  /** Element that shows the title; a heading of the third rank unless given. */
  readonly head?: HTMLElement;
  /** What stands under the title, the drawing among it. */
  readonly body: readonly (Node | undefined)[];
  /** Rows to read; and those of the CSV where that has more. */
  readonly table: () => Rows;
  readonly csv?: () => Rows;
  readonly class?: string;
}

const unfolded = new Set<string>();

export function chartFigure(chart: Chart): HTMLElement {
  const { key, title, body } = chart;
  const figure = element('figure', { class: `chart ${chart.class ?? ''}`.trim(), 'data-chart': key });
  const { menu, table } = chartTools(chart, figure);
  const head = element('div', { class: 'chart-head' }, chart.head ?? element('h3', {}, title), menu);
  figure.append(head, ...body.filter((part) => part !== undefined), table);
  return figure;
}

export interface ChartTools {
  readonly menu: HTMLElement;
  readonly table: HTMLElement;
  /** Writes the table anew, where it is unfolded. */
  refresh(): void;
}

/** Menu and table of a drawing that has a frame of its own. @param drawn what a picture is made of */
export function chartTools(chart: Omit<Chart, 'body'>, drawn: Element): ChartTools {
  const { key } = chart;
  const table = element('div', { class: 'scroll chart-table', tabindex: 0, role: 'group', 'data-no-picture': true });
  const refresh = (): void => unfold(chart, table);
  const menu = chartMenu(chart, drawn, () => {
    if (!unfolded.delete(key)) unfolded.add(key);
    refresh();
  });
  refresh();
  return { menu, table, refresh };
}

function unfold({ key, title, table: rows }: Omit<Chart, 'body'>, table: HTMLElement): void {
  table.hidden = !unfolded.has(key);
  table.setAttribute('aria-label', `${say('Table')}: ${title}`);
  table.replaceChildren(...(table.hidden ? [] : [tableElement(rows(), title)]));
}

/** One sign that opens a list of what can be done; a key or a click elsewhere closes it. */
function chartMenu(chart: Omit<Chart, 'body'>, figure: Element, toggleTable: () => void): HTMLElement {
  const { title } = chart;
  const rows = chart.csv ?? chart.table;
  const menu = element('details', { class: 'menu', 'data-no-picture': true });
  const done = (act: () => unknown) => (): void => {
    menu.open = false;
    void act();
    menu.querySelector('summary')!.focus();
  };
  const items = [
    button(say('Table'), done(toggleTable)),
    button(
      say('Copy CSV'),
      done(() => copy(csvText(rows()))),
    ),
    button(
      say('Save CSV'),
      done(() => saveFile(`${fileName(chart.of, title)}.csv`, new Blob([csvText(rows())], { type: 'text/csv' }))),
    ),
    button(
      say('Save PNG'),
      done(async () => saveFile(`${fileName(chart.of, title)}.png`, await pictureOf(figure))),
    ),
  ];
  menu.append(
    element('summary', { 'aria-label': `${title}: ${say('table and files')}`, title: say('table and files') }, '⋯'),
    element('div', { class: 'items' }, ...items),
  );
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return;
    event.stopPropagation();
    menu.open = false;
    menu.querySelector('summary')!.focus();
  });
  menu.addEventListener('focusout', ({ relatedTarget }) => {
    // A press on a button takes the focus to nothing in some browsers; presses elsewhere are heard below.
    if (relatedTarget instanceof Node && !menu.contains(relatedTarget)) menu.open = false;
  });
  return menu;
}

document.addEventListener('pointerdown', ({ target }) => {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('details.menu[open]'))
    if (!(target instanceof Node) || !menu.contains(target)) menu.open = false;
});

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    tell(say('Copied'));
  } catch {
    tell(say('The browser does not let a page copy here; save the file instead'));
  }
}
