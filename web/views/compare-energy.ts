/** Where the electricity of each variant goes, consumer by consumer. */

import { consumers } from '../../src/index.ts';
import { chartFigure } from '../chart/chart.ts';
import { element } from '../dom.ts';
import { type BarRow, consumerBars } from '../draw/bars.ts';
import { shown } from '../numbers.ts';
import type { State } from '../state.ts';
import type { Summary } from '../simulation/messages.ts';
import { say } from '../words.ts';
import type { Choices } from './compare-numbers.ts';

export function energyBlock(
  found: readonly Summary[],
  units: State['units'],
  choices: Choices,
  again: () => void,
): HTMLElement {
  const box = element('input', { type: 'checkbox', checked: choices.withIt });
  box.addEventListener('change', () => {
    choices.withIt = box.checked;
    again();
  });
  const rows: BarRow[] = found.map(({ title, consumers: parts }) => ({
    name: say(title),
    parts: parts.filter(({ name }) => choices.withIt || name !== 'IT'),
  }));
  const most = Math.max(...rows.map(({ parts }) => parts.reduce((sum, { energy }) => sum + energy, 0)));
  const head = element(
    'div',
    { class: 'row' },
    element('h2', {}, say('Electricity by consumer')),
    element('label', { class: 'soft row' }, box, say('Show IT')),
  );
  return chartFigure({
    key: 'consumers',
    title: say('Electricity by consumer'),
    of: '',
    head,
    class: found.length > 6 ? 'wide' : '',
    body: [consumerBars(rows, units, most)],
    table: () => ({
      heads: [say('System'), ...consumers.map(say)],
      rows: found.map((summary) => [
        say(summary.title),
        ...consumers.map((name) => {
          const energy = energyOf(summary, name);
          return energy > 0 ? shown(energy, 'energy', units) : '–';
        }),
      ]),
    }),
    csv: () => ({
      heads: [say('System'), ...consumers.map((name) => `${say(name)} [MWh]`)],
      rows: found.map((summary) => [
        say(summary.title),
        ...consumers.map((name) => energyOf(summary, name) / joulesPerMegawattHour),
      ]),
    }),
  });
}

export const joulesPerMegawattHour = 3.6e9;

/** Electricity of a consumer over the year [J]. */
export function energyOf({ consumers: parts }: Summary, consumer: string): number {
  return parts.find(({ name }) => name === consumer)?.energy ?? 0;
}
