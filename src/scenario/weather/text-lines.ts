/**
 * Walks through the lines of a text without cutting it up: CRLF, LF or CR
 * ends, a byte-order mark skipped, binary content refused. Used by every
 * reader of weather files and load traces.
 */

import type { SeriesFaults } from './series-faults.ts';

export interface TextLines {
  /** Moves to the next line; false after the last. */
  next(): boolean;
  /** 1-based number of the line stood on. */
  number(): number;
  /** Offset of its first character. */
  start(): number;
  /** Offset behind its last character, line end excluded. */
  end(): number;
  isBlank(): boolean;
  /** Whether its first character that is not blank is a digit. */
  startsWithDigit(): boolean;
}

/** Characters looked at to tell a text from something else. */
const probe = 4096;
const lineFeed = 10;
const carriageReturn = 13;

/** Adds a fault and walks nowhere when the content is not a text. */
export function textLines(text: string, faults: SeriesFaults): TextLines {
  const binary = isBinary(text);
  if (binary) faults.add({ path: '', message: 'found binary content; wanted a text file' });
  const length = binary ? 0 : text.length;
  let following = !binary && text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let start = following;
  let end = following;
  let number = 0;

  const firstVisible = (): number => {
    for (let i = start; i < end; i++) if (text.charCodeAt(i) > 32) return i;
    return -1;
  };
  return {
    next() {
      if (following >= length) return false;
      start = following;
      end = start;
      while (end < length && text.charCodeAt(end) !== lineFeed && text.charCodeAt(end) !== carriageReturn) end++;
      const crlf = text.charCodeAt(end) === carriageReturn && text.charCodeAt(end + 1) === lineFeed;
      following = end + (crlf ? 2 : 1);
      number += 1;
      return true;
    },
    number: () => number,
    start: () => start,
    end: () => end,
    isBlank: () => firstVisible() < 0,
    startsWithDigit() {
      const code = text.charCodeAt(firstVisible());
      return code >= 48 && code <= 57;
    },
  };
}

/** NULs, or a share of undecodable or control characters that no text has. */
function isBinary(text: string): boolean {
  if (text.includes('\0')) return true;
  const length = Math.min(probe, text.length);
  let odd = 0;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd || (code < 32 && code !== 9 && code !== lineFeed && code !== carriageReturn)) odd += 1;
  }
  return odd > length / 20;
}

/** Text of a file: UTF-8, else Latin-1, as weather files come in both. */
export function decodedText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
