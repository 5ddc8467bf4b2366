/** The page's colours for those who draw on canvas, light or dark as the reader wants. */

import type { Theme } from './state.ts';

export function applyTheme(theme: Theme): void {
  const isDark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  const wanted = isDark ? 'dark' : 'light';
  const { dataset } = document.documentElement;
  if (dataset['theme'] !== wanted) dataset['theme'] = wanted;
}

export function isDark(): boolean {
  return document.documentElement.dataset['theme'] === 'dark';
}

type ColourName = 'page' | 'panel' | 'ink' | 'soft' | 'line' | 'strong' | 'red' | 'amber' | 'accent' | 'ghost';

/** Asked once a theme: every question would have the browser settle its styles. */
const known = new Map<string, string>();

/** The value of `--ink` and its like. */
export function colour(name: ColourName): string {
  const key = `${document.documentElement.dataset['theme']} ${name}`;
  const found = known.get(key) ?? getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  known.set(key, found);
  return found;
}
