import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { coldloop, smallScenario, tooWide, workingFolder, writeScenario } from './built-command.ts';

const { folder, remove } = workingFolder();
afterAll(remove);

writeScenario(folder, 'plain.yaml', smallScenario);
writeScenario(
  folder,
  'with-event.yaml',
  `${smallScenario}transient:\n  duration: 6 min\n  events:\n    cdus-out: { at: 1 min, for: 90 s, trip: cdu }\n`,
);

describe('ridethrough', () => {
  it('takes the one event of the scenario, prints within 80 columns and writes its files', async () => {
    const args = ['ridethrough', 'with-event.yaml', '--circuit', 'technology', '--limit', 'throttle', '--out', 'found'];
    const { code, out, error } = await coldloop(args, folder);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(out).toMatch(/Failure: cdus-out/);
    expect(out).toMatch(/technology must hold \d+\.\d m³ mixed/);
    expect(tooWide(out)).toEqual([]);
    expect(readFileSync(join(folder, 'found/volume.csv'), 'utf8')).toMatch(/^volume \[m³\],throttle after \[s\]/);
    const page = readFileSync(join(folder, 'found/ridethrough.html'), 'utf8');
    expect(page).toMatch(/<svg [^>]*role="img"/);
    expect(page).not.toMatch(/<script|NaN/);
    expect(existsSync(join(folder, 'found/ridethrough.json'))).toBe(true);
  });

  it('--json prints one document; --strict ends with 3 when the plant as it stands breaks a limit', async () => {
    const args = ['ridethrough', 'plain.yaml', '--failure', 'trip cdu 9 for 5 min', '--solve', 'redundancy', '--json'];
    const [loose, strict] = await Promise.all([coldloop(args, folder), coldloop([...args, '--strict'], folder)]);
    expect([loose.code, strict.code]).toEqual([0, 3]);
    expect(JSON.parse(loose.out)).toMatchObject({
      asItStands: { throttle: { holds: false, timeToLimit: { unit: 's' } } },
      volume: null,
      redundancy: { of: 'cdu', outOfOrder: 9 },
    });
  });

  it('tells all faults of what was asked at once, with exit code 1', async () => {
    const { code, error, out } = await coldloop(
      ['ridethrough', 'plain.yaml', '-f', 'trip cdx for 3 mi', '-f', 'loose utility'],
      folder,
    );
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(error).toMatch(/--failure for: "3 mi" cannot be read/);
    expect(error).toMatch(/--failure trip: found "cdx"/);
    expect(error).toMatch(/3 faults/);
  });

  it.each([
    [['ridethrough', 'plain.yaml'], /--failure is missing/],
    [['ridethrough', 'plain.yaml', '-f', 'trip cdu', '--circuit', 'hall'], /--circuit: found "hall"/],
    [['ridethrough', 'plain.yaml', '-f', 'trip cdu', '--solve', 'everything'], /Allowed choices are volume/],
  ])('%j is refused with exit code 1', async (args, said) => {
    const { code, error } = await coldloop(args, folder);
    expect(code).toBe(1);
    expect(error).toMatch(said);
  });
});
