import { describe, expect, it } from 'vitest';
import { differencesBetween, metricOf, type Comparison, type Variant } from '../../src/metrics/metric.ts';
import { answerOf } from '../../src/output/answer.ts';
import { comparisonTable } from '../../src/output/comparison-table.ts';
import { comparisonJson, summaryJson } from '../../src/output/json.ts';
import { bestVariants } from '../../src/output/ranking.ts';
import { displayScale, numberText, signedText } from '../../src/output/scale.ts';
import { summaryTable } from '../../src/output/summary-table.ts';
import { wrapped } from '../../src/output/text-layout.ts';
import { readQuantity, type Quantity } from '../../src/units.ts';
import { inventedComparison } from './invented-comparison.ts';

const comparison = inventedComparison();
const kilowattHour = 3.6e6;

/** A variant of which only the headline numbers are said. */
function plainVariant(name: string, numbers: Record<string, number>, rest: Partial<Variant> = {}): Variant {
  const quantities: Record<string, [Quantity, 'lower' | 'higher']> = {
    'energy.total': ['energy', 'lower'],
    'water.total': ['volume', 'lower'],
    'compute.delivered': ['fraction', 'higher'],
    'chip.junctionTemperature': ['temperature', 'lower'],
  };
  const metrics = Object.entries(numbers).map(([key, value]) => ({
    key,
    group: 'Energy' as const,
    label: key,
    value,
    quantity: quantities[key]![0],
    better: quantities[key]![1],
    about: '',
  }));
  const [technology, rejection] = name.split(' with ') as [string, string];
  return {
    name,
    title: name.charAt(0).toUpperCase() + name.slice(1),
    rejection,
    technology,
    silicon: 'B200',
    metrics,
    breaksLimit: false,
    notes: [],
    consumers: [],
    columns: [],
    events: [],
    chipChain: [],
    ...rest,
  };
}

function plainComparison(variants: readonly Variant[]): Comparison {
  const baseline = variants[0]!.name;
  return {
    title: 'Plain',
    baseline,
    site: { title: 'Nowhere', weather: 'measured', synthetic: false },
    variants,
    differences: differencesBetween(variants, baseline),
    assumptions: [],
  };
}

const year = (energy: number, water: number, junction: number, delivered = 1): Record<string, number> => ({
  'energy.total': energy * 1e6 * kilowattHour,
  'water.total': water,
  'chip.junctionTemperature': junction,
  'compute.delivered': delivered,
});

