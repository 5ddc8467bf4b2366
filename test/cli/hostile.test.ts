import { spawn } from 'node:child_process';
import { closeSync, ftruncateSync, mkdirSync, openSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderName, writeFolder } from '../../src/cli/write-folder.ts';
import { coldloop, command, smallScenario, workingFolder, writeScenario } from './built-command.ts';

const { folder, remove } = workingFolder();
afterAll(remove);

beforeAll(() => {
  writeScenario(folder, 'small.yaml', smallScenario);
  mkdirSync(join(folder, 'folder.yaml'));
  writeFileSync(
    join(folder, 'binary.yaml'),
    Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256),
  );
  writeFileSync(join(folder, 'latin.yaml'), Buffer.from('title: caf\xe9\n', 'latin1'));
  const huge = openSync(join(folder, 'huge.yaml'), 'w');
  ftruncateSync(huge, 120_000_000);
  closeSync(huge);
  writeFileSync(join(folder, 'long.yaml'), `# ${'x'.repeat(3_000_000)}\n`);
  writeFileSync(join(folder, 'empty.yaml'), '');
});

describe('a file that is none', () => {
  const files = {
    'folder.yaml': 'found a folder',
    'missing.yaml': 'no such file',
    'binary.yaml': 'not a text file',
    'latin.yaml': 'not UTF-8',
    'huge.yaml': 'at most 100 MB',
    'long.yaml': 'too large',
    'empty.yaml': 'found nothing',
  };

  it('is refused in one line with exit 1 and no stack, and nothing is written', async () => {
    const before = readdirSync(folder).sort();
    const ends = await Promise.all(Object.keys(files).map((file) => coldloop(['run', file], folder)));
    for (const [i, [file, words]] of Object.entries(files).entries()) {
      const { code, out, error } = ends[i]!;
      expect({ file, code, out }).toEqual({ file, code: 1, out: '' });
      expect(error).toContain(words);
      expect(error).not.toMatch(/\n\s+at |node:internal/);
    }
    expect(readdirSync(folder).sort()).toEqual(before);
  });
});

describe('an output that cannot be', () => {
  it('is refused with exit 1', async () => {
    const places = ['small.yaml/below', '/proc/coldloop/x'];
    const ends = await Promise.all(places.map((place) => coldloop(['run', 'small.yaml', '--out', place], folder)));
    for (const { code, out, error } of ends) {
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(error).toMatch(/cannot (use|make)/);
      expect(error.trim().split('\n')).toHaveLength(1);
    }
  });

  it('never leads out of its folder, by name or by link', async () => {
    const inside = join(folder, 'inside');
    mkdirSync(inside);
    symlinkSync(folder, join(inside, 'link'));
    const file = (path: string) => [{ path, content: () => 'x' }];
    for (const path of ['../escaped', '/tmp/escaped-coldloop', 'link/escaped', 'a/../../escaped', '']) {
      await expect(writeFolder(inside, file(path))).rejects.toThrow(/outside/);
    }
    expect(readdirSync(folder)).not.toContain('escaped');
  });

  it('gets a name for its folder from any name of a scenario', () => {
    expect(['a', '../b', 'c/d', '.e', '...', 'ä ö', ''].map(folderName)).toEqual([
      'a',
      'b',
      'c-d',
      'e',
      'scenario',
      'ä-ö',
      'scenario',
    ]);
  });

  it('keeps what stood there when a later file fails', async () => {
    const place = join(folder, 'kept');
    await writeFolder(place, [{ path: 'one', content: () => 'first' }]);
    const failing = [
      { path: 'one', content: () => 'second' },
      {
        path: 'two',
        content: (): string => {
          throw new Error('no more');
        },
      },
    ];
    await expect(writeFolder(place, failing)).rejects.toThrow('no more');
    expect(readdirSync(place)).toEqual(['one']);
  });
});

describe('an interruption', () => {
  it('by a reader that has seen enough is no error', async () => {
    const child = spawn(process.execPath, [command, 'models'], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    const errors: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
    expect(Buffer.concat(errors).toString()).toBe('');
    expect(code).toBe(0);
  });

  it('by SIGINT while files are written leaves all of them or none', async () => {
    const place = join(folder, 'interrupted');
    const child = spawn(process.execPath, [command, 'run', 'small.yaml', '--out', place], {
      cwd: folder,
      stdio: 'ignore',
    });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    const look = () => {
      try {
        return readdirSync(place);
      } catch {
        return [];
      }
    };
    while (child.exitCode === null && !look().some((name) => name.endsWith('.part')))
      await new Promise((resolve) => setTimeout(resolve, 2));
    child.kill('SIGINT');
    const code = await ended;
    expect([0, 130]).toContain(code);
    expect(look().filter((name) => name.endsWith('.part'))).toEqual([]);
    expect([0, 4]).toContain(look().length);
  });
});
