/**
 * Records of the served page: their names at once, their texts when somebody
 * asks for them, from files beside the bundle. The core reads as from a disk,
 * at once, and so does a worker, which nobody waits for.
 */

import { files, titles } from 'virtual:record-files';
import type { Models } from './context.ts';

export { titles };

function textsIn(fileName: string): Readonly<Record<string, string>> {
  const request = new XMLHttpRequest();
  request.open('GET', new URL(`../${fileName}`, location.href), false);
  request.send();
  if (request.status !== 200) throw new Error(`${fileName} was not found beside the viewer (${request.status})`);
  return JSON.parse(request.responseText) as Readonly<Record<string, string>>;
}

function lazyTexts(): Models {
  const texts = {};
  for (const { fileName, names } of files) {
    let known: Readonly<Record<string, string>> | undefined;
    const get = (name: string) => (): string => (known ??= textsIn(fileName))[name]!;
    for (const name of names) Object.defineProperty(texts, name, { enumerable: true, get: get(name) });
  }
  return texts;
}

export const models: Models = lazyTexts();
