/**
 * Runs the built command as a user would, in a folder of its own.
 */

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));
export const command = join(projectFolder, 'dist/cli/main.js');

if (!existsSync(command))
  throw new Error('dist/ is missing: these tests run the built command; npm run build makes it');

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** Standard input is closed and neither output is a terminal. */
export function coldloop(args: readonly string[], folder: string, environment: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [command, ...args], {
      cwd: folder,
      env: { ...process.env, COLDLOOP_DEBUG: '', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks = { out: [] as Buffer[], error: [] as Buffer[] };
    child.stdout.on('data', (chunk: Buffer) => chunks.out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.error.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({
        code,
        out: Buffer.concat(chunks.out).toString('utf8'),
        error: Buffer.concat(chunks.error).toString('utf8'),
      });
    });
  });
}

/** A fresh folder, and how to take it away again. */
export function workingFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'coldloop-cli-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Cold plates and dry coolers in Ashburn; the shortest scenario there is. */
export const smallScenario = `title: Cold plates in Ashburn
system: systems/cold-plate-dry
site:
  weather: climates/ashburn
  electricityPrice: 0.075 USD/kWh
  waterPrice: 2.5 USD/m³
  carbonIntensity: 0.286 kg/kWh
  tokenRate: 1500 token/s
`;

export function writeScenario(folder: string, name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

/** Lines longer than a terminal, as people count letters. */
export function tooWide(text: string, width = 80): readonly string[] {
  return text.split('\n').filter((line) => [...line].length > width);
}
