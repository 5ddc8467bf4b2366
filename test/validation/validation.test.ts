import { describe, expect, it } from 'vitest';
import { loopState } from '../../src/study/validation/liquid-cooled-year.ts';
import { measureValidation, validationCases } from '../../src/study/validation/measure-validation.ts';
import { sources } from '../../src/study/validation/sources.ts';
import { validationGroups } from '../../src/study/validation/validation-case.ts';
import { inputs, referenceFolder } from './inputs.ts';

const { measured, leftOut } = measureValidation(inputs);
if (leftOut.length > 0) {
  console.warn(`COLDLOOP_REFERENCE is not set, not measured: ${leftOut.map(({ quantity }) => quantity).join('; ')}`);
}

describe('every published case', () => {
  it.each(measured.map((one) => [`${one.subject.group}: ${one.subject.quantity}`, one] as const))(
    '%s is within its tolerance',
    (_, { statistics, subject }) => {
      const said = `mean ${statistics.mean}, p90 ${statistics.p90}, max ${statistics.largest}, allowed ${subject.tolerance}`;
      expect(statistics.passes, said).toBe(true);
    },
  );
});

describe('the liquid-cooled year', () => {
  it('costs 0.04 of PUE more with the pump that its account leaves out', () => {
    const { countedPumps, loopPump } = loopState();
    // An independent calculation: 39 388 W of counted pumps and 23 783 W of the other, of 600 kW of IT.
    expect(Math.abs(countedPumps / 39_388.1 - 1)).toBeLessThan(5e-4);
    expect(Math.abs(loopPump / 23_783.3 - 1)).toBeLessThan(5e-4);
    expect(1 + (countedPumps + loopPump) / 600_000).toBeCloseTo(1.1053, 4);
  });

  it.skipIf(!referenceFolder)('tells the honest PUE beside its own', () => {
    const pue = measured.find(({ subject }) => subject.quantity === 'PUE as it counts it')!;
    expect(pue.samples[0]!.published).toBe(1.06585419);
    expect(pue.finding).toContain('PUE is 1.10548');
  });
});

describe('the cases', () => {
  it('are all measured or left out for want of the reference folder', () => {
    expect(measured.length + leftOut.length).toBe(validationCases.length);
    if (referenceFolder) expect(leftOut).toEqual([]);
    expect(measured.length).toBeGreaterThanOrEqual(113);
    expect(measured.flatMap(({ samples }) => samples).length).toBeGreaterThanOrEqual(4121);
  });

  it('drop no value of the tables: rows times columns', () => {
    const count = (quantity: string, group: string) =>
      measured.find(({ subject }) => subject.quantity === quantity && subject.group === group)!.samples.length;
    expect(count('saturation pressure', 'Moist air')).toBe(8);
    expect(count('density, water', 'Liquids')).toBe(21);
    expect(count('viscosity, glycol (a)', 'Liquids')).toBe(40);
    expect(count('latent heat', 'Boiling fluids')).toBe(46);
    expect(count('viscosity of the liquid', 'Boiling fluids')).toBe(12);
    expect(count('1 kW plate, 25 % glycol', 'Cold plates')).toBe(14);
    expect(count('Merkel tower through a day', 'Heat rejection')).toBe(7);
    expect(count('CDU: temperatures', 'Transients')).toBe(3 * 101);
    expect(count('tower, 15 pump starts', 'Transients')).toBe(2 * 101);
    expect(count('tower, pump running on', 'Transients')).toBe(2 * 49);
  });

  it('have a name that fits its line, once in its group, a reason and a source that is read', () => {
    const names = validationCases.map(({ group, quantity }) => `${group}: ${quantity}`);
    expect(new Set(names).size).toBe(names.length);
    for (const { quantity, because, tolerance } of validationCases) {
      expect(quantity.length, quantity).toBeLessThanOrEqual(28);
      expect(because.length, quantity).toBeGreaterThan(10);
      expect(tolerance, quantity).toBeGreaterThanOrEqual(0);
    }
    const used = new Set(validationCases.map(({ source }) => source));
    expect(Object.keys(sources).filter((key) => !used.has(key as keyof typeof sources))).toEqual([]);
    expect(new Set(validationCases.map(({ group }) => group))).toEqual(new Set(validationGroups));
  });
});
