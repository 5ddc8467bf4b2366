/**
 * The findings of a ride-through in words and cells, which text, CSV and page
 * share.
 */

import type { RideThrough } from '../../study/ridethrough.ts';
import type { Limit, Passage, Trial } from '../../study/ridethrough/trial.ts';
import { smallestTank, type VolumeAnswer, type VolumeFindings } from '../../study/ridethrough/volume.ts';
import { formatQuantity, type UnitSystem } from '../../units.ts';
import { notApplicable, numberText } from '../scale.ts';

/** `54.0 s` to the limit, or `9.8 K left` where it was not reached. */
export function passageText({ holds, timeToLimit, margin }: Passage, system: UnitSystem): string {
  return holds ? `${kelvinText(margin, system)} left` : secondsText(timeToLimit);
}

export function kelvinText(value: number, system: UnitSystem): string {
  return formatQuantity(value, 'temperature difference', system, 1);
}

export function secondsText(value: number): string {
  return Number.isNaN(value) ? notApplicable : `${numberText(value, value < 100 ? 1 : 0)} s`;
}

export function volumeText(value: number, system: UnitSystem): string {
  if (Number.isNaN(value)) return notApplicable;
  return formatQuantity(value, 'volume', system, system === 'ip' || value >= 100 ? 0 : value < 10 ? 2 : 1);
}

/** Work not done, in GPU-hours. */
export function lostText({ lostChipTime }: Trial): string {
  return `${numberText(lostChipTime / 3600, lostChipTime < 360_000 ? 1 : 0)} GPU·h`;
}

/** Limits told of a failure before the rest is only counted. */
const mostTold = 4;

/** What was reached and when, a line each; nothing where all held. */
export function reachedTexts({ reached }: Trial): readonly string[] {
  const told = reached.slice(0, mostTold).map(({ time, what }) => `${secondsText(time)}: ${what}`);
  const more = reached.length - told.length;
  return more > 0 ? [...told, `and ${more} more`] : told;
}

export const limitWords: Readonly<Record<Limit, string>> = { throttle: 'no throttling', shutdown: 'no shutdown' };

/** The failures as they were asked for, with when and how long. */
export function failureText({ failures, duration }: RideThrough): string {
  const texts = failures.map(({ name, event }) => {
    const lasts = event.for === undefined ? `to the end at ${duration} s` : `for ${secondsText(event.for)}`;
    return `${name} (from ${secondsText(event.at)} ${lasts})`;
  });
  return texts.join(' and ');
}

/** What is buffered: the tank of a circuit, or where it has none its supply. */
export function bufferText({ circuit, tank }: VolumeFindings['tried'][number]): string {
  return tank === undefined ? `${circuit} supply` : `${circuit} ${tank}`;
}

/** What the volume must be, in a sentence. */
export function volumeSentence(findings: VolumeFindings, answer: VolumeAnswer, system: UnitSystem): string {
  const { limit, volume, stratified, stratifiedDelay, byHand, monotone, because } = answer;
  const goal = limitWords[limit];
  if (because !== undefined) return `${goal}: no volume helps. ${sentenceCase(because)}.`;
  const { circuit, tried } = findings;
  const binding = tried.find((one) => one.circuit === circuit);
  const present = binding?.present ?? tried[0]?.present ?? NaN;
  const hand = Number.isNaN(byHand) ? '' : ` By hand, V = P t / (ρ c ΔT): ${volumeText(byHand, system)}.`;
  const doubt = monotone ? '' : ' Not monotone: some smaller volume also held, a larger one did not.';
  if (binding?.tank !== undefined && volume <= smallestTank)
    return `${goal}: holds without the store ${binding.tank} on ${binding.circuit}.`;
  if (binding?.tank !== undefined)
    return `${goal}: the store ${binding.tank} on ${binding.circuit} must hold ${volumeText(volume, system)} (as it stands ${volumeText(present, system)}), charged when the failure begins.${hand}${doubt}`;
  if (circuit === undefined || volume <= present) return `${goal}: holds as it stands; no buffer is needed.`;
  const tank = Number.isNaN(stratified)
    ? '; a stratified tank in the supply only puts it off, since what was not cooled still reaches the chips'
    : `, or ${volumeText(stratified, system)} beside what it holds as a stratified tank (${secondsText(stratifiedDelay)} on the way)`;
  return `${goal}: the supply of ${circuit} must hold ${volumeText(volume, system)} mixed (as it stands ${volumeText(present, system)})${tank}.${hand}${doubt}`;
}

export function sentenceCase(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

export function setText(onUps: readonly string[] | undefined): string {
  if (onUps === undefined) return notApplicable;
  return onUps.length === 0 ? 'nothing' : onUps.join(', ');
}
