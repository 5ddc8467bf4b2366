/**
 * Rows of a run to disk as they come, under a name that says they are not all
 * there yet. What is told to be on the disk is on the disk, so that a run can
 * be taken up there again after the power went.
 */

import { closeSync, fsyncSync, ftruncateSync, openSync, readSync } from 'node:fs';
import { writeWhole } from './write-whole.ts';

export interface RowFile {
  write(text: string): void;
  /** Brings all that was written to the disk; returns the length of the file [bytes]. */
  settle(): number;
  close(): void;
}

/** Text is given to the system in pieces of about this [letters]. */
const piece = 1 << 16;

/** A file from its beginning, or from where it was cut back to. */
export function openRowFile(path: string, from: number): RowFile {
  const file = openSync(path, from === 0 ? 'w' : 'r+');
  ftruncateSync(file, from);
  let length = from;
  let waiting = '';

  function flush(): void {
    length = writeWhole({ file, path }, waiting, length);
    waiting = '';
  }

  return {
    write(text) {
      waiting += text;
      if (waiting.length >= piece) flush();
    },
    settle() {
      flush();
      fsyncSync(file);
      return length;
    },
    close: () => closeSync(file),
  };
}

/** The lines of a file up to a length, one by one, without their ends. */
export function* linesOf(path: string, length: number): Generator<string> {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(piece);
    let rest = '';
    for (let at = 0; at < length;) {
      const got = readSync(file, buffer, 0, Math.min(piece, length - at), at);
      if (got === 0) return;
      at += got;
      const lines = `${rest}${buffer.toString('latin1', 0, got)}`.split('\r\n');
      rest = lines.pop()!;
      yield* lines;
    }
  } finally {
    closeSync(file);
  }
}