describe('the answer', () => {
  const air = plainVariant('air with tower', year(10, 15_000, 350));

  it('says electricity, work, water and chips in one sentence', () => {
    const plate = plainVariant('cold plate with dry cooler', year(8.6, 0, 339));
    expect(answerOf(plainComparison([air, plate]), 'si').headline).toBe(
      'Cold plate with dry cooler uses 14 % less electricity than air with tower for the same compute and no water; its chips run 11 K cooler.',
    );
  });

  it('says a temperature difference in the units asked for', () => {
    const plate = plainVariant('cold plate with dry cooler', year(8.6, 0, 340));
    expect(answerOf(plainComparison([air, plate]), 'ip').headline).toContain('its chips run 18 Δ°F cooler');
  });

  it('calls years within half a per cent a tie', () => {
    const door = plainVariant('rear door with tower', year(9.97, 15_010, 350.2));
    expect(answerOf(plainComparison([air, door]), 'si')).toEqual({
      subject: 'rear door with tower',
      headline:
        'Rear door with tower uses as much electricity as air with tower (within 0.5 %) for the same compute and as much water; its chips run as warm.',
      remarks: [
        'A tie: Rear door with tower and air with tower are within 0.5 % of each other in electricity for the same work.',
      ],
    });
  });

  it('does not hide that less work was done, nor the water it takes', () => {
    const dry = plainVariant('air with dry cooler', year(11, 0, 350));
    const bath = plainVariant('bath with tower', year(8.8, 9000, 356, 0.98));
    expect(answerOf(plainComparison([dry, bath]), 'si').headline).toBe(
      'Bath with tower uses 18 % less electricity than air with dry cooler for each unit of compute, while it delivers 2.0 % less, but takes water where the other takes none; its chips run 6 K hotter.',
    );
  });

  it('names the baseline when nothing beats it', () => {
    const dry = plainVariant('air with dry cooler', year(10.4, 0, 350));
    const { headline, remarks } = answerOf(plainComparison([air, dry]), 'si');
    expect(headline).toBe(
      'Air with tower, the baseline, uses the least electricity; the next, air with dry cooler, uses 4.0 % more.',
    );
    expect(remarks).toEqual(['The least water: air with dry cooler (none, against 15,000 m³ for air with tower).']);
  });

  it('compares inside the class of rejection too when the best rejects heat another way', () => {
    const dry = plainVariant('cold plate with dry cooler', year(8.6, 0, 339));
    const wet = plainVariant('cold plate with tower', year(8.9, 13_000, 339));
    expect(answerOf(plainComparison([air, dry, wet]), 'si').remarks[0]).toBe(
      'With the same heat rejection (tower): Cold plate with tower uses 11 % less electricity than air with tower for the same compute and 13 % less water; its chips run 11 K cooler.',
    );
  });

  it('never counts a system that breaks a limit as the best', () => {
    const bath = plainVariant('bath with tower', year(5, 0, 380), { breaksLimit: true });
    const plate = plainVariant('cold plate with tower', year(9, 15_000, 340));
    const { headline, remarks } = answerOf(plainComparison([air, bath, plate]), 'si');
    expect(headline).toMatch(/^Cold plate with tower uses 10 % less/);
    expect(remarks).toContain('Bath with tower breaks a limit and is never counted best.');
  });

  it('does not rank other silicon against the baseline', () => {
    const other = plainVariant('cold plate with tower', year(5, 0, 330), { silicon: 'GB300' });
    expect(answerOf(plainComparison([air, other]), 'si').headline).toBe(
      'Air with tower is the only system here that can be ranked.',
    );
  });
});

describe('differences', () => {
  const found = (variant: string, of: string, key: string) =>
    comparison.differences.find((d) => d.variant === variant && d.of === of && d.key === key);

  it('are absolute and relative to the baseline', () => {
    const [plate, air] = ['cold-plate-dry', 'air-tower'].map((name) => {
      const variant = comparison.variants.find((v) => v.name === name)!;
      return metricOf(variant, 'energy.total')!.value;
    }) as [number, number];
    expect(found('cold-plate-dry', 'system', 'energy.total')).toMatchObject({
      against: 'air-tower',
      absolute: plate - air,
      relative: (plate - air) / air,
    });
  });

  it('of technology are taken inside one class of rejection, those of rejection inside one technology', () => {
    expect(found('cold-plate-dry', 'technology', 'pue')?.against).toBe('air-dry');
    expect(found('cold-plate-dry', 'rejection', 'pue')?.against).toBe('cold-plate-tower');
    expect(found('air-dry', 'technology', 'pue')).toBeUndefined();
    expect(found('cold-plate-tower', 'rejection', 'pue')).toBeUndefined();
  });

  it('have no ratio of temperatures nor to a zero', () => {
    expect(found('cold-plate-dry', 'system', 'chip.junctionTemperature')?.relative).toBeNaN();
    expect(found('cold-plate-dry', 'technology', 'water.total')?.relative).toBeNaN();
    expect(found('cold-plate-dry', 'technology', 'water.total')?.absolute).toBe(0);
  });
});

