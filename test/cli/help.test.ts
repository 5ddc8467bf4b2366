import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { coldloop, projectFolder, workingFolder } from './built-command.ts';

const { folder, remove } = workingFolder();
afterAll(remove);

describe('help', () => {
  const commands = [
    'run',
    'compare',
    'check',
    'explain',
    'models',
    'view',
    'evaluate',
    'schema',
    'weather',
    'weather inspect',
    'weather list',
    'weather fetch',
  ];

  it('of every command shows an example and ends with 0', async () => {
    const helps = await Promise.all(
      ['', ...commands].map((name) => coldloop([...name.split(' ').filter(Boolean), '--help'], folder)),
    );
    for (const [i, { code, out, error }] of helps.entries()) {
      expect(out, commands[i - 1]).toMatch(/Example:\n {2}\$ coldloop /);
      expect({ code, error }).toEqual({ code: 0, error: '' });
    }
  });

  it('is what the bare command prints', async () => {
    const { code, out } = await coldloop([], folder);
    expect(out).toContain('compare [options] <files...>');
    expect(code).toBe(0);
  });

  it('has the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as { version: string };
    expect(await coldloop(['--version'], folder)).toEqual({ code: 0, out: `${version}\n`, error: '' });
  });
});

describe('a slip of the pen', () => {
  it('gets a suggestion and exit 1', async () => {
    const [word, option, choice] = await Promise.all([
      coldloop(['comapre', 'x.yaml'], folder),
      coldloop(['run', 'x.yaml', '--outt', 'y'], folder),
      coldloop(['run', 'x.yaml', '--units', 'metric'], folder),
    ]);
    expect(word.error).toContain("unknown command 'comapre'");
    expect(word.error).toContain('Did you mean compare?');
    expect(option.error).toContain('Did you mean --out?');
    expect(choice.error).toContain('Allowed choices are si, ip');
    expect([word.code, option.code, choice.code]).toEqual([1, 1, 1]);
  });

  it('is JSON where JSON was asked for', async () => {
    const { code, out, error } = await coldloop(['run', '--json'], folder);
    expect(JSON.parse(out)).toMatchObject({ error: { tag: 'usage', exitCode: 1 } });
    expect({ code, error }).toEqual({ code: 1, error: '' });
  });
});
