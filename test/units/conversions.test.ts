import math from 'mathjs/lib/browser/math.js';
import { describe, expect, test } from 'vitest';
import { type Quantity, quantities, readQuantity } from '../../src/units.ts';
import { units } from '../../src/units/definitions.ts';
import { printedFactors } from '../published/nist-sp811.ts';

const valueOf = (text: string, quantity: Quantity): number => {
  const read = readQuantity(text, quantity);
  if ('fault' in read) throw new Error(read.fault);
  return read.value;
};

describe('conversions', () => {
  test.each(printedFactors)('1 $unit is $factor in SI, as NIST SP 811 prints', ({ unit, quantity, factor, exact }) => {
    const value = valueOf(`1 ${unit}`, quantity);
    const leadingDigit = 10 ** Math.floor(Math.log10(factor));
    expect(Math.abs(value - factor)).toBeLessThanOrEqual(exact ? 1e-15 * factor : 5.0001e-7 * leadingDigit);
  });

  test('temperatures agree with the fixed points of NIST SP 811: T = t + 273.15, t = (t_F − 32) / 1.8', () => {
    expect(valueOf('0 degC', 'temperature')).toBe(273.15);
    expect(valueOf('32 degF', 'temperature')).toBeCloseTo(273.15, 12);
    expect(valueOf('212 °F', 'temperature')).toBeCloseTo(373.15, 12);
    expect(valueOf('-40 °F', 'temperature')).toBeCloseTo(valueOf('-40 °C', 'temperature'), 12);
    expect(valueOf('-459.67 °F', 'temperature')).toBeCloseTo(0, 12);
    expect(valueOf('300 K', 'temperature')).toBe(300);
  });

  test('mathjs, as an independent witness, has the same factor for every unit both know', () => {
    // mathjs's year has 365.25 days, and its mmHg is rounded to 133.322 Pa.
    const apart = new Set(['year', 'years', 'mmHg']);
    let compared = 0;
    for (const [name, { factor, mark }] of units) {
      if (mark === 'point' || apart.has(name) || !math.Unit.isValuelessUnit(name)) continue;
      const witness = math.unit(1, name).toSI().toNumeric() as number;
      compared++;
      expect(Math.abs(witness / factor - 1), `${name}: ${witness} against ${factor}`).toBeLessThan(2e-8);
    }
    expect(compared).toBeGreaterThan(100);
  });

  test('the units shown for every quantity have the factor the reader gives them', () => {
    for (const [name, { si, ip }] of Object.entries(quantities)) {
      for (const { unit, scale, zero } of [si, ip]) {
        for (const shown of [1, 250]) {
          const value = valueOf(`${shown} ${unit}`, name as Quantity);
          expect(Math.abs(value / (shown * scale + zero) - 1), `${name} ${unit}`).toBeLessThan(1e-14);
        }
      }
    }
  });

  test('the SI unit of every quantity has the factor 1 exactly, and all units named in faults are read', () => {
    for (const [name, { unit, also }] of Object.entries(quantities)) {
      expect(valueOf(`1 ${unit}`, name as Quantity), name).toBe(1);
      for (const other of also)
        expect(readQuantity(`300 ${other}`, name as Quantity), `${name} ${other}`).toHaveProperty('value');
    }
  });
});
