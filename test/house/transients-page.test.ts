/** The example of docs/transients.md: its scenario runs, and its hand calculation is what the page says. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readScenario } from '../../src/scenario/read-scenario.ts';
import { openModels } from '../../src/node.ts';
import { runTransient } from '../../src/study/transient-run.ts';
import { preparedOf } from '../laws/plants.ts';
import { projectFolder } from './source-files.ts';

const page = readFileSync(join(projectFolder, 'docs/transients.md'), 'utf8');
const number = (pattern: RegExp): number => Number(pattern.exec(page)![1]!.replaceAll(',', ''));

describe('docs/transients.md', () => {
  const text = /```yaml\n(.*?)```/s.exec(page)![1]!;
  const outcome = runTransient(
    preparedOf(readScenario(text, 'pumps-stop.yaml', openModels('scenarios'))),
    () => undefined,
  );
  const loop = outcome.holdings.circuits.find(({ circuit }) => circuit === 'technology')!;
  const [group] = outcome.groups;

  it('reckons by hand with the masses and heats that the run reckons with', () => {
    const mass = number(/ = ([\d,]+) kg, /);
    const specificHeat = number(/c = ([\d.]+) kJ/);
    expect(Math.abs(mass / (loop.supplyMass + loop.returnMass) - 1)).toBeLessThan(1e-3);
    expect(Math.abs((1000 * specificHeat) / loop.specificHeat - 1)).toBeLessThan(1e-3);
    expect(Math.abs(number(/m c = ([\d,]+) kJ/) / (mass * specificHeat) - 1)).toBeLessThan(1e-3);
    expect(Math.abs((1000 * number(/P = ([\d,]+) kW/)) / loop.heat - 1)).toBeLessThan(1e-3);
    expect(90 - 76.6).toBeCloseTo(number(/= ([\d.]+) K$/m), 9);
    expect(number(/ΔT \/ P = (\d+) s/)).toBeCloseTo(
      (number(/m c = ([\d,]+) kJ/) * 13.4) / number(/P = ([\d,]+) kW/),
      0,
    );
  });

  it('and comes within a tenth of what the run says, which is what the page says', () => {
    const simulated = group!.firstThrottle - 60;
    const byHand = number(/ΔT \/ P = (\d+) s/);
    expect(Math.abs(simulated / byHand - 1)).toBeLessThan(0.1);
    expect(Math.abs(simulated - number(/coldloop says (\d+) s/))).toBeLessThan(1);
    expect(group!.cause!.owner).toBe('facility');
  });
});
