/**
 * The address bar: what is open and what was changed, so that a copied address
 * brings the same year back. A dropped file is not in it.
 */

import type { Restored } from './actions.ts';
import { noChanges, type State, type ViewName, viewNames } from './state.ts';
import type { Changes } from './simulation/messages.ts';
import { languages } from './words.ts';

/** Entries that say what fails; they are read against the plant, where that is known. */
const failureNames = ['fails', 'from', 'count', 'lasts', 'length', 'to', 'ups', 'buffer'];

export interface Address extends Restored {
  readonly open?: string;
  readonly entries: URLSearchParams;
}

export function addressOf(state: State): string {
  const entries = new URLSearchParams();
  entries.set('view', state.view);
  if (state.shipped !== undefined) {
    entries.set('open', state.shipped);
    entries.set('of', state.selected);
    const { system, site, own } = state.changes;
    if (system !== undefined) entries.set('system', system);
    for (const [name, text] of Object.entries(site)) entries.append('site', `${name}=${text}`);
    for (const [path, text] of Object.entries(own)) entries.append('set', `${path}=${text}`);
    for (const [name, text] of state.failure) entries.append(name, text);
  }
  if (!state.playing) entries.set('hour', String(state.hour + 1));
  if (state.units !== 'si') entries.set('units', state.units);
  if (state.language !== 'en') entries.set('language', state.language);
  if (state.theme !== 'system') entries.set('theme', state.theme);
  return state.playing ? location.hash : `#${entries}`;
}

export function readAddress(hash: string): Address {
  const entries = new URLSearchParams(hash.replace(/^#/, ''));
  const open = entries.get('open');
  const selected = entries.get('of');
  const system = entries.get('system');
  const changes: Changes = {
    ...noChanges,
    ...(system === null ? {} : { system }),
    site: pairs(entries.getAll('site')),
    own: pairs(entries.getAll('set')),
  };
  return {
    entries,
    changes,
    failure: failureNames.flatMap((name) => entries.getAll(name).map((text) => [name, text] as const)),
    ...(open === null ? {} : { open }),
    ...(selected === null ? {} : { selected }),
  };
}

function pairs(texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    texts
      .filter((text) => /^[\w.-]+=/.test(text))
      .map((text) => [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1)]),
  );
}

/** View, hour, units, language and theme of an address; what it does not know stays as it is. */
export function restoreFrame(state: State, { entries }: Address): void {
  const [view, units, theme, language] = ['view', 'units', 'theme', 'language'].map((key) => entries.get(key));
  if (viewNames.includes(view as ViewName)) state.view = view as ViewName;
  if (units === 'ip') state.units = 'ip';
  if (theme === 'light' || theme === 'dark') state.theme = theme;
  const known = languages.find((one) => one === language);
  state.language = known ?? (navigator.language.startsWith('zh') ? 'zh' : 'en');
  const hour = Number(entries.get('hour'));
  if (Number.isInteger(hour) && hour >= 1 && hour <= 8760) state.hour = hour - 1;
}
