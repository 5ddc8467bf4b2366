/** The viewer is type-checked with the page's own library, and knows the core by its public API alone. */

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../house/source-files.ts';

const web = join(projectFolder, 'web');
const files = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

describe('the code of the viewer', () => {
  it('has no fault of types', () => {
    const tsc = join(projectFolder, 'node_modules/typescript/bin/tsc');
    const said = execFileSync(process.execPath, [tsc, '--noEmit', '-p', join(web, 'tsconfig.json')], {
      encoding: 'utf8',
    });
    expect(said).toBe('');
  });

  it('imports the core through src/index.ts and no package but yaml and the parser', () => {
    expect(files.length).toBeGreaterThan(30);
    for (const name of files) {
      const imported = [...readFileSync(join(web, name), 'utf8').matchAll(/from '([^']+)'/g)].map(([, path]) => path!);
      for (const path of imported.filter((one) => one.includes('/src/')))
        expect(path, name).toMatch(/^(\.\.\/)+src\/(index|output\/read-columns)\.ts$/);
      const allowed = name.endsWith('vite.config.ts')
        ? ['vite', 'node:crypto', 'node:fs', 'node:path']
        : ['yaml', 'mathjs/number', 'virtual:models', 'virtual:scenarios', 'virtual:record-files'];
      for (const path of imported.filter((one) => !one.startsWith('.')))
        expect(allowed, `${name}: ${path}`).toContain(path);
    }
  });

  it('puts texts into the page as text, never as markup', () => {
    for (const name of files)
      expect(readFileSync(join(web, name), 'utf8'), name).not.toMatch(
        /innerHTML|outerHTML|insertAdjacentHTML|document\.write/,
      );
  });
});
