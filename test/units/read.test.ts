import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  exactQuantity,
  formatQuantity,
  jsonQuantity,
  type Quantity,
  quantities,
  readQuantity,
  unitSystems,
} from '../../src/units.ts';

const allQuantities = Object.keys(quantities) as Quantity[];

describe('texts that are read', () => {
  test.each<[string | number, Quantity, number]>([
    ['600 L/min', 'volume flow', 0.01],
    ['600 lpm', 'volume flow', 0.01],
    ['36 m3/h', 'volume flow', 0.01],
    ['36 m³/h', 'volume flow', 0.01],
    ['1.0 L/min/kW', 'volume flow per heat', 1e-3 / 60 / 1000],
    ['42 degC', 'temperature', 315.15],
    ['42 °C', 'temperature', 315.15],
    ['42°C', 'temperature', 315.15],
    ['42 ℃', 'temperature', 315.15],
    ['-5 °C', 'temperature', 268.15],
    ['−5 °C', 'temperature', 268.15],
    ['+5 degC', 'temperature', 278.15],
    ['5 K', 'temperature difference', 5],
    ['5 deltaC', 'temperature difference', 5],
    ['9 deltaF', 'temperature difference', 5],
    ['9 Δ°F', 'temperature difference', 5],
    ['250 kPa', 'pressure', 250_000],
    ['2.5e2 kPa', 'pressure', 250_000],
    ['.25 MPa', 'pressure', 250_000],
    ['0.12 USD/kWh', 'electricity price', 0.12 / 3.6e6],
    ['0.12 $/kWh', 'electricity price', 0.12 / 3.6e6],
    ['286 gCO2/kWh', 'carbon intensity', 0.286 / 3.6e6],
    ['5 %', 'fraction', 0.05],
    ['5%', 'fraction', 0.05],
    ['0.05', 'fraction', 0.05],
    [0.05, 'fraction', 0.05],
    ['400 ppm', 'fraction', 4e-4],
    ['8 g/kg', 'humidity ratio', 0.008],
    ['0.4 W/(m^2 K)', 'heat transfer coefficient', 0.4],
    ['0.4 W/m²/K', 'heat transfer coefficient', 0.4],
    ['0.4 W·m⁻²·K⁻¹', 'heat transfer coefficient', 0.4],
    ['0.4 W m^-2 K^-1', 'heat transfer coefficient', 0.4],
    ['0.4 W/(m² °C)', 'heat transfer coefficient', 0.4],
    ['0.05 °C/W', 'thermal resistance', 0.05],
    ['12 K·cm²/W', 'specific thermal resistance', 0.0012],
    ['0.004 1/K', 'per-temperature coefficient', 0.004],
    ['0.4 %/K', 'per-temperature coefficient', 0.004],
    ['0.4 %/°C', 'per-temperature coefficient', 0.004],
    ['39.04°', 'latitude', (39.04 * Math.PI) / 180],
    ['-77.5 deg', 'longitude', (-77.5 * Math.PI) / 180],
    ['2900 rpm', 'rotational speed', 2900 / 60],
    ['25 µm', 'length', 25e-6],
    ['12 in', 'length', 0.3048],
    ['250 tokens/s', 'token rate', 250],
    ['0.4 kWh/Mtoken', 'energy per token', 1.44],
    ['-5 h', 'time', -18_000],
    ['1.087 1', 'dimensionless', 1.087],
    ['  600   L/min ', 'volume flow', 0.01],
    ['600\u00a0L/min', 'volume flow', 0.01],
  ])('%s is a %s of %d', (text, quantity, value) => {
    const read = readQuantity(text, quantity);
    if ('fault' in read) throw new Error(read.fault);
    expect(Math.abs(read.value - value)).toBeLessThanOrEqual(2e-15 * Math.abs(value));
  });

  test.each<[string, Quantity, number]>([
    ['2 * 1.35 MW', 'power', 2.7e6],
    ['720 / 8', 'dimensionless', 90],
    ['720 / 8 kW', 'power', 90_000],
    ['5 kW + 300 W', 'power', 5300],
    ['5 kW - 3 kW', 'power', 2000],
    ['(40 + 3) degC', 'temperature', 316.15],
    ['-(2 + 3) degC', 'temperature', 268.15],
    ['(1 + 2) * (3 kW)', 'power', 9000],
    ['2^10 W', 'power', 1024],
    ['90 kW / 2', 'power', 45_000],
    ['600 L / 2 min', 'volume flow', 0.005],
    ['1 kW / (20 K)', 'conductance', 50],
    ['5 % * 3 kW', 'power', 150],
    ['4^0.5 kW', 'power', 2000],
    ['100 % - 3 %', 'fraction', 0.97],
  ])('arithmetic: %s is a %s of %d', (text, quantity, value) => {
    const read = readQuantity(text, quantity);
    if ('fault' in read) throw new Error(read.fault);
    expect(read.value).toBeCloseTo(value, 9);
  });

  test('gpm/ton is per ton of refrigeration: 1.5 of them are 1.5 gpm over 3.517 kW', () => {
    const perTon = readQuantity('1.5 gpm/ton', 'volume flow per heat');
    const perTonref = readQuantity('1.5 gpm/tonref', 'volume flow per heat');
    expect(perTon).toEqual(perTonref);
    expect((perTon as { value: number }).value).toBeCloseTo((1.5 * 6.30902e-5) / 3516.853, 13);
  });
});

