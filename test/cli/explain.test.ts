/**
 * An explained hour must hold when it is multiplied out by hand from what is
 * printed: every port of every circuit of one tower and one dry system of each
 * technology, and the odd plant.
 */

import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openScenarioFile, prepare } from '../../src/node.ts';
import { explainedHour } from '../../src/output/explained-hour.ts';
import { solveHour } from '../../src/study/hour-run.ts';
import { runScenario } from '../../src/study/scenario-run.ts';
import { coldloop, projectFolder, tooWide, workingFolder } from './built-command.ts';

const { folder, remove } = workingFolder();
afterAll(remove);

const shipped = join(projectFolder, 'scenarios/air-versus-liquid.yaml');
const odd = join(projectFolder, 'scenarios/odd-plant.yaml');

describe('explain', () => {
  it('prints the hour of a moment as the hour of its number, no wider than a terminal', async () => {
    const args = ['explain', shipped, '--variant', 'cold-plate-dry'];
    const [byMoment, byNumber, ip] = await Promise.all([
      coldloop([...args, '--at', '2026-07-14T15'], folder),
      coldloop([...args, '--hour', '4672'], folder),
      coldloop([...args, '--hour', '4672', '--units', 'ip'], folder),
    ]);
    expect(byMoment).toEqual(byNumber);
    expect(byMoment).toMatchObject({ code: 0, error: '' });
    expect(byMoment.out).toContain('Jul 14, 15:00–16:00 (hour 4672), local standard time');
    expect(byMoment.out).toMatch(/junction +\d+\.\d{3} °C {2}\+ \d+\.\d{3} K += \d+\.\d+ W x 0\.\d+ K\/W/);
    for (const text of [byMoment.out, ip.out]) expect(tooWide(text)).toEqual([]);
    expect(ip.out).toContain('°F');
    expect(ip.out).not.toContain('°C');
  });

  it('gives one JSON document', async () => {
    const { code, out, error } = await coldloop(['explain', odd, '--hour', '5000', '--json'], folder);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    const document = JSON.parse(out) as { hour: number; circuits: { name: string; ports: object[] }[]; at: string };
    expect(document).toMatchObject({ hour: 5000, at: '07-28T07:00' });
    expect(document.circuits.find(({ name }) => name === 'technology')!.ports.length).toBeGreaterThan(1);
  });

  it('asks for an hour that there is', async () => {
    const ends = await Promise.all(
      [
        ['--hour', '8761'],
        ['--hour', '1.5'],
        ['--at', '2026-02-29T10'],
        ['--at', 'noon'],
        ['--hour', '3', '--at', '01-01T02'],
        [],
      ].map((when) => coldloop(['explain', odd, ...when], folder)),
    );
    for (const { code, out, error } of ends) {
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(error).toMatch(/wanted|not both|which hour/);
    }
  });
});

describe('an explained hour', () => {
  const opened = openScenarioFile(shipped);
  const names = ['air-tower', 'rear-door-dry', 'cold-plate-tower', 'immersion-dry', 'two-phase-tower'];
  const cases = [
    ...names.map((name) => ({
      name,
      ...opened,
      scenario: opened.scenarios.find((scenario) => scenario.name === name)!,
    })),
    ...[openScenarioFile(odd)].map((one) => ({ name: 'odd plant', ...one, scenario: one.scenarios[0]! })),
  ];

  it.each(cases)('of $name adds up by hand', ({ scenario, folder: from, library }) => {
    const hour = explainedHour(solveHour(prepare(scenario, from, library), 4672));
    for (const circuit of hour.circuits) {
      const specificHeat = circuit.readings.find(({ key }) => key === 'specificHeat')?.value;
      const mover = circuit.readings.find(({ key }) => key === 'moverHeat')?.value ?? 0;
      let net = mover - (circuit.readings.find(({ key }) => key === 'vapourLoss')?.value ?? 0);
      let throughput = mover;
      for (const { role, flow, inlet, outlet, heat } of circuit.ports) {
        net += role === 'load' ? heat : -heat;
        throughput += heat;
        // The mean c_p of a circuit is that of its own headers; a port between others differs by a few per mille.
        const multiplied = (role === 'load' ? outlet - inlet : inlet - outlet) * flow * (specificHeat ?? Number.NaN);
        if (specificHeat !== undefined) expect(Math.abs(multiplied - heat)).toBeLessThanOrEqual(0.005 * heat + 1);
      }
      expect(Math.abs(net)).toBeLessThanOrEqual(1e-8 * throughput + 1e-3);
    }
    const power = Object.fromEntries(hour.power.map(({ key, value }) => [key, value]));
    const drawn =
      power.itInput! +
      power.buswayLoss! +
      power.pduLoss! +
      power.upsOther! +
      power.upsLoss! +
      power.mechanical! +
      power.transformerLoss!;
    expect(drawn / power.utility!).toBeCloseTo(1, 12);
    for (const { worst } of hour.balances) expect(worst).toBeLessThan(1e-9);
    for (const { steps } of hour.chips) {
      for (let i = 1; i < steps.length; i++)
        expect(steps[i]!.temperature - steps[i - 1]!.temperature).toBeCloseTo(steps[i]!.rise, 12);
      expect(steps[0]!.name).toMatch(/^outdoor/);
      expect(steps.at(-1)!.name).toBe('junction');
    }
  });

  it('is the same hour that the year has, with what storage carries into it', () => {
    const { scenario, folder: from, library } = cases.at(-1)!;
    const prepared = prepare(scenario, from, library);
    const { run } = runScenario(prepared);
    const { plant } = solveHour(prepared, 4672);
    for (const [k, { index, name }] of plant.slots.entries()) {
      if (name !== 'solver.passes') expect(plant.s[index], name).toBe(run.columns[k]!.values[4671]);
    }
  });
});
