import { describe, expect, it } from 'vitest';
import { OutOfRangeError } from '../../src/errors.ts';
import { bracketedRoot } from '../../src/numerics/bracketed-root.ts';
import {
  coatedSuperheat,
  cooperCoefficient,
  cooperSuperheat,
  criticalFluxConstant,
  criticalHeatFlux,
  rohsenowFlux,
  rohsenowSuperheat,
} from '../../src/physics/boiling.ts';
import { horizontalTubeCondensation, verticalPlateCondensation } from '../../src/physics/condensation.ts';
import {
  assistedNusselt,
  bestFinSpacing,
  ductNusselt,
  finGapNusselt,
  flatPlateNusselt,
  gnielinskiNusselt,
  opposedNusselt,
  rayleighNumber,
  verticalPlateNusselt,
} from '../../src/physics/convection.ts';
import { frictionFactor, pipePressureDrop, turbulentFriction } from '../../src/physics/pipe-friction.ts';
import { plateResistance, spreadingResistance } from '../../src/physics/spreading-resistance.ts';
import {
  boilingWater,
  coldPlateInAir,
  colebrook,
  condenserBank,
  cooperWater,
  fireScreen,
  gnielinski,
  novec649,
} from '../published/transfer.ts';

const near = (value: number, published: number, tolerance: number) =>
  expect(Math.abs(value / published - 1)).toBeLessThan(tolerance);

describe('boiling', () => {
  it('has the flux of a textbook’s pan, and back', () => {
    const { state, superheat, surfaceConstant, flux, criticalFlux } = boilingWater;
    near(rohsenowFlux(superheat, state, surfaceConstant, 1), flux, 1e-3);
    near(rohsenowSuperheat(flux, state, surfaceConstant, 1), superheat, 1e-3);
    near(criticalHeatFlux(state, criticalFluxConstant.lienhardDhir), criticalFlux, 5e-3);
  });
  it('has Cooper’s coefficient of ht at 1 µm, and rises with roughness as Rp^0.2 lg does', () => {
    const { reducedPressure, molarMass, superheat, coefficient } = cooperWater;
    const flux = coefficient * superheat;
    near(cooperCoefficient(flux, reducedPressure, molarMass, 1e-6), coefficient, 1e-9);
    near(cooperSuperheat(flux, reducedPressure, molarMass, 1e-6), superheat, 1e-9);
    const ratio = cooperCoefficient(flux, 0.01, 0.1, 1e-5) / cooperCoefficient(flux, 0.01, 0.1, 1e-6);
    near(ratio, 10 ** 0.4, 1e-12); // p_r^(−0.2) at p_r = 0.01
  });
  it('breaks down in Novec 649 at Zuber’s flux', () => {
    near(criticalHeatFlux(novec649.state, criticalFluxConstant.zuber), novec649.criticalFlux, 0.005);
    near(criticalFluxConstant.zuber, 0.131, 1e-3);
  });
  it('is ten kelvin on a good coating', () => {
    expect(coatedSuperheat(5e5, 5e4)).toBeCloseTo(10, 12);
  });
  it('refuses what lies outside its data', () => {
    expect(() => cooperCoefficient(1e5, 1e-4, 0.1, 1e-6)).toThrow(OutOfRangeError);
    expect(() => rohsenowFlux(-1, novec649.state, 0.006, 1.7)).toThrow(OutOfRangeError);
    expect(() => rohsenowFlux(10, novec649.state, 0.06, 1.7)).toThrow(OutOfRangeError);
  });
});

describe('condensation', () => {
  it('has the coefficient of a textbook’s bank', () => {
    const { state, subcooling, diameter, tubes, coefficient } = condenserBank;
    near(horizontalTubeCondensation(subcooling, diameter, tubes, 0.25, state), coefficient, 1e-3);
    expect(horizontalTubeCondensation(subcooling, diameter, tubes, 1 / 6, state)).toBeGreaterThan(coefficient);
  });
  it('on a plate as high as 2.8 tube diameters equals that on the tube', () => {
    // Nusselt: 0.943/L^¼ = 0.729/D^¼ at L = 2.80 D.
    const { state } = condenserBank;
    const plate = verticalPlateCondensation(20, 2.8 * 0.01, state);
    near(plate, horizontalTubeCondensation(20, 0.01, 1, 0, state), 2e-3);
  });
  it('falls with subcooling, and refuses a wall above saturation', () => {
    const { state } = condenserBank;
    expect(verticalPlateCondensation(20, 0.3, state)).toBeLessThan(verticalPlateCondensation(10, 0.3, state));
    expect(() => verticalPlateCondensation(0, 0.3, state)).toThrow(OutOfRangeError);
  });
});

