/** The page's colours for those who draw on canvas, light or dark as the reader wants. */

import type { Theme } from './state.ts';

export function applyTheme(theme: Theme): void {
  const isDark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
}

export function isDark(): boolean {
  return document.documentElement.dataset['theme'] === 'dark';
}

/** The value of `--ink` and its like. */
export function colour(
  name: 'page' | 'panel' | 'ink' | 'soft' | 'line' | 'strong' | 'red' | 'amber' | 'accent' | 'ghost',
): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`);
}
