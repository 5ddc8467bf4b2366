/** The key of the plan: the scale of the quantity, which holds for the whole run, and what strips and numbers say. */

import { element } from '../dom.ts';
import { say } from '../words.ts';
import { type ScaledQuantity, textOf } from './hall-moment.ts';
import { toneTable } from './plan.ts';

/** @param told worst racks that the plan numbers */
export function planKey(quantity: ScaledQuantity, told: number): readonly Node[] {
  const table = toneTable();
  const stops = [0, 0.25, 0.5, 0.75, 1].map((share) => table[Math.round(share * (table.length - 1))]!);
  const scale = element('i', { class: 'scale' });
  scale.style.background = `linear-gradient(90deg, ${(quantity.worst === 'least' ? stops.toReversed() : stops).join(', ')})`;
  const sign = (word: string, text: string) => element('span', {}, element('i', { class: `strip ${word}` }), text);
  return [
    element('span', {}, element('b', {}, say(quantity.title))),
    element('span', { class: 'range' }, textOf(quantity, quantity.low), scale, textOf(quantity, quantity.high)),
    sign('red', say('throttles or is off')),
    sign('amber', say('less than 5 K left')),
    element('span', {}, `1 … ${told}: ${say('worst racks')}`),
  ];
}