describe('the best', () => {
  const printed = (value: number): string => (value / kilowattHour / 1e6).toFixed(1);
  const variant = (name: string, energy: number, rest: Partial<Variant> = {}): Variant =>
    plainVariant(`${name} with tower`, { 'energy.total': energy * 1e6 * kilowattHour }, rest);
  const best = (...variants: Variant[]): string[] => [...bestVariants(variants, 'energy.total', printed)];

  it('is the least that breaks no limit', () => {
    expect(best(variant('a', 3), variant('b', 2), variant('c', 1, { breaksLimit: true }))).toEqual(['b with tower']);
  });

  it('is found for each silicon by itself', () => {
    const variants = [
      variant('a', 3),
      variant('b', 2),
      variant('c', 9, { silicon: 'X' }),
      variant('d', 8, { silicon: 'X' }),
    ];
    expect(best(...variants)).toEqual(['b with tower', 'd with tower']);
  });

  it('is shared by values that print alike, and is nobody where all do', () => {
    expect(best(variant('a', 3), variant('b', 2.01), variant('c', 2.04))).toEqual(['b with tower', 'c with tower']);
    expect(best(variant('a', 2.01), variant('b', 2.04))).toEqual([]);
  });

  it('passes over what does not apply', () => {
    expect(best(variant('a', Number.NaN), variant('b', 2), variant('c', 3))).toEqual(['b with tower']);
  });
});

describe('scales and digits', () => {
  it('take the next larger unit when a number grows past four digits', () => {
    const scale = displayScale('energy', 'si', [96.4e6 * kilowattHour, Number.NaN, 1]);
    expect(scale.unit).toBe('GWh');
    expect(numberText(scale.fromSi(96.4e6 * kilowattHour), scale.digits)).toBe('96.40');
    expect(displayScale('energy', 'si', [9999 * kilowattHour]).unit).toBe('kWh');
  });

  it('group thousands, sign differences and never print a negative zero', () => {
    expect(numberText(1_234_567.891, 1)).toBe('1,234,567.9');
    expect(numberText(-0.0001, 2)).toBe('0.00');
    expect(numberText(Number.NaN, 2)).toBe('–');
    expect([0.04, -0.04, 3, -3].map((value) => signedText(value, 1))).toEqual(['±0.0', '±0.0', '+3.0', '-3.0']);
  });
});

describe('the comparison in a terminal', () => {
  const table = comparisonTable(comparison, { system: 'si', width: 80 });
  const lines = table.split('\n');

  it('fits ten variants into eighty columns, five to a block', () => {
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(lines.filter((line) => line.startsWith('Heat rejection: tower'))).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith('Heat rejection: dry'))).toHaveLength(1);
  });

  it.each([60, 72, 100, 132, 200])('keeps to a width of %d', (width) => {
    const wide = comparisonTable(comparison, { system: 'ip', width });
    expect(Math.max(...wide.split('\n').map((line) => line.length))).toBeLessThanOrEqual(width);
  });

  it('says that the weather is synthetic, and says nothing of the kind of measured weather', () => {
    expect(table).toContain('SYNTHETIC');
    expect(comparisonTable(inventedComparison({ synthetic: 'measured' }), { system: 'si' })).not.toMatch(/synthetic/i);
  });

  it('marks the best, the baseline, a broken limit and an ideal', () => {
    expect(lines.find((line) => line.startsWith('  PUE '))).toMatch(/1\.191 +1\.164 +1\.122 +1\.126 +1\.113\*/);
    expect(table).toContain('baseline: air-tower');
    expect(table).toContain('! breaks a limit, never best');
    expect(table.replace(/\s+/g, ' ')).toContain('million tokens (ideal)');
  });

  it('says ties of the headline numbers', () => {
    expect(table.replace(/\s+/g, ' ')).toMatch(/Ties at the digits shown: WUE \(cold- ?plate-dry, two-phase-dry\)/);
  });

  it('shows differences in the unit and in per cent', () => {
    const at = lines.findIndex((line) => line.startsWith('Differences to air-tower'));
    const percent = lines.slice(at).find((line) => /^ +% /.test(line))!;
    const shown = percent.trim().split(/\s+/).slice(1).map(Number);
    const names = ['rear-door-tower', 'cold-plate-tower', 'immersion-tower', 'two-phase-tower'];
    const wanted = names.map((name) => {
      const d = comparison.differences.find(
        (x) => x.variant === name && x.of === 'system' && x.key === 'energy.total',
      )!;
      return Number((100 * d.relative).toFixed(1));
    });
    expect(shown).toEqual(wanted);
    expect(table).toContain('Cooling technology alone');
    expect(table).toContain('Heat rejection alone');
  });

  it('writes escapes only when asked', () => {
    expect(table).not.toContain('\u001b');
    expect(comparisonTable(comparison, { system: 'si', emphasis: 'ansi' })).toContain('\u001b[1m');
  });

  it('lets no title steer the terminal', () => {
    const hostile = inventedComparison({ title: 'a\u001b[2Jb\u009b31m\r\nc' });
    expect(comparisonTable(hostile, { system: 'si' }).split('\n')[0]).toBe('a·[2Jb·31m··c');
  });
});