describe('texts that are refused, each with what was found and wanted', () => {
  test.each<[string | number, Quantity, string]>([
    ['600', 'volume flow', 'expected a number and a unit of volume flow, such as "10 m³/s"; found "600"'],
    [600, 'volume flow', 'expected a number and a unit of volume flow, such as "10 m³/s"; found "600"'],
    ['', 'power', 'expected a number and a unit of power, such as "10 W"; found ""'],
    ['kW', 'power', 'expected a number and a unit of power, such as "10 W"; found "kW"'],
    ['abc', 'temperature', 'expected a number and a unit of temperature, such as "40 degC"; found "abc"'],
    ['.nan', 'power', 'expected a number and a unit of power, such as "10 W"; found ".nan"'],
    ['NaN', 'fraction', '"NaN" is not a finite number; a fraction is wanted, in %'],
    ['-.inf', 'fraction', 'expected a number, such as "5 %"; found "-.inf"'],
    ['0.008', 'humidity ratio', 'expected a number and a unit of humidity ratio, such as "8 g/kg"; found "0.008"'],
    [Number.NaN, 'fraction', '"NaN" is not a finite number; a fraction is wanted, in %'],
    ['250 kW', 'pressure', '"250 kW" is a power; a pressure is wanted, in Pa, kPa, bar'],
    ['250 kPa', 'area', '"250 kPa" is a pressure; an area is wanted, in m², cm², ft²'],
    ['5 m', 'fraction', '"5 m" is a length; a fraction is wanted, in %'],
    ['5 m', 'dimensionless', '"5 m" is a length; a plain number is wanted'],
    ['5 %', 'power', '"5 %" is a plain number; a power is wanted, in W, kW, hp'],
    ['5 kg^2', 'mass', '"5 kg^2" is of no quantity known here; a mass is wanted, in kg, t, lb'],
    ['5 °C', 'temperature difference', '"5 °C" is a temperature; a temperature difference is wanted: write K'],
    ['5 degF', 'temperature difference', '"5 degF" is a temperature; a temperature difference is wanted: write K'],
    ['5 deltaC', 'temperature', '"5 deltaC" is a temperature difference; a temperature is wanted, in K, degC, degF'],
    ['-300 °C', 'temperature', '"-300 °C" is below absolute zero'],
    [
      '5 psig',
      'absolute pressure',
      '"5 psig" is a gauge pressure; an absolute pressure is wanted, in Pa, kPa, bar, psia',
    ],
    ['1e400 kW', 'power', '"1e400 kW" is not a finite number; a power is wanted, in W, kW, hp'],
    ['1 / 0 kW', 'power', '"1 / 0 kW" is not a finite number; a power is wanted, in W, kW, hp'],
    [
      '1,000 kW',
      'power',
      '"1,000 kW" has a comma; write thousands without a separator and decimals with a point, 1000 or 1.5',
    ],
    [
      '1,5 kW',
      'power',
      '"1,5 kW" has a comma; write thousands without a separator and decimals with a point, 1000 or 1.5',
    ],
    ['5 kw', 'power', '"5 kw" cannot be read as a power, in W, kW, hp: no unit "kw" is known here; did you mean "kW"?'],
    ['5 parsecs', 'length', '"5 parsecs" cannot be read as a length, in m, mm, ft: no unit "parsecs" is known here'],
    [
      '5 ton',
      'heat flow',
      '"5 ton" cannot be read as a heat flow, in W, kW, tonref: "ton" is a mass to some and a cooling power to others; write tonref (3.517 kW), or t',
    ],
    [
      '40 degC + 3 K',
      'temperature',
      '"40 degC + 3 K" cannot be read as a temperature, in K, degC, degF: arithmetic with °C or °F is not defined; put the number in brackets, (40 + 3) degC, or use K',
    ],
    [
      '2 * 20 degC * 2',
      'temperature',
      '"2 * 20 degC * 2" cannot be read as a temperature, in K, degC, degF: arithmetic with °C or °F is not defined; put the number in brackets, (40 + 3) degC, or use K',
    ],
    [
      '5 kW + 3 K',
      'power',
      '"5 kW + 3 K" cannot be read as a power, in W, kW, hp: its terms are of different quantities and cannot be added',
    ],
    [
      '5 kW + 3',
      'power',
      '"5 kW + 3" cannot be read as a power, in W, kW, hp: its terms are of different quantities and cannot be added',
    ],
    [
      '2 W^0.5',
      'power',
      '"2 W^0.5" cannot be read as a power, in W, kW, hp: the exponent of a unit must be a whole number between -9 and 9',
    ],
  ])('%s as a %s', (text, quantity, fault) => {
    expect(readQuantity(text, quantity)).toEqual({ fault });
  });

  test.each([
    '(45 degC - 35 degC)',
    '45 degC - 35 degC',
    '3 5 kW',
    '5 kW!',

    '0x10 kW',
    '5 kW to W',
    '5 kW in W',
    '5 kW;',
    '5 [kW]',
    '{5: kW}',
    '5 kW == 5 kW',
  ])('%s is no arithmetic with units', (text) => {
    expect(readQuantity(text, 'power')).toHaveProperty('fault');
  });

  test('a text can reach no function, variable or setting', () => {
    const texts = [
      'f(x) = x; f(5) W',
      'config({number: "BigNumber"}) 5',
      'createUnit("W5")',
      'import({a: 1}) 5',
      'evaluate("5 W")',
      'parse("5")',
      'sum(map(1:1e6, f(x) = x^2)) W',
      'cos.constructor("return process")() 5',
      '5 constructor',
      '5 __proto__',
      '5 W["constructor"]',
      'W.constructor 5',
      'sqrt(25) W',
      'simplify("5")',
      'W = 5',
      '5 hasOwnProperty',
      '5 toString',
    ];
    for (const text of texts) expect(readQuantity(text, 'power'), text).toHaveProperty('fault');
    expect(readQuantity('5 W', 'power')).toEqual({ value: 5 });
  });

  test('long and deep texts are refused without being parsed', () => {
    const deep = `${'('.repeat(60)}5${')'.repeat(60)} W`;
    expect(readQuantity(deep, 'power')).toEqual({
      fault: expect.stringContaining('nested too deeply; at most 40 brackets are read'),
    });
    expect(readQuantity(`${'-'.repeat(60)}5 W`, 'power')).toHaveProperty('fault');
    expect(readQuantity('5 W + '.repeat(1000), 'power')).toEqual({
      fault: 'expected a number and a unit of power, such as "10 W"; found 5999 characters',
    });
  });

  test('no text makes the reader throw or return anything but a finite number', () => {
    const pieces = fc.constantFrom(
      '5',
      ' ',
      '.',
      '-',
      '+',
      '*',
      '/',
      '^',
      '(',
      ')',
      'kW',
      'K',
      'degC',
      '°',
      '%',
      'e',
      '²',
      ',',
      'm',
      '1',
      '=',
      '"',
      '[',
      '{',
      ':',
      'in',
      'ton',
      '!',
      "'",
      'Δ',
    );
    const texts = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, fc.constantFrom(...allQuantities), (text, quantity) => {
        const read = readQuantity(text, quantity);
        return 'fault' in read ? read.fault.length > 0 : Number.isFinite(read.value);
      }),
      { numRuns: 3000, seed: 1 },
    );
  });
});

