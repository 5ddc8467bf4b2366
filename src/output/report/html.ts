/**
 * Text into HTML, so that no title of a scenario can become markup or script.
 * Everything the report prints passes through here.
 */

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for an element or a quoted attribute. */
export function escapedHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => entities[letter]!);
}

/** JSON for a script element: no `<` is left that could end it or open a comment. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/** Code for an inline script: the sequences that a parser of HTML looks for are broken up. */
export function inlineScript(code: string): string {
  return code.replace(/<(\/script|!--)/gi, '\\x3C$1');
}

/** A minus sign as it is set in type, for text that people read. */
export function typeset(text: string): string {
  return text.replace(/(^|[\s(])-(?=\d)/g, '$1−');
}

/** Prose whose numbers stay with their units when a line breaks. */
export function typesetProse(text: string): string {
  return typeset(text).replace(/(\d) (?=[^\s\d]{1,6}(\s|$|[,;.)]))/g, '$1\u00a0');
}

/** Columns of text; the first column names the rows. */
export interface PlainTable {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A plain table with its heads in scope, for readers of numbers and of screens. */
export function plainTable({ caption, head, rows }: PlainTable): string {
  const heads = head.map((text) => `<th scope="col">${escapedHtml(text)}</th>`).join('');
  const body = rows.map(([first, ...rest]) => {
    const cells = rest.map((text) => `<td>${escapedHtml(typeset(text))}</td>`).join('');
    return `<tr><th scope="row">${escapedHtml(first ?? '')}</th>${cells}</tr>`;
  });
  return (
    `<div class="scroll"><table class="plain"><caption>${escapedHtml(caption)}</caption>` +
    `<thead><tr>${heads}</tr></thead><tbody>${body.join('')}</tbody></table></div>`
  );
}
