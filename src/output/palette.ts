/**
 * Colours with a meaning: one per consumer of electricity in every chart, and
 * one scale of temperature. Chosen to stay apart for the colour-blind; red is
 * kept for a broken limit and amber for a thin margin, so neither is here.
 */

import type { Consumer } from '../machines/machine.ts';
import { zeroCelsius } from '../constants.ts';

/** One colour on a light page, one on a dark. */
export interface Tone {
  readonly light: string;
  readonly dark: string;
}

const consumerTones: Readonly<Record<Consumer, Tone>> = {
  IT: { light: '#c3c9d1', dark: '#4a535e' },
  'server fans': { light: '#7f8b99', dark: '#8f9cab' },
  fans: { light: '#8ecac0', dark: '#6fb5a9' },
  pumps: { light: '#2f6fad', dark: '#5b9bd8' },
  chillers: { light: '#6b4c9a', dark: '#a184d1' },
  towers: { light: '#2f8573', dark: '#3f9f8b' },
  'power chain': { light: '#9a7b4f', dark: '#c1a06f' },
  'heat recovery': { light: '#c58bb4', dark: '#d6a3c7' },
  other: { light: '#dcd7cd', dark: '#6d6a62' },
};

/** The colour of a consumer; a name outside the list is `other`. */
export function consumerTone(name: string): Tone {
  return consumerTones[name as Consumer] ?? consumerTones.other;
}

/** Stops of the temperature scale [°C], cold blue over grey to burnt orange. */
export const temperatureStops = [
  { celsius: 0, colour: [33, 82, 148] },
  { celsius: 25, colour: [96, 158, 205] },
  { celsius: 45, colour: [178, 176, 172] },
  { celsius: 65, colour: [225, 146, 68] },
  { celsius: 90, colour: [158, 68, 8] },
] as const;

/** The colour of a temperature [K], the same on a light and a dark page. */
export function temperatureColour(temperature: number): string {
  const celsius = temperature - zeroCelsius;
  const last = temperatureStops.length - 1;
  let upper = 1;
  while (upper < last && celsius > temperatureStops[upper]!.celsius) upper += 1;
  const [below, above] = [temperatureStops[upper - 1]!, temperatureStops[upper]!];
  const share = Math.min(Math.max((celsius - below.celsius) / (above.celsius - below.celsius), 0), 1);
  const mixed = below.colour.map((channel, index) => Math.round(channel + share * (above.colour[index]! - channel)));
  return `rgb(${mixed.join(',')})`;
}
