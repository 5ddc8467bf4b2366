import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { projectFolder } from './built-command.ts';

describe('the public API', () => {
  it('bundles for a browser without a module of Node, without ndarray, without code from text', async () => {
    const { metafile, outputFiles } = await build({
      entryPoints: [join(projectFolder, 'src/index.ts')],
      bundle: true,
      write: false,
      metafile: true,
      minify: true,
      format: 'esm',
      platform: 'browser',
      logLevel: 'silent',
    });
    const inputs = Object.keys(metafile.inputs);
    expect(
      inputs.filter((path) => path.includes('src/cli/') || path.endsWith('src/node.ts') || path.includes('ndarray')),
    ).toEqual([]);
    const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
    expect(imports).toEqual([]);
    const [code] = outputFiles;
    expect(code!.text).not.toMatch(/\bnew Function\(/);
  });
});
