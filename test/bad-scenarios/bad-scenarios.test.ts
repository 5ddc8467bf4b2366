/**
 * Every file of this folder is a scenario with something wrong. Its own first
 * lines, `# expect: …`, give the words of each fault, the folder's name left
 * out; a file that cannot hold a comment has them beside it in `<name>.expect`.
 * `{…}` stands for a list that grows with the library.
 */

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { faultsOf } from './faults-of.ts';

const folder = relative(process.cwd(), dirname(fileURLToPath(import.meta.url)));
const names = readdirSync(folder);
const files = names.filter((name) => name.endsWith('.yaml')).toSorted();

/** The faults that a file says it has. */
function expectedFaults(file: string): readonly string[] {
  const beside = file.replace(/yaml$/, 'expect');
  const text = readFileSync(join(folder, names.includes(beside) ? beside : file), 'latin1');
  return [...Buffer.from(text, 'latin1').toString('utf8').matchAll(/^# expect: (.*)$/gm)].map((match) => match[1]!);
}

const anything = '{…}';

function pattern(text: string): unknown {
  const literal = text.split(anything).map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return expect.stringMatching(new RegExp(`^${literal.join('.+')}$`));
}

function foundFaults(file: string): readonly string[] {
  return faultsOf(join(folder, file)).map((text) => text.replaceAll(`${folder}/`, ''));
}

describe('a bad scenario says where, what was found and what was wanted', () => {
  it('stands in many files', () => expect(files.length).toBeGreaterThan(100));

  it.each(files)('%s', (file) => {
    const expected = expectedFaults(file);
    expect(expected.length, 'the file gives the words of its faults').toBeGreaterThan(0);
    expect(foundFaults(file)).toEqual(expected.map((text) => (text.includes(anything) ? pattern(text) : text)));
  });

  it('no fault shows a stack, a number without end or a path of this machine', () => {
    for (const text of files.flatMap((file) => expectedFaults(file))) {
      expect(text).not.toMatch(/\bat .*\.ts:|undefined|NaN\b(?! kW)|\[object|\d\.\d{10}/);
      expect(text).not.toContain(process.cwd());
      expect(text.length).toBeLessThan(300);
    }
  });
});

describe('texts too large to keep in a file', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'coldloop-'));
  afterAll(() => rmSync(scratch, { recursive: true }));
  const faultsOfText = (text: string): readonly string[] => {
    const file = join(scratch, 'large.yaml');
    writeFileSync(file, text);
    return faultsOf(file).map((fault) => fault.replaceAll(`${scratch}/`, ''));
  };
  const tooDeep = /^large\.yaml\S* ?\S*: nested too deeply; at most 40 levels are read$/;

  it('three megabytes', () => {
    const text = 'notes:\n' + '  - a line of a very long text, again and again\n'.repeat(63_000);
    expect(faultsOfText(text)).toEqual([
      'large.yaml: too large: 3.0 MB; at most 2 MB are read, large tables belong into CSV files',
    ]);
  });

  it.each([50, 1000, 500_000])('%i brackets', (depth) => {
    const faults = faultsOfText(`title: ${'['.repeat(depth)}${']'.repeat(depth)}\n`);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(tooDeep);
  });

  it('a thousand maps in maps', () => {
    const text = Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('');
    const faults = faultsOfText(text);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(tooDeep);
  });

  it('a file that is not there, and a folder', () => {
    expect(faultsOf(join(scratch, 'nowhere.yaml'))).toHaveLength(1);
    expect(faultsOf(scratch)).toHaveLength(1);
  });

  it('twenty thousand unknown names are told in seconds', () => {
    const faults = faultsOfText(Array.from({ length: 20_000 }, (_, i) => `name-${i}: 1\n`).join(''));
    expect(faults.length).toBeGreaterThan(20_000);
  });
});
