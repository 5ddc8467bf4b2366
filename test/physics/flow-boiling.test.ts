import { describe, expect, it } from 'vitest';
import { OutOfRangeError } from '../../src/errors.ts';
import { evaporatorPlate } from '../../src/physics/evaporator-plate.ts';
import { dryOutQuality, kimMudawarCoefficient, liWuCoefficient } from '../../src/physics/flow-boiling.ts';
import { evaporatingPressureDrop, twoPhaseFriction } from '../../src/physics/two-phase-flow.ts';
import { frictionDocumented, kimMudawarWitness, liWuDocumented, r134aAt40 } from '../published/flow-boiling.ts';

const channel = { massFlux: 300, heatFlux: 4e4, hydraulicDiameter: 1e-3, heatedShare: 0.8, quality: 0.3 };

describe('flow boiling', () => {
  it('is that of others’ implementations and documentation', () => {
    for (const [massFlux, hydraulicDiameter, quality, heatFlux, published] of kimMudawarWitness) {
      const ours = kimMudawarCoefficient({ massFlux, hydraulicDiameter, quality, heatFlux, heatedShare: 1 }, r134aAt40);
      expect(Math.abs(ours / published - 1)).toBeLessThan(1e-9);
    }
    const { state, coefficient } = liWuDocumented;
    expect(Math.abs(liWuCoefficient({ ...liWuDocumented, heatedShare: 1 }, state) / coefficient - 1)).toBeLessThan(
      1e-9,
    );
  });

  it('two fits to other data agree within the scatter of both', () => {
    for (const [massFlux, hydraulicDiameter, quality, heatFlux] of kimMudawarWitness) {
      const place = { massFlux, hydraulicDiameter, quality, heatFlux, heatedShare: 1 };
      const ratio = liWuCoefficient(place, r134aAt40) / kimMudawarCoefficient(place, r134aAt40);
      expect(ratio).toBeGreaterThan(0.5);
      expect(ratio).toBeLessThan(1.5);
    }
  });

  it('is better with more flux; without flux and vapour nothing of the fit is left', () => {
    for (const coefficient of [kimMudawarCoefficient, liWuCoefficient])
      expect(coefficient({ ...channel, heatFlux: 8e4 }, r134aAt40)).toBeGreaterThan(coefficient(channel, r134aAt40));
    expect(kimMudawarCoefficient({ ...channel, heatFlux: 0, quality: 0 }, r134aAt40)).toBe(0);
    expect(kimMudawarCoefficient({ ...channel, quality: 0 }, r134aAt40)).toBeGreaterThan(0);
  });

  it('dries earlier with more heat, and with more of its wall heated', () => {
    expect(dryOutQuality({ ...channel, heatFlux: 8e4 }, r134aAt40)).toBeLessThan(dryOutQuality(channel, r134aAt40));
    expect(dryOutQuality({ ...channel, heatedShare: 1 }, r134aAt40)).toBeLessThan(dryOutQuality(channel, r134aAt40));
  });

  it('refuses what lies outside its data', () => {
    expect(() => kimMudawarCoefficient({ ...channel, massFlux: 10 }, r134aAt40)).toThrow(OutOfRangeError);
    expect(() => kimMudawarCoefficient({ ...channel, quality: 1 }, r134aAt40)).toThrow(OutOfRangeError);
    expect(() => dryOutQuality({ ...channel, hydraulicDiameter: 0.01 }, r134aAt40)).toThrow(OutOfRangeError);
    expect(() => kimMudawarCoefficient(channel, { ...r134aAt40, reducedPressure: 0.8 })).toThrow(OutOfRangeError);
    expect(() => liWuCoefficient({ ...channel, quality: NaN }, r134aAt40)).toThrow(OutOfRangeError);
  });
});

