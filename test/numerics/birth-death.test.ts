import { describe, expect, it } from 'vitest';
import { availabilityOfUnits, stationaryProbabilities } from '../../src/numerics/birth-death.ts';

const hour = 3600;
const failureRate = 1 / (2000 * hour);
const repairTime = 20 * hour;
/** Of one unit: μ / (λ + μ). */
const one = 2000 / 2020;

function binomial(n: number, k: number): number {
  return k === 0 ? 1 : (binomial(n - 1, k - 1) * n) / k;
}

describe('availability of units', () => {
  it('one of one is MTBF / (MTBF + MTTR)', () => {
    const alone = { units: 1, needed: 1, failureRate, repairTime };
    expect(availabilityOfUnits(alone)).toBeCloseTo(one, 14);
  });

  it.each([
    [2, 1],
    [5, 4],
    [6, 4],
    [10, 8],
    [25, 20],
  ])('of %i units, %i needed, is the binomial sum of independent units, to 1e-9', (units, needed) => {
    let sum = 0;
    for (let broken = 0; broken <= units - needed; broken++) {
      let term = binomial(units, broken);
      for (let k = 0; k < units; k++) term *= k < broken ? 1 - one : one;
      sum += term;
    }
    expect(Math.abs(availabilityOfUnits({ units, needed, failureRate, repairTime }) - sum)).toBeLessThan(1e-9);
  });

  it('a single crew for two units: π = (1, 2ρ, 2ρ²) of its sum, ρ = λ/μ', () => {
    const rho = failureRate * repairTime;
    const rest = stationaryProbabilities([2 * failureRate, failureRate], [1 / repairTime, 1 / repairTime]);
    const sum = 1 + 2 * rho + 2 * rho * rho;
    [1, 2 * rho, 2 * rho * rho].forEach((weight, k) => expect(rest[k]).toBeCloseTo(weight / sum, 14));
  });

  it('refuses rates that are not positive, more needed than there are, lists of unlike length', () => {
    expect(() => stationaryProbabilities([0], [1])).toThrow(/rate/);
    expect(() => stationaryProbabilities([1], [NaN])).toThrow(/rate/);
    expect(() => stationaryProbabilities([1, 1], [1])).toThrow(/deaths/);
    expect(() => availabilityOfUnits({ units: 2, needed: 3, failureRate, repairTime })).toThrow(/needed/);
  });
});
