/** Why the electricity of two variants differs, consumer by consumer. */

import { consumers } from '../../src/index.ts';
import { chartFigure } from '../chart/chart.ts';
import { element } from '../dom.ts';
import { consumerColour } from '../draw/bars.ts';
import { shown } from '../numbers.ts';
import type { State } from '../state.ts';
import type { Summary } from '../simulation/messages.ts';
import { say } from '../words.ts';
import { energyOf, joulesPerMegawattHour } from './compare-energy.ts';

/** From the baseline's electricity to the selected variant's, step by step. */
export function bridgeBlock({ selected, units }: State, found: readonly Summary[], baseline: Summary): HTMLElement {
  const other =
    found.find(({ name }) => name === selected && name !== baseline.name) ?? found.find((one) => one !== baseline)!;
  const steps = consumers.map((name) => ({ name, change: energyOf(other, name) - energyOf(baseline, name) }));
  const used = steps.filter(({ change }) => Math.abs(change) > 1e6);
  const most = Math.max(...used.map(({ change }) => Math.abs(change)), 1);
  const rows = used
    .sort((a, b) => a.change - b.change)
    .map(({ name, change }) => {
      const bar = element('i');
      const width = (50 * Math.abs(change)) / most;
      bar.style.cssText = `position:absolute;left:${change < 0 ? 50 - width : 50}%;width:${width}%;background:${consumerColour(name)}`;
      const bars = element('span', { class: 'bars', 'aria-hidden': 'true' }, bar);
      bars.style.cssText =
        'position:relative;background:linear-gradient(var(--strong),var(--strong)) center/1px 100% no-repeat';
      const number = `${change > 0 ? '+' : ''}${shown(change, 'energy', units)}`;
      return element(
        'div',
        { class: 'bar-row' },
        element('span', { class: 'name' }, say(name)),
        bars,
        element('span', { class: 'number' }, number),
      );
    });
  const total = steps.reduce((sum, { change }) => sum + change, 0);
  const difference = `${say(other.title)} − ${say(baseline.title)}: ${total > 0 ? '+' : ''}${shown(total, 'energy', units)}`;
  return chartFigure({
    key: 'bridge',
    title: say('Why the bill differs'),
    of: other.name,
    head: element('h2', {}, say('Why the bill differs')),
    class: 'wide',
    body: [element('p', { class: 'soft' }, difference), ...rows],
    table: () => ({
      heads: [say('Consumer'), say(baseline.title), say(other.title), say('change')],
      rows: steps.map(({ name, change }) => [
        say(name),
        shown(energyOf(baseline, name), 'energy', units),
        shown(energyOf(other, name), 'energy', units),
        `${change > 0 ? '+' : ''}${shown(change, 'energy', units)}`,
      ]),
    }),
    csv: () => ({
      heads: [say('Consumer'), ...[baseline, other].map(({ name }) => `${name} [MWh]`)],
      rows: steps.map(({ name }) => [
        say(name),
        ...[baseline, other].map((one) => energyOf(one, name) / joulesPerMegawattHour),
      ]),
    }),
  });
}
