import { describe, expect, it } from 'vitest';
import { errorStatistics, sampleError, toleranceUse } from '../../src/study/validation/error-statistics.ts';

const relative = { scale: 'relative', tolerance: 0.1 } as const;
const absolute = { scale: 'absolute', tolerance: 2 } as const;
const sample = (published: number, ours: number) => ({ at: 'here', published, ours });

describe('errors of a case', () => {
  it('are ours over published less one, or the difference', () => {
    expect(sampleError('relative', sample(200, 210))).toBeCloseTo(0.05, 14);
    expect(sampleError('absolute', sample(200, 190))).toBe(-10);
  });

  it('have a mean of magnitudes, a p90 by nearest rank and a largest', () => {
    const errors = [1, -1, 1, -1, 1, -1, 1, -1, 1.5, 2];
    const { count, mean, p90, largest, use, passes } = errorStatistics(
      absolute,
      errors.map((error) => sample(10, 10 + error)),
    );
    expect({ count, mean, p90, largest, use, passes }).toEqual({
      count: 10,
      mean: 1.15,
      p90: 1.5,
      largest: 2,
      use: 1,
      passes: true,
    });
  });

  it('break the case when one sample does, whatever the others', () => {
    expect(errorStatistics(relative, [sample(1, 1), sample(1, 1.2)]).passes).toBe(false);
    expect(errorStatistics(relative, [sample(1, 1), { ...sample(1, 1.2), tolerance: 0.25 }]).passes).toBe(true);
    expect(errorStatistics(relative, [{ ...sample(1, 1.05), tolerance: 0.01 }]).passes).toBe(false);
  });

  it('that are no number never pass', () => {
    for (const ours of [NaN, Infinity]) {
      const statistics = errorStatistics(absolute, [sample(1, 1), sample(1, ours)]);
      expect(statistics.passes).toBe(false);
      expect(statistics.largest).toBe(Infinity);
      expect(statistics.use).toBe(Infinity);
    }
    expect(errorStatistics(relative, [sample(0, 0)]).passes).toBe(false);
    expect(errorStatistics(absolute, []).passes).toBe(false);
  });

  it('of nought use nothing of a tolerance of nought, and any other all of it', () => {
    expect(toleranceUse({ scale: 'absolute', tolerance: 0 }, sample(3, 3))).toBe(0);
    expect(toleranceUse({ scale: 'absolute', tolerance: 0 }, sample(3, 3.1))).toBe(Infinity);
  });
});
