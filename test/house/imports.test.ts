/** The core imports in one direction and knows neither files nor clock nor screen. */

import { describe, expect, it } from 'vitest';
import { directionFaults, importRings, outsideWords, partOf } from './import-directions.ts';
import { sourceFile, sourceFiles } from './source-files.ts';

const files = sourceFiles('src');

describe('the order of imports', () => {
  it('is read from all of the code', () => {
    expect(files.length).toBeGreaterThan(150);
    expect(files.flatMap((file) => file.imports).length).toBeGreaterThan(500);
    expect(new Set(files.map((file) => partOf(file.path))).size).toBeGreaterThan(15);
    const statements = files.flatMap((file) => file.code.match(/^(import|export)\b.*\bfrom '/gm) ?? []);
    expect(files.flatMap((file) => file.imports).length).toBeGreaterThanOrEqual(statements.length);
  });

  it('goes one way', () => expect(files.flatMap(directionFaults)).toEqual([]));

  it('leads to files that are there', () => {
    const paths = new Set(files.map((file) => file.path));
    const lost = files.flatMap(({ path, imports }) =>
      imports.filter(({ file }) => file !== undefined && !paths.has(file)).map(({ written }) => `${path}: ${written}`),
    );
    expect(lost).toEqual([]);
  });

  it('has no rings', () => {
    expect(importRings(files)).toEqual([]);
    const ring = [
      sourceFile('src/study/a.ts', "import '../output/b.ts';"),
      sourceFile('src/output/b.ts', "import { c } from '../study/c.ts';"),
      sourceFile('src/study/c.ts', "export { a } from './a.ts';"),
    ];
    expect(importRings(ring)).toEqual(['src/study/a.ts → src/output/b.ts → src/study/c.ts → src/study/a.ts']);
  });

  it('says who may not stand on whom', () => {
    const faults = directionFaults(sourceFile('src/library/a.ts', "import { b } from '../machines/index.ts';"));
    expect(faults).toEqual(['src/library/a.ts imports src/machines/index.ts: machines stands above library']);
  });

  it.each([
    ['src/physics/a.ts', "import type { Plant } from '../plant/plant.ts';"],
    ['src/fluids/a.ts', "export * from '../physics/merkel.ts';"],
    ['src/solver/a.ts', "const { x } = await import('../metrics/metric.ts');"],
    ['src/machines/a.ts', "import { readFileSync } from 'node:fs';"],
    ['src/output/a.ts', "import {\n  a,\n  b,\n} from 'ndarray';"],
    ['src/metrics/a.ts', "import { parse } from 'mathjs';"],
    ['src/index.ts', "export { openModels } from './node.ts';"],
    ['src/elsewhere/a.ts', ''],
    ['src/units/a.ts', "import '../../test/house/imports.test.ts';"],
  ])('a violation in %s is told: %s', (path, text) => {
    expect(directionFaults(sourceFile(path, text))).toHaveLength(1);
  });

  it.each(["console.log('x');", 'const seed = Math.random();', 'const now = Date.now();', 'process.exit(1);'])(
    'the core does not say %s',
    (code) => {
      expect(outsideWords(sourceFile('src/plant/a.ts', code))).toHaveLength(1);
      expect(outsideWords(sourceFile('src/cli/a.ts', code))).toEqual([]);
    },
  );
});

describe('the core', () => {
  it('knows no files, clock, chance or screen', () => expect(files.flatMap(outsideWords)).toEqual([]));

  it('has no default exports, enums, or classes but errors', () => {
    const smells = files.flatMap(({ path, code }) =>
      (
        code.match(/^export default .*|^(?:export )?(?:const )?enum .*|^(?:export )?(?:abstract )?class .*/gm) ?? []
      ).flatMap((line) => (/class \w*Error\b|extends Error\b/.test(line) ? [] : [`${path}: ${line}`])),
    );
    expect(smells).toEqual([]);
  });

  it('has files that say what they are in their first lines', () => {
    const bare = files.filter(({ path, text }) => !path.endsWith('.d.ts') && !/^(#!.*\n)?\/\*\*/.test(text));
    expect(bare.map(({ path }) => path)).toEqual([]);
  });

  it('has no file named for nothing', () => {
    const vague = files.filter(({ path }) => /\/(utils?|helpers?|common|types|misc)(\.ts|\/)/.test(path));
    expect(vague.map(({ path }) => path)).toEqual([]);
  });
});

/** Files of more than 300 lines, each with the reason why it is one. */
const longFiles: Readonly<Record<string, string>> = {
  'src/audit/audit.ts': 'five balances whose terms are each other’s; apart they could not be read against one another',
  'src/physics/heat-exchange.ts': 'one law with its rating and its two inverses',
  'src/units/quantities.ts': 'one table, a row for each quantity',
};

describe('the length of files', () => {
  it('is at most 300 lines, or has a reason', () => {
    const long = files.filter(({ path }) => lines(path) > 300 && longFiles[path] === undefined);
    expect(long.map(({ path }) => `${path}: ${lines(path)} lines`)).toEqual([]);
  });

  it('has no reason for what is short', () => {
    const present = Object.keys(longFiles).filter((path) => files.some((file) => file.path === path));
    expect(present.filter((path) => lines(path) <= 300)).toEqual([]);
  });

  it('is at most 400 lines of tests, whose tables of cases are long', () => {
    const long = sourceFiles('test').filter(({ text }) => text.split('\n').length > 401);
    expect(long.map(({ path }) => path)).toEqual([]);
  });
});

function lines(path: string): number {
  return (files.find((file) => file.path === path)?.text.split('\n').length ?? 1) - 1;
}