describe('convection', () => {
  it('has a textbook’s fire screen and plate', () => {
    near(verticalPlateNusselt(fireScreen.rayleigh, fireScreen.prandtl), fireScreen.nusselt, 2e-3);
    near(flatPlateNusselt(coldPlateInAir.reynolds, coldPlateInAir.prandtl), coldPlateInAir.nusselt, 1e-3);
    // The screen's air at 127 °C: 232 °C glass in a room of 23 °C.
    const air = { expansion: 1 / 400, density: 0.8711, specificHeat: 1014, viscosity: 230.1e-7, conductivity: 33.8e-3 };
    near(rayleighNumber(209, 0.71, air), fireScreen.rayleigh, 0.01);
  });
  it('has ht’s turbulent duct, and joins laminar to turbulent without a step', () => {
    near(gnielinskiNusselt(gnielinski.reynolds, gnielinski.prandtl, gnielinski.friction), gnielinski.nusselt, 1e-12);
    expect(ductNusselt(1000, 7, 3.66)).toBe(3.66);
    for (const re of [2300, 4000])
      near(ductNusselt(re * (1 + 1e-9), 7, 3.66), ductNusselt(re * (1 - 1e-9), 7, 3.66), 1e-6);
    for (let re = 100; re < 20_000; re += 100)
      expect(ductNusselt(re + 100, 7, 3.66)).toBeGreaterThanOrEqual(ductNusselt(re, 7, 3.66));
  });
  it('has the limits of Elenbaas’ gaps, and its best spacing', () => {
    near(finGapNusselt(1e-3), 1e-3 / 24, 1e-3);
    near(finGapNusselt(1e6), 0.59 * 1e6 ** 0.25, 0.01);
    // Heat of an array of fins of one height goes with Nu/s² (number times coefficient): largest at El = (2.714)⁴.
    const perSpacing = 1e9; // Ra_s/(s³ L), so that El = 1e9 s⁴
    const heat = (s: number) => finGapNusselt(perSpacing * s ** 4) / (s * s);
    const best = bestFinSpacing(perSpacing);
    for (const off of [0.95, 1.05]) expect(heat(best * off)).toBeLessThan(heat(best));
  });
  it('adds cubes where flows help, and subtracts where they oppose', () => {
    near(assistedNusselt(3, 4), Math.cbrt(91), 1e-14);
    near(opposedNusselt(3, 4), Math.cbrt(37), 1e-14);
    expect(assistedNusselt(5, 0)).toBeCloseTo(5, 12);
  });
  it('refuses what lies outside its data', () => {
    expect(() => verticalPlateNusselt(1e13, 1)).toThrow(OutOfRangeError);
    expect(() => gnielinskiNusselt(1000, 1, 0.02)).toThrow(OutOfRangeError);
    expect(() => flatPlateNusselt(NaN, 1)).toThrow(OutOfRangeError);
  });
});

