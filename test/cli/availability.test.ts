import { afterAll, describe, expect, it } from 'vitest';
import { coldloop, smallScenario, tooWide, workingFolder, writeScenario } from './built-command.ts';

const { folder, remove } = workingFolder();
afterAll(remove);
writeScenario(folder, 'plain.yaml', smallScenario);

describe('availability', () => {
  it('prints hours with their interval, and the same as JSON', async () => {
    const args = ['availability', 'plain.yaml', '--years', '3000', '--common-cause', '5 %', '--seed', '2'];
    const [text, json] = await Promise.all([coldloop(args, folder), coldloop([...args, '--json'], folder)]);
    expect(text).toMatchObject({ code: 0, error: '' });
    expect(text.out).toMatch(/Hours below capacity +\d[\d.]* h +± \d/);
    expect(tooWide(text.out)).toEqual([]);
    const document = JSON.parse(json.out);
    expect(document.drawn).toMatchObject({ seed: 2, years: 3000 });
    expect(document.components.every((one: { commonCause: object }) => 'unit' in one.commonCause)).toBe(true);
  });

  it('tells all that is wrong with its options at once', async () => {
    const args = ['availability', 'plain.yaml', '--seed', 'x', '--years', '5', '--half-width', '2 K'];
    const { code, error, out } = await coldloop([...args, '--common-cause', '200 %'], folder);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    for (const option of ['--seed', '--years', '--half-width', '--common-cause']) expect(error).toContain(option);
  });
});
