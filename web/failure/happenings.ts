/** What happened in a transient, in the page's language. */

import type { LoggedEvent } from '../../src/index.ts';
import { filled, say } from '../words.ts';
import { translated } from './answer.ts';

const words: readonly (readonly [RegExp, string])[] = [
  [/^(.+): chips begin to throttle$/, '{1}: chips begin to throttle'],
  [/^(.+): nodes switch off$/, '{1}: nodes switch off'],
  [/^(.+): nodes are back at work$/, '{1}: nodes are back at work'],
  [/^batteries are empty.*$/, 'batteries are empty: everything on the UPS stops'],
  [/^(.+): utility lost$/, '{1}: utility lost'],
  [/^(.+): utility back$/, '{1}: utility back'],
  [/^(.+): generators carry the boards$/, '{1}: generators carry the boards'],
  [/^(.+): generators do not start$/, '{1}: generators do not start'],
  [/^(.+): generators stop$/, '{1}: generators stop'],
  [/^(.+): (\d+) of (\d+) of (.+) stop$/, '{1}: {2} of {3} of {4} stop'],
  [/^(.+): (.+) may start again$/, '{1}: {2} may start again'],
  [/^(.+): (\S+) sticks$/, '{1}: {2} sticks'],
  [/^(.+): (\S+) sticks at (\d+ %)$/, '{1}: {2} sticks at {3}'],
  [/^(.+): (\S+) sticks still$/, '{1}: {2} sticks still'],
  [/^(.+): (\S+) moves again$/, '{1}: {2} moves again'],
  [/^(.+): (\S+) is down to (\d+ %)$/, '{1}: {2} is down to {3}'],
  [/^(.+): (\S+) is whole again$/, '{1}: {2} is whole again'],
  [/^(.+): the sensor of (\S+) shows (\S+ K) too much$/, '{1}: the sensor of {2} shows {3} too much'],
  [/^(.+): the sensor of (\S+) is right again$/, '{1}: the sensor of {2} is right again'],
  [/^(.+): (\S+) leaks (\S+ kg\/s)$/, '{1}: {2} leaks {3}'],
  [/^(.+): (\S+) is tight and filled again$/, '{1}: {2} is tight and filled again'],
  [/^(.+): the leak is found, valves begin to shut$/, '{1}: the leak is found, valves begin to shut'],
  [/^(.+): (\d+) of (\d+) of (\S+) is shut off$/, '{1}: {2} of {3} of {4} is shut off'],
  [/^(.+): (\d+) of (\d+) of (\S+) are shut off$/, '{1}: {2} of {3} of {4} are shut off'],
  [/^(.+): (.+) is shut off$/, '{1}: {2} is shut off'],
  [/^(.+): (.+) are shut off$/, '{1}: {2} are shut off'],
  [/^(.+): low level, all (\d+) of its pumps trip$/, '{1}: low level, all {2} of its pumps trip'],
  [/^(.+): its pumps start again$/, '{1}: its pumps start again'],
  [/^storage is charged or discharged by the hour$/, 'storage is charged or discharged by the hour'],
  [/^(.+): the bath is down to the highest chip$/, '{1}: the bath is down to the highest chip'],
  [/^(.+): the air is too warm for what has no plate$/, '{1}: the air is too warm for what has no plate'],
  [/^(.+): freezing, what stands in it is at (\S+ °C)$/, '{1}: freezing, what stands in it is at {2}'],
  [/^(.+): half of the walls in its plates are dry$/, '{1}: half of the walls in its plates are dry'],
  [/^(.+): the receiver is empty, its pumps trip$/, '{1}: the receiver is empty, its pumps trip'],
  [/^(.+): the relief valve opens$/, '{1}: the relief valve opens'],
  [/^(.+): liquid boils at the pumps’ inlet, they cavitate$/, '{1}: liquid boils at the pumps’ inlet, they cavitate'],
  [/^(.+): (\S+) changes$/, '{1}: {2} changes'],
  [/^(.+): (\S+) goes back$/, '{1}: {2} goes back'],
];

const ofMany = /^(.+) and (\d+) more: (.+?)(?:, the last at (.+))?$/;

export function happeningText({ what }: LoggedEvent): string {
  const [, first = '', more = '', did = '', last] = ofMany.exec(what) ?? [];
  if (first === '') return translated(what, words);
  const template =
    last === undefined ? '{first} and {more} more: {did}' : '{first} and {more} more: {did}, the last at {last}';
  return filled(template, { first, more, did: say(did), last: last ?? '' });
}
