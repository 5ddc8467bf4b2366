import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

function coldloop(...args: string[]) {
  const { COLDLOOP_REFERENCE: _, ...env } = process.env;
  const run = ['--import', 'tsx', join(root, 'src/cli/main.ts'), ...args];
  return spawnSync(process.execPath, run, { cwd: root, encoding: 'utf8', env, maxBuffer: 16e6 });
}

it('coldloop validate --json prints one document and ends with 0 where all is within its tolerance', () => {
  const { stdout, stderr, status } = coldloop('validate', '--json');
  const document = JSON.parse(stdout) as { passes: boolean; cases: unknown[] };
  expect(stderr).toBe('');
  expect(document.passes).toBe(true);
  expect(document.cases.length).toBeGreaterThan(90);
  expect(status).toBe(0);
});

it('coldloop validate --out writes the page and says where', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'coldloop-validate-')), 'page.html');
  const { stdout, status } = coldloop('validate', '--out', file);
  expect(status).toBe(0);
  expect(stdout).toContain(`Page: ${file}`);
  expect(existsSync(file)).toBe(true);
  expect(readFileSync(file, 'utf8')).toContain('coldloop against published cases');
});
