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
