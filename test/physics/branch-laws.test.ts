/** What stands in a branch: drops and slopes against their definitions, and the sizes that are refused. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flowLimiterLaw, kvOfCv, pipeLaw, resistanceLaw, resistanceOfKv } from '../../src/physics/branch-laws.ts';
import { seriesLaw } from '../../src/physics/flow-law.ts';
import { frictionFactor, frictionSlope, pipePressureDrop } from '../../src/physics/pipe-friction.ts';
import { lawAt } from './law-at.ts';
import { liquid } from './random-network.ts';

describe('laws of branches', () => {
  const pipe = { length: 12, diameter: 0.05, roughness: 5e-5, lossCoefficient: 3 };

  it('a pipe drops what Darcy and Weisbach say, laminar to turbulent, both ways', () => {
    const law = pipeLaw(pipe, liquid);
    for (const flow of [-5, -0.1, -0.01, 0, 0.01, 0.07, 0.1, 0.15, 1, 20]) {
      const wanted = pipePressureDrop(pipe, flow, liquid.density, liquid.viscosity);
      expect(lawAt(law, flow)[0]).toBeCloseTo(wanted, 8);
    }
  });

  it('the slope of friction is that of its differences to 0.1 % of friction', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 18, noNaN: true }),
        fc.double({ min: 0, max: 0.05, noNaN: true }),
        (logarithm, roughness) => {
          const reynolds = Math.exp(logarithm);
          fc.pre(Math.abs(reynolds - 2000) > 1 && Math.abs(reynolds - 4000) > 1);
          const friction = frictionFactor(reynolds, roughness);
          const step = 1e-5;
          const difference =
            (frictionFactor(reynolds * (1 + step), roughness) - frictionFactor(reynolds * (1 - step), roughness)) /
            (2 * step);
          expect(Math.abs(frictionSlope(reynolds, roughness, friction) - difference)).toBeLessThan(1e-3 * friction);
        },
      ),
    );
  });

  it('a cold plate measured at one flow drops by its exponent at another', () => {
    const law = resistanceLaw({ ratedFlow: 2, ratedPressureDrop: 50_000, exponent: 1.85 });
    expect(lawAt(law, 2)[0]).toBeCloseTo(50_000, 8);
    expect(lawAt(law, -1)[0]).toBeCloseTo(-50_000 * 0.5 ** 1.85, 8);
  });

  it('a Kv of 10 m³/h drops 1 bar at 10 m³/h of water; a Cv of 1 is a Kv of 0.865', () => {
    const law = resistanceLaw(resistanceOfKv(10 / 3600, 1000));
    expect(lawAt(law, 10 / 3.6)[0]).toBeCloseTo(1e5, 6);
    const gallonPerMinute = 3.785411784e-3 / 60;
    expect(kvOfCv(gallonPerMinute) * 3600).toBeCloseTo(0.865, 3);
  });

  it('refuse sizes that are none', () => {
    expect(() => pipeLaw({ ...pipe, diameter: 0 }, liquid)).toThrow('diameter = 0 m');
    expect(() => pipeLaw({ ...pipe, length: -1 }, liquid)).toThrow('length = -1 m');
    expect(() => pipeLaw({ ...pipe, roughness: 0.005 - 1e-6 }, liquid)).toThrow('relative roughness = 0.0999');
    expect(() => resistanceLaw({ ratedFlow: 1, ratedPressureDrop: 1, exponent: 2.2 })).toThrow('exponent = 2.2');
    expect(() => flowLimiterLaw(NaN, 1e4)).toThrow('rated flow = NaN');
    expect(() => seriesLaw([])).toThrow('found no element');
    expect(() => seriesLaw([flowLimiterLaw(1, 1e4), flowLimiterLaw(1, 1e4)])).toThrow('found 2 adjustable');
  });
});