describe('pipe friction', () => {
  it('is within 0.004 % of Colebrook’s root from smooth to rough', () => {
    near(turbulentFriction(colebrook.reynolds, colebrook.roughness), colebrook.friction, 4e-5);
    for (const re of [4e3, 1e4, 1e5, 1e6, 1e8]) {
      for (const rough of [0, 1e-6, 1e-4, 1e-2, 0.05]) {
        const root = bracketedRoot((x) => x + 2 * Math.log10(rough / 3.7 + (2.51 * x) / re), 1, 30, 0);
        near(turbulentFriction(re, rough), 1 / (root * root), 4e-5);
      }
    }
  });
  it('is 64/Re in laminar flow and makes a drop that rises smoothly through the transition', () => {
    expect(frictionFactor(1000, 0.01)).toBe(0.064);
    for (const rough of [0, 1e-3, 0.05]) {
      for (let re = 1500; re < 5000; re += 10) {
        const drop = (r: number) => frictionFactor(r, rough) * r * r;
        expect(drop(re + 10)).toBeGreaterThan(drop(re));
      }
      for (const edge of [2000, 4000]) {
        near(frictionFactor(edge * (1 + 1e-9), rough), frictionFactor(edge * (1 - 1e-9), rough), 1e-6);
      }
    }
  });
  it('turns round with the flow, and refuses a roughness that is none', () => {
    const pipe = { length: 20, diameter: 0.1, roughness: 4.5e-5, lossCoefficient: 2 };
    expect(pipePressureDrop(pipe, -10, 998, 1e-3)).toBe(-pipePressureDrop(pipe, 10, 998, 1e-3));
    expect(pipePressureDrop(pipe, 0, 998, 1e-3)).toBe(0);
    // Hagen–Poiseuille: Δp = 128 μ L V/(π D⁴).
    const plain = { ...pipe, lossCoefficient: 0 };
    near(pipePressureDrop(plain, 0.1, 998, 1e-3), (128 * 1e-3 * 20 * (0.1 / 998)) / (Math.PI * 1e-4), 1e-12);
    expect(() => frictionFactor(1e5, 0.1)).toThrow(OutOfRangeError);
    expect(() => frictionFactor(NaN, 0)).toThrow(OutOfRangeError);
  });
});

/** Bessel functions of the first kind by their power series and Hankel's form. */
function bessel(order: 0 | 1, x: number): number {
  const steps = 4000;
  let sum = 0; // Bessel's integral (1/π)∫cos(nθ − x sin θ), midpoints: exact for periodic integrands
  for (let i = 0; i < steps; i++) {
    const theta = ((i + 0.5) * Math.PI) / steps;
    sum += Math.cos(order * theta - x * Math.sin(theta));
  }
  return sum / steps;
}

/** Mean spreading resistance of an even disc source on a finite disc plate, exact series, times k a. */
function exactMean(share: number, depth: number, biot: number): number {
  let sum = 0;
  for (let n = 1; n <= 60; n++) {
    const delta = bracketedRoot((x) => bessel(1, x), (n + 0.25) * Math.PI - 0.3, (n + 0.25) * Math.PI + 0.3, 1e-9);
    const t = Math.tanh(delta * depth);
    const phi = (t + delta / biot) / (1 + (delta / biot) * t);
    sum += (bessel(1, delta * share) ** 2 * phi) / (delta ** 3 * bessel(0, delta) ** 2);
  }
  return (4 / (Math.PI * share)) * sum;
}

describe('spreading resistance', () => {
  const plate = (share: number, depth: number) => {
    const b = 0.05;
    return {
      sourceArea: Math.PI * (share * b) ** 2,
      plateArea: Math.PI * b * b,
      thickness: depth * b,
      conductivity: 390,
    };
  };

  it('is within 10 % of the exact series', () => {
    for (const [share, depth, biot] of [
      [0.2, 0.1, 1],
      [0.2, 0.5, 0.1],
      [0.4, 0.1, 0.5],
      [0.4, 0.3, 10],
      [0.6, 0.2, 1],
    ] as const) {
      const spreader = plate(share, depth);
      const { mean } = spreadingResistance(spreader, (biot * 390) / 0.05);
      near(mean * 390 * share * 0.05, exactMean(share, depth, biot), 0.1);
    }
  });
  it('is nought where the source covers the plate, and 1/(πka) at most under a small one', () => {
    const whole = spreadingResistance(plate(1, 0.1), 1e4);
    expect(whole.mean).toBe(0);
    const small = spreadingResistance(plate(1e-3, 5), 1e4);
    near(small.largest * Math.PI * 390 * 1e-3 * 0.05, 1, 2e-3);
    expect(small.mean).toBeLessThan(small.largest);
  });
  it('comes on top of the way straight through, and refuses a source wider than the plate', () => {
    expect(plateResistance({ sourceArea: 1e-4, plateArea: 1e-3, thickness: 0.003, conductivity: 300 })).toBeCloseTo(
      0.01,
      14,
    );
    expect(() => spreadingResistance({ sourceArea: 2, plateArea: 1, thickness: 0.01, conductivity: 390 }, 1e3)).toThrow(
      OutOfRangeError,
    );
  });
});