describe('two-phase friction', () => {
  const duct = { massFlux: 300, hydraulicDiameter: 1e-3, length: 0.05 };

  it('is that of the documentation, and all liquid or all vapour at its ends', () => {
    const documented = { ...frictionDocumented, length: 1 };
    const { pair, quality, pressureDrop } = frictionDocumented;
    expect(Math.abs(twoPhaseFriction(documented, pair, quality) / pressureDrop - 1)).toBeLessThan(4e-5);
    const gasAlone = { ...r134aAt40, liquidDensity: 50.085, viscosity: 12.373e-6 };
    expect(twoPhaseFriction(duct, r134aAt40, 1)).toBeCloseTo(twoPhaseFriction(duct, gasAlone, 0), 6);
  });

  it('over a channel is its integral over the quality, and the push', () => {
    for (const outlet of [0.05, 0.4, 1]) {
      const steps = 20_000;
      let sum = 0;
      for (let i = 0; i < steps; i++) sum += twoPhaseFriction(duct, r134aAt40, (outlet * (i + 0.5)) / steps);
      const push = 300 * 300 * outlet * (1 / 50.085 - 1 / 1146.74);
      const ours = evaporatingPressureDrop(duct, r134aAt40, outlet);
      expect(Math.abs(ours / ((sum / steps) * duct.length + push) - 1)).toBeLessThan(1e-6);
    }
    const dry = evaporatingPressureDrop(duct, r134aAt40, 0);
    expect(Math.abs(evaporatingPressureDrop(duct, r134aAt40, 2e-6) / dry - 1)).toBeLessThan(1e-4);
  });

  it('refuses a quality that is none', () => {
    expect(() => twoPhaseFriction(duct, r134aAt40, 1.1)).toThrow(OutOfRangeError);
    expect(() => evaporatingPressureDrop(duct, r134aAt40, NaN)).toThrow(OutOfRangeError);
  });
});

describe('an evaporator plate', () => {
  const geometry = {
    channels: 60,
    channelWidth: 0.4e-3,
    channelHeight: 2e-3,
    channelLength: 40e-3,
    finThickness: 0.3e-3,
    baseThickness: 2e-3,
    conductivity: 390,
  };
  const solved = (heat: number, flow: number, factor = 1) => {
    const plate = evaporatorPlate(geometry, 'kim-mudawar', factor);
    plate.solve(heat, flow, r134aAt40);
    return { ...plate.state };
  };

  it('boils what its heat can boil: quality is heat over flow and latent heat', () => {
    expect(solved(1000, 0.012).quality).toBeCloseTo(1000 / (0.012 * 163019), 12);
    expect(solved(1000, 0.024).quality).toBeCloseTo(1000 / (0.024 * 163019), 12);
  });

  it('agrees with itself: flux times walls is the heat, with fins of the same coefficient', () => {
    const { coefficient, heatFlux, resistance } = solved(1000, 0.012);
    const m = Math.sqrt((2 * coefficient) / (390 * 0.3e-3));
    const walls = 60 * 40e-3 * (0.4e-3 + (2 * Math.tanh(m * 2e-3)) / m);
    expect(heatFlux * walls).toBeCloseTo(1000, 7);
    const base = 2e-3 / (390 * 60 * 0.7e-3 * 40e-3);
    expect(resistance).toBeCloseTo(base + 1 / (coefficient * walls), 12);
  });

  it('answers the same whatever it was asked before', () => {
    const plate = evaporatorPlate(geometry, 'kim-mudawar', 1);
    plate.solve(5, 0.05, r134aAt40);
    plate.solve(1000, 0.012, r134aAt40);
    const again = { ...plate.state };
    expect(Math.abs(again.resistance / solved(1000, 0.012).resistance - 1)).toBeLessThan(1e-11);
  });

  it('resists less with more heat, and nears dry-out with less flow', () => {
    expect(solved(1200, 0.012).resistance).toBeLessThan(solved(600, 0.012).resistance);
    const margin = (flow: number) => solved(1000, flow).dryOutQuality / solved(1000, flow).quality;
    expect(margin(0.024)).toBeGreaterThan(margin(0.012));
    expect(solved(1000, 0.012, 2).resistance).toBeLessThan(solved(1000, 0.012).resistance);
  });

  it('stays finite without flow and without heat, and says how far outside the data it is', () => {
    for (const state of [solved(1000, 0), solved(0, 0.012), solved(1000, 1)])
      expect(Object.values(state).every(Number.isFinite)).toBe(true);
    expect(solved(1000, 0).outside).toBe(19);
    expect(solved(1000, 0.012).outside).toBe(0);
    expect(() => evaporatorPlate({ ...geometry, channelWidth: 0.05e-3 }, 'li-wu', 1)).toThrow(OutOfRangeError);
  });
});
