/** What a printed page says of itself: scenario, variant, site and hour, with changes by name. */

import { dateText } from '../numbers.ts';
import type { State } from '../state.ts';
import { say } from '../words.ts';

export function paperText({ contents, year, selected, hour, language, changes }: State): string {
  const site = year?.site;
  const weather =
    site === undefined ? [] : [`${say(site.synthetic ? 'synthetic year' : 'measured year')}: ${site.title}`];
  const set = [
    ...(changes.system === undefined ? [] : [`system: ${changes.system}`]),
    ...Object.entries({ ...changes.site, ...changes.own }).map(([path, text]) => `${path}: ${text}`),
  ];
  return ['coldloop', contents?.title ?? '', selected, ...weather, dateText(hour, language), ...set]
    .filter((part) => part !== '')
    .join(' · ');
}
