/**
 * All bytes into an open file, or an error that names it. A disk that gets
 * full takes a part of what it is given and says so only when it is given more.
 */

import { writeSync } from 'node:fs';

/** An open file with the path that it was opened by. */
export interface OpenFile {
  readonly file: number;
  readonly path: string;
}

/** @param from where in the file the text begins [bytes] @returns where it ends */
export function writeWhole({ file, path }: OpenFile, text: string, from: number): number {
  const bytes = Buffer.from(text, 'utf8');
  try {
    for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done, bytes.length - done, from + done);
  } catch (error) {
    throw Object.assign(error as NodeJS.ErrnoException, { path });
  }
  return from + bytes.length;
}
