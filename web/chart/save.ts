/** Hands a file to the reader, without asking anybody: no network, no server. */

import { element } from '../dom.ts';

export function saveFile(name: string, content: Blob): void {
  const link = element('a', { href: URL.createObjectURL(content), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** A title as the name of a file. */
export function fileName(...parts: readonly string[]): string {
  return parts
    .map((part) =>
      part
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
        .replaceAll(/^-|-$/g, ''),
    )
    .filter((part) => part !== '')
    .join('-');
}

/** Says something for a moment, to the eye and to a screen reader. */
export function tell(text: string): void {
  document.querySelector('.toast')?.remove();
  const note = element('div', { role: 'status', class: 'toast' }, text);
  document.body.append(note);
  setTimeout(() => note.remove(), 2500);
}