describe('writing', () => {
  test('values carry their unit and usual digits in both systems', () => {
    expect(formatQuantity(313.15, 'temperature', 'si')).toBe('40.0 °C');
    expect(formatQuantity(313.15, 'temperature', 'ip')).toBe('104.0 °F');
    expect(formatQuantity(5, 'temperature difference', 'ip')).toBe('9.00 Δ°F');
    expect(formatQuantity(0.01, 'volume flow', 'si')).toBe('600.0 L/min');
    expect(formatQuantity(250_000, 'pressure', 'ip', 1)).toBe('36.3 psi');
    expect(formatQuantity(1.0873, 'dimensionless', 'si')).toBe('1.087');
    expect(formatQuantity(0.0523, 'fraction', 'si')).toBe('5.23 %');
    expect(formatQuantity(0.523, 'fraction', 'si')).toBe('52.3 %');
  });

  test('small values keep three digits, temperatures do not, and nothing is minus zero', () => {
    expect(formatQuantity(12.34, 'power', 'si')).toBe('0.0123 kW');
    expect(formatQuantity(273.16, 'temperature', 'si')).toBe('0.0 °C');
    expect(formatQuantity(273.149, 'temperature', 'si')).toBe('0.0 °C');
    expect(formatQuantity(0, 'power', 'si')).toBe('0.0 kW');
    expect(formatQuantity(1e-9, 'power', 'si')).toBe('1.00e-12 kW');
  });

  test.each(unitSystems)('what is written for JSON in %s reads back, for every quantity', (system) => {
    for (const quantity of allQuantities) {
      for (const value of [0.000_123, 1, 293.7, 8.765e9]) {
        const { value: written, unit } = jsonQuantity(value, quantity, system);
        const back = readQuantity(`${written} ${unit}`, quantity);
        if ('fault' in back) throw new Error(back.fault);
        // A temperature is written in °C, where 12 digits of the shown value are kept.
        expect(Math.abs(back.value - value), `${quantity} ${written} ${unit}`).toBeLessThan(
          1e-9 * Math.max(value, quantity === 'temperature' ? 1 : 0),
        );
      }
    }
  });

  test.each(unitSystems)('what is shown in %s reads back within its digits, for every quantity', (system) => {
    for (const quantity of allQuantities) {
      const back = readQuantity(formatQuantity(293.7, quantity, system), quantity);
      if ('fault' in back) throw new Error(back.fault);
      expect(Math.abs(back.value / 293.7 - 1), quantity).toBeLessThan(0.01);
    }
  });

  test('exact quantities read back to the very same double, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
        fc.constantFrom(...allQuantities),
        (value, quantity) => {
          const { value: written, unit } = exactQuantity(value, quantity);
          expect(readQuantity(`${written} ${unit}`, quantity)).toEqual({ value });
        },
      ),
      { numRuns: 2000, seed: 1 },
    );
    expect(exactQuantity(315.15, 'temperature')).toEqual({ value: 42, unit: '°C' });
    expect(exactQuantity(0.01, 'volume flow')).toEqual({ value: 600, unit: 'L/min' });
  });
});
