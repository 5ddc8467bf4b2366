/**
 * The page's words in English and 简体中文. English is the key, so that a word
 * without a translation still reads; names and texts of a reader's scenarios
 * and records stay as their authors wrote them. The Chinese ones are loaded
 * when they are first wanted.
 */

import type * as Chinese from './chinese/chinese.ts';

export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

let current: Language = 'en';
let chinese: typeof Chinese | undefined;

/** Resolves once the words of the language can be said. */
export async function loadWords(language: Language): Promise<void> {
  if (language === 'zh') chinese ??= await import('./chinese/chinese.ts');
}

/** The language of the page from now on; English until the words of another are there. */
export function setLanguage(language: Language): void {
  current = language;
}

/** What has sentences of its own in Chinese; undefined where the page is English. */
export function inChinese(): typeof Chinese | undefined {
  return current === 'zh' ? chinese : undefined;
}

/** A word in the language of the page. */
export function say(english: string): string {
  return inChinese()?.translated(english) ?? english;
}

/** Words of a sentence with their gaps filled. */
export function filled(template: string, gaps: Readonly<Record<string, string>>): string {
  return say(template).replaceAll(/\{(\w+)\}/g, (_, gap: string) => gaps[gap] ?? '');
}
