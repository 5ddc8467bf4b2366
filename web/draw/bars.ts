/** Bars of electricity by consumer, one row a system, with a key and a number; read by screen readers as text. */

import { consumers, consumerTone, displayScale, numberText, type Scale, type UnitSystem } from '../../src/index.ts';
import { element } from '../dom.ts';
import { shown, withUnit } from '../numbers.ts';
import { isDark } from '../theme.ts';
import { say } from '../words.ts';

export interface BarRow {
  readonly name: string;
  readonly parts: readonly { readonly name: string; readonly energy: number }[];
  /** Drawn faintly under the row for comparison [J]. */
  readonly ghost?: number;
}

export function consumerColour(name: string): string {
  const tone = consumerTone(name);
  return isDark() ? tone.dark : tone.light;
}

/** @param most energy that the full width stands for [J], so that rows hold still while something is dragged */
export function consumerBars(rows: readonly BarRow[], units: UnitSystem, most: number): HTMLElement {
  const used = consumers.filter((name) => rows.some(({ parts }) => parts.some((part) => part.name === name)));
  const key = element(
    'div',
    { class: 'key' },
    ...used.map((name) => {
      const mark = element('i');
      mark.style.background = consumerColour(name);
      return element('span', {}, mark, say(name));
    }),
  );
  const scale = displayScale('energy', units, [most]);
  return element('div', {}, key, ...rows.map((row) => barRow(row, units, most, scale)));
}

function barRow({ name, parts, ghost }: BarRow, units: UnitSystem, most: number, scale: Scale): HTMLElement {
  const total = parts.reduce((sum, { energy }) => sum + energy, 0);
  const ordered = consumers.flatMap((consumer) => parts.filter((part) => part.name === consumer));
  const bars = element('span', { class: 'bars', 'aria-hidden': 'true' });
  for (const part of ordered) {
    const bar = element('i', { title: `${say(part.name)}: ${shown(part.energy, 'energy', units)}` });
    bar.style.cssText = `width:${(100 * part.energy) / most}%;background:${consumerColour(part.name)}`;
    bars.append(bar);
  }
  if (ghost !== undefined) {
    bars.style.position = 'relative';
    const mark = element('b', { title: say('base') });
    mark.style.cssText = `position:absolute;left:${(100 * ghost) / most}%;top:-4px;bottom:-4px;width:2px;background:var(--ink)`;
    bars.append(mark);
  }
  return element(
    'div',
    { class: 'bar-row' },
    element('span', { class: 'name', title: name }, name),
    bars,
    element('span', { class: 'number' }, withUnit(numberText(scale.fromSi(total), scale.digits), scale)),
  );
}
