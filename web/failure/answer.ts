/** What a transient says, first as a sentence: when chips throttle, when they switch off and are back, and what stood in the way. */

import { clockText, type BindingCause, formatQuantity, numberText, type UnitSystem } from '../../src/index.ts';
import { degrees } from '../numbers.ts';
import type { AnsweredGroup, TransientReply } from '../simulation/transient-messages.ts';
import { filled, say } from '../words.ts';
import { lengthText } from './clock.ts';

/** A margin below this is thin [K]. */
const thinMargin = 5;

/** The group of which all is told: the first that throttles, or else the one with the least margin. */
export function leadingGroup({ groups }: TransientReply): AnsweredGroup | undefined {
  const order = (group: AnsweredGroup): number =>
    Number.isNaN(group.firstThrottle) ? 1e9 + group.margin : group.firstThrottle;
  return groups.toSorted((a, b) => order(a) - order(b))[0];
}

/** The moment from which times to a limit are counted: the last event before it; the start where there is none. */
export function cause(reply: TransientReply, time: number): number {
  return reply.log.filter((event) => event.kind === 'event' && event.time <= time).at(-1)?.time ?? 0;
}

export function answerSentence(reply: TransientReply, units: UnitSystem): string {
  const group = leadingGroup(reply);
  if (group === undefined) return '';
  const { firstThrottle, shutdown } = group;
  const since = (time: number) => lengthText(time - cause(reply, time));
  const gaps = {
    group: group.name,
    throttle: since(firstThrottle),
    shutdown: since(shutdown),
    junction: degrees(group.hottestJunction, units),
    margin: formatQuantity(Math.abs(group.margin), 'temperature difference', units, 1),
  };
  const isHurt = !Number.isNaN(firstThrottle) || !Number.isNaN(shutdown);
  const parts = [
    filled(firstSentence(group), gaps),
    isHurt ? recoverySentence(reply, group) : '',
    group.cause === undefined ? '' : filled('In the way of the heat: {cause}.', { cause: causeText(group.cause) }),
  ];
  return parts.filter((part) => part !== '').join(say(' '));
}

function firstSentence({ firstThrottle, shutdown }: AnsweredGroup): string {
  if (!Number.isNaN(firstThrottle))
    return Number.isNaN(shutdown)
      ? 'The chips of {group} throttle after {throttle}, and nothing switches off.'
      : 'The chips of {group} throttle after {throttle}, their nodes switch off after {shutdown}.';
  return Number.isNaN(shutdown)
    ? 'The chips of {group} do not throttle: the hottest junction reaches {junction}, {margin} below its limit.'
    : 'The nodes of {group} switch off after {shutdown}, before their chips throttle.';
}

function recoverySentence(reply: TransientReply, group: AnsweredGroup): string {
  const lost = lostText(group);
  return Number.isNaN(group.recovery)
    ? filled('At the end, {end}, not all work is done again; {lost} are lost.', {
        lost,
        end: clockText(reply.duration),
      })
    : filled('All work is done again at {time}; {lost} are lost.', { lost, time: clockText(group.recovery) });
}

function lostText(group: AnsweredGroup): string {
  return `${hoursText(group)} (${numberText(100 * group.lostShare, 1)} %)`;
}

function hoursText({ lostChipTime }: AnsweredGroup): string {
  const hours = lostChipTime / 3600;
  return `${numberText(hours, hours < 100 ? 1 : 0)} ${say('chip-hours')}`;
}

/** `technology, flow is at 4 % of what is asked for`, in the page's language where its words are known. */
export function causeText({ owner, says }: BindingCause): string {
  return `${owner}${say(', ')}${saidOfCause(says)}`;
}

const causeWords: readonly (readonly [RegExp, string])[] = [
  [/^flow is at (.+) of what is asked for$/, 'flow is at {1} of what is asked for'],
  [/^gives all it can$/, 'gives all it can'],
  [/^has no power$/, 'has no power'],
  [/^has power again and is starting$/, 'has power again and is starting'],
  [/^is shut off from (.+)$/, 'is shut off from {1}'],
  [/^stands still$/, 'stands still'],
  [/^all (\d+) units stand still$/, 'all {1} units stand still'],
  [/^(\d+) of (\d+) units stands? still$/, '{1} of {2} units stand still'],
  [/^only (.+) of it is left$/, 'only {1} of it is left'],
];

function saidOfCause(says: string): string {
  const [first = '', ...rest] = says.split(', the rest gives all it can');
  const whole = translated(first, causeWords);
  return rest.length === 0 ? whole : `${whole}${say(', the rest gives all it can')}`;
}

/** A sentence of the core by its pattern; as it is where no pattern fits. */
export function translated(text: string, words: readonly (readonly [RegExp, string])[]): string {
  for (const [pattern, template] of words) {
    const match = pattern.exec(text);
    if (match !== null) return filled(template, Object.fromEntries(match.map((part, i) => [String(i), part])));
  }
  return text;
}

export interface Card {
  readonly key: string;
  readonly title: string;
  readonly text: string;
  /** SI; NaN where it did not happen. */
  readonly value: number;
  readonly gravity: '' | 'broken' | 'thin';
  /** Beside the number. */
  readonly more?: string;
}

export function answerCards(reply: TransientReply, units: UnitSystem): readonly Card[] {
  const group = leadingGroup(reply);
  if (group === undefined) return [];
  const { firstThrottle, shutdown, recovery, margin } = group;
  const took = (time: number) => (Number.isNaN(time) ? say('never') : lengthText(time - cause(reply, time)));
  const broken = (time: number) => (Number.isNaN(time) ? ('' as const) : ('broken' as const));
  const isHurt = !Number.isNaN(firstThrottle) || !Number.isNaN(shutdown);
  const back = !isHurt ? '–' : Number.isNaN(recovery) ? say('not by the end') : clockText(recovery);
  const tight = margin <= 0.05 ? 'broken' : margin < thinMargin ? 'thin' : '';
  return [
    {
      key: 'throttle',
      title: 'Time to throttle',
      text: took(firstThrottle),
      value: firstThrottle,
      gravity: broken(firstThrottle),
    },
    { key: 'shutdown', title: 'Time to shutdown', text: took(shutdown), value: shutdown, gravity: broken(shutdown) },
    { key: 'recovery', title: 'All work again at', text: back, value: recovery, gravity: '' },
    {
      key: 'margin',
      title: 'Margin to throttling',
      text: formatQuantity(margin, 'temperature difference', units, 1),
      value: margin,
      gravity: tight,
    },
    {
      key: 'junction',
      title: 'Hottest junction',
      text: degrees(group.hottestJunction, units),
      value: group.hottestJunction,
      gravity: '',
    },
    {
      key: 'lost',
      title: 'Work lost',
      text: hoursText(group),
      more: `${numberText(100 * group.lostShare, 1)} %`,
      value: group.lostChipTime,
      gravity: '',
    },
    {
      key: 'racks',
      title: 'Racks throttled / off',
      text: `${group.throttled} / ${group.off} ${say('of')} ${group.racks}`,
      value: group.throttled,
      gravity: '',
    },
    { key: 'binding', title: 'In the way', text: group.cause?.owner ?? '–', value: Number.NaN, gravity: '' },
  ];
}
