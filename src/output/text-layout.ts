/**
 * Plain text for a terminal: words wrapped to a width, cells padded to
 * columns, and emphasis that is only spelled where it was asked for.
 */

/** Whether emphasis may be written as ANSI escapes. */
export type Emphasis = 'ansi' | 'plain';

const escapes = { bold: '1', faint: '2', red: '31' } as const;

/** The text in bold, faint or red, or as it is. */
export function emphasised(text: string, how: keyof typeof escapes, emphasis: Emphasis): string {
  return emphasis === 'ansi' && text.trim() !== '' ? `\u001b[${escapes[how]}m${text}\u001b[0m` : text;
}

/** Lines of at most `width` characters, broken at spaces and after hyphens of words; a longer word is cut. */
export function wrapped(text: string, width: number): string[] {
  const pieces = text.split(/(?<=\S-)|(?<= )/).flatMap((piece) => cut(piece, width));
  const lines = [''];
  for (const piece of pieces) {
    const last = lines.length - 1;
    if (`${lines[last]}${piece}`.trimEnd().length <= width) lines[last] += piece;
    else lines.push(piece);
  }
  return lines.map((line) => line.trim()).filter((line, index) => line !== '' || index === 0);
}

function cut(piece: string, width: number): string[] {
  if (piece.trimEnd().length <= width) return [piece];
  return [piece.slice(0, width), ...cut(piece.slice(width), width)];
}

/** The same with every line after the first indented. */
export function hanging(text: string, width: number, indent: number): string {
  const [first, ...rest] = wrapped(text, width - indent);
  return [first, ...rest.map((line) => ' '.repeat(indent) + line)].join('\n');
}

const nameWidth = 24;

/** A name and what it is, in two columns; a longer name has its first line for itself. */
export function columnLine(name: string, about: string, width: number): string {
  const indent = nameWidth + 3;
  const lines = wrapped(about, width - indent).map((line) => ' '.repeat(indent) + line);
  if (name.length > nameWidth) return [`  ${name}`, ...lines].join('\n');
  return [`  ${name.padEnd(nameWidth)} ${lines[0]!.slice(indent)}`, ...lines.slice(1)].join('\n');
}

/** Control characters of a title would steer the terminal; they are shown as a dot. */
export function printable(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are what is looked for
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, '·');
}