describe('one run in a terminal', () => {
  const table = summaryTable(comparison.variants[5]!, comparison.site, { system: 'si', width: 80 });

  it('keeps to its width and says metrics, consumers, chips and events', () => {
    expect(Math.max(...table.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(table).toMatch(/PUE +1\.309/);
    expect(table).toMatch(/chillers +1,096 MWh +10\.3 % +###/);
    expect(table).toMatch(/junction +103\.8 °C/);
    expect(table).toMatch(/racks: junction above its limit, 3 h, at worst/);
    expect(table).toContain('SYNTHETIC');
  });

  it('gives the reason where a metric does not apply', () => {
    expect(table).toMatch(/Energy reuse factor +– +No heat is reused/);
  });
});

describe('JSON', () => {
  const document = JSON.parse(JSON.stringify(comparisonJson(comparison))) as {
    variants: { metrics: Record<string, { value: number | null; unit: string; reason?: string }> }[];
    differences: { absolute: object; relative: object }[];
  };

  it('writes every metric with a unit that reads back to the same SI value', () => {
    for (const [index, variant] of comparison.variants.entries()) {
      for (const metric of variant.metrics) {
        const written = document.variants[index]!.metrics[metric.key]!;
        if (Number.isNaN(metric.value)) continue;
        const read = readQuantity(
          `${written.value} ${written.unit === '1' ? '' : written.unit}`.trim(),
          metric.quantity,
        );
        expect(read).toHaveProperty('value');
        const { value } = read as { value: number };
        expect(Math.abs(value - metric.value)).toBeLessThanOrEqual(1e-11 * Math.abs(metric.value));
      }
    }
  });

  it('is null with the reason where a metric does not apply', () => {
    expect(document.variants[0]!.metrics['erf']).toMatchObject({ value: null, unit: '%', reason: 'No heat is reused' });
  });

  it('writes a difference of temperatures as a temperature difference', () => {
    const difference = comparisonJson(comparison) as { differences: { key: string; absolute: { unit: string } }[] };
    const junction = difference.differences.find(({ key }) => key === 'chip.junctionTemperature');
    expect(junction?.absolute.unit).toBe('K');
  });

  it('has no number without a unit and no NaN', () => {
    const text = JSON.stringify(summaryJson(comparison.variants[0]!, comparison.site));
    expect(text).not.toContain('NaN');
    expect(text).toMatch(/"pue":\{"group":"Efficiency","label":"PUE","value":1\.19\d+,"unit":"1","better":"lower"\}/);
  });

  it('keeps its keys in one order', () => {
    const order = Object.keys(comparisonJson(comparison));
    expect(order).toEqual(['title', 'site', 'baseline', 'variants', 'differences', 'assumptions', 'sources']);
  });
});

describe('wrapping', () => {
  it('breaks at spaces and hyphens, and cuts what is longer than a line', () => {
    expect(wrapped('cold-plate-dry', 7)).toEqual(['cold-', 'plate-', 'dry']);
    expect(wrapped('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
    expect(wrapped('', 4)).toEqual(['']);
  });
});
