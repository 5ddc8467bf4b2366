/** The records of the library as the viewer's worker has them: texts by their ids. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../house/source-files.ts';

const files = readdirSync(join(projectFolder, 'models'), { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.yaml'),
);

export const libraryTexts: Readonly<Record<string, string>> = Object.fromEntries(
  files.map((name) => [name.slice(0, -'.yaml'.length), readFileSync(join(projectFolder, 'models', name), 'utf8')]),
);
